import type { AucComparison, AucEstimate, Estimate, RocCurve } from "../cohort/index.ts";
import { mustHave } from "../issues/index.ts";
import { levelOf } from "./agreement-tables.ts";
import { apaInterval, apaNumber, apaP } from "./apa-numbers.ts";
import { englishPhrases, type Phrases, type Say, sayer } from "./phrases.ts";
import { type Block, table } from "./printed.ts";
import { estimateReasons } from "./reasons-note.ts";

/** What scores come to against a criterion. */
export interface RocFound {
  readonly area: AucEstimate;
  readonly curve: RocCurve;
  /** With another score of the same cases. */
  readonly compared?: AucComparison | null;
  /** Cases without a criterion, which are left out. */
  readonly withoutCriterion?: number;
}

const bounded = { atMostOne: true };

/**
 * Scores against a criterion as tables: the area with its interval and bounds, the comparison with another score, and
 * every point of the curve. No threshold is marked as best.
 *
 * @param names What the scores are called.
 * @throws {AssessmentError} `malformed` for what is no such result, or no names
 * @example
 * const present = [false, false, true, true, true];
 * const found = { area: auc([1, 3, 2, 4, 5], present), curve: rocCurve([1, 3, 2, 4, 5], present) };
 * const [area] = rocTables(found, { first: "fear" });
 * area?.kind === "table" && area.rows[0]?.slice(0, 3); // => ["fear", ".83", "[.37, 1.00]"]
 */
export function rocTables(
  found: RocFound,
  names: { readonly first: string; readonly second?: string },
  phrases: Phrases = englishPhrases,
): readonly Block[] {
  mustHave(found, "curve", "found");
  mustHave(names, "first", "names");
  const say = sayer(phrases);
  const { area, curve, compared, withoutCriterion = 0 } = found;
  const [present, absent] = area.cases;
  return [
    ...table(
      say("roc.area"),
      areaHead(say, levelOf(area)),
      [areaRow(names.first, area)],
      [
        say("roc.area_note"),
        say("roc.cases", { present, absent, undetermined: area.undetermined, without: withoutCriterion }),
        say("accuracy.note"),
        ...estimateReasons([[names.first, area]], say),
      ],
    ),
    ...(compared === null || compared === undefined ? [] : comparisonOf(compared, names, say)),
    ...table(
      say("roc.points"),
      [
        say("roc.threshold"),
        say("roc.true_positives"),
        say("roc.false_positives"),
        say("accuracy.sensitivity"),
        say("accuracy.specificity"),
      ],
      curve.points.map(({ threshold, truePositives, falsePositives, sensitivity, specificity }) => [
        threshold === null ? say("roc.none") : String(threshold),
        String(truePositives),
        String(falsePositives),
        apaNumber(sensitivity, bounded),
        apaNumber(specificity, bounded),
      ]),
      [say("roc.points_note")],
    ),
  ];
}

function comparisonOf(
  { first, second, difference, z, p, leftOut }: AucComparison,
  names: { readonly first: string; readonly second?: string },
  say: Say,
): readonly Block[] {
  const other = names.second ?? "";
  const named: readonly (readonly [string, Estimate])[] = [
    [names.first, first],
    [other, second],
    [say("roc.difference"), difference],
  ];
  return table(
    say("roc.comparison"),
    [
      say("roc.score"),
      say("roc.area_or_difference"),
      say("study.interval", { level: levelOf(difference) }),
      say("study.n"),
    ],
    named.map(([name, each]) => [
      name,
      apaNumber(each.estimate, bounded),
      apaInterval(each.interval, bounded),
      String(each.n),
    ]),
    [
      ...(z === null ? [] : [say("roc.test", { z: apaNumber(z), p: apaP(p).replace(/^(?=\.)/, "= ") })]),
      say("roc.left_out", { leftOut }),
      ...estimateReasons(named, say),
    ],
  );
}

const areaHead = (say: Say, level: string): readonly string[] => [
  say("roc.score"),
  say("roc.area_short"),
  say("study.interval", { level }),
  say("roc.standard_error"),
  say("roc.bounds"),
  say("study.n"),
];

const areaRow = (name: string, { estimate, interval, standardError, bounds, n }: AucEstimate): readonly string[] => [
  name,
  apaNumber(estimate, bounded),
  apaInterval(interval, bounded),
  apaNumber(standardError, { ...bounded, digits: 3 }),
  apaInterval(bounds, bounded),
  String(n),
];

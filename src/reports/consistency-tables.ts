import type { Consistency, Estimate } from "../cohort/index.ts";
import { mustHave } from "../issues/index.ts";
import { levelOf } from "./agreement-tables.ts";
import { apaInterval, apaNumber } from "./apa-numbers.ts";
import { asWords, type Named } from "./as-words.ts";
import { englishPhrases, type Phrases, sayer } from "./phrases.ts";
import { type Block, table } from "./printed.ts";
import { estimateReasons } from "./reasons-note.ts";

const bounded = { atMostOne: true };

/**
 * Internal consistency of a scale as tables: alpha and omega with intervals, and each item with the rest.
 *
 * @param what What the scale is called.
 * @param named What an item is called; its id as words if it is not given.
 * @throws {AssessmentError} `malformed` for what is no such result
 * @example
 * const answers = [[1, 2, 2], [3, 3, 4], [0, 1, 0], [2, 2, 3], [4, 3, 4]];
 * const [scale] = consistencyTables(consistency(answers), "Fear");
 * scale?.kind === "table" && scale.rows[0]; // => ["Cronbach's alpha", ".94", "[.72, .99]", ".98"]
 */
export function consistencyTables(
  found: Consistency,
  what: string,
  phrases: Phrases = englishPhrases,
  named: Named = asWords,
): readonly Block[] {
  mustHave(found, "byItem", "found");
  const say = sayer(phrases);
  const { n, prorated, leftOut, constant, alpha, omega, standardised, byItem } = found;
  const level = levelOf(alpha);
  const coefficients: readonly (readonly [string, Estimate, number | null])[] = [
    [say("consistency.alpha"), alpha, standardised.alpha],
    [say("consistency.omega"), omega, standardised.omega],
  ];
  return [
    ...table(
      say("consistency.scale", { what }),
      [say("study.coefficient"), say("study.value"), say("study.interval", { level }), say("consistency.standardised")],
      coefficients.map(([name, each, standard]) => [
        name,
        apaNumber(each.estimate, bounded),
        apaInterval(each.interval, bounded),
        apaNumber(standard, bounded),
      ]),
      [
        say("consistency.cases", { n, prorated, leftOut }),
        ...(constant.length === 0 ? [] : [say("consistency.constant", { items: constant.map(named).join(", ") })]),
        say("consistency.note"),
        ...estimateReasons(
          coefficients.map(([name, each]) => [name, each]),
          say,
        ),
      ],
    ),
    ...table(
      say("consistency.items", { what }),
      [
        say("study.item"),
        say("consistency.mean"),
        say("consistency.sd"),
        say("consistency.item_rest"),
        say("study.interval", { level }),
        say("consistency.if_dropped"),
        say("consistency.loading"),
      ],
      byItem.map(({ item, mean, standardDeviation, itemRest, alphaIfDropped, loading }) => [
        named(item),
        apaNumber(mean),
        apaNumber(standardDeviation),
        apaNumber(itemRest.estimate, bounded),
        apaInterval(itemRest.interval, bounded),
        apaNumber(alphaIfDropped.estimate, bounded),
        apaNumber(loading, bounded),
      ]),
    ),
  ];
}

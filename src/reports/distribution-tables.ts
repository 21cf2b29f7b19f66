import {
  type CountTest,
  proportion,
  type SampleComparison,
  type ShareBounds,
  simultaneousIntervals,
} from "../cohort/index.ts";
import { mustBeList, mustBeObject, mustHave } from "../issues/index.ts";
import { levelOf } from "./agreement-tables.ts";
import { apaInterval, apaNumber, apaP, apaPercent, apaPercentInterval, noValue } from "./apa-numbers.ts";
import { asWords } from "./as-words.ts";
import { intervalWords, statisticWords } from "./method-words.ts";
import { englishPhrases, type Phrases, type Say, sayer } from "./phrases.ts";
import { type Block, table } from "./printed.ts";

/**
 * How cases fall over outcomes as a table: counts, shares with single and joint intervals and, if they are given, the
 * least and the most that each outcome can be once open answers arrive.
 *
 * @throws {AssessmentError} `out_of_range` unless counts are whole numbers from 0; `malformed` for counts that are
 *   no object, or bounds that are no list
 * @example
 * const [found] = distributionTable({ rejected: 2, mixed: 1 });
 * found?.kind === "table" && found.rows[0]?.slice(0, 4); // => ["rejected", "2", "66.7%", "[20.8, 93.9]%"]
 */
export function distributionTable(
  counts: Readonly<Record<string, number>>,
  bounds: readonly ShareBounds[] = [],
  phrases: Phrases = englishPhrases,
): readonly Block[] {
  mustBeObject(counts, "counts");
  mustBeList(bounds, "bounds");
  const say = sayer(phrases);
  const labels = Object.keys(counts);
  const cases = Object.values(counts).reduce((total, count) => total + count, 0);
  const joint = simultaneousIntervals(Object.values(counts));
  const single = labels.map((label) => proportion(counts[label] ?? 0, cases));
  const level = levelOf(joint);
  const boundsOf = new Map(bounds.map((each) => [each.label, each.counts]));
  return table(
    say("study.distribution", { cases }),
    [
      say("study.outcome"),
      say("study.count"),
      say("study.share"),
      say("study.interval", { level }),
      say("study.joint_interval", { level }),
      ...(bounds.length === 0 ? [] : [say("study.least_most")]),
    ],
    labels.map((label, at) => [
      asWords(label),
      String(counts[label] ?? 0),
      apaPercent(single[at]?.estimate),
      apaPercentInterval(single[at]?.interval),
      apaPercentInterval(joint.intervals?.[at]),
      ...(bounds.length === 0 ? [] : [rangeOf(boundsOf.get(label), say)]),
    ]),
    [
      say("study.distribution_note", {
        single: intervalWords(proportion(0, 0).method, say),
        joint: intervalWords(joint.method, say),
      }),
      ...(joint.reason === undefined ? [] : [say("study.no_value", { reasons: say(`estimate.${joint.reason}`) })]),
    ],
  );
}

/**
 * A caseload beside one published sample. The sample's line stands under it, always.
 *
 * @throws {AssessmentError} `malformed` for what is no such result
 * @example
 * const [sample] = referenceSamples;
 * const [found] = comparisonTable(compareWithSample({ rejected: 9, predatory: 1 }, sample));
 * found?.kind === "table" && found.rows[0]; // => ["rejected", "9", "90.0%", "69.0%", "1.44"]
 */
export function comparisonTable(found: SampleComparison, phrases: Phrases = englishPhrases): readonly Block[] {
  mustHave(found, "sample", "found");
  const say = sayer(phrases);
  const { classes, test, sample, leftOut, comparison, reason } = found;
  const compared = classes.reduce((total, { count }) => total + count, 0);
  return table(
    say("study.comparison", { sample: sample.label }),
    [say("study.outcome"), say("study.here"), say("study.share"), say("study.there"), say("study.residual")],
    classes.map(({ types, count, share }, at) => {
      const names = types.map(asWords).join(", ");
      return [
        types.length > 1 ? say("study.types_together", { types: names }) : names,
        String(count),
        apaPercent(compared === 0 ? null : count / compared),
        apaPercent(share),
        apaNumber(test?.residuals[at] ?? null),
      ];
    }),
    [
      sampleLine(sample, say),
      ...(sample.note === "" ? [] : [sample.note]),
      ...(leftOut === 0 ? [] : [say("study.left_out", { count: leftOut })]),
      ...(test === null ? [] : [testNote(test, say)]),
      ...(reason === undefined ? [] : [say(`study.not_compared.${reason}`)]),
      ...(comparison === "fixed_shares" ? [say("study.fixed_shares")] : []),
      say("study.not_alike"),
    ],
  );
}

/** What a sample is. It stands with every figure of it. */
function sampleLine({ label, n, nNote, setting, caseDefinition, mark }: SampleComparison["sample"], say: Say): string {
  const notExact = nNote === undefined ? say("study.sample_n_not_exact") : say("study.sample_n_noted", { note: nNote });
  return say("study.sample", {
    label,
    n: n === null ? notExact : say("study.sample_n", { n }),
    setting,
    definition: caseDefinition ?? say("study.no_definition"),
    mark: say(`study.mark.${mark}`),
  });
}

/**
 * Two groups of cases beside one another, with the test of whether they could fall alike, such as `homogeneityTest`.
 *
 * @param labels What the outcomes are, in the order of the counts.
 * @throws {AssessmentError} `malformed` for groups, labels or counts that are no lists, or what is no such test
 * @example
 * const test = homogeneityTest([3, 0], [0, 3]);
 * const [found] = groupComparisonTable(["before", "after"], ["rejected", "resentful"], [[3, 0], [0, 3]], test);
 * found?.kind === "table" && found.rows[0]; // => ["rejected", "3 (100.0%)", "0 (0.0%)", "2.45"]
 */
export function groupComparisonTable(
  groups: readonly [first: string, second: string],
  labels: readonly string[],
  counts: readonly [first: readonly number[], second: readonly number[]],
  test: CountTest,
  phrases: Phrases = englishPhrases,
): readonly Block[] {
  for (const [name, list] of Object.entries({ groups, labels, counts })) mustBeList(list, name);
  mustHave(test, "residuals", "test");
  const say = sayer(phrases);
  const totals = counts.map((own) => own.reduce((total, count) => total + count, 0));
  const cell = (group: 0 | 1, at: number) => {
    const count = counts[group][at] ?? 0;
    const all = totals[group] ?? 0;
    return say("study.of_known", { count, share: apaPercent(all === 0 ? null : count / all) });
  };
  return table(
    say("study.comparison", { sample: groups[1] }),
    [
      say("study.outcome"),
      ...groups.map((group, at) => say("study.group_n", { group, n: totals[at] ?? 0 })),
      say("study.residual"),
    ],
    labels.map((label, at) => [asWords(label), cell(0, at), cell(1, at), apaNumber(test.residuals[at] ?? null)]),
    [testNote(test, say), say("study.not_alike")],
  );
}

function testNote({ p, method, effect, n, reason }: CountTest, say: Say): string {
  if (p === null) return say("study.no_test", { reason: reason === undefined ? noValue : say(`estimate.${reason}`) });
  const shown = apaP(p);
  return say(/^[<>]/.test(shown) ? "study.test_note_small" : "study.test_note", {
    method: say(`study.test.${method}`),
    p: shown,
    effect: statisticWords(effect.method, say),
    value: apaNumber(effect.estimate, { atMostOne: false }),
    interval: apaInterval(effect.interval),
    n,
  });
}

function rangeOf(counts: readonly [number, number] | undefined, say: Say): string {
  return counts === undefined ? noValue : say("value.range", { low: counts[0], high: counts[1] });
}

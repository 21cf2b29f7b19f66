import type { Change, ReliableChange } from "../cohort/index.ts";
import { mustHave } from "../issues/index.ts";
import { levelOf } from "./agreement-tables.ts";
import { apaInterval, apaNumber, apaP, apaPercent } from "./apa-numbers.ts";
import { asWords, type Named } from "./as-words.ts";
import { statisticWords } from "./method-words.ts";
import { englishPhrases, type Phrases, type Say, sayer } from "./phrases.ts";
import { type Block, table } from "./printed.ts";

/**
 * How cases moved between two times as tables: from where to where, and what each class gained and lost.
 *
 * @param named What a class is called; its id as words if it is not given.
 * @throws {AssessmentError} `malformed` for what is no such result
 * @example
 * const rows = [{ case: "1", first: "a", second: "b" }, { case: "2", first: "a", second: "a" }];
 * const [moves] = changeTables(change(valueOrThrow(parseTwoTimes(rows, ["a", "b"]))));
 * moves?.kind === "table" && moves.rows; // => [["a", "1", "1"], ["b", "0", "0"]]
 */
export function changeTables(
  found: Change,
  phrases: Phrases = englishPhrases,
  named: Named = asWords,
): readonly Block[] {
  mustHave(found, "byClass", "found");
  const say = sayer(phrases);
  const { classes, byClass, open, n, unchanged, unchangedBounds, symmetry, homogeneity } = found;
  const [onlyFirst, onlySecond, neither] = open;
  const level = levelOf(unchanged);
  return [
    ...table(
      say("change.moves"),
      [say("change.from_to"), ...classes.map(named)],
      classes.map((name, at) => [named(name), ...(found.table[at] ?? []).map(String)]),
      [
        say("change.moves_note", { n, onlyFirst, onlySecond, neither }),
        say("change.unchanged", {
          share: apaPercent(unchanged.estimate),
          level,
          interval: apaInterval(unchanged.interval, { atMostOne: true }),
          bounds: apaInterval(unchangedBounds, { atMostOne: true }),
        }),
        testLine(symmetry, say("change.symmetry"), say),
        testLine(homogeneity, say("change.homogeneity"), say),
        say("change.not_why"),
      ],
    ),
    ...table(
      say("change.by_class"),
      [
        say("study.category"),
        say("change.first"),
        say("change.second"),
        say("change.gained"),
        say("change.lost"),
        say("change.difference"),
        say("study.interval", { level }),
        say("change.p"),
      ],
      byClass.map((each) => [
        named(each.class),
        ...[each.first, each.second, each.gained, each.lost].map(String),
        apaNumber(each.difference.estimate, { atMostOne: true }),
        apaInterval(each.difference.interval, { atMostOne: true }),
        apaP(each.p),
      ]),
      [say("change.p_note")],
    ),
  ];
}

/**
 * Reliable change as a table; without a reliability of the reader's own it says that there is no result.
 *
 * @throws {AssessmentError} `malformed` for what is no such result
 * @example
 * const pair = { case: "1", first: 47.5, second: 32.5 };
 * const [found] = reliableChangeTable(reliableChange([pair], { reliability: 0.8, standardDeviation: 7.5 }));
 * found?.kind === "table" && found.rows.slice(0, 2); // => [["higher", "0"], ["lower", "1"]]
 */
export function reliableChangeTable(found: ReliableChange, phrases: Phrases = englishPhrases): readonly Block[] {
  mustHave(found, "counts", "found");
  const say = sayer(phrases);
  const { counts, reliability, standardDeviation, least, reason } = found;
  if (counts === null) {
    const why = reason === undefined ? "" : say(`estimate.${reason}`);
    return [{ kind: "paragraph", text: say("change.no_reliable", { reason: why }) }];
  }
  return table(
    say("change.reliable"),
    ["", say("caseload.cases")],
    [
      [say("change.higher"), String(counts.higher)],
      [say("change.lower"), String(counts.lower)],
      [say("change.within_error"), String(counts.within_error)],
      [say("change.open"), String(counts.open)],
    ],
    [
      say("change.reliable_note", {
        reliability: apaNumber(reliability, { atMostOne: true }),
        sd: apaNumber(standardDeviation),
        least: apaNumber(least),
        level: levelOf(found),
      }),
    ],
  );
}

function testLine(test: Change["symmetry"], name: string, say: Say): string {
  if (test.p === null) {
    return say("change.no_test", { name, reason: test.reason === undefined ? "" : say(`estimate.${test.reason}`) });
  }
  const p = apaP(test.p);
  return say(/^[<>]/.test(p) ? "change.test_small" : "change.test", {
    name,
    method: statisticWords(test.method, say),
    chi2: apaNumber(test.chi2),
    df: test.df,
    p,
  });
}

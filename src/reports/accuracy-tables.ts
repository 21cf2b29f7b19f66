import { type Accuracy, type Estimate, methodInWords } from "../cohort/index.ts";
import { mustHave } from "../issues/index.ts";
import { levelOf } from "./agreement-tables.ts";
import { apaInterval, apaNumber, apaPercent } from "./apa-numbers.ts";
import { asWords, type Named } from "./as-words.ts";
import { englishPhrases, estimateWordsOf, type Phrases, sayer } from "./phrases.ts";
import { type Block, table } from "./printed.ts";
import { estimateReasons } from "./reasons-note.ts";

/**
 * Accuracy against a criterion as tables: the confusion table with the undetermined in a column of their own, the measures
 * in all, and those of each class. The notes say what the criterion is not, and what the undetermined can still do.
 *
 * @param named What a class is called; its id as words if it is not given.
 * @throws {AssessmentError} `malformed` for what is no such result
 * @example
 * const rows = [{ case: "1", criterion: "yes", found: "yes" }, { case: "2", criterion: "no", found: null }];
 * const [confusion] = accuracyTables(accuracy(valueOrThrow(parseCriterion(rows, ["yes", "no"]))));
 * confusion?.kind === "table" && confusion.rows; // => [["yes", "1", "0", "0"], ["no", "0", "0", "1"]]
 */
export function accuracyTables(
  found: Accuracy,
  phrases: Phrases = englishPhrases,
  named: Named = asWords,
): readonly Block[] {
  mustHave(found, "byClass", "found");
  const say = sayer(phrases);
  const { classes, byClass, accuracyBounds } = found;
  const level = levelOf(found.accuracy);
  const measures: readonly (readonly [string, Estimate])[] = [
    [say("accuracy.coverage"), found.coverage],
    [say("accuracy.accuracy"), found.accuracy],
    [say("accuracy.balanced"), found.balancedAccuracy],
    [say("accuracy.precision"), found.macroPrecision],
    [say("accuracy.recall"), found.macroRecall],
    [say("accuracy.f1"), found.macroF1],
    [say("accuracy.matthews"), found.matthews],
    [say("study.cohen"), found.kappa],
  ];
  return [
    ...table(
      say("accuracy.confusion"),
      [say("accuracy.criterion"), ...classes.map(named), say("accuracy.undetermined")],
      classes.map((name, at) => [
        named(name),
        ...(found.table[at] ?? []).map(String),
        String(found.undeterminedByClass[at] ?? 0),
      ]),
      [say("accuracy.confusion_note", { cases: found.cases, without: found.withoutCriterion })],
    ),
    ...table(
      say("accuracy.measures"),
      [
        say("accuracy.measure"),
        say("study.value"),
        say("study.interval", { level }),
        say("study.n"),
        say("study.method"),
      ],
      measures.map(([name, each]) => [
        name,
        apaNumber(each.estimate, { atMostOne: true }),
        apaInterval(each.interval, { atMostOne: true }),
        String(each.n),
        methodInWords(each.method, estimateWordsOf(phrases)),
      ]),
      [
        say("accuracy.note"),
        ...(accuracyBounds === null
          ? []
          : [say("accuracy.bounds", { low: apaPercent(accuracyBounds[0]), high: apaPercent(accuracyBounds[1]) })]),
        ...(found.noInformationRate === null
          ? []
          : [say("accuracy.no_information", { rate: apaPercent(found.noInformationRate) })]),
        ...estimateReasons(measures, say),
      ],
    ),
    ...table(
      say("accuracy.by_class"),
      [
        say("study.category"),
        say("accuracy.sensitivity"),
        say("study.interval", { level }),
        say("accuracy.specificity"),
        say("study.interval", { level }),
        say("accuracy.positive"),
        say("accuracy.negative"),
        say("accuracy.sensitivity_bounds"),
      ],
      byClass.map((each) => [
        named(each.class),
        apaNumber(each.sensitivity.estimate, { atMostOne: true }),
        apaInterval(each.sensitivity.interval, { atMostOne: true }),
        apaNumber(each.specificity.estimate, { atMostOne: true }),
        apaInterval(each.specificity.interval, { atMostOne: true }),
        apaNumber(each.positivePredictive.estimate, { atMostOne: true }),
        apaNumber(each.negativePredictive.estimate, { atMostOne: true }),
        apaInterval(each.bounds.sensitivity, { atMostOne: true }),
      ]),
    ),
  ];
}

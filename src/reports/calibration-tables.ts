import type { Calibration, Estimate } from "../cohort/index.ts";
import { mustHave } from "../issues/index.ts";
import { levelOf } from "./agreement-tables.ts";
import { apaInterval, apaNumber } from "./apa-numbers.ts";
import { englishPhrases, type Phrases, sayer } from "./phrases.ts";
import { type Block, table } from "./printed.ts";
import { estimateReasons } from "./reasons-note.ts";

/**
 * Calibration of forecasts as tables: the measures, and each bin with what was forecast and what was found.
 *
 * @throws {AssessmentError} `malformed` for what is no such result
 * @example
 * const [measures] = calibrationTables(calibration([0.25, 0.25, 0.75, 0.75], [false, true, true, true]));
 * measures?.kind === "table" && measures.rows[0]; // => ["Brier score", "0.188", "[0.000, 0.432]", "4"]
 */
export function calibrationTables(found: Calibration, phrases: Phrases = englishPhrases): readonly Block[] {
  mustHave(found, "bins", "found");
  const say = sayer(phrases);
  const { n, undetermined, brier, brierBounds, inTheLarge, intercept, slope, bins } = found;
  const level = levelOf(brier);
  const measures: readonly (readonly [string, Estimate])[] = [
    [say("calibration.brier"), brier],
    [say("calibration.in_the_large"), inTheLarge],
    [say("calibration.intercept"), intercept],
    [say("calibration.slope"), slope],
  ];
  return [
    ...table(
      say("calibration.measures"),
      [say("accuracy.measure"), say("study.value"), say("study.interval", { level }), say("study.n")],
      measures.map(([name, each]) => [
        name,
        apaNumber(each.estimate, { digits: 3 }),
        apaInterval(each.interval, { digits: 3 }),
        String(each.n),
      ]),
      [
        say("calibration.note"),
        say("calibration.cases", { n, undetermined, bounds: apaInterval(brierBounds, { digits: 3 }) }),
        ...estimateReasons(measures, say),
      ],
    ),
    ...table(
      say("calibration.bins"),
      [
        say("calibration.bin"),
        say("study.n"),
        say("calibration.predicted"),
        say("calibration.observed"),
        say("study.interval", { level }),
      ],
      bins.map(({ from, to, predicted, observed }) => [
        say("calibration.from_to", { from: String(from), to: String(to) }),
        String(observed.n),
        apaNumber(predicted, { atMostOne: true }),
        apaNumber(observed.estimate, { atMostOne: true }),
        apaInterval(observed.interval, { atMostOne: true }),
      ]),
    ),
  ];
}

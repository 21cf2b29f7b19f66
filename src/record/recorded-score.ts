import { type ScoreContext, type Scored, score } from "../assessment/index.ts";
import { contentHash, type Instrument, libraryVersion, parseAnswers, plainCopy } from "../instrument/index.ts";
import { AssessmentError, mustHave, valueOrThrow } from "../issues/index.ts";
import type { Answers } from "../rules/index.ts";
import type { Assessment } from "./case-record.ts";
import type { Engine } from "./verify.ts";

/** What a caller says of a scored assessment beside the answers. */
export interface RecordedScoreOptions extends Omit<ScoreContext, "budget"> {
  readonly instrument: Instrument;
  readonly informationSources?: readonly string[];
}

/** The respondent that stands in a record if nobody said who answered. */
const notSaid = "not_said";

/**
 * The content of an assessment entry: the answers to a form, scored, with all that is needed to run them again.
 *
 * @throws {AssessmentError} those of `score`
 * @example
 * const today = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } };
 * const content = recordedScore({ near_now: "no" }, { instrument: imminentConcern, respondent: "target", ...today });
 * content.producedBy.function; // => "score"
 */
export function recordedScore(answers: Answers, options: RecordedScoreOptions): Assessment {
  mustHave(options, "asOf", "options");
  mustHave(options.instrument, "items", "instrument");
  const { instrument, informationSources = [], asOf, window, respondent } = options;
  const checked = valueOrThrow(parseAnswers(answers, instrument));
  const result = score(instrument, checked, { asOf, window, ...(respondent === undefined ? {} : { respondent }) });
  return {
    instrument: result.instrument,
    answers: checked,
    respondent: respondent ?? notSaid,
    informationSources,
    asOf,
    window,
    result: valueOrThrow(plainCopy(result)),
    producedBy: { library: result.library, function: "score" },
  };
}

/**
 * What runs the scores of one form again, for `verify`.
 *
 * @example
 * scoreEngine(imminentConcern).function; // => "score"
 */
export function scoreEngine(instrument: Instrument): Engine {
  mustHave(instrument, "items", "instrument");
  return {
    instrument: { id: instrument.id, version: instrument.version, hash: contentHash(instrument) },
    library: libraryVersion,
    function: "score",
    produce: (assessment) => scoreAgain(assessment, instrument),
  };
}

function scoreAgain({ answers, asOf, window, respondent }: Assessment, instrument: Instrument): Scored {
  const checked = valueOrThrow(parseAnswers(answers, instrument));
  if (asOf === null || window.to === null) {
    const path = asOf === null ? ["asOf"] : ["window", "to"];
    throw new AssessmentError([{ code: "malformed", path, expected: ["YYYY-MM-DD"] }]);
  }
  const known = instrument.respondents.find((each) => each === respondent);
  const context = { asOf, window: { from: window.from, to: window.to } };
  return score(instrument, checked, known === undefined ? context : { ...context, respondent: known });
}

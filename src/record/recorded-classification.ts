import { parseAnswers, plainCopy } from "../instrument/index.ts";
import { mustHave, valueOrThrow } from "../issues/index.ts";
import type { Answers } from "../rules/index.ts";
import { type Classification, classify, type Typology } from "../typology/index.ts";
import type { Assessment } from "./case-record.ts";
import type { Engine } from "./verify.ts";

/** What a caller says of an assessment beside the answers. */
export interface RecordedOptions {
  readonly typology: Typology;
  readonly respondent: string;
  readonly informationSources?: readonly string[];
  readonly asOf?: string | null;
  readonly window?: Assessment["window"];
}

/**
 * The content of an assessment entry: the answers, classified, with all that is needed to run them again.
 *
 * @throws {AssessmentError} those of `classify`
 * @example
 * const content = recordedClassification({ wants_back: "not_sure" }, { typology: fiveTypes, respondent: "target" });
 * content.producedBy.function; // => "classify"
 * content.instrument.id; // => "ssb-type"
 */
export function recordedClassification(answers: Answers, options: RecordedOptions): Assessment {
  mustHave(options, "typology", "options");
  mustHave(options.typology, "types", "typology");
  const { typology, respondent, informationSources = [], asOf = null, window = { from: null, to: null } } = options;
  const checked = valueOrThrow(parseAnswers(answers, typology.instrument));
  const result = resultOf(checked, asOf, typology);
  return {
    instrument: result.instrument,
    answers: checked,
    respondent,
    informationSources,
    asOf,
    window,
    result: valueOrThrow(plainCopy(result)),
    producedBy: { library: result.library, function: "classify", rules: { kind: "typology", ...result.typology } },
  };
}

/**
 * What runs the classifications by one typology again, for `verify`.
 *
 * @example
 * const { function: name, library, rules } = classifyEngine(fiveTypes);
 * [name, rules?.id]; // => ["classify", "five-types"]
 */
export function classifyEngine(typology: Typology): Engine {
  mustHave(typology, "types", "typology");
  const { instrument, library, typology: rules } = resultOf({}, null, typology);
  return {
    instrument,
    library,
    function: "classify",
    rules: { kind: "typology", ...rules },
    produce: ({ answers, asOf }) => resultOf(valueOrThrow(parseAnswers(answers, typology.instrument)), asOf, typology),
  };
}

function resultOf(answers: Answers, asOf: string | null, typology: Typology): Classification {
  return classify(answers, asOf === null ? { typology } : { typology, asOf });
}

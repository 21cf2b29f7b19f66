import type { Instrument, Respondent } from "../instrument/index.ts";
import { toFhir, usualBase } from "./fhir.ts";
import { answerSets, codeSystemOf } from "./fhir-answer-sets.ts";
import { identityOf } from "./form-layout.ts";
import { englishFormWords, type FormWords } from "./form-words.ts";
import { formGiven, objectGiven } from "./given.ts";
import type { Exported } from "./loss.ts";

type Json = Readonly<Record<string, unknown>>;

/** How the definitions behind a Questionnaire are written: as the Questionnaire was. */
export interface FhirDefinitionsOptions {
  /** Without it the rater, and the target for a form that no rater fills in. */
  readonly respondent?: Respondent;
  readonly base?: string;
  readonly words?: FormWords;
}

/**
 * The FHIR R4 resources that stand behind the Questionnaire of `toFhir`, in a Bundle: the code systems of its answers and
 * of what it calculates, and an ObservationDefinition for each calculated item, a boolean for the end of a condition and
 * a quantity for the end of a number. A definition says what may be recorded; it says nothing of any person.
 *
 * @example
 * const { document } = toFhirDefinitions(relationshipAndMotive);
 * document.entry.filter(({ resource }) => resource.resourceType === "ObservationDefinition").length; // => 2
 */
export function toFhirDefinitions(
  instrument: Instrument,
  options: FhirDefinitionsOptions = {},
): Exported<Json & { readonly entry: readonly { readonly fullUrl: string; readonly resource: Json }[] }> {
  formGiven(instrument);
  const { respondent, base = usualBase, words = englishFormWords } = objectGiven(options, "options");
  const { id, version, hash } = identityOf(instrument);
  const { document, losses } = toFhir(instrument, {
    respondent: respondent ?? usualRespondent(instrument),
    base,
    words,
  });
  const calculated = document.item.filter(({ readOnly }) => readOnly === true);
  const system = `${base}:${id}:calculated`;
  const observations = calculated.map(({ linkId, text, type }) => ({
    fullUrl: `${system}:${String(linkId)}`,
    resource: {
      resourceType: "ObservationDefinition",
      identifier: [{ system: `${system}:${version}`, value: linkId }],
      code: { coding: [{ system, version, code: linkId }], text },
      permittedDataType: [type === "boolean" ? "boolean" : "Quantity"],
      multipleResultsAllowed: true,
      preferredReportName: text,
    },
  }));
  const names = calculated.map(({ linkId, text }) => ({ code: linkId, display: text }));
  const systems = [
    ...answerSets(instrument, base, words).systems,
    ...(names.length === 0 ? [] : [codeSystemOf(system, `${id}-calculated`, version, names)]),
  ];
  return {
    document: {
      resourceType: "Bundle",
      type: "collection",
      identifier: { system: `${base}:hash`, value: hash },
      entry: [
        ...systems.map((resource) => ({ fullUrl: `${String(resource.url)}:resource`, resource })),
        ...observations,
      ],
    },
    losses,
  };
}

/** The rater if it is a form for raters too; otherwise the target. */
function usualRespondent({ respondents }: Instrument): Respondent {
  return respondents.includes("rater") ? "rater" : "target";
}

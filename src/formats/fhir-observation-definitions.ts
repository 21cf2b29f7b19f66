import type { Instrument, Respondent } from "../instrument/index.ts";
import { toFhir, usualBase } from "./fhir.ts";
import { identityOf } from "./form-layout.ts";
import type { Exported } from "./loss.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * What an instrument's named rules can be observed as in FHIR R4: a Bundle with one ObservationDefinition for each
 * calculated item of the Questionnaire, a boolean for the end of a condition and a quantity for the end of a number. A
 * definition says what may be recorded; it says nothing of any person. Rules that FHIRPath cannot say are in `losses`.
 *
 * @example
 * toFhirObservationDefinitions(relationshipAndMotive).document.entry.length; // => 2
 */
export function toFhirObservationDefinitions(
  instrument: Instrument,
  { respondent = "rater", base = usualBase }: { readonly respondent?: Respondent; readonly base?: string } = {},
): Exported<Json & { readonly entry: readonly Json[] }> {
  const { id, version, hash } = identityOf(instrument);
  const { document, losses } = toFhir(instrument, { respondent, base });
  const calculated = document.item.filter(({ readOnly }) => readOnly === true);
  return {
    document: {
      resourceType: "Bundle",
      type: "collection",
      identifier: { system: `${base}:hash`, value: hash },
      entry: calculated.map((item) => ({
        fullUrl: `${base}:observation:${id}:${String(item.linkId)}`,
        resource: {
          resourceType: "ObservationDefinition",
          identifier: [{ system: `${base}:observation:${id}:${version}`, value: item.linkId }],
          code: { coding: [{ system: `${base}:observation:${id}`, version, code: item.linkId }], text: item.text },
          permittedDataType: [item.type === "boolean" ? "boolean" : "Quantity"],
          multipleResultsAllowed: true,
          preferredReportName: item.text,
        },
      })),
    },
    losses,
  };
}

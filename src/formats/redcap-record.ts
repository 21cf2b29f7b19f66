import type { Instrument } from "../instrument/index.ts";
import { type Issue, mustBeOneOf } from "../issues/index.ts";
import type { Answers } from "../rules/index.ts";
import { englishFormWords, type FormWords } from "./form-words.ts";
import { formGiven, objectGiven } from "./given.ts";
import { keptFor } from "./kept-for.ts";
import {
  type FoundValue,
  fieldFor,
  heldAnswers,
  type ReadBack,
  readBack,
  valuesByName,
  versionIssues,
} from "./read-back.ts";
import { redcapFormName, redcapIdentity, redcapLabel, toRedcap } from "./redcap.ts";

/** How a REDCap export is written. */
export interface RedcapExport {
  /** `raw`: field names and codes. `label`: labels in the cells, and field names or field labels in the header. */
  readonly values: "raw" | "label";
  /** The words that the form shows beside its own, for an export with labels. */
  readonly words?: FormWords;
  /** Names of the project's other fields, which are passed over. */
  readonly otherFields?: readonly string[];
}

/**
 * Columns that REDCap itself adds to an export, by how it is written. Beside them a raw export has `FORM_timestamp` and
 * `FORM_complete`; one with labels has those of `labelOfEachForm` again for each form, under the same names.
 *
 * @example
 * redcapOwnColumns.labelOfEachForm.includes("Complete?"); // => true
 */
export const redcapOwnColumns = {
  raw: [
    "record_id",
    "redcap_event_name",
    "redcap_repeat_instrument",
    "redcap_repeat_instance",
    "redcap_data_access_group",
    "redcap_survey_identifier",
  ],
  label: ["Event Name", "Repeat Instrument", "Repeat Instance", "Data Access Group", "Survey Identifier"],
  labelOfEachForm: ["Survey Timestamp", "Complete?"],
} as const;

/**
 * The answers in one row of a REDCap export, raw or with labels, of a project made from `toRedcap`. A positioned issue
 * stands for everything that could not be read: another version, an unknown field, a label where a code is needed.
 *
 * @param row A row of the export by column, as any CSV reader gives it: every cell is text.
 * @throws {AssessmentError} `unknown_option` for `values` of another word; `malformed` without a form or options
 * @example
 * fromRedcap({ record_id: "1", adult: "yes" }, relationshipAndMotive, { values: "raw" }).answers; // => { adult: "yes" }
 * @example
 * const row = { record_id: "1", adult: "Yes" };
 * fromRedcap(row, relationshipAndMotive, { values: "raw" }).issues.map(({ code }) => code); // => ["label_for_code"]
 */
export function fromRedcap(row: unknown, instrument: Instrument, options: RedcapExport): ReadBack {
  formGiven(instrument);
  const { values, words = englishFormWords, otherFields = [] } = objectGiven(options, "options");
  mustBeOneOf(values, ["raw", "label"], "values");
  const cells = valuesByName(row);
  const identity = redcapIdentity(instrument);
  const form = redcapFormName(instrument);
  const system = new Set<string>([...redcapOwnColumns.raw, `${form}_timestamp`, `${form}_complete`, ...otherFields]);
  const headings = values === "label" ? headingsOf(instrument, words) : new Map<string, string>();
  const labelled = new Set<string>(
    values === "label"
      ? [words.record_id, ...redcapOwnColumns.label, ...redcapOwnColumns.labelOfEachForm, ...otherFields]
      : [],
  );
  const found: readonly FoundValue[] = cells.values.flatMap(([column, value]) =>
    labelled.has(column) ? [] : [{ name: headings.get(column) ?? column, value, path: [column] }],
  );
  const versions = found.flatMap(({ name, value, path }): readonly Issue[] =>
    Object.hasOwn(identity, name) ? versionIssues(value, identity[name] ?? "", path) : [],
  );
  const read = readBack(found, instrument, {
    as: values === "label" ? "labels" : "codes",
    textNumbers: true,
    words,
    shownAs: redcapLabel,
    ofTheSystem: (name) => system.has(name) || Object.hasOwn(identity, name),
  });
  return { answers: read.answers, issues: [...cells.issues, ...versions, ...read.issues] };
}

/** The field that each field label belongs to, in either wording. A label that two fields share belongs to none. */
function headingsOf(instrument: Instrument, words: FormWords): ReadonlyMap<string, string> {
  const kept = keptHeadings(instrument);
  const key = JSON.stringify(words);
  const headings = kept.get(key) ?? headingsIn(instrument, words);
  kept.set(key, headings);
  return headings;
}

/** By the words of the form, as JSON. */
const keptHeadings = keptFor((_: Instrument) => new Map<string, ReadonlyMap<string, string>>());

function headingsIn(instrument: Instrument, words: FormWords): ReadonlyMap<string, string> {
  const names = new Map<string, Set<string>>();
  for (const respondent of instrument.respondents) {
    for (const field of toRedcap(instrument, { respondent, recordId: null, words }).document.fields) {
      const { "Field Label": label = "", "Variable / Field Name": name = "" } = field;
      names.set(label, (names.get(label) ?? new Set()).add(name));
    }
  }
  return new Map(
    [...names].flatMap(([label, [name, ...others]]) =>
      name === undefined || others.length > 0 ? [] : [[label, name] as const],
    ),
  );
}

/**
 * Answers as a row for REDCap's data import, by field name, with codes. What is not asked or closed is left out.
 *
 * @example
 * toRedcapRow({ adult: "yes" }, relationshipAndMotive).adult; // => "yes"
 */
export function toRedcapRow(answers: Answers, instrument: Instrument): Readonly<Record<string, string>> {
  formGiven(instrument);
  return {
    ...redcapIdentity(instrument),
    ...Object.fromEntries(
      heldAnswers(answers).map(([id, answer]) => [fieldFor(id, answer, instrument), String(answer)] as const),
    ),
  };
}

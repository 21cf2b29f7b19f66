import {
  type FormWords,
  fromFhir,
  fromOdk,
  fromRedcap,
  fromSurveyJs,
  type ReadBack,
  redcapOwnColumns,
} from "../formats/index.ts";
import type { Instrument } from "../instrument/index.ts";
import type { FormsOf } from "./import-forms.ts";
import type { FileKind } from "./import-records.ts";

/** How answers that another system holds are read. */
export interface ImportFormat {
  /** Whether its export is a table, a file of JSON, or one file for each submission. */
  readonly files: readonly FileKind[];
  /** The keys that may name a case, unless another is given: the first that a record has. */
  ids(words: FormWords): readonly [string, ...string[]];
  /** Keys under which a file of JSON may hold its records as a list. */
  readonly within?: readonly string[];
  /** The keys that tell several records of one case apart. */
  readonly occasion?: readonly string[];
  /** How rows of other forms are told, if a file may have any. */
  readonly forms?: FormsOf;
  /** Whether answers stand under the names of fields, so that a field that is not of the form is so in every record. */
  readonly named?: true;
  /** Columns that may stand in a table several times: none of them is read. */
  readonly repeated?: readonly string[];
  /** The parts that say whether a record is read at all. */
  readonly decides?: readonly string[];
  read(record: unknown, instrument: Instrument, words: FormWords): ReadBack;
}

/** The columns of a longitudinal or repeating REDCap project, under field names and under labels. */
const redcapOccasion = [
  ...["redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance"],
  ...["Event Name", "Repeat Instrument", "Repeat Instance"],
];

const redcapForms: FormsOf = {
  by: ["redcap_repeat_instrument", "Repeat Instrument"],
  shared: [...redcapOwnColumns.raw, ...redcapOwnColumns.label, ...redcapOwnColumns.labelOfEachForm],
};

/** Every format that can be read back, by its name on the command line. */
export const importFormats: Readonly<Record<string, ImportFormat>> = {
  redcap: {
    files: ["table", "json"],
    named: true,
    ids: () => ["record_id"],
    occasion: redcapOccasion,
    forms: redcapForms,
    read: (row, instrument, words) => fromRedcap(row, instrument, { values: "raw", words }),
  },
  "redcap-labels": {
    files: ["table", "json"],
    named: true,
    repeated: redcapOwnColumns.labelOfEachForm,
    ids: ({ record_id: label }) => [label],
    occasion: redcapOccasion,
    forms: redcapForms,
    read: (row, instrument, words) => fromRedcap(row, instrument, { values: "label", words }),
  },
  odk: {
    files: ["table", "json", "xml"],
    ids: () => ["KEY", "__id", "_uuid"],
    named: true,
    within: ["value", "results"], // ODK Central's, KoboToolbox's
    decides: ["ReviewState", "__system", "_validation_status", "_submission__validation_status"],
    read: fromOdk,
  },
  surveyjs: { files: ["json", "table"], named: true, ids: () => ["case_id"], read: fromSurveyJs },
  fhir: {
    files: ["json", "table"],
    ids: () => ["id"],
    decides: ["status", "implicitRules", "modifierExtension"],
    read: (response, instrument) => fromFhir(response, instrument),
  },
};

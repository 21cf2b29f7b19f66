import {
  answersSchema,
  type Exported,
  type FormWords,
  type Loss,
  openApi,
  resultSchema,
  toFhir,
  toFhirDefinitions,
  toRedcap,
  toSurveyJs,
  toXlsForm,
  toZodModule,
} from "../formats/index.ts";
import type { Instrument, Respondent } from "../instrument/index.ts";
import { codebook, codebookRows, type Phrases, ruleWordsOf, toCsv } from "../reports/index.ts";
import { cellWriter } from "../tables/index.ts";

/** An instrument in another system's language, as data and as the file that the system takes. */
export interface ExportedFile extends Exported<unknown> {
  /** How the file's name ends, without the dot. */
  readonly ends: readonly string[];
  /** The file's content. Work that needs a library is done only when it is asked for. */
  file(): Promise<string | Uint8Array>;
}

/** Every format, by its name on the command line. */
export const exportFormats: Readonly<
  Record<string, (instrument: Instrument, respondent: Respondent, words: FormWords, phrases: Phrases) => ExportedFile>
> = {
  fhir: (instrument, respondent, words) => asJson(toFhir(instrument, { respondent, words })),
  "fhir-definitions": (instrument, respondent, words) => asJson(toFhirDefinitions(instrument, { respondent, words })),
  surveyjs: (instrument, respondent, words) => asJson(toSurveyJs(instrument, { respondent, words })),
  redcap: (instrument, respondent, words) => {
    const exported = toRedcap(instrument, { respondent, words });
    // As it stands: a guard before "@" would be taken for a part of the annotation.
    const { line } = cellWriter(",", true);
    return { ...exported, ends: ["csv"], file: async () => exported.document.rows.map((row) => line(row)).join("") };
  },
  xlsform: (instrument, respondent, words) => {
    const exported = toXlsForm(instrument, { respondent, words });
    const file = async () => (await import("./workbook.ts")).workbookOf(exported.document.sheets);
    return { ...exported, ends: ["xlsx"], file };
  },
  "json-schema": (instrument, _, words) =>
    asJson({ document: answersSchema(instrument, { words }), losses: schemaLosses }),
  "result-schema": (instrument, _, words) =>
    asJson({ document: resultSchema(instrument, { words }), losses: schemaLosses }),
  zod: (instrument) => {
    const exported = toZodModule(instrument);
    return { ...exported, ends: ["ts"], file: async () => exported.document };
  },
  openapi: (instrument, _, words) => asJson({ document: openApi(instrument, { words }), losses: schemaLosses }),
  "codebook-csv": (instrument, _, __, phrases) => {
    const book = codebook(instrument, ruleWordsOf(phrases));
    const { id, version, hash } = book.instrument;
    const [header = [], ...items] = codebookRows(book, phrases);
    const rows = [[...header, "instrument", "version", "hash"], ...items.map((row) => [...row, id, version, hash])];
    return { document: rows, losses: codebookLosses, ends: ["csv"], file: async () => toCsv(rows) };
  },
};

function asJson(exported: Exported<unknown>): ExportedFile {
  return { ...exported, ends: ["json"], file: async () => `${JSON.stringify(exported.document, null, 2)}\n` };
}

const schemaLosses: readonly Loss[] = [
  { path: [], code: "evidence_not_carried", says: "Sources, grades and guidance are not carried." },
  {
    path: ["items"],
    code: "both_wordings_not_carried",
    says: "Only the wording for raters is carried: the question as the title of each answer, the note as its description.",
  },
  { path: ["items"], code: "rule_not_expressible", says: "A schema says what an answer may be, not when it is asked." },
];

const codebookLosses: readonly Loss[] = [
  {
    path: ["indicators"],
    code: "rule_not_expressible",
    says: "The rows are items and codes; codebook prints the rules.",
  },
  { path: ["levels"], code: "level_not_carried", says: "The rows are items and codes; codebook prints the levels." },
];

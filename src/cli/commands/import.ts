import { templateHeader } from "../../formats/index.ts";
import type { Instrument } from "../../instrument/index.ts";
import type { Cell } from "../../tables/index.ts";
import { type Command, type Given, itself, usageError } from "../command.ts";
import { errorBlocks } from "../error-blocks.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { formWordsOf } from "../form-words.ts";
import { casesIn, type Imported } from "../import-cases.ts";
import { type ImportFormat, importFormats } from "../import-formats.ts";
import { tell, visible } from "../io.ts";
import { putOutput, putTable } from "../put-output.ts";
import { instrumentNamed } from "../registry.ts";

/** `import`: answers that another system holds, as rows that classify and score read. */
export const importCommand: Command = {
  name: "import",
  summary: "Read answers back from another system, as rows for classify and score. What cannot be read is listed.",
  arguments: [{ name: "FILE", says: "what the other system exported, or - for a table on standard input" }],
  options: {
    instrument: { type: "string", value: "ID", says: "the form that was answered" },
    format: { type: "string", value: "F", says: Object.keys(importFormats).join(", ") },
    id: {
      type: "string",
      value: "NAME",
      says: "the key that names a case; the system's own if not given, or the record's number if no record has it",
    },
    "other-fields": {
      type: "boolean",
      says: "fields that are not of the form are no fault; they are still named, with how many records have them",
    },
    out: {
      type: "string",
      value: "FILE",
      writes: itself,
      says: "write the rows here, as its name says; CSV to standard output if not given",
    },
    overwrite: { type: "boolean", says: "replace output that exists" },
  },
  notes: [
    "The file's ending says what it is: a table (.csv, .tsv, .ndjson), one .json (an object, an array or a FHIR Bundle),",
    "or one .xml (an ODK submission). An answer that cannot be read stays blank, and its place goes to standard error;",
    "with --json, into the output beside the cases, all of them. The exit code is then 4.",
    "",
  ],
  examples: [
    "stalker-typology import coded-by-a.csv --instrument ssb-type --format redcap --id case_id",
    "stalker-typology import coded-by-a.csv --instrument ssb-type --format odk --id case_id --out read.csv --overwrite",
  ],
  async run(given, io) {
    const [path] = given.arguments;
    if (path === undefined) throw usageError("import", expects("expected.file"));
    const named = given.text("instrument");
    if (named === undefined) throw usageError("--instrument", expects("expected.instrument"));
    const instrument = given.shown(instrumentNamed(named));
    const format = formatNamed(given);
    const words = formWordsOf(given);
    const [id, passesOver] = [given.text("id"), given.flag("other-fields")];
    const found = await casesIn({ path, format, instrument, words, id, otherFields: passesOver }, io);
    const { cases, issues, records, otherFields } = found;
    if (given.flag("json")) await putOutput(`${JSON.stringify(found, null, 2)}\n`, ["json"], given, io);
    else {
      const [caseId = "", ...items] = templateHeader(instrument);
      const occasion = [...new Set(cases.flatMap((each) => Object.keys(each.occasion ?? {})))];
      const columns = [caseId, ...occasion, ...items];
      await putTable(columns, (written) => rowsOf(cases, instrument, occasion, written), given, io);
    }
    if (!given.flag("json") && issues.length > 0) await tell(io.stderr, errorBlocks(issues, given, io.color));
    if (otherFields.length > 0) await tell(io.stderr, `${visible(othersInWords(otherFields, given))}\n`);
    const counts = records.otherForm === 0 ? "import.records" : "import.records_of_forms";
    await tell(io.stderr, `${given.words(counts, records)}\n`);
    return issues.length === 0 ? exitCodes.done : exitCodes.someRejected;
  },
};

function othersInWords(others: Imported["otherFields"], { words }: Given): string {
  const fields = others.map(({ field, records }) => words("import.other_field", { field, records }));
  return words("import.other_fields", { fields: fields.join(", ") });
}

function formatNamed(given: Given): ImportFormat {
  const named = given.text("format") ?? "";
  const format = Object.hasOwn(importFormats, named) ? importFormats[named] : undefined;
  if (format !== undefined) return format;
  throw usageError(named === "" ? "--format" : named, ...Object.keys(importFormats));
}

/** A column of Parquet has one type: its numbers are text beside a word for not knowing. */
function* rowsOf(
  cases: Imported["cases"],
  { items }: Instrument,
  columns: readonly string[],
  format: string,
): Generator<readonly Cell[]> {
  const ids = Object.keys(items);
  const inWords = ids.map((id) => format === "parquet" && cases.some(({ answers }) => typeof answers[id] === "string"));
  for (const { case_id, occasion = {}, answers } of cases) {
    const cells = ids.map((id, at): Cell => {
      const answer = answers[id] ?? null;
      return answer !== null && inWords[at] ? String(answer) : answer;
    });
    yield [case_id, ...columns.map((column) => occasion[column] ?? ""), ...cells];
  }
}

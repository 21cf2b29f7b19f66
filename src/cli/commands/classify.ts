import { contentHash } from "../../instrument/index.ts";
import { type Command, usageError } from "../command.ts";
import { expects } from "../expects.ts";
import { loadFiveTypes } from "../load-content.ts";
import { scoreTable, tableNotes, tableOptions } from "../score-table.ts";

/** `classify`: every row of a file of cases into the five types. */
export const classifyCommand: Command = {
  name: "classify",
  summary: "Classify every row of a file of cases. Rows with any fault are rejected whole, with every reason.",
  arguments: [{ name: "FILE", says: "CSV, TSV, NDJSON or Parquet with one case a row, or - for standard input" }],
  options: tableOptions,
  notes: tableNotes,
  examples: [
    "stalker-typology classify coded-by-a.csv --out scored.csv --overwrite",
    "stalker-typology classify coded-by-a.csv --format csv",
  ],
  async run(given, io) {
    const [path] = given.arguments;
    if (path === undefined) throw usageError("classify", expects("expected.file_or_input"));
    const typology = await loadFiveTypes();
    const { id, version, instrument } = typology;
    const work = {
      command: "classify",
      rules: { kind: "classify", instrument, typology } as const,
      provenance: {
        typology: { id, version },
        instrument: { id: instrument.id, version: instrument.version, hash: contentHash(instrument) },
      },
      review: "pending: types describe, people decide",
    };
    return scoreTable(path, work, given, io);
  },
};

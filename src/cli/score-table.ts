import { codesOf } from "../formats/index.ts";
import { type Instrument, libraryVersion } from "../instrument/index.ts";
import { AssessmentError } from "../issues/index.ts";
import {
  type ColumnMap,
  countRows,
  isSameFile,
  type Output,
  openInput,
  openOutput,
  type RowScorer,
  scoreRows,
  streamOutput,
  type TableFormat,
  type Tally,
} from "../tables/index.ts";
import { mapFrom } from "./column-map-file.ts";
import { type Command, type Given, usageError } from "./command.ts";
import { errorBlocks } from "./error-blocks.ts";
import { exitCodes } from "./exit-codes.ts";
import { formatOf } from "./formats.ts";
import { type Io, say } from "./io.ts";

/** What a command does with every row of a table. */
export interface TableWork {
  readonly command: string;
  readonly instrument: Instrument;
  readonly scorer: RowScorer;
  /** What the manifest says of how the rows were scored. */
  readonly provenance: Readonly<Record<string, unknown>>;
  readonly review: string;
}

/** The options of every command that scores a table. */
export const tableOptions: Command["options"] = {
  out: {
    type: "string",
    value: "FILE",
    says: "write scored rows here, with FILE.rejects.csv and FILE.manifest.json beside them",
  },
  format: { type: "string", value: "F", says: "csv, tsv or ndjson; by the file's name if not given" },
  map: { type: "string", value: "FILE", says: "JSON: which column holds which item, and what its codes mean" },
  "max-rejects": { type: "string", value: "N", says: "end with 0 if no more than N rows are rejected (default 0)" },
  overwrite: { type: "boolean", says: "replace output that exists" },
  "raw-text": { type: "boolean", says: "write text as it is, even if a spreadsheet would run it" },
  quiet: { type: "boolean", says: "no progress and no summary on standard error" },
};

/** What help says of every command that scores a table. */
export const tableNotes: readonly string[] = [
  "A blank cell is not asked; not_sure and prefer_not are words. Codes are exact: Yes is not yes.",
  "Exit codes: 0 all scored, 2 wrong usage, 3 input unreadable, 4 some rows rejected, 5 output refused, 6 counts differ.",
  "",
];

/** Scores a table and writes what came of it, with every row in exactly one of scored and rejected. */
export async function scoreTable(path: string, work: TableWork, given: Given, io: Io): Promise<number> {
  const said = given.text("out");
  const out = said === "-" ? undefined : said;
  const from = formatOf(path, given.text("format"));
  const to: TableFormat = out === undefined ? (given.flag("json") ? "ndjson" : from) : formatOf(out, undefined);
  if (from === "ndjson" && to !== "ndjson") throw usageError("--out", "a name that ends in .ndjson, as the input does");
  const most = maxRejects(given.text("max-rejects"));
  const { instrument, scorer } = work;
  const mapPath = given.text("map");
  const map = mapFrom(mapPath, scorer.items, (item) => codesOf(instrument, item));
  const input = openInput(path, io.stdin);
  const names = out === undefined ? undefined : siblings(out);
  const overwrite = given.flag("overwrite");
  for (const name of Object.values(names ?? {})) {
    if (input.isAt(name) || (mapPath !== undefined && isSameFile(mapPath, name)))
      throw new AssessmentError([{ code: "output_refused", path: [name], expected: ["another file than the input"] }]);
  }
  const outputs: Output[] = [];
  try {
    const scored = names === undefined ? streamOutput(io.stdout) : openOutput(names.scored, { overwrite });
    outputs.push(scored);
    const rejected = names === undefined ? nowhere : openOutput(names.rejects, { overwrite, mode: 0o600 });
    outputs.push(rejected);
    const beside = names === undefined ? nowhere : openOutput(names.manifest, { overwrite });
    outputs.push(beside);
    const progress = progressOn(io, given.flag("quiet"));
    const tally = await scoreRows({
      input,
      from,
      to,
      scorer,
      map,
      scored,
      rejected,
      rawText: given.flag("raw-text"),
      onRows: progress.at,
    });
    progress.end();
    input.checkUnchanged();
    const written = scored.finish();
    const refused = rejected.finish();
    if (names !== undefined && scored.temporary !== undefined && rejected.temporary !== undefined) {
      await checkCounts(tally, scored.temporary, to, rejected.temporary);
      const manifest = manifestOf({ tally, work, input, from, to, map, given, names, written, refused, most });
      await beside.write(`${JSON.stringify(manifest, null, 2)}\n`);
      beside.finish();
      for (const output of outputs) output.publish();
      if (given.flag("json")) await say(io.stdout, `${JSON.stringify(manifest)}\n`);
    }
    if (!given.flag("quiet")) await say(io.stderr, report(tally, names, io));
    return tally.rows.rejected <= most ? exitCodes.done : exitCodes.someRejected;
  } finally {
    for (const output of outputs) output.discard();
  }
}

const nowhere: Output = {
  temporary: undefined,
  write: () => undefined,
  finish: () => ({ bytes: 0, sha256: "" }),
  publish: () => undefined,
  discard: () => undefined,
};

interface Names {
  readonly scored: string;
  readonly rejects: string;
  readonly manifest: string;
}

/** `scored.csv` stands beside `scored.rejects.csv` and `scored.manifest.json`. */
function siblings(out: string): Names {
  const stem = out.replace(/\.[^./\\]+$/, "");
  return { scored: out, rejects: `${stem}.rejects.csv`, manifest: `${stem}.manifest.json` };
}

function maxRejects(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^\d{1,15}$/.test(text)) throw usageError("--max-rejects", "a whole number");
  return Number(text);
}

/** Holds the counts to each other and to the finished files, read back from the disk. */
async function checkCounts({ rows }: Tally, scored: string, to: TableFormat, rejected: string): Promise<void> {
  const back = { scored: await countRows(scored, to), rejected: await countRows(rejected, "csv") };
  if (rows.read !== rows.scored + rows.rejected || back.scored !== rows.scored || back.rejected !== rows.rejected) {
    throw new AssessmentError([
      { code: "counts_differ", path: ["read", rows.read, "scored", back.scored, "rejected", back.rejected] },
    ]);
  }
}

/** Below this many rows a hash of the file could be undone by trying (design choice). */
const fewRows = 100;

function manifestOf(facts: {
  readonly tally: Tally;
  readonly work: TableWork;
  readonly input: { readonly name: string; bytes(): number; readonly hash: { digest(as: "hex"): string } };
  readonly from: TableFormat;
  readonly to: TableFormat;
  readonly map: ColumnMap;
  readonly given: Given;
  readonly names: Names;
  readonly written: { readonly bytes: number; readonly sha256: string };
  readonly refused: { readonly bytes: number };
  readonly most: number;
}): Readonly<Record<string, unknown>> {
  const { tally, work, input, from, to, map, given, names, written, refused, most } = facts;
  const base = (path: string) => path.split(/[\\/]/).at(-1);
  const few = tally.rows.read < fewRows;
  return {
    command: work.command,
    library: libraryVersion,
    ...work.provenance,
    input: {
      name: input.name,
      format: from,
      encoding: "utf-8",
      bytes: input.bytes(),
      sha256: few ? null : input.hash.digest("hex"),
    },
    rows: tally.rows,
    rejectsByCode: tally.rejectsByCode,
    missingItems: tally.missing,
    passedThrough: tally.passedThrough,
    guardedCells: tally.guardedCells,
    options: { map, maxRejects: most, rawText: given.flag("raw-text") },
    outputs: {
      scored: {
        name: base(names.scored),
        format: to,
        bytes: written.bytes,
        sha256: few ? null : written.sha256,
        rowsReadBack: tally.rows.scored,
      },
      rejected: {
        name: base(names.rejects),
        format: "csv",
        bytes: refused.bytes,
        rowsReadBack: tally.rows.rejected,
        sensitive: "holds the rejected rows' own text",
      },
    },
    humanReview: work.review,
  };
}

function progressOn(io: Io, quiet: boolean): { at(read: number): void; end(): void } {
  const shown = io.stderr.isTTY === true && !quiet;
  return {
    at: (read) => void (shown && io.stderr.write(`\r${read} rows`)),
    end: () => void (shown && io.stderr.write("\r\u001b[K")),
  };
}

function report(
  { rows, rejectsByCode, missing, samples, guardedCells }: Tally,
  names: Names | undefined,
  io: Io,
): string {
  const lines: string[] = [];
  if (samples.length > 0) lines.push(errorBlocks(samples, io.color));
  const codes = Object.entries(rejectsByCode);
  if (codes.length > 0) lines.push(`Faults: ${codes.map(([code, count]) => `${code} ${count}`).join(", ")}.`);
  if (missing.length > 0) {
    const named = missing.map(({ item, nearest }) =>
      nearest === undefined ? item : `${item} (nearest column: ${nearest})`,
    );
    lines.push(`No column for: ${named.join(", ")}. These items are read as not asked.`);
  }
  if (guardedCells > 0)
    lines.push(
      `${guardedCells} text cells that a spreadsheet would run were given a leading quote (--raw-text leaves them).`,
    );
  lines.push(`Rows read ${rows.read}, scored ${rows.scored}, rejected ${rows.rejected}.`);
  if (names !== undefined) lines.push(`Written: ${names.scored}, ${names.rejects}, ${names.manifest}.`);
  else if (rows.rejected > 0) lines.push("Rejected rows were not written: use --out to keep them with their reasons.");
  return `${lines.join("\n")}\n`;
}

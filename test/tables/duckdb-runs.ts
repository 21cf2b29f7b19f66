import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import type { Scope } from "../../src/rules/index.ts";
import { readRows } from "../../src/tables/index.ts";
import { inFolder, type Ran, run } from "../support/command.ts";
import type { Files } from "../support/files.ts";
import { dayRows, edgeRows } from "../support/random-rows.ts";

const notes = [
  "",
  "plain",
  "=1+1",
  " @SUM(A1)",
  "a, b",
  'says "no"',
  "two\nlines",
  "'-5",
  "\u00a0=x",
  "=y",
  "ändert",
  "-",
];

export type Asked = Pick<Scope, "items">;

/** Days that the calendar has or not, on and after the day of the runs, and written in other ways. */
const days =
  "2024-03-14 2024-03-15 9999-12-31 0000-02-29 0000-01-01 2023-02-29 1900-02-29 2000-02-29 2024-13-01 2024-2-9 2024-04-31 24-03-14 ٢٠٢٤-03-14";

/** Rows of a form with an id, and a note that a spreadsheet may run. */
export function tableOf(of: Asked, rows: number): readonly (readonly (string | null)[])[] {
  const edges = [...edgeRows(of), ...rowsOfDays(of)];
  return [...edges, ...dayRows(of, rows - edges.length)].map((cells, at) => [
    `c${at}`,
    ...cells,
    notes[at % notes.length] ?? "",
  ]);
}

/** For each item that is answered by a day, each of the odd ones; else blank. */
const rowsOfDays = ({ items }: Asked) =>
  Object.values(items).flatMap(({ responses }, place, all) =>
    responses.kind === "date" ? days.split(" ").map((day) => all.map((_, at) => (at === place ? day : ""))) : [],
  );

export const headerOf = (of: Asked) => ["case_id", ...Object.keys(of.items), "note"];
/** The same table as text. */
export const csvOf = (header: readonly string[], rows: readonly (readonly (string | null)[])[]) =>
  `${Papa.unparse([[...header], ...rows.map((row) => [...row])], { newline: "\n" })}\n`;

/** The rows of a file as objects, all cells as text. */
async function cellsOf(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows: Record<string, unknown>[] = [];
  for await (const { record } of (await readRows(path)).rows) rows.push({ ...record() });
  return rows;
}

/** What came of a run without an engine and of one in DuckDB. */
export interface Both {
  readonly plain: Ran;
  readonly engine: Ran;
  readonly rows: readonly (readonly Readonly<Record<string, unknown>>[])[];
  readonly manifests: readonly Readonly<Record<string, never>>[];
}

/** Runs a command with this library's own reader and with DuckDB. */
export async function both(files: Files, words: readonly string[], input: string, end: string): Promise<Both> {
  const outs = ["plain", "engine"].map((name) => join(files.folder, `${name}.${end}`));
  const [command = "", ...options] = words;
  const plain = await run([command, input, ...options, "--out", outs[0] ?? "", "--overwrite"]);
  const engine = await run([command, input, ...options, "--out", outs[1] ?? "", "--overwrite", "--engine", "duckdb"]);
  if (engine.code > 4) throw new Error(engine.stderr);
  return {
    plain,
    engine,
    rows: await Promise.all(outs.map(cellsOf)),
    manifests: outs.map((out) => JSON.parse(readFileSync(out.replace(/\.\w+(\.gz)?$/, ".manifest.json"), "utf8"))),
  };
}

/** What the manifests of both must say alike. */
export const counts = ({
  rows,
  rejectsByCode,
  guardedCells,
  missingItems,
  passedThrough,
  input,
}: Record<string, unknown>) => ({
  rows,
  rejectsByCode,
  guardedCells,
  missingItems,
  passedThrough,
  input,
});

/** Runs classify in DuckDB over a text. Nothing may be left if it does not end well. */
export const classified = (text: string | Buffer, name = "in.csv", ...more: readonly string[]) =>
  inFolder(async (folder) => {
    const files = { path: join(folder, name), out: join(folder, "out.csv") };
    writeFileSync(files.path, text);
    const ran = await run(["classify", files.path, "--out", files.out, "--engine", "duckdb", ...more]);
    return { ...ran, left: readdirSync(folder).filter((each) => each !== name) };
  });

export const [first = "", second = ""] = Object.keys(fiveTypes.instrument.items);
/** Two rows that every reader takes alike. */
export const good = `case_id,${first},${second}\na,yes,\nb,no,\n`;

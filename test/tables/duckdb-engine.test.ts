import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import Papa from "papaparse";
import { describe, expect, test, vi } from "vitest";
import { riskGuide, warningBehaviours } from "../../src/content/instruments/index.ts";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { duckdbSession } from "../../src/tables/duckdb-library.ts";
import { readRows, writeRows } from "../../src/tables/index.ts";
import { inFolder, type Ran, run } from "../support/command.ts";
import { type Files, withFiles } from "../support/files.ts";
import { edgeRows, randomRows } from "../support/random-rows.ts";

const form = fiveTypes.instrument;
const items = Object.keys(form.items);
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

/** Rows of a form with an id, and a note that a spreadsheet may run. */
function tableOf(of: Instrument, rows: number): readonly (readonly (string | null)[])[] {
  const edges = edgeRows(of);
  return [...edges, ...randomRows(of, rows - edges.length)].map((cells, at) => [
    `c${at}`,
    ...cells,
    notes[at % notes.length] ?? "",
  ]);
}

const headerOf = (of: Instrument) => ["case_id", ...Object.keys(of.items), "note"];
const csvOf = (header: readonly string[], rows: readonly (readonly (string | null)[])[]) =>
  `${Papa.unparse([[...header], ...rows.map((row) => [...row])], { newline: "\n" })}\n`;

/** The rows of a file as objects, all cells as text. */
async function cellsOf(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows: Record<string, unknown>[] = [];
  for await (const { record } of (await readRows(path)).rows) rows.push({ ...record() });
  return rows;
}

interface Both {
  readonly plain: Ran;
  readonly engine: Ran;
  readonly rows: readonly (readonly Readonly<Record<string, unknown>>[])[];
  readonly manifests: readonly Readonly<Record<string, never>>[];
}

/** Runs a command with this library's own reader and with DuckDB. */
async function both(files: Files, words: readonly string[], input: string, end: string): Promise<Both> {
  const outs = ["plain", "engine"].map((name) => join(files.folder, `${name}.${end}`));
  const [command = "", ...options] = words;
  const plain = await run([command, input, ...options, "--out", outs[0] ?? "", "--overwrite"]);
  const engine = await run([command, input, ...options, "--out", outs[1] ?? "", "--overwrite", "--engine", "duckdb"]);
  return {
    plain,
    engine,
    rows: await Promise.all(outs.map(cellsOf)),
    manifests: outs.map((out) => JSON.parse(readFileSync(out.replace(/\.\w+$/, ".manifest.json"), "utf8"))),
  };
}

const counts = ({
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

describe.each(["csv", "parquet"])("DuckDB over %s", (from) => {
  const put = async (files: Files, of: Instrument, rows: number): Promise<string> => {
    const path = files.file(`in.${from}`);
    if (from === "csv") files.put("in.csv", csvOf(headerOf(of), tableOf(of, rows)));
    else await writeRows(path, headerOf(of), tableOf(of, rows), { rawText: true });
    return path;
  };

  test.each(["csv", "tsv", "parquet"])("classifies 3,000 rows as this library does, in their order, to %s", (to) =>
    withFiles(async (files) => {
      const { plain, engine, rows, manifests } = await both(files, ["classify"], await put(files, form, 3000), to);
      expect([plain.code, engine.code, engine.stderr]).toEqual([4, 4, expect.stringContaining("Rows read 3000")]);
      const same = [...headerOf(form), "outcome", "type", ...Object.keys(fiveTypes.types)];
      const [mine = [], theirs = []] = rows;
      expect(theirs).toHaveLength(mine.length);
      expect(Object.keys(theirs[0] ?? {})).toEqual(same);
      expect(theirs).toEqual(mine.map((row) => Object.fromEntries(same.map((name) => [name, row[name]]))));
      expect(files.get("engine.rejects.csv")).toBe(files.get("plain.rejects.csv"));
      expect(counts(manifests[1] ?? {})).toEqual(counts(manifests[0] ?? {}));
      expect(manifests[1]).toMatchObject({
        engine: {
          name: "duckdb",
          version: expect.stringMatching(/^v\d/),
          leftOut: ["settled", "possible", "open", "next_question", "reason"],
        },
      });
    }),
  );

  test.each([warningBehaviours, riskGuide])("scores 3,000 rows of $id as this library does", (of) =>
    withFiles(async (files) => {
      const words = ["score", "--instrument", of.id, "--as-of", "2026-03-01"];
      const { plain, engine, rows, manifests } = await both(files, words, await put(files, of, 3000), "csv");
      expect([plain.code, engine.code]).toEqual([4, 4]);
      const [mine = [], theirs = []] = rows;
      expect(theirs).toHaveLength(mine.length);
      for (const [at, row] of theirs.entries()) {
        const wanted = mine[at] ?? {};
        for (const name of Object.keys(of.indicators)) {
          const [low, high] = [row[`${name}_low`], row[`${name}_high`]];
          const truth = wanted[name];
          if (truth === undefined) expect([low, high]).toEqual([wanted[`${name}_low`], wanted[`${name}_high`]]);
          else expect(truth).toBe({ 0: "false", 1: "unknown", 2: "true" }[Number(low) + Number(high)]);
        }
        for (const [name, level] of Object.entries(of.levels ?? {})) {
          const possible = String(wanted[`${name}_possible`]).split(" ");
          expect(level.ordered).toBe(true);
          const order = Object.keys(level.outcomes).filter((outcome) => possible.includes(outcome));
          const ends = [row[`${name}_at_most`], row[`${name}_at_least`]];
          expect(ends).toEqual([order[0], order.at(-1)]);
        }
      }
      expect(files.get("engine.rejects.csv")).toBe(files.get("plain.rejects.csv"));
      expect(counts(manifests[1] ?? {})).toEqual(counts(manifests[0] ?? {}));
    }),
  );
});

/** Runs classify in DuckDB over a text. Nothing may be left if it does not end well. */
const classified = (text: string | Buffer, name = "in.csv", ...more: readonly string[]) =>
  inFolder(async (folder) => {
    const files = { path: join(folder, name), out: join(folder, "out.csv") };
    writeFileSync(files.path, text);
    const ran = await run(["classify", files.path, "--out", files.out, "--engine", "duckdb", ...more]);
    return { ...ran, left: readdirSync(folder).filter((each) => each !== name) };
  });

const [first = "", second = ""] = items;
const good = `case_id,${first},${second}\na,yes,\nb,no,\n`;

describe("A file that DuckDB may read in another way is refused whole", () => {
  test.each([
    ["a row with too few cells", `${good}c,yes\n`],
    ["a row with too many cells", `${good}c,yes,,\n`],
    ["an empty line", `${good}\nc,yes,\n`],
    ["an empty line at the end", `${good}\n`],
    ["a quote inside a cell", `${good}c"d,yes,\n`],
    ["a quote after a space", `${good}c, "yes",\n`],
    ["text after a closing quote", `${good}"c"d,yes,\n`],
    ["a quote that is never closed", `${good}"c,yes,\n`],
    ["a NUL", `${good}c\0,yes,\n`],
    ["bytes that are not UTF-8", Buffer.concat([Buffer.from(good), Buffer.from([0x63, 0xff, 0x2c, 0x2c, 0x0a])])],
    ["UTF-16", Buffer.from(good, "utf16le")],
    ["line ends of two kinds", good.replace("a,yes,\n", "a,yes,\r\n")],
    ["lone carriage returns", good.replaceAll("\n", "\r")],
    ["a line of three million bytes", `${good}${"x".repeat(3_000_000)},yes,\n`],
    ["a column without a name", good.replace("case_id", "")],
  ])("%s", async (_, text) => {
    const { code, stderr, left } = await classified(text);
    expect([code, stderr.includes("TypeError"), left]).toEqual([
      expect.toSatisfy((end) => [3, 6].includes(end)),
      false,
      [],
    ]);
  });

  test("the 30,000 rows of which DuckDB's own settings lose 1,000", async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => (at < 1000 ? `${at},yes` : `${at},yes,no`));
    const text = `c0,${first}\n${lines.join("\n")}\n`;
    await inFolder(async (folder) => {
      const path = join(folder, "wide.csv");
      writeFileSync(path, text);
      const instance = await DuckDBInstance.create(":memory:");
      const connection = await instance.connect();
      const found = await connection.runAndReadAll(`SELECT count(*) FROM read_csv('${path}')`);
      expect(found.getColumns()).toEqual([[29_000n]]);
      connection.closeSync();
      instance.closeSync();
      const { stderr } = await run(["classify", path, "--dry-run"]);
      expect(stderr).toContain("Rows read 30000, scored 1000, rejected 29000.");
    });
    const { code, left } = await classified(text, "wide.csv");
    expect([code, left]).toEqual([3, []]);
  });

  test("a byte order mark, CRLF, quoted cells and no last line end are read as they are", async () => {
    const text = `\ufeff${good.replaceAll("\n", "\r\n").replace("a,yes", '"a","yes"').trimEnd()}`;
    const { code, stderr, left } = await classified(text);
    expect([code, left]).toEqual([0, ["out.csv", "out.manifest.json", "out.rejects.csv"]]);
    expect(stderr).toContain("Rows read 2, scored 2, rejected 0.");
  });
});

/** A Parquet file of one row, as DuckDB writes this query. */
async function parquetOf(path: string, query: string): Promise<string> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`COPY (${query}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

describe("Columns of Parquet that are not text", () => {
  const classify = (files: Files, query: string, end: string) =>
    parquetOf(files.file("in.parquet"), query).then((path) => both(files, ["classify"], path, end));

  test("pass through to text as this library writes them", () =>
    withFiles(async (files) => {
      const query = `SELECT 7::BIGINT AS id, true AS b, DATE '2024-02-29' AS d, NULL::VARCHAR AS n, 'yes' AS ${first}`;
      const { rows } = await classify(files, query, "csv");
      expect(rows[1]?.[0]).toMatchObject({ id: "7", b: "true", d: "2024-02-29", n: "", [first]: "yes" });
      expect(rows[0]?.[0]).toMatchObject({ id: "7", b: "true", d: "2024-02-29", n: "", [first]: "yes" });
    }));

  test.each([
    ["fractions that are to go to text", `SELECT 0.1::DOUBLE AS id, 'yes' AS ${first}`],
    ["an item held as numbers", `SELECT 'a' AS id, 1 AS ${first}`],
  ])("are refused for %s", (_, query) =>
    withFiles(async (files) => {
      const path = await parquetOf(files.file("in.parquet"), query);
      const { code } = await run(["classify", path, "--out", files.file("out.csv"), "--engine", "duckdb"]);
      expect([code, files.names()]).toEqual([3, ["in.parquet"]]);
    }),
  );
});

describe("DuckDB as it is started", () => {
  test("reaches the paths it is given and nothing else, and lets nothing be changed", () =>
    withFiles(async (files) => {
      const [mine, other] = [files.put("mine.csv", "a\n1\n"), files.put("other.csv", "a\n2\n")];
      const session = await duckdbSession([mine]);
      expect(await session.run(`SELECT count(*) FROM read_csv('${mine}')`)).toEqual([[1n]]);
      for (const statement of [
        `SELECT * FROM read_csv('${other}')`,
        `COPY (SELECT 1) TO '${other}'`,
        `ATTACH '${files.file("new.db")}'`,
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET threads = 1",
      ]) {
        await expect(session.run(statement)).rejects.toThrow();
      }
      session.close();
      expect([files.get("other.csv"), files.names()]).toEqual(["a\n2\n", ["mine.csv", "other.csv"]]);
    }));

  test("is named with the command that installs it if it is absent", async () => {
    vi.doMock("@duckdb/node-api", () => {
      throw new Error("absent");
    });
    const { code, stderr, left } = await classified(good);
    vi.doUnmock("@duckdb/node-api");
    expect([code, stderr, left]).toEqual([2, expect.stringContaining("npm install @duckdb/node-api"), []]);
  });
});

describe("--engine", () => {
  test.each([
    ["another engine", ["--engine", "other"]],
    ["--resume", ["--resume"]],
  ])("refuses %s as wrong usage", async (_, more) => {
    const { code, left } = await classified(good, "in.csv", ...more);
    expect([code, left]).toEqual([2, []]);
  });

  test("refuses NDJSON, packed files and standard output", async () => {
    expect((await classified("{}\n", "in.ndjson")).code).toBe(2);
    expect((await classified(good, "in.csv.gz")).code).toBe(2);
    expect((await run(["classify", "-", "--engine", "duckdb"], good)).code).toBe(2);
  });

  test("refuses a form with days", async () => {
    const words = ["score", "in.csv", "--instrument", "ssb-monitor", "--engine", "duckdb", "--dry-run"];
    expect((await run(words)).code).toBe(2);
  });

  test("writes nothing in a dry run, and says how many rows it read", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "in.csv"), `${good}c,bad,\n`);
      const { code, stderr } = await run(["classify", join(folder, "in.csv"), "--dry-run", "--engine", "duckdb"]);
      expect([code, readdirSync(folder)]).toEqual([4, ["in.csv"]]);
      expect(stderr).toContain("Rows read 3, scored 2, rejected 1.");
    });
  });

  test("names no value of the file where DuckDB's own message would", async () => {
    const { stderr } = await classified(`${good}CANARY,CANARY,CANARY,CANARY\n`);
    expect(stderr).not.toContain("CANARY");
  });
});

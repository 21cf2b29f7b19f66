import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { askedBy, rulesFor } from "../../src/cli/row-scoring.ts";
import {
  changeMonitor,
  conductAndPattern,
  riskGuide,
  technologyAbuse,
  warningBehaviours,
} from "../../src/content/instruments/index.ts";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { writeRows } from "../../src/tables/index.ts";
import { run } from "../support/command.ts";
import { type Files, withFiles } from "../support/files.ts";
import { type Asked, type Both, both, counts, csvOf, headerOf, tableOf } from "./duckdb-runs.ts";

const form = fiveTypes.instrument;

describe.each(["csv", "parquet"])("DuckDB over %s", (from) => {
  const put = async (files: Files, of: Asked, rows: number): Promise<string> => {
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
          leftOut: ["settled", "possible", "open", "next_question", "reason", "scope"],
        },
      });
    }),
  );

  test("keeps rows in their order with any number of threads", () =>
    withFiles(async (files) => {
      const ids = Array.from({ length: 80_000 }, (_, at) => `c${at}`);
      const input = files.file(`many.${from}`);
      await writeRows(
        input,
        ["case_id", "adult", "prior_relationship"],
        ids.map((id, at) => [id, at % 3 === 0 ? "yes" : "", at % 2 === 0 ? "stranger" : "family"]),
      );
      for (const workers of ["2", "4"]) {
        const out = files.file("out.csv");
        const words = ["--out", out, "--engine", "duckdb", "--workers", workers, "--overwrite", "--quiet"];
        expect(await run(["classify", input, ...words])).toMatchObject({ code: 0 });
        const found = readFileSync(out, "utf8").split("\n").slice(1, -1);
        expect(found.map((line) => line.slice(0, line.indexOf(",")))).toEqual(ids);
      }
    }));

  test.each([warningBehaviours, riskGuide, changeMonitor, conductAndPattern])(
    "scores 2,000 rows of $id as this library does",
    (of) =>
      withFiles(async (files) => {
        const words = ["score", "--instrument", of.id, "--as-of", "2024-03-14"];
        const done = await both(files, words, await put(files, of, 2000), "csv");
        expectSameScores(of, done);
        expectSameAccounts(files, done);
        const days = Object.values(of.items).filter(({ responses }) => responses.kind === "date");
        expect(Object.hasOwn(done.manifests[0]?.rejectsByCode ?? {}, "after_as_of")).toBe(days.length > 0);
      }),
  );
});

test.each([
  [conductAndPattern, "ew-pha-4a-fear,us-model-code-2007", 2],
  [technologyAbuse, "eu-2024-1385-art6", 1],
])("DuckDB holds 2,000 rows of $id against definitions as this library does", (of, definitions, columns) =>
  withFiles(async (files) => {
    const scoring = { kind: "score", instrument: of.id, context, definitions } as const;
    const asked = askedBy(await rulesFor(scoring));
    const words = ["score", "--instrument", of.id, "--as-of", context.asOf, "--definitions", definitions];
    const done = await both(files, words, files.put("in.csv", csvOf(headerOf(asked), tableOf(asked, 2000))), "csv");
    const [mine = [], theirs = []] = done.rows;
    const names = Object.keys(mine[0] ?? {}).filter((name) => name.startsWith("definition_"));
    expect(names).toHaveLength(columns);
    const said = (rows: typeof mine) => rows.map((row) => names.map((name) => row[name]));
    expect(said(theirs)).toEqual(said(mine));
    expect(new Set(said(theirs).flat()).size).toBeGreaterThan(1);
    expectSameScores(of, done);
    expectSameAccounts(files, done);
  }),
);

describe("DuckDB over compressed text", () => {
  const compressed = (files: Files, name: string, bytes: Buffer) => {
    writeFileSync(files.file(name), bytes);
    return files.file(name);
  };
  const text = Buffer.from(csvOf(headerOf(form), tableOf(form, 2000)));

  test("reads it in one stretch or several, and compresses the same bytes that it writes uncompressed", () =>
    withFiles(async (files) => {
      const halves = [text.subarray(0, 50_000), text.subarray(50_000)].map((half) => gzipSync(half));
      const done = await both(files, ["classify"], compressed(files, "in.csv.gz", Buffer.concat(halves)), "csv.gz");
      expectSameAccounts(files, done);
      const plain = await both(files, ["classify"], compressed(files, "in.csv", text), "csv");
      expect(gunzipSync(readFileSync(files.file("engine.csv.gz"))).toString()).toBe(files.get("engine.csv"));
      expect(done.manifests[1]?.rows).toEqual(plain.manifests[0]?.rows);
    }));

  test.each([
    ["is cut short", gzipSync(text).subarray(0, -20)],
    ["has other bytes after it", Buffer.concat([gzipSync(text), Buffer.from("c,yes")])],
    ["is not compressed", text],
  ])("refuses a file that %s, and leaves nothing", (_, bytes) =>
    withFiles(async (files) => {
      const path = compressed(files, "in.csv.gz", bytes);
      const { code } = await run(["classify", path, "--out", files.file("out.csv"), "--engine", "duckdb"]);
      expect([code, files.names()]).toEqual([3, ["in.csv.gz"]]);
    }),
  );
});

const context = { asOf: "2024-03-14", window: { from: null, to: "2024-03-14" } } as const;

/** SQL gives two bounds for what this library writes in one cell. */
function expectSameScores(of: Instrument, { rows: [mine = [], theirs = []] }: Both): void {
  expect(theirs).toHaveLength(mine.length);
  for (const [at, row] of theirs.entries()) {
    const wanted = mine[at] ?? {};
    expect(row.case_id).toBe(wanted.case_id);
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
}

function expectSameAccounts(files: Files, { plain, engine, manifests }: Both): void {
  expect([plain.code, engine.code]).toEqual([4, 4]);
  expect(files.get("engine.rejects.csv")).toBe(files.get("plain.rejects.csv"));
  expect(counts(manifests[1] ?? {})).toEqual(counts(manifests[0] ?? {}));
}

import { describe, expect, test } from "vitest";
import { type Issue, parsed } from "../../src/issues/index.ts";
import { formatNamed, type Output, type RowScorer, scoreRows } from "../../src/tables/index.ts";
import { csvRows } from "../support/files.ts";
import { inputOf } from "./inputs.ts";

/** Takes `yes`, `no` and blank for two items, and says what it was given. */
const scorer: RowScorer = {
  items: ["adult", "tone"],
  columns: ["outcome"],
  cells(codes) {
    const wrong = codes.flatMap((code, at) =>
      ["", "yes", "no", undefined, null].includes(code as string) ? [] : [scorer.items[at] ?? ""],
    );
    return parsed(
      () => [codes.map((code) => code ?? "-").join("+")],
      wrong.map((item): Issue => ({ code: "unknown_option", path: [item] })),
    );
  },
};

function memory(): Output & { text(): string } {
  let text = "";
  return {
    write(more) {
      text += Buffer.from(more).toString("utf8");
    },
    written: async () => ({ bytes: 0, sha256: "" }),
    finish: async () => ({ bytes: 0, sha256: "" }),
    discard: () => undefined,
    text: () => text,
  };
}

async function score(
  content: string,
  { from = "csv", to = from, map = {} }: { from?: string; to?: string; map?: object } = {},
) {
  const scored = memory();
  const rejected = memory();
  const tally = await scoreRows({
    input: inputOf(content),
    from: formatNamed(from),
    to: formatNamed(to),
    scorer,
    map: { columns: {}, codes: {}, ...map },
    scored,
    rejected,
    rawText: false,
  });
  return { tally, scored: scored.text(), rejected: rejected.text() };
}

const refusal = (issue: object) => ({ issues: [expect.objectContaining(issue)] });

describe("Scoring rows", () => {
  test("puts every row in exactly one place and counts it there", async () => {
    const { tally, scored, rejected } = await score('id,adult,tone\n1,yes,no\n2,maybe,x\n3,yes\n4,"a"b,no\n5,,\n');
    expect(tally.rows).toEqual({ read: 5, scored: 2, rejected: 3 });
    expect(csvRows(scored)).toEqual([
      ["id", "adult", "tone", "outcome"],
      ["1", "yes", "no", "yes+no"],
      ["5", "", "", "+"],
    ]);
    expect(csvRows(rejected).map(([row, line, codes, , raw]) => [row, line, codes, raw])).toEqual([
      ["row", "line", "codes", "raw"],
      ["2", "3", "unknown_option", "2,maybe,x"],
      ["3", "4", "wrong_cell_count", "3,yes"],
      ["4", "5", "stray_quote", '4,"a"b,no'],
    ]);
    expect(tally.rejectsByCode).toEqual({ unknown_option: 2, wrong_cell_count: 1, stray_quote: 1 });
  });

  test("writes a header alone for a table without rows", async () => {
    const { tally, scored } = await score("id,adult,tone\n");
    expect(tally.rows).toEqual({ read: 0, scored: 0, rejected: 0 });
    expect(scored).toBe("id,adult,tone,outcome\n");
  });

  test("guards a column's name as it guards a cell", async () => {
    const { tally, scored } = await score("=1+1,adult,tone\na,yes,no\n");
    expect(csvRows(scored)[0]).toEqual(["'=1+1", "adult", "tone", "outcome"]);
    expect(tally.guardedCells).toBe(1);
  });

  test("reads mapped columns and codes, and passes the file's own text on", async () => {
    const map = { columns: { adult: "A" }, codes: { adult: { "=1": "yes", x: "no", "9": "" } } };
    const { scored } = await score("id,A,tone\n1,=1,yes\n2,x,\n3,no,\n4,9,\n5,,\n", { map });
    expect(csvRows(scored).slice(1)).toEqual([
      ["1", "'=1", "yes", "yes+yes"],
      ["2", "x", "", "no+"],
      ["3", "no", "", "no+"],
      ["4", "9", "", "+"],
      ["5", "", "", "+"],
    ]);
  });

  test("refuses a map to a column that the file does not have, with the nearest", async () => {
    await expect(score("id,adlut,tone\n1,yes,no\n", { map: { columns: { adult: "adlutt" } } })).rejects.toMatchObject(
      refusal({ code: "missing_column", path: ["cases", "adlutt"], nearest: "adlut" }),
    );
  });

  test.each(["csv", "tsv", "ndjson", "parquet"])("refuses two items of one column before it reads %s", async (from) => {
    const map = { columns: { tone: "adult" } };
    await expect(score("", { from, map })).rejects.toMatchObject(
      refusal({ code: "duplicate_name", path: ["columns", "tone"] }),
    );
  });

  test("refuses a map by which a blank is an answer, whoever made it", async () => {
    const map = { codes: { adult: { "1": "yes", "": "no" } } };
    await expect(score("adult\n1\n", { map })).rejects.toMatchObject(
      refusal({ code: "bad_map", path: ["codes", "adult", 1], expected: ["not_asked"] }),
    );
  });

  test("names the column nearest to a missing item, letter case aside", async () => {
    const { tally } = await score("id,ADULT,tone\n1,yes,no\n");
    expect(tally.missing).toEqual([{ item: "adult", nearest: "ADULT" }]);
    expect(tally.passedThrough).toEqual(["id", "ADULT"]);
  });

  test("refuses a table without any item's column, and one whose columns would be written twice", async () => {
    await expect(score("id,Adult\n1,yes\n")).rejects.toMatchObject(refusal({ code: "missing_column" }));
    await expect(score("id,adult,outcome\n1,yes,x\n")).rejects.toMatchObject(
      refusal({ code: "taken_column", path: ["cases", "outcome"] }),
    );
  });

  test("writes an object's own text, so that long numbers, escapes and key order are kept", async () => {
    const line = '{"id":9007199254740993, "2":1e400,"1":"\\u00e9","__proto__":{"x":-0},"adult":"yes"}';
    const { scored } = await score(`${line}  \r\n {} \n`, { from: "ndjson" });
    expect(scored).toBe(`${line.slice(0, -1)},"outcome":"yes+-"}\n {"outcome":"-+-"}\n`);
  });

  test("finds an item in any object, not only in the first", async () => {
    const { tally } = await score('{"id":1}\n{"adult":"yes"}\n{"Tone":"no"}\n', { from: "ndjson" });
    expect(tally.missing).toEqual([{ item: "tone", nearest: "Tone" }]);
    expect(tally.passedThrough).toEqual(["id", "Tone"]);
  });

  test("rejects an object that has a key of ours", async () => {
    const { tally, rejected } = await score('{"adult":"yes","outcome":"x"}\n{"adult":3}\n{"adult":"no"}\n', {
      from: "ndjson",
    });
    expect(tally.rows).toEqual({ read: 3, scored: 1, rejected: 2 });
    expect(csvRows(rejected).map(([row, , codes]) => [row, codes])).toEqual([
      ["row", "codes"],
      ["1", "taken_column"],
      ["2", "unknown_option"],
    ]);
  });

  test("refuses objects of which none has a column of the map, with the nearest, or any item", async () => {
    const adlut = '{"id":1,"adult":"no"}\n{"tone":"no","adlut":"yes"}\n';
    await expect(score(adlut, { from: "ndjson", map: { columns: { adult: "adlutt" } } })).rejects.toMatchObject(
      refusal({ code: "missing_column", path: ["cases", "adlutt"], nearest: "adlut" }),
    );
    for (const none of ['{"id":1}\n{"note":"x"}\n', "{}\n", '{"Adult":"yes"}\nx\n']) {
      await expect(score(none, { from: "ndjson" })).rejects.toMatchObject(
        refusal({ code: "missing_column", path: ["cases"], expected: ["adult", "tone"] }),
      );
    }
  });

  test("does not say what objects lack if none can be read, or if there is none", async () => {
    const { tally } = await score("x\n[]\n", { from: "ndjson", map: { columns: { adult: "a" } } });
    expect(tally.rows).toEqual({ read: 2, scored: 0, rejected: 2 });
  });

  test.each(["Outcome", "OUT COME", "outco\u00adme"])("rejects an object that has a key like ours: %j", async (key) => {
    const { rejected } = await score(`{"adult":"yes"}\n{"adult":"no",${JSON.stringify(key)}:1}\n`, { from: "ndjson" });
    expect(csvRows(rejected).map(([row, , codes]) => [row, codes])).toEqual([
      ["row", "codes"],
      ["2", "taken_column"],
    ]);
  });

  test("finds an item behind any number of keys, and says that not all keys are kept", async () => {
    const keys = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => `"k${from + at}":1`).join(",");
    const object = (from: number, to: number) => `{${keys(from, to)},"adult":"yes"}\n`;
    const at = await score(object(0, 600) + object(400, 1000), { from: "ndjson" });
    expect(at.tally.passedThrough).toHaveLength(1000);
    expect(at.tally.passedThroughCutAt).toBeUndefined();
    for (const text of [object(0, 1001), object(0, 999) + object(999, 2000), `{${keys(0, 1500)}}\n${object(0, 1)}`]) {
      const { tally } = await score(text, { from: "ndjson" });
      expect(tally.missing.map(({ item }) => item)).toEqual(["tone"]);
      expect(tally.passedThrough).toEqual(Array.from({ length: 1000 }, (_, key) => `k${key}`));
      expect(tally.passedThroughCutAt).toBe(1000);
    }
  });

  test("writes cells as objects and keeps names that look like numbers or prototypes", async () => {
    const { scored } = await score("9,__proto__,adult,tone\n1,=x,yes,no\n", { to: "ndjson" });
    expect(Object.entries(JSON.parse(scored))).toEqual([
      ["9", "1"],
      ["__proto__", "=x"],
      ["adult", "yes"],
      ["tone", "no"],
      ["outcome", "yes+no"],
    ]);
  });

  test("writes a TSV whose cells hold commas, and a CSV of the same rows", async () => {
    const tsv = "id\tadult\ttone\na,b\tyes\tno\n";
    expect((await score(tsv, { from: "tsv" })).scored).toBe("id\tadult\ttone\toutcome\na,b\tyes\tno\tyes+no\n");
    expect((await score(tsv, { from: "tsv", to: "csv" })).scored).toContain('"a,b",yes,no,yes+no\n');
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { AssessmentError } from "../../src/issues/index.ts";
import { readRows, writeRows } from "../../src/tables/index.ts";
import { classifyBytes } from "../support/command.ts";
import { type Files, withFiles } from "../support/files.ts";

const header = ["id", "adult"];
const table = Array.from({ length: 40 }, (_, at) => [`c${at}`, at % 3 === 0 ? null : at % 3 === 1 ? "yes" : "no"]);

/** The bytes of a small Parquet file. */
async function parquetOf(files: Files, columns: readonly string[], rows: readonly (readonly (string | null)[])[]) {
  await writeRows(files.file("whole.parquet"), columns, rows, { overwrite: true, rawText: true });
  return readFileSync(files.file("whole.parquet"));
}

/** What comes of reading bytes as Parquet: how many rows, or the code of the refusal. */
async function readingOf({ put }: Files, bytes: Buffer): Promise<unknown> {
  try {
    let count = 0;
    for await (const { record } of (await readRows(put("in.parquet", bytes))).rows) {
      record();
      count += 1;
    }
    return count;
  } catch (fault) {
    return fault instanceof AssessmentError ? fault.issues[0]?.code : fault;
  }
}

/** The bytes with the last place of some text changed to others of the same length. */
function withText(bytes: Buffer, text: string, other: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  for (let at = changed.indexOf(text); at >= 0; at = changed.indexOf(text, at + 1)) other.copy(changed, at);
  return changed;
}

describe("A Parquet file", () => {
  test("with any byte changed is read as all of its rows or refused, and soon", () =>
    withFiles(async (files) => {
      const bytes = await parquetOf(files, header, table);
      const found = new Map<unknown, number>();
      for (let at = 0; at < bytes.length; at++) {
        for (const to of [0xff, (bytes[at] ?? 0) ^ 0x10]) {
          const what = await readingOf(
            files,
            Buffer.concat([bytes.subarray(0, at), Buffer.of(to), bytes.subarray(at + 1)]),
          );
          found.set(what, (found.get(what) ?? 0) + 1);
        }
      }
      const kinds = [...found.keys()].filter((what) => typeof what !== "string");
      expect(kinds).toEqual([table.length]);
      expect(found.get("unreadable_file")).toBeGreaterThan(60);
    }));

  test("with other bytes over any part of its footer is read as all of its rows or refused", () =>
    withFiles(async (files) => {
      const bytes = await parquetOf(files, header, table);
      const other = Buffer.from("feffffff0f01", "hex");
      const found = new Set<unknown>();
      const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
      for (let at = footer; at < bytes.length - other.length; at++) {
        const changed = Buffer.from(bytes);
        other.copy(changed, at);
        found.add(await readingOf(files, changed));
      }
      expect([...found].filter((what) => typeof what !== "string" && what !== table.length)).toEqual([]);
    }));

  test("whose text is not UTF-8 is refused, and a byte order mark at the start of a text stays", () =>
    withFiles(async (files) => {
      const bytes = await parquetOf(files, header, [["\ufeffCANARY", "yes"]]);
      expect(await readingOf(files, bytes)).toBe(1);
      const { rows } = await readRows(files.put("in.parquet", bytes));
      for await (const { record } of rows) expect(record().id).toBe("\ufeffCANARY");
      const broken = withText(bytes, "CANARY", Buffer.from("CAN\xffRY", "latin1"));
      expect(await readingOf(files, broken)).toBe("wrong_type");
      expect((await classifyBytes(broken, "in.parquet")).stderr).not.toContain("CAN");
    }));

  test("that is encrypted is refused as that", () =>
    withFiles(async (files) => {
      const bytes = await parquetOf(files, header, [["a", "yes"]]);
      const { code, stderr } = await classifyBytes(
        Buffer.concat([bytes.subarray(0, -4), Buffer.from("PARE")]),
        "in.parquet",
      );
      expect([code, stderr]).toEqual([3, expect.stringContaining("a Parquet file that is not encrypted")]);
    }));

  test("with a NUL in a column's name is refused, as other formats are", () =>
    withFiles(async (files) => {
      const bytes = await parquetOf(files, ["i\0d", "adult"], [["a", "yes"]]);
      expect(await readingOf(files, bytes)).toBe("nul_character");
    }));

  test("with a NUL in a text has that row rejected, and by DuckDB it is refused", () =>
    withFiles(async (files) => {
      const bytes = await parquetOf(
        files,
        ["id", "adult", "note"],
        [
          ["a", "yes", "x\0y"],
          ["b", "no", "z"],
        ],
      );
      const { code, rows, stderr } = await classifyBytes(bytes, "in.parquet");
      expect([code, rows]).toEqual([4, { read: 2, scored: 1, rejected: 1 }]);
      expect(stderr).toContain("NUL_CHARACTER  in.parquet  row 1");
      const engine = await classifyBytes(bytes, "in.parquet", "--engine", "duckdb");
      expect([engine.code, engine.files]).toEqual([3, []]);
    }));

  test("that declares a longer footer than any table has is refused before it is read", () =>
    withFiles(async (files) => {
      const bytes = await parquetOf(files, header, table);
      const footer = Buffer.concat([Buffer.alloc(70 << 20, "PAR1"), bytes.subarray(-8)]);
      footer.writeUInt32LE(69 << 20, footer.length - 8);
      expect(await readingOf(files, footer)).toBe("too_large");
    }));

  test("that is refused, or opened and never read, is not held open", () =>
    withFiles(async (files) => {
      const bytes = await parquetOf(files, header, table);
      const held = () => readdirSync("/dev/fd").length;
      const before = held();
      for (let again = 0; again < 20; again++) {
        expect(await readingOf(files, bytes.subarray(0, -12))).toBe("unreadable_file");
        await readRows(files.put("in.parquet", bytes));
      }
      expect(held()).toBe(before);
    }));
});

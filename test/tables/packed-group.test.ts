import fc from "fast-check";
import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { readRows, writeRows } from "../../src/tables/index.ts";
import { packedGroup } from "../../src/tables/packed-group.ts";
import { duckdbFolder } from "../support/duckdb-folder.ts";

const { at, query } = duckdbFolder();

/** Cells that repeat, which get a dictionary, or that do not. */
const cells = fc.array(fc.oneof(fc.constantFrom("a", "b", null), fc.string()), { minLength: 30, maxLength: 60 });

describe("The account of a group of rows that is kept packed", () => {
  it("says what it said, whatever the groups hold", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cells, cells), { minLength: 2, maxLength: 5 }), (groups) => {
        const columnsOf = (pair: readonly (readonly (string | null)[])[]) =>
          pair.map((data, place) => ({
            name: `c${place}`,
            type: "STRING" as const,
            nullable: true,
            data: data.slice(0, 30),
            offsetIndex: false,
            statistics: false,
          }));
        const schema = schemaFromColumnData({ columnData: columnsOf(groups[0] ?? []) });
        const writer = new ParquetWriter({ writer: new ByteWriter(), schema });
        for (const group of groups) writer.write({ columnData: columnsOf(group) });
        const [first, ...others] = writer.row_groups;
        if (first === undefined) throw new Error("no group");
        for (const group of others) expect(packedGroup(group, first)).toEqual(group);
      }),
    );
  });

  it("lets another reader find every cell of groups that are encoded each in its own way", async () => {
    const rows = 50_000;
    // First few words, then as many as rows, then none at all.
    const cellAt = (row: number) => (row < 16_000 ? `word ${row % 3}` : row < 32_000 ? `own ${row}` : null);
    await writeRows(
      at("groups.parquet"),
      ["row", "cell"],
      Array.from({ length: rows }, (_, row) => [row, cellAt(row)]),
    );
    const found = await query(`SELECT "row", cell FROM read_parquet('${at("groups.parquet")}') ORDER BY "row"`);
    expect(found).toEqual(Array.from({ length: rows }, (_, row) => [row, cellAt(row)]));
    const groups = await query(
      `SELECT count(DISTINCT row_group_id), count(DISTINCT encodings) FROM parquet_metadata('${at("groups.parquet")}') WHERE path_in_schema = 'cell'`,
    );
    expect(groups).toEqual([[4n, 2n]]);
    let read = 0;
    for await (const { record } of (await readRows(at("groups.parquet"))).rows) {
      expect(record()).toEqual({ row: read, cell: cellAt(read) });
      read += 1;
    }
    expect(read).toBe(rows);
  });
});

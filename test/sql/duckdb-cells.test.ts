import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import * as instruments from "../../src/content/instruments/index.ts";
import { classifySql, duckdb, scoreSql } from "../../src/sql/index.ts";
import { fiveTypes, type Instrument } from "../support/library.ts";

const allInstruments: readonly Instrument[] = Object.values(instruments);
const listWithNull = /\[[^\]]*\bNULL\b/;

describe("A statement for DuckDB", () => {
  it.each(allInstruments)("of $id searches no list for NULL: some releases find it there and some do not", (form) => {
    expect(scoreSql(form, { dialect: duckdb, table: "cases" }).statement).not.toMatch(listWithNull);
  });

  it("of the types searches no list for NULL", () => {
    expect(classifySql(fiveTypes, { dialect: duckdb, table: "cases" }).statement).not.toMatch(listWithNull);
  });

  it.each(allInstruments)("of $id takes no word in other letters, whatever the columns' collation", async (form) => {
    const items = Object.keys(form.items);
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const columns = items.map((item) => `${duckdb.identifier(item)} VARCHAR COLLATE NOCASE.NOACCENT`);
    await connection.run(`CREATE TABLE cases (${columns.join(", ")})`);
    await connection.run(`INSERT INTO cases VALUES (${items.map(() => "'NÖT_Sure'").join(", ")})`);
    const { statement } = scoreSql(form, { dialect: duckdb, table: "cases" });
    // DuckDB 2.0 searches lists by the collation of what it looks for, 1.5 does not.
    expect(statement).not.toMatch(/AS VARCHAR\)(?! COLLATE C\b)/);
    const found = await connection.runAndReadAll(`SELECT faults FROM (${statement}) AS s`);
    expect(found.getRowsJson()).toEqual([[items.join(" ")]]);
    connection.closeSync();
    instance.closeSync();
  });
});

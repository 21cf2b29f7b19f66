import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as instruments from "../../src/content/instruments/index.ts";
import { classifySql, scoreSql } from "../../src/sql/index.ts";
import { type Engine, engines, type Row } from "../support/engines.ts";
import { expectedClassified, expectedScored } from "../support/expected-rows.ts";
import { fiveTypes, type Instrument } from "../support/library.ts";
import { type Cells, edgeRows, randomRows } from "../support/random-rows.ts";

const allInstruments: readonly Instrument[] = Object.values(instruments);
const rowsOf = (form: Instrument): readonly Cells[] => {
  const edges = edgeRows(form);
  return [...edges, ...randomRows(form, 5_000 - edges.length)];
};

describe.each(engines)("on %s", (_, open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  const results = async (form: Instrument, rows: readonly Cells[], statement: string): Promise<readonly Row[]> => {
    const columns = ["row_number", ...Object.keys(form.items)];
    await engine.load(
      "cases",
      columns,
      rows.map((row, at) => [String(at), ...row]),
    );
    return engine.run(`SELECT * FROM (${statement}) AS s ORDER BY CAST(row_number AS integer)`);
  };

  it("5,000 rows are classified as classify does, faulty rows apart", async () => {
    const form = fiveTypes.instrument;
    const rows = rowsOf(form);
    const { statement, columns } = classifySql(fiveTypes, { dialect: engine.dialect, table: "cases" });
    const found = await results(form, rows, statement);
    expect(found).toHaveLength(rows.length);
    expect(Object.keys(found[0] ?? {})).toEqual(["row_number", ...Object.keys(form.items), ...columns]);
    for (const [at, cells] of rows.entries()) {
      const wanted = expectedClassified(fiveTypes, cells);
      const got = Object.fromEntries(columns.map((column) => [column, found[at]?.[column]]));
      if (JSON.stringify(got) !== JSON.stringify(wanted)) expect({ cells, ...got }).toEqual({ cells, ...wanted });
    }
    const kinds = new Set(found.map(({ outcome }) => outcome));
    expect(kinds).toEqual(
      new Set([null, "single", "leading", "mixed", "undetermined", "insufficient", "out_of_scope"]),
    );
  });

  it.each(allInstruments)("5,000 rows of $id are scored as evaluate and score do", async (form) => {
    const rows = rowsOf(form);
    const { statement, columns } = scoreSql(form, { dialect: engine.dialect, table: "cases" });
    const found = await results(form, rows, statement);
    expect(found).toHaveLength(rows.length);
    for (const [at, cells] of rows.entries()) {
      const wanted = expectedScored(form, cells);
      const got = Object.fromEntries(columns.map((column) => [column, found[at]?.[column]]));
      if (JSON.stringify(got) !== JSON.stringify(wanted)) expect({ cells, ...got }).toEqual({ cells, ...wanted });
    }
    for (const name of Object.keys(form.indicators)) {
      const count = (test: (row: Row) => boolean) => found.filter(test).length;
      const faulty = count(({ faults }) => faults !== "");
      const split = [
        count((row) => row.faults === "" && row[`${name}_low`] === row[`${name}_high`]),
        count((row) => row.faults === "" && Number(row[`${name}_low`]) < Number(row[`${name}_high`])),
      ];
      expect(split.reduce((a, b) => a + b, faulty)).toBe(rows.length);
    }
  });
});

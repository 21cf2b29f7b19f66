import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { classifySql } from "../../src/sql/index.ts";
import { conditionsOver } from "../support/arbitraries.ts";
import { type Engine, engines } from "../support/engines.ts";
import { expectedClassified } from "../support/expected-rows.ts";
import { type Condition, fiveTypes, oneOf, type Typology } from "../support/library.ts";
import { edgeRows, randomRows } from "../support/random-rows.ts";
import { toyChoices, toySigns } from "../support/toy-instruments.ts";

/** The five types' typology with other rules over another form. */
const typologyOf = (outside: Condition, criteria: readonly Condition[]): Typology => ({
  ...fiveTypes,
  instrument: toyChoices,
  scope: { ...fiveTypes.scope, outside },
  firstAim: "place",
  types: Object.fromEntries(
    criteria.map((each, at) => [
      `t${at}`,
      { ...fiveTypes.types.rejected, criteria: each, firstAims: [["home", "work", "street"][at] ?? "home"] },
    ]),
  ),
  contradictions: {},
  alerts: {},
});
const typologies = fc
  .sample(fc.tuple(conditionsOver(toyChoices), fc.array(conditionsOver(toyChoices), { minLength: 1, maxLength: 3 })), {
    numRuns: 40,
    seed: 20,
  })
  .map(([outside, criteria]) => typologyOf(outside, criteria));

describe("outcomes looked up by combination", () => {
  let engine: Engine;
  beforeAll(async () => {
    for (const [name, open] of engines) if (name === "DuckDB") engine = await open();
  });
  afterAll(() => engine.close());

  it("or worked out in each row are those of classify for any rules, and some of these rules have them", async () => {
    const columns = ["row_number", ...Object.keys(toyChoices.items)];
    const rows = [...edgeRows(toyChoices), ...randomRows(toyChoices, 400)];
    await engine.load(
      "cases",
      columns,
      rows.map((row, at) => [String(at), ...row]),
    );
    const { numbers, ...inEachRow } = engine.dialect;
    const dialects = [engine.dialect, inEachRow, { ...inEachRow, stepsInOne: 16 }];
    let combined = 0;
    for (const [typology, dialect] of typologies.flatMap((each) =>
      dialects.map((dialect) => [each, dialect] as const),
    )) {
      const { statement, columns: added } = classifySql(typology, { dialect, table: "cases" });
      if (statement.includes("ssb_told")) combined += 1;
      const found = await engine.run(`SELECT * FROM (${statement}) AS s ORDER BY CAST(row_number AS integer)`);
      expect(found).toHaveLength(rows.length);
      for (const [at, cells] of rows.entries()) {
        const got = Object.fromEntries(added.map((column) => [column, found[at]?.[column]]));
        const wanted = expectedClassified(typology, cells);
        if (JSON.stringify(got) !== JSON.stringify(wanted)) expect({ cells, ...got }).toEqual({ cells, ...wanted });
      }
    }
    expect(combined).toBeGreaterThan(5);
    expect(combined).toBeLessThan(typologies.length);
  });

  it("are refused where there are too many, and no row could be worked out by steps either", () => {
    const { first, ...signs } = toySigns.items;
    const typology: Typology = {
      ...typologyOf(oneOf("first", "nothing"), []),
      instrument: toySigns,
      firstAim: "first",
      types: Object.fromEntries(
        Object.keys(signs).map((id) => [
          id,
          { ...fiveTypes.types.rejected, criteria: oneOf(id, "yes"), firstAims: [id] },
        ]),
      ),
    };
    expect(() => classifySql(typology, { dialect: engine.dialect, table: "cases" })).toThrow("too_large: typology");
  });

  it("take in a cell that is missing, a prefix and columns of other names", async () => {
    await engine.load(
      "cases",
      ["row_number", "wanted"],
      [
        ["0", "yes"],
        ["1", null],
        ["2", "Yes"],
      ],
    );
    const { wants_back: _, ...others } = fiveTypes.instrument.items;
    const { statement } = classifySql(fiveTypes, {
      dialect: engine.dialect,
      table: "cases",
      columns: { wants_back: "wanted" },
      absent: Object.keys(others),
      prefix: "ssb_",
    });
    expect(statement).toContain("ssb_told");
    const found = await engine.run(
      `SELECT ssb_faults, ssb_outcome, ssb_rejected FROM (${statement}) AS s ORDER BY row_number`,
    );
    expect(found).toEqual([
      { ssb_faults: "", ssb_outcome: "insufficient", ssb_rejected: "possible" },
      { ssb_faults: "", ssb_outcome: "insufficient", ssb_rejected: "possible" },
      { ssb_faults: "wants_back", ssb_outcome: null, ssb_rejected: null },
    ]);
  });

  it("find a fault in every cell that holds another item's code, or any other text of the statement", async () => {
    const items = Object.keys(fiveTypes.instrument.items);
    const { statement, columns: added } = classifySql(fiveTypes, { dialect: engine.dialect, table: "cases" });
    const texts = [...new Set([...statement.matchAll(/'([^']*)'/g)].map(([, text = ""]) => text)), "-----------"];
    const rows = items.flatMap((_, at) =>
      texts.map((text) => items.map((_, place) => (place === at ? text : "not_asked"))),
    );
    await engine.load(
      "cases",
      ["row_number", ...items],
      rows.map((row, at) => [String(at), ...row]),
    );
    const found = await engine.run(`SELECT * FROM (${statement}) AS s ORDER BY CAST(row_number AS integer)`);
    const got = found.map((row) => added.map((column) => row[column]));
    expect(got).toEqual(rows.map((cells) => Object.values(expectedClassified(fiveTypes, cells))));
    expect(got.filter(([faults]) => faults !== "").length).toBeGreaterThan(rows.length / 2);
  });
});

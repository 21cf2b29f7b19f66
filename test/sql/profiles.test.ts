import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allProfiles } from "../../src/content/definitions/index.ts";
import { profileScope } from "../../src/definition/index.ts";
import { profileSql } from "../../src/sql/index.ts";
import { type Engine, engines } from "../support/engines.ts";
import { expectedProfile } from "../support/expected-rows.ts";
import { type Cells, dayRows, edgeRows, randomRows } from "../support/random-rows.ts";

const asOf = "2024-03-15";

describe.each(engines)("on %s", (_, open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  it.each(allProfiles)("$id: rows are held against the definition as applyProfile does", async (profile) => {
    const scope = profileScope(profile);
    const edges = edgeRows(scope);
    const rows: readonly Cells[] = [
      ...edges.filter((__, at) => at % 16 === 0),
      ...dayRows(scope, 60),
      ...randomRows(scope, 40),
    ];
    await engine.load(
      "cases",
      ["row_number", ...Object.keys(scope.items)],
      rows.map((row, at) => [String(at), ...row]),
    );
    const { statement, columns } = profileSql(profile, { dialect: engine.dialect, table: "cases", asOf });
    const found = await engine.run(`SELECT * FROM (${statement}) AS s ORDER BY CAST(row_number AS integer)`);
    expect(found).toHaveLength(rows.length);
    for (const [at, cells] of rows.entries()) {
      const wanted = expectedProfile(profile, cells, columns, asOf);
      const got = Object.fromEntries(columns.map((column) => [column, found[at]?.[column]]));
      if (JSON.stringify(got) !== JSON.stringify(wanted)) expect({ cells, ...got }).toEqual({ cells, ...wanted });
    }
  });
});

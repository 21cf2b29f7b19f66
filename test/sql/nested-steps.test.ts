import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { twoWeekWatershed } from "../../src/content/definitions/index.ts";
import { conductAndPattern } from "../../src/content/instruments/index.ts";
import { profileScope } from "../../src/definition/index.ts";
import { type Dialect, profileSql, scoreSql } from "../../src/sql/index.ts";
import { type Engine, engines } from "../support/engines.ts";
import { dayRows, edgeRows } from "../support/random-rows.ts";

/** Statements by what they are made of; each is held elsewhere to the interpreter, with a step in each sub-query. */
const subjects = [
  ["conduct", conductAndPattern, (dialect: Dialect) => scoreSql(conductAndPattern, { dialect, table: "cases" })],
  [
    "a definition",
    profileScope(twoWeekWatershed),
    (dialect: Dialect) => profileSql(twoWeekWatershed, { dialect, table: "cases", asOf: "2024-03-15" }),
  ],
] as const;

describe("Steps of a decision in one expression", () => {
  let engine: Engine;
  beforeAll(async () => {
    for (const [name, open] of engines) if (name === "DuckDB") engine = await open();
  });
  afterAll(() => engine.close());

  it.each(subjects)(
    "%s: every edge and 3,000 rows come out as with a sub-query for each step",
    async (_, asked, statementFor) => {
      const rows = [...edgeRows(asked), ...dayRows(asked, 3000)];
      await engine.load(
        "cases",
        ["row_number", ...Object.keys(asked.items)],
        rows.map((row, at) => [String(at), ...row]),
      );
      const plain = statementFor(engine.dialect).statement;
      for (const stepsInOne of [2, 16]) {
        const { statement } = statementFor({ ...engine.dialect, stepsInOne });
        expect(layersIn(statement)).toBeLessThan(layersIn(plain));
        const [found] = await engine.run(
          `SELECT count(*) AS rows, (SELECT count(*) FROM ((${statement}) EXCEPT ALL (${plain})) AS d) AS other FROM (${statement}) AS s`,
        );
        expect([Number(found?.rows), Number(found?.other)]).toEqual([rows.length, 0]);
      }
    },
  );
});

const layersIn = (statement: string): number => statement.split("\nSELECT\n").length;

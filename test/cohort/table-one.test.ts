import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CaseVariable, tableOne } from "../../src/cohort/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";

const variables: readonly CaseVariable[] = [
  { name: "age", kind: "number" },
  { name: "sex", kind: "codes", codes: ["f", "m"] },
];

describe("the first table of a study", () => {
  it("gives mean, spread, median and range as worked by hand, and counts what is not known", () => {
    const cases = [2, 4, 4, 4, 5, 5, 7, 9].map((age) => ({ age, sex: age > 4 ? "f" : null }));
    const { rows } = tableOne(cases, variables);
    expect(rows[0]?.all).toMatchObject({ known: 8, unknown: 0, mean: 5, median: 4.5, range: [2, 9] });
    expect(rows[0]?.all.kind === "number" && rows[0].all.sd).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(rows[1]?.all).toEqual({ kind: "codes", known: 4, unknown: 4, counts: [4, 0] });
  });

  it("has no value, and not zero, where nothing is known or one case gives no spread", () => {
    expect(tableOne([], variables).rows[0]?.all).toMatchObject({ mean: null, sd: null, median: null, range: null });
    expect(tableOne([{ age: 3 }], variables).rows[0]?.all).toMatchObject({ mean: 3, sd: null, median: 3 });
  });

  it("parts the cases, so that groups add up to all", () => {
    const someCase = fc.record({
      age: fc.option(fc.integer({ min: 0, max: 99 })),
      sex: fc.constantFrom("f", "m", null),
      group: fc.constantFrom("a", "b", "c"),
    });
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 40 }), (cases) => {
        const { groups, n, rows } = tableOne(cases, variables, ({ group }) => String(group));
        expect(groups.reduce((total, each) => total + each.n, 0)).toBe(n);
        for (const { all, byGroup } of rows) {
          for (const part of ["known", "unknown"] as const) {
            expect(byGroup.reduce((total, column) => total + column[part], 0)).toBe(all[part]);
          }
          expect(all.known + all.unknown).toBe(n);
        }
      }),
    );
  });

  it("refuses a code that is not declared and a number that is none, naming the rows", () => {
    const cases = [{ sex: "f" }, { sex: "x" }, { age: Number.NaN }];
    const caught = (() => {
      try {
        return tableOne(cases, variables);
      } catch (fault) {
        return fault;
      }
    })();
    expect(caught).toBeInstanceOf(AssessmentError);
    expect((caught as AssessmentError).issues.map(({ code, row }) => [code, row])).toEqual([
      ["unknown_category", 2],
      ["wrong_type", 3],
    ]);
  });
});

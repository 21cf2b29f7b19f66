import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, truthAt } from "../../src/rules/index.ts";
import { answersTo, conditionsOver, quantitiesOver } from "../support/arbitraries.ts";
import { type Answers, caseBytes, evaluate, type Rule, tabulate } from "../support/library.ts";
import { toyChoices } from "../support/toy-instruments.ts";

const reader = caseBytes(toyChoices);
if (reader === undefined) throw new Error("the toy form is answered by codes alone");
const manyCases = fc.array(answersTo(toyChoices), { minLength: 1, maxLength: 100 });

/** Columns of the cases, repeated so that blocks and their ends are crossed. */
function columnsOf(cases: readonly Answers[], rows: number): Record<string, Uint8Array> {
  const read = cases.map((answers) => reader?.read(answers) ?? new Uint8Array());
  return Object.fromEntries(
    (reader?.items ?? []).map((item, place) => [
      item,
      Uint8Array.from({ length: rows }, (_, row) => read[row % read.length]?.[place] ?? 0),
    ]),
  );
}

describe.each<[string, fc.Arbitrary<Rule>]>([
  ["condition", conditionsOver(toyChoices)],
  ["quantity", quantitiesOver(toyChoices)],
])("every %s", (_, rule) => {
  it("gives over columns exactly what evaluate gives case by case", () => {
    fc.assert(
      fc.property(rule, manyCases, fc.constantFrom(1, 31, 32, 33, 2048, 2100), (each, cases, rows) => {
        const run = compile({ each }, toyChoices);
        const result = run?.(columnsOf(cases, rows), rows).each;
        expect(result).toBeDefined();
        if (result === undefined) return;
        for (let row = 0; row < rows; row++) {
          const slow = evaluate(each, cases[row % cases.length] ?? {}, toyChoices);
          const fast = result.kind === "truths" ? truthAt(result, row) : [result.low[row], result.high[row]];
          if (fast[0] !== slow[0] || fast[1] !== slow[1]) expect({ row, fast }).toEqual({ row, fast: slow });
        }
      }),
      { numRuns: 150 },
    );
  });

  it("gives from its table exactly what evaluate gives", () => {
    fc.assert(
      fc.property(rule, answersTo(toyChoices), (each, answers) => {
        const table = tabulate(each, toyChoices, reader);
        fc.pre(table !== undefined);
        const bytes = reader.read(answers);
        const entry = table.places.reduce((sum, place, at) => sum + (table.steps[at]?.[bytes[place] ?? 0] ?? 0), 0);
        expect([table.low[entry], table.high[entry]]).toEqual([...evaluate(each, answers, toyChoices)]);
      }),
      { numRuns: 400 },
    );
  });
});

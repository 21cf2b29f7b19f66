import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bounds, compile, type Truths, truthAt } from "../../src/rules/index.ts";
import { answersTo, conditionsOver, quantitiesOver } from "../support/arbitraries.ts";
import { type Answers, caseBytes, choice, evaluate, type Rule, tabulate } from "../support/library.ts";
import { toyChoices } from "../support/toy-instruments.ts";

const reader = caseBytes(toyChoices);
if (reader === undefined) throw new Error("the toy form is answered by codes alone");
const manyCases = fc.array(answersTo(toyChoices), { minLength: 1, maxLength: 100 });

/** Columns of the cases, repeated so that blocks and their ends are crossed. */
function columnsOf(cases: readonly Answers[], rows: number, offset = 0): Record<string, Uint8Array> {
  const read = cases.map((answers) => reader?.read(answers) ?? new Uint8Array());
  return Object.fromEntries(
    (reader?.items ?? []).map((item, place) => [
      item,
      // Bytes that lie before a column, and wherever it begins, are none of its cases.
      Uint8Array.from({ length: rows + offset }, (_, at) =>
        at < offset ? 7 : (read[(at - offset) % read.length]?.[place] ?? 0),
      ).subarray(offset),
    ]),
  );
}

describe.each<[string, fc.Arbitrary<Rule>]>([
  ["condition", conditionsOver(toyChoices)],
  ["quantity", quantitiesOver(toyChoices)],
])("every %s", (_, rule) => {
  it("gives over columns exactly what evaluate gives case by case", () => {
    fc.assert(
      fc.property(
        rule,
        manyCases,
        fc.constantFrom(1, 31, 32, 33, 2048, 2100, 4097),
        fc.nat(3),
        (each, cases, rows, offset) => {
          const run = compile({ each }, toyChoices);
          const result = run?.(columnsOf(cases, rows, offset), rows).each;
          expect(result).toBeDefined();
          if (result === undefined) return;
          for (let row = 0; row < rows; row++) {
            const slow = evaluate(each, cases[row % cases.length] ?? {}, toyChoices);
            const fast = result.kind === "truths" ? truthAt(result, row) : [result.low[row], result.high[row]];
            if (fast[0] !== slow[0] || fast[1] !== slow[1]) expect({ row, fast }).toEqual({ row, fast: slow });
          }
        },
      ),
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

describe("a program over columns", () => {
  const [item = ""] = reader.items;
  const run = compile({ each: { kind: "one_of", item, codes: ["yes"] } }, toyChoices);

  it("is not made for an item that the scope does not hold, since its bytes would mean nothing", () => {
    expect(compile({ each: { kind: "one_of", item: "elsewhere", codes: ["yes"] } }, toyChoices)).toBeUndefined();
    expect(() => compile({}, undefined as never)).toThrow("malformed: scope.");
  });

  it("tells a judgement from an option of that name", () => {
    const odd = { items: { x: { responses: choice({ yes: { label: "Y" }, judged: { label: "J" } }) } } };
    const found = compile(
      { code: { kind: "one_of", item: "x", codes: ["judged"] }, judged: { kind: "judgement", item: "x" } },
      odd,
    )?.({ x: Uint8Array.of(4) }, 1);
    const told = (truths: Truths | Bounds | undefined) => truths?.kind === "truths" && truthAt(truths, 0);
    expect([told(found?.code), told(found?.judged)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it("refuses a column with fewer cases than there are, by its item, and reads a missing one as open", () => {
    expect(() => run?.({ [item]: new Uint8Array(9) }, 10)).toThrow(
      expect.objectContaining({ issues: [{ code: "unequal_lengths", path: [item], expected: ["10 cases"] }] }),
    );
    const open = run?.({}, 3000).each;
    expect(open?.kind === "truths" && [truthAt(open, 0), truthAt(open, 2999)]).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses %s as a number of cases", (rows) => {
    expect(() => run?.({}, rows)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "out_of_range" })] }),
    );
  });
});

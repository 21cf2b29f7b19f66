import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scoreSql } from "../../src/sql/index.ts";
import { answersTo, conditionsOver, quantitiesOver } from "../support/arbitraries.ts";
import { type Engine, engines } from "../support/engines.ts";
import { expectedScored } from "../support/expected-rows.ts";
import { type Answers, designChoice, type Instrument, judgement, oneOf, type Rule } from "../support/library.ts";
import { type Cells, edgeRows, randomRows } from "../support/random-rows.ts";
import { toy, toyChoices, toyFractions } from "../support/toy-instruments.ts";

const example = designChoice("a rule of the tests");

/** A form with these rules in place of its own, beside the one that they may refer to. */
const withRules = (form: Instrument, rules: readonly Rule[]): Instrument => ({
  ...form,
  indicators: {
    ...form.indicators,
    ...Object.fromEntries(rules.map((rule, at) => [`rule_${at}`, { means: "a rule", rule, basis: [example] }])),
  },
});

const cellsOf = (form: Instrument, answers: Answers): Cells =>
  Object.keys(form.items).map((item) => (answers[item] === undefined ? null : String(answers[item])));

describe.each(engines)("on %s", (_, open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  const check = async (form: Instrument, rows: readonly Cells[]): Promise<void> => {
    const { statement, columns } = scoreSql(form, { dialect: engine.dialect, table: "cases" });
    await engine.load(
      "cases",
      ["row_number", ...Object.keys(form.items)],
      rows.map((row, at) => [String(at), ...row]),
    );
    const found = await engine.run(`SELECT * FROM (${statement}) AS s ORDER BY CAST(row_number AS integer)`);
    expect(found).toHaveLength(rows.length);
    for (const [at, cells] of rows.entries()) {
      const got = Object.fromEntries(columns.map((column) => [column, found[at]?.[column]]));
      const wanted = expectedScored(form, cells);
      for (const column of columns) {
        // Bit for bit, but for the sign of zero, which no answer has.
        if (got[column] !== wanted[column])
          expect({ cells, column, got: got[column] }).toEqual({ cells, column, got: wanted[column] });
      }
    }
  };

  it.each([
    ["codes", toyChoices],
    ["codes, numbers and gates behind gates", toy],
    ["codes worth fractions", toyFractions],
  ] as const)("any rule over a form of %s gives what evaluate gives, to the last bit", async (__, form) => {
    const rules = fc.array(fc.oneof(conditionsOver(form), quantitiesOver(form)), { minLength: 8, maxLength: 8 });
    const many = fc.array(answersTo(form), { minLength: 40, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(rules, many, (of, cases) =>
        check(
          withRules(form, of),
          cases.map((answers) => cellsOf(form, answers)),
        ),
      ),
      { numRuns: 60 },
    );
  });

  it("20,000 rows with numbers, dates and faulty cells are scored as evaluate does", async () => {
    await check(toy, [...edgeRows(toy), ...randomRows(toy, 20_000)]);
  });

  it("a mean over items that may not apply takes in those that pull it down, in the same order of sums", async () => {
    const of = ["one", "two", "three", "four", "five"].map((item) => ({ kind: "value", item }) as const);
    const conditions = of.map(({ item }) => oneOf(item, "tenth", "much"));
    const form = withRules(toyFractions, [
      { kind: "mean", of, minAnswered: 0, ifNone: -0.05 },
      { kind: "mean", of: of.toReversed(), minAnswered: 0, ifNone: 7 },
      { kind: "share", of: conditions, ifNone: 0.5 },
      { kind: "sum", of },
      { kind: "least", of, ifNone: 1 },
      { kind: "greatest", of, ifNone: -1 },
      { kind: "compare", is: "equals", to: 0.3, of: [{ kind: "mean", of, minAnswered: 0, ifNone: 0.3 }] },
    ]);
    await check(form, [...edgeRows(form), ...randomRows(form, 5000, 7)]);
  });

  it("a judgement is unknown until it is entered", async () => {
    const form = withRules(toyChoices, [judgement("met"), judgement("calls"), judgement("afraid")]);
    await check(form, edgeRows(form));
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerSum } from "../../src/rules/answer-sum.ts";
import { caseNumbers, truthField } from "../../src/rules/index.ts";
import { mostSites } from "../../src/rules/site-sum.ts";
import { answersTo } from "../support/arbitraries.ts";
import { type Answers, caseBytes, evaluate, fiveTypes, relationshipAndMotive, tabulate } from "../support/library.ts";

const reader = caseBytes(relationshipAndMotive)!;
const conditions = [
  ...Object.values(fiveTypes.types).flatMap(({ criteria, supports, against }) => [criteria, ...supports, ...against]),
  ...Object.values(fiveTypes.contradictions).map(({ when }) => when),
];
const criteria = Object.values(fiveTypes.types).map((type) => type.criteria);

/** Every item as a key, those not answered as `undefined`, so that all rows share one order of keys. */
const asRow = (answers: Answers): Answers =>
  Object.fromEntries(reader.items.map((item) => [item, answers[item]])) as unknown as Answers;

describe("The number of a case", () => {
  test("says of the five types' criteria what evaluate says, for sparse cases and for rows of one shape", () => {
    const tables = criteria.map((rule) => tabulate(rule, relationshipAndMotive, reader)!);
    const numbers = caseNumbers(tables.map(truthField), reader)!;
    fc.assert(
      fc.property(answersTo(relationshipAndMotive), (answers) => {
        const number = numbers.of(answers);
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThan(numbers.size);
        expect(numbers.of(asRow(answers))).toBe(number);
        expect(numbers.values(number)).toEqual(
          criteria.map((rule) => {
            const [low, high] = evaluate(rule, answers, relationshipAndMotive);
            return low + high;
          }),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test("says of any few of the conditions of the five types what evaluate says", () => {
    fc.assert(
      fc.property(
        fc.subarray(conditions, { minLength: 1, maxLength: 6 }),
        answersTo(relationshipAndMotive),
        (rules, answers) => {
          const tables = rules.map((rule) => tabulate(rule, relationshipAndMotive, reader));
          const known = tables.filter((table) => table !== undefined);
          fc.pre(known.length === rules.length);
          const numbers = caseNumbers(known.map(truthField), reader);
          fc.pre(numbers !== undefined);
          expect(numbers.values(numbers.of(answers))).toEqual(
            rules.map((rule) => evaluate(rule, answers, relationshipAndMotive).reduce((low, high) => low + high)),
          );
        },
      ),
    );
  });

  test("is -1 for an unknown key, a code that is not the item's, and anything but a plain object", () => {
    const tables = criteria.map((rule) => tabulate(rule, relationshipAndMotive, reader)!);
    const numbers = caseNumbers(tables.map(truthField), reader)!;
    const wrong: readonly unknown[] = [
      { wants_bak: "yes" },
      { wants_back: "Yes" },
      { ...asRow({}), wants_back: null },
      { ...asRow({}), wants_bak: "yes" },
      { ...asRow({}), prior_relationship: "yes" },
      Object.create({ wants_back: "yes" }),
      [],
      null,
      "yes",
    ];
    for (const answers of wrong) expect(numbers.of(answers as Answers)).toBe(-1);
  });

  test("is not given to rules that have too many values together", () => {
    const tables = criteria.map((rule) => tabulate(rule, relationshipAndMotive, reader)!);
    expect(caseNumbers([...tables, ...tables, ...tables].map(truthField), reader)).toBeUndefined();
  });
});

/** A row that tells the order in which its answers are read. */
function watched(answers: Answers): { readonly row: Answers; readonly read: string[] } {
  const read: string[] = [];
  const row = new Proxy(answers, {
    get(target, item) {
      read.push(String(item));
      return target[String(item)];
    },
  });
  return { row, read };
}

describe("The sum of a case's answers", () => {
  const items = ["a", "b", "c", "d"];
  const yesNo = (unit: number) =>
    new Map<unknown, number>([
      ["yes", unit],
      ["no", 2 * unit],
      ["not_sure", 0],
    ]);
  const additions = [yesNo(1), undefined, yesNo(10), new Map<unknown, number>([["x", 100]])];

  test("is read at places of its own once a row has the keys in a known order, else key by key", () => {
    const sum = answerSum(items, additions);
    const inOrder = watched({ a: "yes", b: "?", c: "no", d: "x" });
    expect(sum(inOrder.row)).toBe(121);
    expect(inOrder.read.slice(0, 3)).toEqual(["a", "c", "d"]);
    expect(inOrder.read).toContain(""); // the places that are left over
    const first = watched({ d: "x", c: "no", a: "yes" });
    expect(sum(first.row)).toBe(121);
    expect(first.read).toEqual(["d", "c", "a"]);
    const second = watched({ d: "x", c: "not_sure", a: "no" });
    expect(sum(second.row)).toBe(102);
    expect(second.read.slice(0, 3)).toEqual(["a", "c", "d"]);
  });

  test("does not take over the keys of a row that lacks an item or has one that is unknown", () => {
    const sum = answerSum(items, additions);
    for (let time = 0; time < 10; time++) {
      const sparse = watched({ c: "no", a: "yes" });
      expect(sum(sparse.row)).toBe(21);
      expect(sparse.read).toEqual(["c", "a"]);
      expect(sum({ e: "yes", a: "yes", c: "no", d: "x" })).toBeNaN();
    }
  });

  test("is the same for more items than there are places", () => {
    for (const count of [1, 8, 9, 16, 17, mostSites, mostSites + 1, 40]) {
      const ids = Array.from({ length: count }, (_, at) => `item_${at}`);
      const sum = answerSum(
        ids,
        ids.map((_, at) => yesNo(at + 1)),
      );
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom("yes", "no", "not_sure"), { minLength: count, maxLength: count }),
          (row) => {
            const wanted = row.reduce(
              (total, code, at) => total + (code === "yes" ? at + 1 : code === "no" ? 2 * at + 2 : 0),
              0,
            );
            expect(sum(Object.fromEntries(ids.map((id, at) => [id, row[at] as string])))).toBe(wanted);
            expect(sum(Object.fromEntries(ids.map((id, at) => [id, row[at] as string] as const).reverse()))).toBe(
              wanted,
            );
          },
        ),
        { numRuns: 20 },
      );
    }
  });
});

import { Dictionary, Int16, Table, tableFromArrays, Utf8, vectorFromArray } from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as content from "../../src/content/instruments/index.ts";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { fromArrow } from "../../src/formats/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { type Answers, compile, evaluate, truthColumn } from "../../src/rules/index.ts";
import { answersTo } from "../support/arbitraries.ts";

const form = content.relationshipAndMotive;
const items = Object.keys(form.items);
const criteria = Object.fromEntries(Object.entries(fiveTypes.types).map(([id, { criteria }]) => [id, criteria]));
const cases = fc.array(answersTo(form), { minLength: 1, maxLength: 60 });

const coded = (kind: "dictionary" | "text") => (values: readonly (string | null)[]) =>
  vectorFromArray([...values], kind === "text" ? new Utf8() : new Dictionary(new Utf8(), new Int16()));
const tableOf = (rows: readonly Answers[], kind: "dictionary" | "text") =>
  new Table(
    Object.fromEntries(
      items.map((id) => [id, coded(kind)(rows.map((row) => (row[id] as string | undefined) ?? null))]),
    ),
  );

describe.each(["dictionary", "text"] as const)("an Arrow table with columns of %s", (kind) => {
  it("gives over its columns exactly what evaluate gives row by row, in one piece, in chunks and in part", () => {
    fc.assert(
      fc.property(cases, cases, fc.nat({ max: 20 }), (first, second, from) => {
        const joined = tableOf(first, kind).concat(tableOf(second, kind));
        const both = [...first, ...second];
        for (const [table, rows] of [
          [tableOf(first, kind), first],
          [joined, both],
          [joined.slice(from), both.slice(from)],
        ] as const) {
          const { columns, rows: count, faults, missing } = fromArrow(table, form);
          expect([count, faults, missing]).toEqual([rows.length, 0, []]);
          const found = compile(criteria, form)?.(columns, count);
          for (const [id, rule] of Object.entries(criteria)) {
            const truths = found?.[id];
            if (truths?.kind !== "truths") throw new Error("no truths");
            const wanted = rows.map((answers) => evaluate(rule, answers, form)).map(([low, high]) => low + high);
            expect([...truthColumn(truths, count)]).toEqual(wanted);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("reports each cell that holds no code, by row and item and without what it holds", () => {
    const values = ["yes", "SECRET", null, "", "not_sure", "Yes"];
    const table = new Table({ wants_back: coded(kind)(values), note: coded(kind)(values) });
    const { columns, faults, atFault, issues, missing, passedOver } = fromArrow(table, form);
    expect([...(columns.wants_back ?? [])]).toEqual([4, 0, 0, 0, 1, 0]);
    expect([...atFault]).toEqual([0, 1, 0, 0, 0, 1]);
    expect(faults).toBe(2);
    expect(issues.map(({ code, row, path }) => [code, row, path])).toEqual([
      ["unknown_option", 2, ["wants_back"]],
      ["unknown_option", 6, ["wants_back"]],
    ]);
    expect(JSON.stringify(issues)).not.toContain("SECRET");
    expect(issues[1]?.nearest).toBe("yes");
    expect(missing).toContain("adult");
    expect(missing).not.toContain("wants_back");
    expect(passedOver).toEqual(["note"]);
  });

  it("keeps the first thousand issues and counts them all", () => {
    const table = new Table({ adult: coded(kind)(Array.from({ length: 3000 }, () => "maybe")) });
    const { issues, faults } = fromArrow(table, form);
    expect([issues.length, faults]).toEqual([1000, 3000]);
  });
});

describe("an Arrow table", () => {
  it("may call its columns otherwise, and may hold columns that are no text", () => {
    const table = tableFromArrays({ wb: ["yes", "no"], adult: Int32Array.of(1, 2) });
    const { columns, faults, issues } = fromArrow(table, form, { wants_back: "wb" });
    expect([...(columns.wants_back ?? [])]).toEqual([4, 5]);
    expect([faults, issues[0]?.path]).toEqual([2, ["adult"]]);
  });

  it.each(Object.values(content).map((each: Instrument) => [each.id, each] as const))(
    "without columns leaves every item of %s open, and names those that no byte holds",
    (_, each) => {
      const { missing, notCoded, rows } = fromArrow(tableFromArrays({ other: ["x"] }), each);
      const byKind = (isChoice: boolean) =>
        Object.entries(each.items).flatMap(([id, { responses }]) =>
          (responses.kind === "choice") === isChoice ? [id] : [],
        );
      expect([rows, missing, notCoded]).toEqual([1, byKind(true), byKind(false)]);
    },
  );
});

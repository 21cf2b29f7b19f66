import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { libraryVersion } from "../../src/instrument/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";
import {
  type CaseRecord,
  classifyEngine,
  differences,
  type Engine,
  type Entry,
  parseRecord,
  verify,
} from "../../src/record/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { fiveTypes, relationshipAndMotive } from "../support/library.ts";
import { appended, assessment, json } from "./records.ts";

const engine = classifyEngine(fiveTypes);
const record = appended([assessment("n1", { other_grievance: "yes" }), assessment("n2", {}, { supersedes: "n1" })]);
const edited = (edit: (content: Record<string, Record<string, unknown>>) => void): CaseRecord => {
  const copy = json(record) as unknown as { entries: { content: Record<string, Record<string, unknown>> }[] };
  edit((copy.entries[0] as (typeof copy.entries)[number]).content);
  return copy as unknown as CaseRecord;
};
const other = (more: Partial<Engine>): Engine => ({ ...engine, ...more });

describe("verify", () => {
  it("finds every result the same, whatever the answers, after a way through JSON", () => {
    fc.assert(
      fc.property(answersTo(relationshipAndMotive), (answers) => {
        const { results } = verify(json(appended([assessment("n1", answers)])), [engine]);
        expect(results).toEqual([{ index: 0, entry: "n1", status: "same" }]);
      }),
      { numRuns: 50 },
    );
  });

  it("runs results that were superseded as well", () => {
    expect(verify(record, [engine])).toMatchObject({ same: 2, different: 0, cannot: 0 });
  });

  it("says where a result edited by hand differs, and holds no value", () => {
    const changed = edited(({ result }) =>
      Object.assign(result as object, { settled: "CANARY", outcome: { kind: "CANARY" }, more: "CANARY" }),
    );
    const report = verify(changed, [engine]);
    expect(report.results[0]).toEqual({
      index: 0,
      entry: "n1",
      status: "different",
      differs: ["/more", "/outcome/kind", "/outcome/type", "/settled"],
    });
    expect(report).toMatchObject({ same: 1, different: 1 });
    expect(JSON.stringify(report)).not.toContain("CANARY");
  });

  it("says which answers cannot be read", () => {
    const changed = edited(({ answers }) => Object.assign(answers as object, { adult: "CANARY", no_such: "CANARY" }));
    const report = verify(changed, [engine]);
    expect(report.results[0]).toMatchObject({ status: "different", differs: ["/answers/adult", "/answers/no_such"] });
    expect(JSON.stringify(report)).not.toContain("CANARY");
  });

  it.each<[string, Partial<Engine>, string]>([
    ["another function", { function: "score" }, "function"],
    ["another instrument", { instrument: { ...engine.instrument, id: "other" } }, "instrument"],
    ["another version", { instrument: { ...engine.instrument, version: "9.0.0" } }, "instrument_version"],
    ["another hash", { instrument: { ...engine.instrument, hash: "0".repeat(64) } }, "instrument_hash"],
    ["other rules", { rules: { ...engine.rules, version: "9.0.0" } as NonNullable<Engine["rules"]> }, "rules"],
    ["another release", { library: "9.0.0" }, "library"],
  ])("takes nothing near: with %s it cannot, and says so", (_, more, missing) => {
    const needs = { function: "classify", library: libraryVersion, instrument: { id: "ssb-type" } };
    expect(verify(record, [other(more)]).results[0]).toMatchObject({ status: "cannot", missing, needs });
    expect(verify(record, () => other(more)).results[0]).toMatchObject({ status: "cannot", missing });
  });

  it("cannot without engines, and uses a resolver", () => {
    expect(verify(record, []).cannot).toBe(2);
    expect(verify(record, () => undefined).results[0]).toMatchObject({ status: "cannot", missing: "function" });
    expect(verify(record, ({ function: name }) => (name === "classify" ? engine : undefined)).same).toBe(2);
  });

  it("lets a fault of an engine through, and refuses one that gives no plain JSON", () => {
    const broken = other({
      produce: () => {
        throw new RangeError("broken");
      },
    });
    expect(() => verify(record, [broken])).toThrow(RangeError);
    expect(() => verify(record, [other({ produce: () => ({ at: new Date(0) }) })])).toThrow(AssessmentError);
  });

  it("any other kind of result can be run again by its own engine", () => {
    const { rules: _, ...plain } = engine;
    const counting: Engine = { ...plain, function: "count", produce: ({ answers }) => Object.keys(answers).length };
    const [first] = record.entries as [Extract<Entry, { kind: "assessment" }>];
    const { rules: __, ...producedBy } = first.content.producedBy;
    const entry = {
      ...first,
      content: { ...first.content, result: 1, producedBy: { ...producedBy, function: "count" } },
    };
    const own = { ...record, entries: [entry] };
    expect(verify(own, [engine, counting])).toMatchObject({ same: 1 });
    expect(
      verify({ ...own, entries: [{ ...entry, content: { ...entry.content, result: 2 } }] }, [counting]).results[0],
    ).toMatchObject({ differs: [""] });
  });
});

it("a result is the same while names of items and parts stand on every object's prototype", () => {
  const names = ["adult", "wants_back", "more", "secondPerson", "keptDigest"];
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  try {
    for (const name of names) prototype[name] = "yes";
    const result = parseRecord(json(record)); // it may be refused, but nothing inherited may come into it
    expect(JSON.stringify(result.ok ? result.value : record)).toBe(JSON.stringify(record));
    expect(verify(record, [engine])).toMatchObject({ same: 2, different: 0 });
  } finally {
    for (const name of names) delete prototype[name];
  }
});

describe("differences", () => {
  it("are none between a value and its copy", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differences(json(value), json(value))).toEqual([]);
      }),
    );
  });

  it("are the same both ways, and some whenever the values are not equal", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (one, two) => {
        const [first, second] = [json(one), json(two)];
        expect(differences(first, second)).toEqual(differences(second, first));
        expect(differences(first, second).length === 0).toBe(
          JSON.stringify(sorted(first)) === JSON.stringify(sorted(second)),
        );
      }),
    );
  });

  it("tell a list from an object and null from nothing, and escape names", () => {
    expect(differences([], {})).toEqual([""]);
    expect(differences({ a: null }, {})).toEqual(["/a"]);
    expect(differences({ "a/b~c": 1 }, { "a/b~c": 2 })).toEqual(["/a~1b~0c"]);
    expect(differences([0, 1, 2], [0, 2])).toEqual(["/1", "/2"]);
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => ["key", key, sorted(part)])
    .concat([["object"]]);
}

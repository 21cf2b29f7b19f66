import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "../../src/instrument/index.ts";
import { contentHash, type Parsed, parseInstrument, relationshipAndMotive } from "../support/library.ts";
import { toy } from "../support/toy-instruments.ts";

type Json = Record<string, unknown>;
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const basis = [{ kind: "design_choice", reason: "a toy" }];
const yesNo = { kind: "choice", options: { yes: { label: "Yes" }, no: { label: "No" } } };
const item = (more: Json = {}): Json => ({
  code: "T",
  text: { target: "Toy?", rater: "Toy?" },
  construct: "toy",
  responses: yesNo,
  basis,
  ...more,
});
const named = (rule: unknown): Json => ({ means: "m", rule, basis });
const form = (more: Json = {}): Json => ({
  ...json(toy),
  items: { a: item() },
  indicators: {},
  ...more,
});
const is = (id: string, ...codes: string[]) => ({ kind: "one_of", item: id, codes });
const faults = (result: Parsed<unknown>) =>
  result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
const many = (length: number, entry: (at: number) => [string, unknown]) =>
  Object.fromEntries(Array.from({ length }, (_, at) => entry(at)));

/** The least time of four runs, so that neither a cold start nor other work on the machine counts. */
function timed(input: unknown): { readonly result: Parsed<unknown>; readonly ms: number } {
  const times = [1, 2, 3, 4].map(() => {
    const start = performance.now();
    parseInstrument(input);
    return performance.now() - start;
  });
  return { result: parseInstrument(input), ms: Math.min(...times) };
}

describe("parseInstrument", () => {
  it.each([relationshipAndMotive, toy])("takes $id back from JSON with the same content hash", (shipped) => {
    const result = parseInstrument(json(shipped));
    expect(faults(result)).toEqual([]);
    expect(result.ok && contentHash(result.value)).toBe(contentHash(shipped));
  });

  it("gives a copy that is frozen to its leaves and leaves its input alone", () => {
    const input = json(relationshipAndMotive);
    const result = parseInstrument(input);
    expect(result.ok && Object.isFrozen(result.value.items.adult?.text)).toBe(true);
    expect(Object.isFrozen(input)).toBe(false);
  });

  it("lists every fault of structure by its place, and never what stood there", () => {
    const result = parseInstrument(form({ title: 7, extra: "CANARY", items: { a: item({ text: "CANARY" }) } }));
    expect(faults(result)).toEqual(["malformed title", "malformed items.a.text", "malformed extra"]);
    expect(JSON.stringify(result)).not.toContain("CANARY");
  });

  it.each<[string, Json, string]>([
    [
      "an unknown kind of rule",
      { indicators: { x: named({ kind: "eval", code: "1" }) } },
      "malformed indicators.x.rule.kind",
    ],
    [
      "somebody unknown who could know, for whom pages have no word",
      { items: { a: item({ couldKnow: ["police", "the postman"] }) } },
      "malformed items.a.couldKnow.1",
    ],
    ["an unknown item", { indicators: { x: named(is("b", "yes")) } }, "unknown_reference indicators.x.item"],
    ["an unknown code", { indicators: { x: named(is("a", "maybe")) } }, "unknown_option indicators.x.codes"],
    [
      "a quantity where a condition is needed",
      { indicators: { x: named({ kind: "not", of: [{ kind: "sum", of: [] }] }) } },
      "wrong_rule_type indicators.x.not.0",
    ],
    [
      "a rule that names itself",
      { indicators: { x: named({ kind: "ref", name: "x" }) } },
      "circular_reference indicators.x",
    ],
    [
      "a gate that reads its own item",
      { items: { a: item({ askIf: is("a", "yes") }) } },
      "asked_too_early items.a.askIf",
    ],
    ["an item without a ground", { items: { a: item({ basis: [] }) } }, "missing_basis items.a"],
    ["a name like a number", { items: { "1": item() } }, "bad_name items.1"],
    [
      "a word for not knowing as an option",
      { items: { a: item({ responses: { kind: "choice", options: { not_sure: { label: "?" } } } }) } },
      "reserved_word items.a.responses.not_sure",
    ],
    [
      "a mean prorated from more than all",
      { indicators: { x: named({ kind: "mean", of: [], minAnswered: 2, ifNone: 0 }) } },
      "malformed indicators.x.rule.minAnswered",
    ],
  ])("refuses %s", (_, more, fault) => {
    expect(faults(parseInstrument(form(more)))).toEqual([fault]);
  });

  it.each<[string, unknown]>([
    ["a function", { ...form(), title: () => "x" }],
    ["an instance of a class", { ...form(), sections: new Map() }],
    ["a date", { ...form(), version: new Date(0) }],
    ["a symbol key", { ...form(), [Symbol("x")]: 1 }],
    ["a number that JSON cannot write", form({ estimatedMinutes: Number.NaN })],
    ["a list with a hole", form({ notFor: Object.assign(new Array(2), { 1: "x" }) })],
    [
      "a proxy that throws",
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new RangeError("CANARY");
          },
        },
      ),
    ],
    ["text", "{}"],
    ["nothing", undefined],
  ])("refuses %s", (_, input) => {
    const result = parseInstrument(input);
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain("CANARY");
  });

  it("refuses a getter without calling it", () => {
    let calls = 0;
    const input = Object.defineProperty(form(), "title", { enumerable: true, get: () => `${++calls}` });
    expect(faults(parseInstrument(input))).toEqual(["accessor_property title"]);
    expect(calls).toBe(0);
  });

  it("refuses a key __proto__ at any depth", () => {
    const input = JSON.parse(JSON.stringify(form()).replace('"a":{', '"a":{"__proto__":{"critical":true},'));
    expect(faults(parseInstrument(input))).toEqual(["bad_name items.a.__proto__"]);
    expect(({} as Json).critical).toBeUndefined();
  });
});

describe("an instrument made to overload", () => {
  const nested = (depth: number) => {
    let rule: unknown = is("a", "yes");
    for (let at = 0; at < depth; at++) rule = { kind: "not", of: [rule] };
    return form({ indicators: { x: named(rule) } });
  };
  const circle = form();
  circle.sections = { x: circle };
  const twice = (kind: string, name: (at: number) => string, at: number) => ({
    kind: "all",
    of: [1, 2].map((back) => (kind === "ref" ? { kind, name: name(at - 1) } : is(name(at - back), "yes"))),
  });
  const fewest = { depth: limits.ruleDepth + 1 };

  it.each<[string, Json, string]>([
    ["a rule 10,000 deep", nested(10_000), "too_deep"],
    ["a rule one deeper than the limit", nested(fewest.depth), "too_deep"],
    ["a circle of objects", circle, "too_deep"],
    [
      "2 million keys in 200 objects",
      form({ items: many(200, (at) => [`i${at}`, many(10_000, (key) => [`k${key}`, 1])]) }),
      "too_large",
    ],
    ["a million-entry list", form({ notFor: Array.from({ length: 1_000_000 }, () => "x") }), "too_large"],
    [
      "6,000 options",
      form({
        items: { a: item({ responses: { kind: "choice", options: many(6000, (at) => [`k${at}`, { label: "x" }]) } }) },
      }),
      "too_large",
    ],
    ["501 items", form({ items: many(limits.items + 1, (at) => [`i${at}`, {}]) }), "too_large"],
    [
      "60 rules that each name the one before twice",
      form({
        indicators: many(60, (at) => [`r${at}`, named(at === 0 ? is("a", "yes") : twice("ref", (n) => `r${n}`, at))]),
      }),
      "too_large",
    ],
    [
      "100 gates that each read the two items before",
      form({ items: many(100, (at) => [`i${at}`, item(at < 2 ? {} : { askIf: twice("is", (n) => `i${n}`, at) })]) }),
      "too_large",
    ],
    [
      "250 rules in a chain",
      form({
        indicators: many(250, (at) => [
          `r${at}`,
          named(at === 0 ? is("a", "yes") : { kind: "ref", name: `r${at - 1}` }),
        ]),
      }),
      "too_deep",
    ],
    ["a name of a million characters", form({ ["x".repeat(1_000_000)]: 1 }), "too_large"],
    ["long text", form({ title: "x".repeat(2_000_000) }), "too_large"],
    [
      "10,000 empty rules",
      form({ indicators: { x: named({ kind: "all", of: Array.from({ length: 10_000 }, () => ({})) }) } }),
      "malformed",
    ],
  ])("is refused within bounds: %s", (_, input, code) => {
    const { result, ms } = timed(input);
    expect(faults(result)[0]).toMatch(new RegExp(`^${code} `));
    expect(result.ok ? 0 : result.issues.length).toBeLessThanOrEqual(limits.issues);
    expect(ms).toBeLessThan(500); // under 100 ms on an idle machine; the rest is for a busy one
  });

  it("is refused at the limit, not before it", () => {
    expect(faults(parseInstrument(nested(limits.ruleDepth - 1)))).toEqual([]);
  });

  it("takes no longer to refuse one flat object of a million keys than it takes to list them a few times", () => {
    const flat = many(1_000_000, (at) => [`k${at}`, 1]);
    const start = performance.now();
    Object.keys(flat);
    const listing = performance.now() - start;
    const { result, ms } = timed(flat);
    expect(faults(result)[0]).toBe("too_large ");
    expect(ms).toBeLessThan(listing * 5 + 100);
  });
});

describe("anything at all", () => {
  it("gives a result or issues, and throws nothing", () => {
    const anything = fc.anything({
      withNullPrototype: true,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withObjectString: true,
    });
    fc.assert(
      fc.property(anything, (input) => typeof parseInstrument(input).ok === "boolean"),
      { numRuns: 1000 },
    );
  });

  it("put in place of any part of a form gives a result or issues, and throws nothing", () => {
    const paths = [
      "items",
      "indicators",
      "sections",
      "items.a",
      "items.a.responses",
      "items.a.askIf",
      "items.a.basis",
      "indicators.x.rule",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.oneof(fc.anything(), fc.jsonValue()), (path, value) => {
        const input = json(form({ indicators: { x: named(is("a", "yes")) } }));
        const keys = path.split(".");
        const last = keys.pop() ?? "";
        const parent = keys.reduce((at, key) => at[key] as Json, input);
        parent[last] = value;
        expect(typeof parseInstrument(input).ok).toBe("boolean");
      }),
      { numRuns: 2000 },
    );
  });
});

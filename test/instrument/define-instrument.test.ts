import { describe, expect, it } from "vitest";
import {
  AssessmentError,
  all,
  any,
  atLeast,
  choice,
  defineInstrument,
  designChoice,
  type Item,
  mean,
  not,
  numberFrom,
  oneOf,
  type Rule,
  ref,
  sum,
  value,
  yesNo,
} from "../support/library.ts";
import { toy } from "../support/toy-instruments.ts";

const basis = [designChoice("a toy")] as const;
const item = (more: Partial<Item> = {}): Item => ({
  code: "T",
  text: { target: "Toy?", rater: "Toy?" },
  construct: "toy",
  responses: yesNo,
  basis,
  ...more,
});
const named = (rule: unknown) => ({ means: "m", rule: rule as Rule, basis });

/** The faults of a form that the compiler was told nothing about. */
function faults(more: Record<string, unknown>): readonly string[] {
  const { items: _, indicators: __, ...facts } = toy;
  try {
    defineInstrument({ ...facts, items: { a: item(), b: item() }, indicators: {}, ...more } as never);
    return [];
  } catch (error) {
    if (!(error instanceof AssessmentError)) throw error;
    return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  }
}

describe("defineInstrument", () => {
  it("takes a form without fault", () => {
    expect(faults({ indicators: { x: named(oneOf("a", "yes")) }, askIf: { b: ref("x") } })).toEqual([]);
  });

  it("freezes the form to its leaves", () => {
    expect(Object.isFrozen(toy.items.met.text)).toBe(true);
    expect(Object.isFrozen(toy.indicators.known.rule.codes)).toBe(true);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["an item id like a number", { items: { "12": item() } }, "bad_name items.12"],
    ["an item id in capitals", { items: { Met: item() } }, "bad_name items.Met"],
    ["an item id of 27 characters", { items: { ["a".repeat(27)]: item() } }, `bad_name items.${"a".repeat(27)}`],
    ["an item id that is a word for not knowing", { items: { closed: item() } }, "reserved_word items.closed"],
    [
      "an option like a number",
      { items: { a: item({ responses: choice({ "1": { label: "1" } }) }) } },
      "bad_name items.a.responses.1",
    ],
    [
      "an option that is a word for not knowing",
      { items: { a: item({ responses: choice({ prefer_not: { label: "?" } }) }) } },
      "reserved_word items.a.responses.prefer_not",
    ],
    ["an item without options", { items: { a: item({ responses: choice({}) }) } }, "malformed items.a.responses"],
    [
      "a number from more to less",
      { items: { a: item({ responses: numberFrom(3, 1) }) } },
      "malformed items.a.responses",
    ],
    ["a rule name like a number", { indicators: { "7": named(oneOf("a", "yes")) } }, "bad_name indicators.7"],
    ["a section that is not declared", { items: { a: item({ section: "s" }) } }, "unknown_reference items.a.section"],
    ["an item without a ground", { items: { a: item({ basis: [] as never }) } }, "missing_basis items.a"],
    [
      "a rule without a ground",
      { indicators: { x: { ...named(oneOf("a", "yes")), basis: [] } } },
      "missing_basis indicators.x",
    ],
    [
      "whenClosed that is not an option",
      { items: { a: item({ whenClosed: "maybe" }) } },
      "unknown_option items.a.whenClosed",
    ],
    [
      "whenClosed that is a word for not knowing",
      { items: { a: item({ whenClosed: "not_sure" }) } },
      "reserved_word items.a.whenClosed",
    ],
    [
      "whenClosed out of an item's range",
      { items: { a: item({ responses: numberFrom(0, 3), whenClosed: 4 }) } },
      "out_of_range items.a.whenClosed",
    ],
    [
      "a rule over an unknown item",
      { indicators: { x: named(any(oneOf("c", "yes"))) } },
      "unknown_reference indicators.x.any.0.item",
    ],
    [
      "a rule over an unknown code",
      { indicators: { x: named(oneOf("a", "maybe")) } },
      "unknown_option indicators.x.codes",
    ],
    [
      "a rule over an inherited name",
      { indicators: { x: named(oneOf("toString", "yes")) } },
      "unknown_reference indicators.x.item",
    ],
    [
      "a reference to an inherited name",
      { indicators: { x: named(ref("constructor")) } },
      "unknown_reference indicators.x.ref",
    ],
    ["a reference to an unknown rule", { askIf: { b: ref("y") } }, "unknown_reference items.b.askIf.ref"],
    [
      "a quantity among conditions",
      { indicators: { x: named(all({ kind: "count", of: [] } as never)) } },
      "wrong_rule_type indicators.x.all.0",
    ],
    [
      "a condition among quantities",
      { indicators: { x: named(sum(oneOf("a", "yes") as never)) } },
      "wrong_rule_type indicators.x.sum.0",
    ],
    [
      "a reference to a rule of the wrong sort",
      { indicators: { n: named({ kind: "count", of: [] }), x: named(not(ref("n"))) } },
      "wrong_rule_type indicators.x.not.0.ref",
    ],
    ["a quantity as a gate", { askIf: { b: { kind: "count", of: [] } } }, "wrong_rule_type items.b.askIf"],
    [
      "the value of an item whose options have none",
      { indicators: { x: named(value("a")) } },
      "wrong_rule_type indicators.x",
    ],
    [
      "a code of an item without options",
      { items: { a: item({ responses: numberFrom(0, 3) }) }, indicators: { x: named(oneOf("a", "yes")) } },
      "wrong_rule_type indicators.x",
    ],
    [
      "a code that is a way of not knowing",
      {
        items: { a: item({ responses: choice({ yes: { label: "Yes" }, lost: { label: "?", notKnown: true } }) }) },
        indicators: { x: named(oneOf("a", "lost")) },
      },
      "unknown_option indicators.x.codes",
    ],
    [
      "a mean prorated from more than all",
      { indicators: { x: named(mean([], { minAnswered: 1.5, ifNone: 0 })) } },
      "out_of_range indicators.x.minAnswered",
    ],
    ["a gate that reads its own item", { askIf: { a: oneOf("a", "yes") } }, "asked_too_early items.a.askIf"],
    ["a gate that reads a later item", { askIf: { a: oneOf("b", "yes") } }, "asked_too_early items.a.askIf"],
    [
      "a gate that reads a later item through a rule",
      { indicators: { x: named(oneOf("b", "yes")) }, askIf: { a: not(ref("x")) } },
      "asked_too_early items.a.askIf",
    ],
    ["a gate for an item that is not there", { askIf: { c: oneOf("a", "yes") } }, "unknown_item askIf.c"],
  ])("refuses %s", (_, more, fault) => {
    expect(faults(more)).toEqual([fault]);
  });

  it("refuses rules in a circle, naming each, and not the rule that only leads to it", () => {
    const indicators = {
      x: named(not(ref("y"))),
      y: named(atLeast({ kind: "count", of: [ref("x")] }, 1)),
      z: named(ref("x")),
    };
    expect(faults({ indicators })).toEqual(["circular_reference indicators.x", "circular_reference indicators.y"]);
  });

  it("lists all faults at once", () => {
    const indicators = { x: named(oneOf("c", "yes")), y: named(oneOf("a", "maybe")) };
    expect(faults({ indicators, items: { a: item(), "2": item({ basis: [] as never }) } })).toEqual([
      "bad_name items.2",
      "missing_basis items.2",
      "unknown_reference indicators.x.item",
      "unknown_option indicators.y.codes",
    ]);
  });
});

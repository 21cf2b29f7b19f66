import { expect, describe as group, it } from "vitest";
import { isCondition } from "../../src/rules/index.ts";
import {
  type Answers,
  AssessmentError,
  all,
  any,
  atLeast,
  atMost,
  choice,
  count,
  describe,
  equals,
  evaluate,
  explain,
  greatest,
  itemsOf,
  judgement,
  least,
  lessThan,
  mean,
  moreThan,
  not,
  numberFrom,
  oneOf,
  type Rule,
  ref,
  type Scope,
  share,
  sum,
  value,
  yesNo,
} from "../support/library.ts";

const often = choice({
  never: { label: "Never", value: 0 },
  once: { label: "Once", value: 1 },
  daily: { label: "Every day", value: 4 },
});
const form: Scope = {
  items: {
    met: { responses: yesNo },
    hurt: { responses: yesNo },
    calls: { responses: often },
    days: { responses: numberFrom(0, 3) },
    visits: { responses: often, askIf: oneOf("met", "yes") },
    letters: { responses: often, askIf: oneOf("met", "yes"), whenClosed: "never" },
    judged: { responses: yesNo },
    seen: { responses: choice({ ...yesNo.options, unclear: { label: "Unclear", notKnown: true } }) },
    alone: { responses: yesNo, askIf: oneOf("met", "yes") },
    settled: { responses: yesNo, askIf: oneOf("met", "yes"), whenClosed: "yes" },
    odd: { responses: choice({ undefined: { label: "Odd" }, no: { label: "No" } }), askIf: oneOf("met", "yes") },
  },
  indicators: { known: { rule: oneOf("met", "yes") } },
};
const met = oneOf("met", "yes");
const hurt = oneOf("hurt", "yes");
const none = { ifNone: 9 };

group("evaluate, worked by hand", () => {
  it.each<[string, Rule, Answers, readonly [number, number]]>([
    ["an item answered with one of the codes is true", oneOf("met", "yes", "no"), { met: "no" }, [1, 1]],
    ["an item answered otherwise is false", met, { met: "no" }, [0, 0]],
    ["an item not asked is unknown, never no", met, {}, [0, 1]],
    ["an item not sure of is unknown", met, { met: "not_sure" }, [0, 1]],
    ["an item declined is unknown", met, { met: "prefer_not" }, [0, 1]],
    ["a closed item makes no condition true", oneOf("visits", "never"), { met: "no" }, [0, 0]],
    ["a closed item counts as what its form declares", oneOf("letters", "never"), { met: "no" }, [1, 1]],
    [
      "a stale answer behind a closed gate is not read",
      oneOf("visits", "daily"),
      { met: "no", visits: "daily" },
      [0, 0],
    ],
    ["an answer behind an open gate may still be closed", oneOf("visits", "daily"), { visits: "daily" }, [0, 1]],
    ["all is false once one part is, whatever else is open", all(met, hurt), { met: "no" }, [0, 0]],
    ["all is unknown while a part is", all(met, hurt), { met: "yes" }, [0, 1]],
    ["all of nothing is true", all(), {}, [1, 1]],
    ["any is true once one part is, whatever else is open", any(met, hurt), { hurt: "yes" }, [1, 1]],
    ["any of nothing is false", any(), {}, [0, 0]],
    ["not turns true to false and leaves unknown", not(met), {}, [0, 1]],
    ["not turns false to true", not(met), { met: "no" }, [1, 1]],
    ["a judgement is unknown until it is entered", judgement("judged"), {}, [0, 1]],
    ["a judgement entered is what was entered", judgement("judged"), { judged: "yes" }, [1, 1]],
    ["a judgement by an option that says so is unknown", judgement("seen"), { seen: "unclear" }, [0, 1]],
    ["a judgement behind a closed gate is not read", judgement("alone"), { met: "no", alone: "yes" }, [0, 0]],
    ["a judgement behind an open gate may be closed", judgement("alone"), { alone: "yes" }, [0, 1]],
    ["a closed judgement counts as what its form declares", judgement("settled"), { met: "no" }, [1, 1]],
    ["a judgement that no form asks for", judgement("own"), { own: "no" }, [0, 0]],
    ["a closed item has no code, whatever codes are called", oneOf("odd", "undefined"), { met: "no" }, [0, 0]],
    ["a reference is the rule of that name", ref("known"), { met: "yes" }, [1, 1]],
    ["a count has each open condition as a step of width", count(met, hurt, not(met)), { hurt: "yes" }, [1, 3]],
    ["an open value spans its options: 0 to 4", value("calls"), {}, [0, 4]],
    ["an open number spans its range: 0 to 3", value("days"), { days: "not_sure" }, [0, 3]],
    ["a closed value is 0", value("visits"), { met: "no", visits: "daily" }, [0, 0]],
    ["a sum adds ends: 4 + [0, 3]", sum(value("calls"), value("days")), { calls: "daily" }, [4, 7]],
    [
      "a mean adds and divides: (4 + 1) / 2",
      mean([value("calls"), value("days")], { minAnswered: 1, ...none }),
      { calls: "daily", days: 1 },
      [2.5, 2.5],
    ],
    [
      "a mean leaves out what is closed: 4 / 1",
      mean([value("calls"), value("visits")], { minAnswered: 1, ...none }),
      { calls: "daily", met: "no" },
      [4, 4],
    ],
    [
      "a mean keeps what counts as an answer while closed: (4 + 0) / 2",
      mean([value("calls"), value("letters")], { minAnswered: 1, ...none }),
      { calls: "daily", met: "no" },
      [2, 2],
    ],
    [
      "a mean of what may be closed is 4 alone or (4 + [0, 4]) / 2",
      mean([value("calls"), value("visits")], { minAnswered: 1, ...none }),
      { calls: "daily" },
      [2, 4],
    ],
    [
      "a mean of nothing that applies is ifNone",
      mean([value("visits")], { minAnswered: 1, ...none }),
      { met: "no" },
      [9, 9],
    ],
    ["a share is true parts over parts: 1 of 2", share([met, hurt], none), { met: "yes", hurt: "no" }, [0.5, 0.5]],
    ["a share of nothing is ifNone", share([], none), {}, [9, 9]],
    [
      "the least of 4 and [0, 3] is at most 3",
      least([value("calls"), value("days")], none),
      { calls: "daily" },
      [0, 3],
    ],
    ["the greatest of 4 and [0, 3] is 4", greatest([value("calls"), value("days")], none), { calls: "daily" }, [4, 4]],
    ["at least 2 of [1, 3] is unknown", atLeast(count(met, hurt, not(met)), 2), { hurt: "yes" }, [0, 1]],
    ["at least 1 of [1, 3] is true", atLeast(count(met, hurt, not(met)), 1), { hurt: "yes" }, [1, 1]],
    ["at most 3 of [0, 3] is true", atMost(value("days"), 3), {}, [1, 1]],
    ["more than 3 of [0, 3] is false", moreThan(value("days"), 3), {}, [0, 0]],
    ["less than 3 of [0, 3] is unknown", lessThan(value("days"), 3), {}, [0, 1]],
    ["exactly 4 of [0, 3] is false", equals(value("days"), 4), {}, [0, 0]],
  ])("%s", (_, rule, answers, expected) => {
    expect(evaluate(rule, answers, form)).toEqual(expected);
  });

  it.each<[string, () => unknown, string]>([
    [
      "a judgement that is not an option",
      () => evaluate(judgement("judged"), { judged: "perhaps" }, form),
      "unknown_option",
    ],
    ["a judgement of another word, without a form", () => evaluate(judgement("own"), { own: "Yes" }), "unknown_option"],
    ["an answer that is not an option", () => evaluate(met, { met: "Yes" }, form), "unknown_option"],
    ["a rule that is not declared", () => evaluate(ref("nobody"), {}, form), "unknown_reference"],
    ["an inherited name as a rule", () => evaluate(ref("toString"), {}, form), "unknown_reference"],
    [
      "a rule that names itself",
      () => evaluate(ref("x"), {}, { items: {}, indicators: { x: { rule: not(ref("x")) } } }),
      "circular_reference",
    ],
  ])("refuses %s", (_, run, code) => {
    expect(run).toThrow(AssessmentError);
    try {
      run();
    } catch (error) {
      expect((error as AssessmentError).issues.map((issue) => issue.code)).toEqual([code]);
    }
  });

  it("reads no inherited answer", () => {
    expect(() => evaluate(met, Object.create({ met: "yes" }), form)).toThrow("not_an_object");
  });
});

group("isCondition", () => {
  it("is false for a name that leads nowhere, or back to itself", () => {
    const scope = { items: {}, indicators: { a: { rule: ref("b") }, b: { rule: ref("a") }, c: { rule: ref("a") } } };
    expect([isCondition(ref("a"), scope), isCondition(ref("c"), scope), isCondition(ref("d"), scope)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

group("describe", () => {
  it.each<[Rule, string]>([
    [oneOf("calls", "once", "daily"), 'calls is once or "Every day"'],
    [all(met, any(hurt, not(ref("known")))), "met is yes and (hurt is yes or not known)"],
    [not(all(met, hurt)), "not (met is yes and hurt is yes)"],
    [judgement("judged"), "a person has judged judged to be so"],
    [atLeast(count(met, hurt), 2), "the number true of (met is yes; hurt is yes) is at least 2"],
    [
      moreThan(sum(value("calls"), value("days")), 3),
      "the sum of (the value of calls; the value of days) is more than 3",
    ],
    [
      mean([value("days")], { minAnswered: 0.75, ifNone: 0 }),
      "the mean of those that apply of (the value of days), prorated from 75% answered, 0 if none applies",
    ],
    [share([met], { ifNone: 0 }), "the share true of those that apply of (met is yes), 0 if none applies"],
    [all(), "always true"],
    [any(), "never true"],
  ])("puts a rule in plain words: %#", (rule, text) => {
    expect(describe(rule, form)).toBe(text);
  });
});

group("itemsOf", () => {
  it.each<[string, Rule, readonly string[]]>([
    ["lists items once, in the order of reading", all(hurt, met, hurt), ["hurt", "met"]],
    ["follows named rules", any(ref("known"), hurt), ["met", "hurt"]],
    ["puts an item's gate before it", value("visits"), ["met", "visits"]],
    ["finds none in a rule that reads none", all(), []],
  ])("%s", (_, rule, items) => {
    expect(itemsOf(rule, form)).toEqual(items);
  });
});

group("explain", () => {
  it("gives a tree of the rule's own shape, with values and open items", () => {
    const step = explain(all(met, any(hurt, ref("known"))), { met: "yes" }, form);
    expect([step.value, step.open]).toEqual([[1, 1], []]);
    expect(step.parts.map(({ value: of, open }) => [of, open])).toEqual([
      [[1, 1], []],
      [[1, 1], []],
    ]);
    expect(step.parts[1]?.parts.map(({ rule, value: of, open }) => [rule.kind, of, open])).toEqual([
      ["one_of", [0, 1], ["hurt"]],
      ["ref", [1, 1], []],
    ]);
  });

  it("names the gate among the open items while it is unknown, and nothing once it closes the item", () => {
    expect(explain(oneOf("visits", "daily"), {}, form).open).toEqual(["met", "visits"]);
    expect(explain(oneOf("visits", "daily"), { met: "no" }, form).open).toEqual([]);
  });
});

import type { Instrument } from "../instrument/index.ts";
import { type Answers, evaluate, type Interval, isCondition, prorate, ruleNamed } from "../rules/index.ts";
import type { IndicatorResult } from "./scored.ts";

/** What every named rule of an instrument comes to. */
export function indicatorResults(form: Instrument, answers: Answers): Readonly<Record<string, IndicatorResult>> {
  const ranges = rangesOf(form);
  return Object.fromEntries(
    Object.entries(form.indicators).map(([name, { means, rule }]): [string, IndicatorResult] => {
      const [low, high] = evaluate(rule, answers, form);
      if (isCondition(rule, form)) return [name, { kind: "condition", means, truth: word(low, high) }];
      const named = rule.kind === "ref" ? ruleNamed(form, rule.name) : rule;
      const prorated = named?.kind === "mean" ? { prorated: prorate(named, answers, form) } : {};
      return [name, { kind: "quantity", means, low, high, range: ranges.get(name) ?? [low, high], ...prorated }];
    }),
  );
}

const word = (low: number, high: number): "true" | "false" | "unknown" =>
  low === 1 ? "true" : high === 0 ? "false" : "unknown";

const found = new WeakMap<Instrument, ReadonlyMap<string, Interval>>();

function rangesOf(form: Instrument): ReadonlyMap<string, Interval> {
  const before = found.get(form);
  if (before !== undefined) return before;
  const now = new Map(Object.entries(form.indicators).map(([name, { rule }]) => [name, evaluate(rule, {}, form)]));
  found.set(form, now);
  return now;
}

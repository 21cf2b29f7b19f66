import { mustBeList, mustHave } from "../issues/index.ts";
import { type Answers, emptyScope, itemsOf, type Mean, prorate, type Scope } from "../rules/index.ts";
import { type Consistency, consistency } from "./consistency.ts";
import { frozen, type IntervalOptions } from "./estimate.ts";

/**
 * Internal consistency of a scale that a form scores by a mean, on the cases that the score takes: a case with enough
 * answers by the mean's own `minAnswered` is used and its gaps are prorated; any other is left out. A part that branching
 * closed is a gap too, but does not count against the share that has to be answered, as in the score.
 *
 * @throws {AssessmentError} as `prorate`, and `out_of_range` for the confidence
 * @example
 * const item = { responses: numberFrom(0, 4) };
 * const scale = mean([value("a"), value("b")], { minAnswered: 0.5, ifNone: 0 });
 * const { n, prorated } = consistencyOfScale(scale, [{ a: 1, b: 2 }, { a: 3 }, {}], { items: { a: item, b: item } });
 * [n, prorated]; // => [2, 1]
 */
export function consistencyOfScale(
  scale: Mean,
  cases: readonly Answers[],
  scope: Scope = emptyScope,
  options: IntervalOptions = {},
): Consistency {
  mustHave(scale, "of", "scale");
  mustBeList(cases, "cases");
  const parts = scale.of.map((part) => ({ ...scale, of: frozen([part]), minAnswered: 1 }));
  const known = (part: Mean, answers: Answers): number | null => {
    const found = prorate(part, answers, scope);
    return "value" in found ? found.value : null;
  };
  const rows = cases.map((answers) =>
    "value" in prorate(scale, answers, scope) ? parts.map((part) => known(part, answers)) : parts.map(() => null),
  );
  const items = scale.of.map((part) => itemsOf(part, scope).join(" "));
  return consistency(rows, { ...options, items, minAnswered: 0 });
}

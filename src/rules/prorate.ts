import { mustHave } from "../issues/index.ts";
import { arithmetic, rounded } from "./evaluate.ts";
import { readRule } from "./read-rule.ts";
import type { Answers, Mean } from "./rule.ts";
import { emptyScope, type Scope } from "./scope.ts";

/** A mean's point estimate, or why there is none; with how many of its applying parts are known. */
export type Prorated =
  | { readonly value: number; readonly answered: number; readonly applying: number }
  | {
      readonly reason: "too_few_answered" | "none_applies";
      readonly answered: number;
      readonly applying: number;
    };

/**
 * A mean's point estimate by its stated prorating rule: the mean of the parts that are known, if they are at least the
 * share `minAnswered` of those that apply. What is open is taken to be like what is known, which is an assumption:
 * the estimate never narrows the interval of `evaluate` and settles nothing.
 *
 * A part that branching closed does not apply. A part whose branching is still open counts as applying and as not known.
 *
 * @returns `too_few_answered` also if no part is known; `none_applies` if branching closed them all or there are none
 * @throws {AssessmentError} `malformed` for what is no mean, and as `evaluate`
 * @example
 * const scope = { items: { a: { responses: numberFrom(0, 4) }, b: { responses: numberFrom(0, 4) } } };
 * const rule = mean([value("a"), value("b")], { minAnswered: 0.5, ifNone: 0 });
 * prorate(rule, { a: 3 }, scope); // => { value: 3, answered: 1, applying: 2 }
 * evaluate(rule, { a: 3 }, scope); // => [1.5, 3.5]
 */
export function prorate(rule: Mean, answers: Answers, scope: Scope = emptyScope): Prorated {
  mustHave(rule, "of", "rule");
  const reading = arithmetic(answers, scope);
  const applying = rule.of.map((part) => readRule(part, reading, scope)).filter(({ mayApply }) => mayApply);
  const known = applying.flatMap(({ mustApply, applying: [low, high] }) => (mustApply && low === high ? [low] : []));
  const counts = { answered: known.length, applying: applying.length };
  if (counts.applying === 0) return { reason: "none_applies", ...counts };
  if (counts.answered === 0 || counts.answered / counts.applying < rule.minAnswered) {
    return { reason: "too_few_answered", ...counts };
  }
  return { value: rounded(known.reduce((sum, value) => sum + value, 0) / counts.answered), ...counts };
}

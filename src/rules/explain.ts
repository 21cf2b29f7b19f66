import { answerOf } from "./answer-of.ts";
import { arithmetic, type Part, visibility } from "./evaluate.ts";
import { itemsOf } from "./items-of.ts";
import { type Reading, readRule } from "./read-rule.ts";
import type { Answers, Interval, Rule } from "./rule.ts";
import { emptyScope, itemIn, type Scope } from "./scope.ts";

/** One part of a rule: what it came to, which items could still move it, and its own parts. */
export interface Step {
  readonly rule: Rule;
  readonly value: Interval;
  /** The open items that could still move it; empty once it is settled. */
  readonly open: readonly string[];
  readonly parts: readonly Step[];
}

/**
 * Why a rule came out as it did: a tree of the rule's own shape, each step with its value and its open items.
 *
 * @throws {AssessmentError} as `evaluate`
 * @example
 * explain({ kind: "one_of", item: "wants_back", codes: ["yes"] }, {}).open; // => ["wants_back"]
 */
export function explain(rule: Rule, answers: Answers, scope: Scope = emptyScope): Step {
  return readRule(rule, steps(answers, scope), scope).step;
}

interface Explained {
  readonly part: Part;
  readonly step: Step;
  /** The open items that could move its value or whether it applies. */
  readonly moving: readonly string[];
}

/** The kinds that leave out a part which does not apply: for them, open branching matters as well. */
const leavesOut: ReadonlySet<Rule["kind"]> = new Set<Rule["kind"]>(["mean", "share", "least", "greatest"]);

function steps(answers: Answers, scope: Scope): Reading<Explained> {
  const meaning = arithmetic(answers, scope);
  const shown = visibility(answers, scope);
  const isOpen = (id: string) => shown(id)[1] === 1 && answerOf(answers, id, itemIn(scope, id)) === undefined;
  const leaf = (rule: Rule & { readonly item: string }, part: Part) =>
    explained(rule, part, itemsOf(rule, scope).filter(isOpen), []);
  const node = (rule: Rule, part: Part, of: readonly Explained[]) => {
    const open = of.flatMap(({ moving, step }) => (leavesOut.has(rule.kind) ? moving : step.open));
    const applying = part.mustApply === part.mayApply ? [] : of.flatMap(({ moving }) => moving);
    return explained(
      rule,
      part,
      [...new Set([...open, ...applying])],
      of.map(({ step }) => step),
    );
  };
  const parts = (of: readonly Explained[]) => of.map(({ part }) => part);
  return {
    one_of: (rule) => leaf(rule, meaning.one_of(rule, [])),
    judgement: (rule) => leaf(rule, meaning.judgement(rule, [])),
    value: (rule) => leaf(rule, meaning.value(rule, [])),
    ref: (rule, of) => node(rule, meaning.ref(rule, parts(of)), of),
    all: (rule, of) => node(rule, meaning.all(rule, parts(of)), of),
    any: (rule, of) => node(rule, meaning.any(rule, parts(of)), of),
    not: (rule, of) => node(rule, meaning.not(rule, parts(of)), of),
    compare: (rule, of) => node(rule, meaning.compare(rule, parts(of)), of),
    count: (rule, of) => node(rule, meaning.count(rule, parts(of)), of),
    sum: (rule, of) => node(rule, meaning.sum(rule, parts(of)), of),
    mean: (rule, of) => node(rule, meaning.mean(rule, parts(of)), of),
    share: (rule, of) => node(rule, meaning.share(rule, parts(of)), of),
    least: (rule, of) => node(rule, meaning.least(rule, parts(of)), of),
    greatest: (rule, of) => node(rule, meaning.greatest(rule, parts(of)), of),
  };
}

function explained(rule: Rule, part: Part, open: readonly string[], parts: readonly Step[]): Explained {
  const settled = part.low === part.high;
  const moving = settled && part.mustApply === part.mayApply ? [] : open;
  return { part, moving, step: { rule, value: [part.low, part.high], open: settled ? [] : open, parts } };
}

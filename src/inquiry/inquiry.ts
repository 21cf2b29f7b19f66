import { type Answer, type Answers, classIn, type Decision, type Scope, type Variable } from "../rules/index.ts";
import { type DecisionDiagram, decisionDiagram } from "./decision-diagram.ts";

/** A decision and the instrument whose answers it reads. */
export interface Question<Outcome extends string = string> {
  readonly decision: Decision<Outcome>;
  readonly scope: Scope;
}

/** How far a search may go. */
export interface Budget {
  /** The most nodes of a decision diagram; beyond it a result says `proven: false`. Default: 20,000 (design choice). */
  readonly budget?: number;
}

const defaultBudget = 20_000;

/** By decision and by scope, since the same rules over another form are another function; then by budget. */
const whole = new WeakMap<Decision, WeakMap<Scope, Map<number, DecisionDiagram | undefined>>>();

/**
 * The diagram that answers a question for a case: the one for all answers, made once for each decision and scope,
 * or, if that is too large, one for this case's open items alone. `undefined` if that is too large as well.
 *
 * @param budget The most nodes it may have; 20,000 if not given.
 * @example
 * diagramFor(typeQuestion(fiveTypes), {})?.outcomes.includes("single:rejected"); // => true
 * diagramFor(typeQuestion(fiveTypes), {}, 1); // => undefined
 */
export function diagramFor<Outcome extends string>(
  { decision, scope }: Question<Outcome>,
  answers: Answers,
  budget: number = defaultBudget,
): DecisionDiagram<Outcome> | undefined {
  const scopes = whole.get(decision) ?? new WeakMap<Scope, Map<number, DecisionDiagram | undefined>>();
  whole.set(decision, scopes);
  const known = scopes.get(scope) ?? new Map<number, DecisionDiagram | undefined>();
  scopes.set(scope, known);
  if (!known.has(budget)) known.set(budget, decisionDiagram(decision, scope, budget));
  // What is stored under a decision was made from it, so its outcomes are of the same type.
  const all = known.get(budget) as DecisionDiagram<Outcome> | undefined;
  return (
    all ??
    decisionDiagram(decision, scope, budget, (variables) =>
      variables.map((variable) => fixed(variable, answers, scope)),
    )
  );
}

/** A variable with only the answer that the case gives, if it is known. */
function fixed(variable: Variable, answers: Answers, scope: Scope): Variable {
  const known = classIn(variable, answers, scope);
  const only: Answer | undefined = known === undefined ? undefined : variable.representatives[known];
  if (only === undefined) return variable;
  return {
    ...variable,
    representatives: [only],
    classOf: new Map([...variable.classOf.keys()].map((answer) => [answer, 0])),
  };
}

/** How many sets of outcomes are kept for each decision (design choice). */
const mostNamed = 4096;
const namedBefore = new WeakMap<readonly string[], Map<number, readonly string[]>>();

/** The outcomes whose bits are set, in declared order. The same bits of the same outcomes give the same frozen array. */
export function named<Outcome extends string>(bits: number, outcomes: readonly Outcome[]): readonly Outcome[] {
  const known = namedBefore.get(outcomes) ?? new Map<number, readonly string[]>();
  namedBefore.set(outcomes, known);
  // What is stored under outcomes is a part of them.
  const before = known.get(bits) as readonly Outcome[] | undefined;
  if (before !== undefined) return before;
  const now = Object.freeze(outcomes.filter((_, index) => (bits & (1 << index)) !== 0));
  if (known.size < mostNamed) known.set(bits, now);
  return now;
}

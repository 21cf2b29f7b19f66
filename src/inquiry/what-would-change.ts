import { type Answer, type Answers, itemIn } from "../rules/index.ts";
import type { DecisionDiagram } from "./decision-diagram.ts";
import { type Budget, diagramFor, named, type Question } from "./inquiry.ts";
import { mustAsk } from "./must-ask.ts";
import { type CaseClasses, classesOf, open, type Walk, walk } from "./walk.ts";

/** A smallest change of answers, and the outcomes possible after it. */
export interface Change<Outcome extends string = string> {
  readonly answers: Answers;
  readonly outcomes: readonly Outcome[];
}

export interface Changes<Outcome extends string = string> {
  /** Smallest sets of answers to open items after which the outcome is settled. Empty if it is settled already. */
  readonly byAnswering: readonly Change<Outcome>[];
  /** Smallest sets of given answers which, if they were otherwise, would make another outcome possible. */
  readonly byRevising: readonly Change<Outcome>[];
  /** False if the budget ran out: nothing is listed then. */
  readonly proven: boolean;
}

/**
 * What would lead elsewhere: the smallest sets of open answers that settle each outcome still possible, and the
 * smallest sets of given answers that, if revised, would let in an outcome that is ruled out now.
 *
 * For each outcome one set is given, a smallest in number of answers (ties: the first in the form's order).
 *
 * @param most The largest set that is looked for; 3 if not given (design choice).
 * @throws {AssessmentError} `malformed` for what is no question, `not_an_object`, `unknown_option`
 * @example
 * const { byRevising } = whatWouldChange(typeQuestion(fiveTypes), { other_grievance: "yes" });
 * byRevising[0]?.answers; // => { other_grievance: "no" }
 */
export function whatWouldChange<Outcome extends string>(
  question: Question<Outcome>,
  answers: Answers,
  { budget, most = 3 }: Budget & { readonly most?: number } = {},
): Changes<Outcome> {
  mustAsk(question, answers);
  const diagram = diagramFor(question, answers, budget);
  if (diagram === undefined) return { byAnswering: [], byRevising: [], proven: false };
  const classes = classesOf(diagram, answers, question.scope);
  const { possible: now } = walk(diagram, classes);
  const bits = diagram.outcomes.map((_, index) => 1 << index);
  const settled = bits.includes(now);
  const openVariables = positions(diagram, (at) => classes[at] === open);
  const given = positions(
    diagram,
    (at) => classes[at] !== open && itemIn(question.scope, diagram.variables[at]?.item ?? "") !== undefined,
  );
  const search = (
    among: readonly number[],
    isReached: (walked: Walk, bit: number) => boolean,
    wanted: readonly number[],
  ) => wanted.flatMap((bit) => smallestChange(diagram, classes, among, most, (walked) => isReached(walked, bit)) ?? []);
  return {
    byAnswering: settled
      ? []
      : search(
          openVariables,
          ({ possible }, bit) => possible === bit,
          bits.filter((bit) => (now & bit) !== 0),
        ),
    byRevising: search(
      given,
      ({ possible }, bit) => (possible & bit) !== 0,
      bits.filter((bit) => (now & bit) === 0),
    ),
    proven: true,
  };
}

function positions({ variables }: DecisionDiagram, wanted: (at: number) => boolean): readonly number[] {
  return [...variables.keys()].filter(wanted);
}

/** The first smallest set of variables, with new classes, that reaches the wanted state. */
function smallestChange<Outcome extends string>(
  diagram: DecisionDiagram<Outcome>,
  classes: CaseClasses,
  among: readonly number[],
  most: number,
  isReached: (walked: Walk) => boolean,
): Change<Outcome> | undefined {
  const trial = Int16Array.from(classes);
  const tryFrom = (start: number, left: number): Change<Outcome> | undefined => {
    if (left === 0) {
      const walked = walk(diagram, trial);
      return isReached(walked)
        ? { answers: difference(diagram, classes, trial), outcomes: named(walked.possible, diagram.outcomes) }
        : undefined;
    }
    for (let index = start; index <= among.length - left; index++) {
      const at = among[index] as number;
      const before = trial[at] as number;
      for (let k = 0; k < (diagram.variables[at]?.representatives.length ?? 0); k++) {
        if (k === before) continue;
        trial[at] = k;
        const found = tryFrom(index + 1, left - 1);
        if (found !== undefined) return found;
      }
      trial[at] = before;
    }
    return undefined;
  };
  for (let size = 1; size <= Math.min(most, among.length); size++) {
    const found = tryFrom(0, size);
    if (found !== undefined) return found;
    trial.set(classes);
  }
  return undefined;
}

function difference(diagram: DecisionDiagram, before: CaseClasses, after: CaseClasses): Answers {
  return Object.fromEntries(
    diagram.variables.flatMap(({ item, representatives }, at): [string, Answer][] => {
      const answer = representatives[after[at] as number];
      return before[at] === after[at] || answer === undefined ? [] : [[item, answer]];
    }),
  );
}

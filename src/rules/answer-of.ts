import { AssessmentError, nearestName, shapeOf } from "../issues/index.ts";
import { type Answer, type Answers, states } from "./rule.ts";
import type { ScopedItem } from "./scope.ts";

/** The answer to an item if it is known, else `undefined`. Only own properties count; state words are not answers. */
export function answerOf(answers: Answers, id: string, item: ScopedItem | undefined): Answer | undefined {
  const found = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (found === undefined || isState(found)) return undefined;
  if (item === undefined) return found;
  const { responses } = item;
  if (responses.kind !== "choice") return found;
  const option = Object.hasOwn(responses.options, found) ? responses.options[found] : undefined;
  if (option === undefined) throw notAnOption(found, id, Object.keys(responses.options));
  return option.notKnown === true ? undefined : found;
}

/** Whether a value is one of the words for not knowing. */
export function isState(found: unknown): boolean {
  return (states as readonly unknown[]).includes(found);
}

/** The number that a known answer stands for, or `undefined` if its option carries none. */
export function numberFor(answer: Answer, item: ScopedItem | undefined): number | undefined {
  if (typeof answer === "number") return answer;
  const { responses } = item ?? {};
  return responses?.kind === "choice" && Object.hasOwn(responses.options, answer)
    ? responses.options[answer]?.value
    : undefined;
}

/** The least and the most that an item's number can be, whatever its answer. */
export function rangeOf(item: ScopedItem | undefined): readonly [number, number] {
  const responses = item?.responses;
  if (responses?.kind === "number") return [responses.min, responses.max];
  const values =
    responses?.kind === "choice"
      ? Object.values(responses.options).flatMap(({ value, notKnown }) =>
          value === undefined || notKnown === true ? [] : [value],
        )
      : [];
  return values.length === 0
    ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    : [Math.min(...values), Math.max(...values)];
}

function notAnOption(found: Answer, id: string, codes: readonly string[]): AssessmentError {
  const nearest = nearestName(String(found), codes);
  const issue = { code: "unknown_option", path: [id], expected: codes, shape: shapeOf(found) } as const;
  return new AssessmentError([nearest === undefined ? issue : { ...issue, nearest }]);
}

import { AssessmentError, nearestIn, shapeOf } from "../issues/index.ts";
import { type Answer, type Answers, states } from "./rule.ts";
import type { ScopedItem } from "./scope.ts";

/**
 * The answer to an item if it is known, else `undefined`. Only own properties count. A word for not knowing is no
 * answer, and neither is an option that says so. Without an item, any other value is the answer.
 *
 * @throws {AssessmentError} `unknown_option`
 * @example
 * const { items } = relationshipAndMotive;
 * answerOf({ adult: "yes" }, "adult", items.adult); // => "yes"
 * answerOf({ adult: "not_sure" }, "adult", items.adult); // => undefined
 */
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

/**
 * Whether a value is one of the words for not knowing: `not_sure`, `prefer_not`, `not_asked` or `closed`.
 *
 * @example
 * isState("not_sure"); // => true
 * isState("no"); // => false
 */
export function isState(found: unknown): boolean {
  return (states as readonly unknown[]).includes(found);
}

/**
 * The number that a known answer stands for, or `undefined` if its option carries none.
 *
 * @example
 * const responses = choice({ a_little: { label: "A little", value: 1 }, very: { label: "Very", value: 3 } });
 * numberFor("very", { responses }); // => 3
 */
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

/**
 * Whether an item counts as one of these codes while it is closed.
 *
 * @internal
 */
export function isAmongWhenClosed(codes: readonly string[], item: ScopedItem | undefined): boolean {
  const code = item?.whenClosed;
  return code !== undefined && codes.includes(String(code));
}

function notAnOption(found: Answer, id: string, codes: readonly string[]): AssessmentError {
  const nearest = nearestIn(String(found), codes);
  return new AssessmentError([
    { code: "unknown_option", path: [id], expected: codes, shape: shapeOf(found), ...nearest },
  ]);
}

import { AssessmentError } from "./assessment-error.ts";
import type { Issue } from "./issue.ts";
import { mustHave } from "./must-have.ts";

/** Either the value, or every issue found: never a part of each. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] };

/**
 * The value if no issue was found, else all issues.
 *
 * @internal
 */
export function parsed<T>(value: () => T, issues: readonly Issue[]): Parsed<T> {
  const [first, ...rest] = issues;
  return first === undefined ? { ok: true, value: value() } : { ok: false, issues: [first, ...rest] };
}

/**
 * The value of a result, or an {@link AssessmentError} with its issues.
 *
 * @throws {AssessmentError} every issue of a result that is not ok; `malformed` for what is no result
 * @example
 * valueOrThrow(parseAnswers({ adult: "yes" })); // => { adult: "yes" }
 */
export function valueOrThrow<T>(result: Parsed<T>): T {
  mustHave(result, "ok", "result");
  if (result.ok) return result.value;
  throw new AssessmentError(result.issues);
}

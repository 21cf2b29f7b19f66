import type { Issue } from "./issue.ts";
import { withPlace } from "./with-place.ts";

/**
 * The one error this package throws: a mistake in code or in data that was not parsed first. It lists every issue. Its
 * message has their codes and places, without the sentences, which every application would have to carry: `messageOf` has
 * those.
 *
 * @example
 * const error = new AssessmentError([{ code: "unknown_item", path: ["lonly"], nearest: "lonely" }]);
 * error.message; // => "unknown_item: lonly. Nearest: lonely."
 * error.issues[0]?.nearest; // => "lonely"
 */
export class AssessmentError extends Error {
  override readonly name = "AssessmentError";
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map((issue) => withPlace(issue.code, issue)).join("\n"));
    this.issues = issues;
  }
}

/**
 * Nothing if there are no issues.
 *
 * @throws {AssessmentError} every issue
 * @internal
 */
export function throwIfAny(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new AssessmentError(issues);
}

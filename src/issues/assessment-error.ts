import type { Issue } from "./issue.ts";
import { messageOf } from "./message-of.ts";
import type { Parsed } from "./parsed.ts";

/** The one error this package throws: a mistake in code or in data that was not parsed first. It lists every issue. */
export class AssessmentError extends Error {
  override readonly name = "AssessmentError";
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(messageOf).join("\n"));
    this.issues = issues;
  }
}

/** The value of a result, or an {@link AssessmentError} with its issues. */
export function valueOrThrow<T>(result: Parsed<T>): T {
  if (result.ok) return result.value;
  throw new AssessmentError(result.issues);
}

import type { Issue } from "./issue.ts";

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

import type { IssueCode } from "../issues/index.ts";

/** What a command's exit code means. */
export const exitCodes = {
  done: 0,
  internal: 1,
  usage: 2,
  unreadable: 3,
  someRejected: 4,
  outputRefused: 5,
  countsDiffer: 6,
  /** Results that differ, a chain that is broken, results that an advisory is about. */
  found: 7,
  /** Nothing differs, but some results cannot be run again here. */
  notVerified: 8,
  closedPipe: 141,
} as const;

const outputCodes: ReadonlySet<IssueCode> = new Set<IssueCode>(["output_exists", "output_refused", "output_in_use"]);
const usageCodes: ReadonlySet<IssueCode> = new Set<IssueCode>([
  "wrong_usage",
  "bad_map",
  "bad_key",
  "unknown_format",
  "cannot_resume",
]);

/** The exit code for an issue that ended a command. */
export function exitCodeFor(code: IssueCode): number {
  if (usageCodes.has(code)) return exitCodes.usage;
  if (outputCodes.has(code)) return exitCodes.outputRefused;
  return code === "counts_differ" ? exitCodes.countsDiffer : exitCodes.unreadable;
}

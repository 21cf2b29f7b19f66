import type { Issue } from "./issue.ts";

/** What is wrong, followed by where, what was expected and what else an issue says. */
export function withPlace(what: string, { path, line, positions, expected, limit, shape, nearest }: Issue): string {
  const place = path.length === 0 ? "" : `: ${path.join(".")}`;
  const onLine = line === undefined ? "" : ` (line ${line})`;
  const at = positions === undefined ? "" : ` (positions ${positions.join(", ")})`;
  const parts = [`${what}${place}${onLine}${at}.`];
  if (expected !== undefined) parts.push(`Expected ${expected.length > 1 ? "one of: " : ""}${expected.join(", ")}.`);
  if (limit !== undefined) parts.push(`Limit: ${limit}.`);
  if (shape !== undefined) parts.push(`Found: ${shape}.`);
  if (nearest !== undefined) parts.push(`Nearest: ${nearest}.`);
  return parts.join(" ");
}

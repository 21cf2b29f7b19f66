import { type Issue, shapeOf } from "../issues/index.ts";
import { expects } from "./expects.ts";

/**
 * What names a case, a person or a rater: `""` for what is blank, `undefined` for what is neither text nor a whole
 * number that was read exactly. JavaScript rounds longer numbers, and two people would be one.
 */
export function caseName(value: unknown): string | undefined {
  if (typeof value === "string" || typeof value === "bigint") return String(value);
  if (value === null || value === undefined) return "";
  return Number.isSafeInteger(value) ? String(value) : undefined;
}

/** The issue where a value stands that cannot be a name. */
export const noName = (value: unknown): Pick<Issue, "code" | "expected" | "shape"> => ({
  code: "wrong_type",
  expected: [expects("expected.name"), expects("expected.exact_number", { most: Number.MAX_SAFE_INTEGER })],
  shape: shapeOf(value),
});

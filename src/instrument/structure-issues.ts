import type * as z from "zod/mini";
import type { Issue } from "../issues/index.ts";
import { limits } from "./limits.ts";

/**
 * What zod found, as places and what was expected there; never what stood there.
 *
 * @internal
 */
export function structureIssues(found: readonly z.core.$ZodIssue[]): readonly Issue[] {
  return found.slice(0, limits.issues).flatMap((issue): readonly Issue[] => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.slice(0, limits.issues).map((key) => ({
          code: "malformed",
          path: [...path, key],
          expected: ["no such key"],
        }));
      case "invalid_type":
        return [{ code: "malformed", path, expected: [issue.expected] }];
      case "invalid_value":
        return [{ code: "malformed", path, expected: issue.values.map(String) }];
      case "too_big":
        return [{ code: issue.origin === "number" ? "malformed" : "too_large", path, limit: Number(issue.maximum) }];
      case "too_small":
        return [{ code: "malformed", path, expected: [`at least ${issue.minimum}`] }];
      default:
        return [{ code: "malformed", path }];
    }
  });
}

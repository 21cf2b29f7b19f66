import type { Issue, Path } from "../issues/index.ts";
import type { Dialect } from "./dialect.ts";

/** What is wrong with names that will stand in a statement: each with the path that an issue names. */
export function faultsInNames(
  names: readonly (readonly [path: Path, name: string])[],
  dialect: Dialect,
): readonly Issue[] {
  return names.flatMap(([path, name]): readonly Issue[] => {
    const longest = dialect.longestName;
    if (name === "" || !isPlainText(name) || dialect.refusedInNames.some((text) => name.includes(text))) {
      return [{ code: "unquotable_name", path }];
    }
    return longest !== undefined && new TextEncoder().encode(name).length > longest
      ? [{ code: "too_large", path, limit: longest }]
      : [];
  });
}

/** Names that the engine would take for one another. */
export function sameNames(names: readonly (readonly [path: Path, name: string])[], dialect: Dialect): readonly Issue[] {
  const seen = new Set<string>();
  return names.flatMap(([path, name]): readonly Issue[] => {
    const seenAs = folded(name, dialect);
    const fault = seen.has(seenAs);
    seen.add(seenAs);
    return fault ? [{ code: "duplicate_name", path }] : [];
  });
}

/** A name as the engine compares it with others. */
export function folded(name: string, { foldsCase }: Dialect): string {
  return foldsCase ? name.toLowerCase() : name;
}

/** Whether a text can stand in a statement: no NUL, and no half of a surrogate pair. */
export function isPlainText(text: string): boolean {
  return !/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}

import { deepFreeze, limits, plainCopy, structureIssues } from "../instrument/index.ts";
import { type Issue, type Parsed, parsed } from "../issues/index.ts";
import type { CaseRecord } from "./case-record.ts";
import { checkEntry, checkEpisodeParts, pseudonymFault, timeFault } from "./check-entry.ts";
import { type History, historyOf, remember } from "./history.ts";
import { recordLimits } from "./record-limits.ts";
import { recordSchemas } from "./record-schema.ts";

/**
 * A case record from untrusted data, such as a JSON file: a deeply frozen copy, or every issue found (at most
 * `limits.issues` of them). Nothing but plain data is taken; size and depth are held to `recordLimits` first; and every
 * entry is held to the same rules as one that is appended. No issue holds an answer, a reason or a statement.
 *
 * Whether results are what their rules give is for `verify`; whether anything was changed is for `verifyChain`.
 *
 * @returns issues `malformed`, `accessor_property`, `bad_name`, `too_large`, `too_deep`, `not_pseudonymous`,
 *   `duplicate_name`, `unknown_episode`, and those of `appendEntry`
 * @example
 * const begun = startRecord({ id: "case-1", createdAsOf: "2026-01-05", episodes: [] });
 * parseRecord(JSON.parse(JSON.stringify(begun.ok && begun.value))).ok; // => true
 * @example
 * const result = parseRecord({ schemaVersion: 1, id: "Ann Lee", createdAsOf: "2026-01-05", episodes: [], entries: [] });
 * result.ok ? [] : result.issues.map(({ code, path }) => [code, path[0]]); // => [["not_pseudonymous", "id"]]
 */
export function parseRecord(input: unknown): Parsed<CaseRecord> {
  const copy = plainCopy(input, recordLimits.copy);
  if (!copy.ok) return copy;
  const structure = recordSchemas().record.safeParse(copy.value);
  if (!structure.success) return parsed<CaseRecord>(impossible, structureIssues(structure.error.issues));
  // The schema has accepted the structure.
  const record = copy.value as CaseRecord;
  return parsed(() => deepFreeze(record), checkRecord(record).slice(0, limits.issues));
}

/** What is wrong with a record of sound structure. */
export function checkRecord(record: CaseRecord): readonly Issue[] {
  const { id, createdAsOf, episodes, entries } = record;
  const begun = timeFault(createdAsOf, ["createdAsOf"]);
  if (begun.length > 0) return begun; // every later time is held to this one
  const seen = new Set<string>();
  const head = [
    ...pseudonymFault(id, ["id"]),
    ...episodes.flatMap((episode, at): readonly Issue[] => {
      const twice = seen.has(episode.id);
      seen.add(episode.id);
      const path = ["episodes", at];
      return [
        ...checkEpisodeParts(episode, path),
        ...(twice ? [{ code: "duplicate_name", path: [...path, "id"] } as const] : []),
      ];
    }),
  ];
  const history = historyOf(record);
  const places = new Map(entries.map((entry, at) => [entry.id, at]));
  return [...head, ...entries.flatMap((entry, at) => checkNext(entry, at, history, places))];
}

function checkNext(
  entry: CaseRecord["entries"][number],
  at: number,
  history: History,
  places: ReadonlyMap<string, number>,
): readonly Issue[] {
  const path = ["entries", at];
  const later = (places.get(entry.supersedes ?? "") ?? -1) >= at;
  const issues = checkEntry(entry, history, path).map((issue): Issue => {
    const isThat = issue.code === "unknown_entry" && issue.path.length === 3 && issue.path[2] === "supersedes";
    return later && isThat ? { ...issue, code: "supersedes_later" } : issue;
  });
  remember(history, entry);
  return issues;
}

function impossible(): never {
  throw new TypeError("a failed parse has at least one issue");
}

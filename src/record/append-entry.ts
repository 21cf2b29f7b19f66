import { deepFreeze, limits, plainCopy, structureIssues } from "../instrument/index.ts";
import { type Issue, mustHave, type Parsed, parsed } from "../issues/index.ts";
import type { CaseRecord, Entry, NewEntry } from "./case-record.ts";
import { chained } from "./chain.ts";
import { checkEntry } from "./check-entry.ts";
import { historyOf, remember } from "./history.ts";
import { recordLimits } from "./record-limits.ts";
import { recordSchemas } from "./record-schema.ts";

/**
 * The record with one more entry at its end, or every issue found. The record given stays as it is, and no earlier entry
 * is touched: what was wrong is superseded by a new entry that names it.
 *
 * A correction or a withdrawal may supersede an entry of any kind; other entries one of their own kind and episode. An
 * override downwards on its scale needs a reason and a second person, who is not `by`; one upwards needs neither.
 *
 * @param record From `startRecord`, `parseRecord` or an earlier append.
 * @param options.key Chains the entry to those before it (see `digest`). A chained record takes no entry without it.
 * @returns issues `malformed`, `not_pseudonymous`, `duplicate_name`, `unknown_episode`, `unknown_entry`,
 *   `already_superseded`, `supersedes_later`, `wrong_kind`, `time_goes_back`, `needs_reason`, `needs_second_person`,
 *   `not_chained`, `too_large`
 * @throws {AssessmentError} `bad_key`
 * @example
 * const begun = valueOrThrow(startRecord({ id: "case-1", createdAsOf: "2026-01-05", episodes: [] }));
 * const referral = { id: "n1", kind: "referral", at: "2026-01-05", by: "desk", content: { agency: "police" } } as const;
 * const record = valueOrThrow(appendEntry(begun, referral));
 * record.entries.length; // => 1
 * const again = appendEntry(record, referral);
 * again.ok ? [] : again.issues.map(({ code }) => code); // => ["duplicate_name"]
 */
export function appendEntry(
  record: CaseRecord,
  entry: NewEntry,
  { key }: { readonly key?: Uint8Array } = {},
): Parsed<CaseRecord> {
  mustHave(record, "entries", "record");
  const copy = plainCopy(entry, recordLimits.copy);
  if (!copy.ok) return copy;
  const structure = recordSchemas().entry.safeParse(copy.value);
  if (!structure.success) return parsed<CaseRecord>(impossible, structureIssues(structure.error.issues));
  // The schema has accepted the structure.
  const plain = copy.value as Entry;
  const next = (): CaseRecord => {
    const added = deepFreeze(key === undefined ? plain : chained(plain, record, key));
    return Object.freeze({ ...record, entries: Object.freeze([...record.entries, added]) });
  };
  return parsed(next, faultsOf(plain, record, key !== undefined).slice(0, limits.issues));
}

function faultsOf(entry: Entry, record: CaseRecord, hasKey: boolean): readonly Issue[] {
  const history = historyOf(record);
  for (const earlier of record.entries) remember(history, earlier);
  const given = (["previousDigest", "digest"] as const).filter((name) => entry[name] !== undefined);
  const full = record.entries.length >= recordLimits.entries;
  return [
    ...(full ? [{ code: "too_large", path: ["entries"], limit: recordLimits.entries } as const] : []),
    ...given.map((name): Issue => ({ code: "malformed", path: [name], expected: ["no such key"] })),
    ...checkEntry(entry, hasKey ? { ...history, chained: false } : history, []),
  ];
}

function impossible(): never {
  throw new TypeError("a failed parse has at least one issue");
}

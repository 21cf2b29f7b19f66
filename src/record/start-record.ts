import { mustHave, type Parsed } from "../issues/index.ts";
import type { CaseRecord } from "./case-record.ts";
import { parseRecord } from "./parse-record.ts";

/**
 * A new record without entries.
 *
 * @param facts A pseudonymous id, the time, and the episodes known now. Later ones are appended as entries.
 * @returns the issues of `parseRecord`
 * @example
 * const episode = { id: "e1", personOfConcern: "p-014", target: "t-022", from: "2025-11", to: null };
 * const result = startRecord({ id: "case-0031", createdAsOf: "2026-01-05", episodes: [episode] });
 * result.ok && result.value.entries; // => []
 */
export function startRecord(facts: Pick<CaseRecord, "id" | "createdAsOf" | "episodes">): Parsed<CaseRecord> {
  mustHave(facts, "id", "facts");
  const { id, createdAsOf, episodes } = facts;
  return parseRecord({ schemaVersion: 1, id, createdAsOf, episodes, entries: [] });
}

import type { Issue, Path } from "../issues/index.ts";
import { caseName, noName } from "./case-name.ts";

/** What a record of another system says of its name. */
export interface RecordId {
  /** Which record of the file it is, from 1. */
  readonly number: number;
  /** What stands under the key that names a case; `undefined` if the record has no such key. */
  readonly id: unknown;
  /** What tells records of one case apart, where a system may have several, by its own columns. */
  readonly occasion: Readonly<Record<string, unknown>>;
  /** Where the id stands, or would. */
  readonly at: { readonly path: Path; readonly row?: number; readonly line?: number };
}

/** What a case is called in the rows that are written, and what is wrong with its id. */
export interface CaseNamed {
  readonly name: string;
  readonly issues: readonly Issue[];
}

/**
 * What each record is called, by its number: by its id, which stays blank where it is blank or none. Records are named by
 * their number only where none of them has an id and none was asked for, so that no number is taken for an id.
 *
 * @returns issues `missing_text`, `wrong_type`, and `duplicate_name` with the numbers of both records
 */
export function namesOf(records: readonly RecordId[], wasAsked: boolean): ReadonlyMap<number, CaseNamed> {
  const isNumbered = !wasAsked && records.every(({ id }) => id === undefined);
  const seen = new Map<string, number>();
  const named = ({ number, id, occasion, at }: RecordId): CaseNamed => {
    if (isNumbered) return { name: String(number), issues: [] };
    const name = caseName(id);
    if (name === undefined) return { name: "", issues: [{ ...noName(id), ...at }] };
    if (name === "") return { name, issues: [{ code: "missing_text", ...at }] };
    const key = JSON.stringify([name, occasion]);
    const before = seen.get(key);
    if (before !== undefined) return { name, issues: [{ code: "duplicate_name", ...at, positions: [before, number] }] };
    seen.set(key, number);
    return { name, issues: [] };
  };
  return new Map(records.map((record) => [record.number, named(record)]));
}

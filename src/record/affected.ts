import { mustBeList, mustHave } from "../issues/index.ts";
import { type Advisory, isIn, libraryId, type Subject } from "./advisory.ts";
import type { CaseRecord } from "./case-record.ts";
import { currentEntries } from "./current-entries.ts";
import { partOf } from "./part-of.ts";

/** A stored result, as far as an advisory can be about it. */
export interface StoredResult {
  /** The caller's name for it; for a record's result the record's id and the entry's. */
  readonly id: readonly string[];
  /** Every version that it was made with. */
  readonly uses: readonly (Subject & { readonly version: string })[];
  /** The names of the rules that it rests on, if they are known. Without them it may rest on any. */
  readonly rules?: readonly string[];
  /** False once another result stands in its place. */
  readonly current?: boolean;
}

/** A stored result that an advisory is about. */
export interface AffectedResult {
  readonly id: readonly string[];
  /** Whether it still stands. One that has been superseded needs no new run, but people may have acted on it. */
  readonly current: boolean;
  readonly advisories: readonly (Pick<Advisory, "id" | "about" | "rules" | "effect" | "effectIn" | "action"> & {
    /** The version that the result was made with. */
    readonly version: string;
  })[];
}

/**
 * The results that were made with a version that an advisory names, and why: those to run again. A result is left out
 * only if it is certain that the fault cannot have touched it: another version, or other rules where they are known.
 *
 * @param stored Records, or results by their provenance.
 * @example
 * const advisory = {
 *   id: "ADV-2026-01", published: "2026-02-01", about: { kind: "typology", id: "five-types" },
 *   versions: { before: "0.3.0" }, rules: ["predatory"], effect: "an example", action: "run_again",
 * } as const;
 * const stored = { id: ["row-1"], uses: [{ kind: "typology", id: "five-types", version: "0.2.0" }] } as const;
 * affected([stored], [advisory]).map(({ id }) => id); // => [["row-1"]]
 * affected([{ ...stored, rules: ["resentful"] }], [advisory]); // => []
 */
export function affected(
  stored: readonly (CaseRecord | StoredResult)[],
  advisories: readonly Advisory[],
): readonly AffectedResult[] {
  mustBeList(stored, "stored");
  mustBeList(advisories, "advisories");
  const results = stored.flatMap((each) => ("uses" in each ? [each] : storedResults(each)));
  return results.flatMap((result): AffectedResult[] => {
    const found = advisories.flatMap((advisory) => matched(result, advisory));
    return found.length === 0 ? [] : [{ id: result.id, current: result.current ?? true, advisories: found }];
  });
}

/**
 * A record's assessments as stored results, those superseded included.
 *
 * @example
 * const begun = startRecord({ id: "case-1", createdAsOf: "2026-01-05", episodes: [] });
 * begun.ok && storedResults(begun.value); // => []
 */
export function storedResults(record: CaseRecord): readonly StoredResult[] {
  mustHave(record, "entries", "record");
  const current = new Set(currentEntries(record));
  return record.entries.flatMap((entry): StoredResult[] => {
    if (entry.kind !== "assessment") return [];
    const { instrument, producedBy, result } = entry.content;
    const { rules, library } = producedBy;
    return [
      {
        id: [record.id, entry.id],
        uses: [
          { kind: "instrument", id: instrument.id, version: instrument.version },
          ...formsIn(result).filter(({ id, version }) => id !== instrument.id || version !== instrument.version),
          ...(rules === undefined ? [] : [{ kind: rules.kind, id: rules.id, version: rules.version }]),
          { kind: "library", id: libraryId, version: library },
        ],
        current: current.has(entry),
      },
    ];
  });
}

/** The forms that a result names: a definition can read several, and its entry names the first alone. */
function formsIn(result: unknown): StoredResult["uses"] {
  const forms = partOf(result, "instruments");
  if (!Array.isArray(forms)) return [];
  return forms.flatMap((form: unknown) => {
    const [id, version] = [partOf(form, "id"), partOf(form, "version")];
    return typeof id === "string" && typeof version === "string" ? [{ kind: "instrument", id, version } as const] : [];
  });
}

function matched({ uses, rules }: StoredResult, advisory: Advisory): AffectedResult["advisories"] {
  const { id, about, effect, effectIn, action } = advisory;
  const used = uses.find(
    ({ kind, id: named, version }) => kind === about.kind && named === about.id && isIn(version, advisory.versions),
  );
  if (used === undefined) return [];
  const untouched =
    rules !== undefined && advisory.rules.length > 0 && !advisory.rules.some((rule) => rules.includes(rule));
  if (untouched) return [];
  const says = { effect, ...(effectIn === undefined ? {} : { effectIn }), action };
  return [{ id, about, rules: advisory.rules, ...says, version: used.version }];
}

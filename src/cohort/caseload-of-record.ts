import { itemStates } from "../assessment/index.ts";
import { mustHave } from "../issues/index.ts";
import { type CaseRecord, currentEntries, episodesOf, typesByEpisode } from "../record/index.ts";
import type { Typology } from "../typology/index.ts";
import { type CaseloadCase, dayOfTime, type Service } from "./caseload-case.ts";
import { frozen } from "./estimate.ts";

/**
 * A case record as a caseload counts it: only entries that stand; of each episode the last classification, as it was
 * recorded. An override changes no count: it is counted beside.
 *
 * @throws {AssessmentError} `unknown_option` if answers of another version hold codes that the form does not have
 * @example
 * const begun = valueOrThrow(startRecord({ id: "case-1", createdAsOf: "2026-01-05", episodes: [] }));
 * const entry = { id: "n1", kind: "referral", at: "2026-01-05", by: "desk", content: { agency: "police" } } as const;
 * caseloadCaseOf(valueOrThrow(appendEntry(begun, entry)), fiveTypes).referrals;
 * // => [{ agency: "police", on: "2026-01-05", decision: null }]
 */
export function caseloadCaseOf(record: CaseRecord, typology: Typology): CaseloadCase {
  mustHave(record, "entries", "record");
  const entries = currentEntries(record);
  const people = new Set(episodesOf(record).map(({ personOfConcern }) => personOfConcern));
  const episodes = typesByEpisode(record);
  const last = episodes.flatMap(({ assessments }) => assessments.slice(-1));
  return Object.freeze({
    id: record.id,
    person: people.size === 1 ? ([...people][0] ?? null) : null,
    referrals: frozen(
      entries.flatMap((entry) =>
        entry.kind === "referral"
          ? [{ agency: entry.content.agency, on: dayOfTime(entry.at), decision: entry.content.decision ?? null }]
          : [],
      ),
    ),
    offered: frozen(new Set(entries.flatMap(serviceOf))),
    assessedOn: frozen(entries.flatMap((entry) => (entry.kind === "assessment" ? [dayOfTime(entry.at)] : []))),
    outcomes: frozen(last.map(({ entry, outcome }) => outcomeOf(outcome, entry.content.result))),
    unclassified: episodes.length - last.length,
    overridden: last.filter(({ overrides }) => overrides.length > 0).length,
    monitoring: frozen(
      entries.flatMap((entry) => (entry.kind === "monitoring" ? [{ signs: entry.content.signs }] : [])),
    ),
    forms: frozen(
      last.flatMap(({ entry: { content } }) =>
        content.instrument.id === typology.instrument.id ? [itemStates(typology.instrument, content.answers)] : [],
      ),
    ),
  });
}

function serviceOf(entry: ReturnType<typeof currentEntries>[number]): readonly Service[] {
  switch (entry.kind) {
    case "assessment":
    case "consultation":
    case "signposting":
    case "monitoring":
      return [entry.kind];
    case "management_step":
      return [entry.content.type];
    default:
      return [];
  }
}

/** A recorded result is any plain JSON, so each part is looked at before it is taken. */
function outcomeOf(outcome: unknown, result: unknown): CaseloadCase["outcomes"][number] {
  const label = labelOf(outcome);
  const possible: unknown = partOf(result, "possible");
  const labels = Array.isArray(possible) ? possible.map(labelOf) : [];
  const settled = partOf(result, "settled");
  return {
    label,
    possible: frozen(new Set(labels.length === 0 ? [label] : labels)),
    ...(typeof settled === "boolean" ? { settled } : {}),
  };
}

/** An outcome by its type if it has one, else by its kind. */
function labelOf(outcome: unknown): string {
  const [kind, type] = [partOf(outcome, "kind"), partOf(outcome, "type")];
  const named = (kind === "single" || kind === "leading") && typeof type === "string" ? type : kind;
  return typeof named === "string" ? named : "unclassified";
}

function partOf(of: unknown, key: string): unknown {
  return typeof of === "object" && of !== null && Object.hasOwn(of, key)
    ? (of as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

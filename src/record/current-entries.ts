import { mustBeObject, mustHave } from "../issues/index.ts";
import type { CaseRecord, Entry, EntryOf, Episode } from "./case-record.ts";
import { historyOf, remember } from "./history.ts";

/**
 * The entries that stand: those that no later entry has superseded, in their order.
 *
 * @example
 * const begun = valueOrThrow(startRecord({ id: "case-1", createdAsOf: "2026-01-05", episodes: [] }));
 * const n1 = { id: "n1", kind: "referral", at: "2026-01-05", by: "desk", content: { agency: "police" } } as const;
 * const record = valueOrThrow(appendEntry(begun, n1));
 * const n2 = { ...n1, id: "n2", supersedes: "n1", content: { agency: "victim_service" } };
 * currentEntries(valueOrThrow(appendEntry(record, n2))).map(({ id }) => id); // => ["n2"]
 */
export function currentEntries(record: CaseRecord): readonly Entry[] {
  mustHave(record, "entries", "record");
  const { entries } = record;
  const superseded = new Set(entries.flatMap(({ supersedes }) => (supersedes === undefined ? [] : [supersedes])));
  return entries.filter(({ id }) => !superseded.has(id));
}

/** One episode, with what was found of it and what people said beside that. */
export interface EpisodeTypes {
  readonly episode: Episode;
  readonly assessments: readonly {
    readonly entry: EntryOf<"assessment">;
    /** What the result says its outcome is, as it was recorded; `null` if it names none. */
    readonly outcome: unknown;
    readonly reviews: readonly EntryOf<"review">[];
    readonly overrides: readonly EntryOf<"override">[];
  }[];
}

/**
 * The assessments that stand, by episode. A type belongs to an episode (this person, this target, this period) and says
 * nothing of the same person in another. Nothing is chosen among several assessments, and an override stands beside the
 * result that it is of.
 *
 * @param options.function Only results of this function, such as `classify` (the default).
 * @example
 * const episode = { id: "e1", personOfConcern: "p-014", target: "t-022", from: "2025-11", to: null };
 * const record = valueOrThrow(startRecord({ id: "case-1", createdAsOf: "2026-01-05", episodes: [episode] }));
 * const content = recordedClassification({ other_grievance: "yes" }, { typology: fiveTypes, respondent: "rater" });
 * const entry = { id: "n1", kind: "assessment", at: "2026-01-05", by: "r-2", episode: "e1", content } as const;
 * const [first] = typesByEpisode(valueOrThrow(appendEntry(record, entry)));
 * first?.assessments[0]?.outcome; // => { kind: "single", type: "resentful" }
 */
export function typesByEpisode(
  record: CaseRecord,
  options: { readonly function?: string } = {},
): readonly EpisodeTypes[] {
  mustHave(record, "entries", "record");
  mustBeObject(options, "options");
  const { function: name = "classify" } = options;
  const current = currentEntries(record);
  return episodesOf(record).map((episode) => ({
    episode,
    assessments: current.flatMap((entry) =>
      entry.kind !== "assessment" || entry.episode !== episode.id || entry.content.producedBy.function !== name
        ? []
        : [
            {
              entry,
              outcome: outcomeIn(entry.content.result),
              reviews: current.flatMap((each) =>
                each.kind === "review" && each.content.of === entry.id ? [each] : [],
              ),
              overrides: current.flatMap((each) =>
                each.kind === "override" && each.content.of === entry.id ? [each] : [],
              ),
            },
          ],
    ),
  }));
}

/**
 * The episodes as they are known now: those of the start, those that became known later, each with its latest period.
 *
 * @example
 * const episode = { id: "e1", personOfConcern: "p-014", target: "t-022", from: "2025-11", to: null };
 * const begun = valueOrThrow(startRecord({ id: "case-1", createdAsOf: "2026-01-05", episodes: [episode] }));
 * const over = { id: "n1", kind: "episode", at: "2026-03-01", by: "r-2", content: { ...episode, to: "2026-02" } } as const;
 * episodesOf(valueOrThrow(appendEntry(begun, over)))[0]?.to; // => "2026-02"
 */
export function episodesOf(record: CaseRecord): readonly Episode[] {
  mustHave(record, "entries", "record");
  const history = historyOf(record);
  for (const entry of currentEntries(record)) remember(history, entry);
  return [...history.episodes.values()];
}

function outcomeIn(result: unknown): unknown {
  const isObject = typeof result === "object" && result !== null;
  return isObject && Object.hasOwn(result, "outcome") ? (result as { readonly outcome: unknown }).outcome : null;
}

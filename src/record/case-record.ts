import type { Answers } from "../rules/index.ts";
import type { Provenance } from "../typology/index.ts";

/**
 * A case as plain, versioned JSON. Its history only grows: nothing is overwritten, and what was wrong is superseded.
 * It holds no name: people, roles and bodies are pseudonyms and codes, which `isPseudonym` and `isCode` describe.
 */
export interface CaseRecord {
  readonly schemaVersion: 1;
  /** A pseudonym. */
  readonly id: string;
  /** A time, as the caller gives it: a day, or a moment in UTC. */
  readonly createdAsOf: string;
  /** The episodes known at the start. Later ones, and changes of a period, are entries. */
  readonly episodes: readonly Episode[];
  /** The history. It is the last part, so that a longer history begins with the same bytes. */
  readonly entries: readonly Entry[];
}

/** What a type belongs to: one person of concern, one target, one period. Never a person alone. */
export interface Episode {
  readonly id: string;
  /** Pseudonyms. */
  readonly personOfConcern: string;
  readonly target: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `null` is not known or, for the end, not over. */
  readonly from: string | null;
  readonly to: string | null;
}

/** One step of the history. */
export type Entry = { readonly [Kind in EntryKind]: EntryOf<Kind> }[EntryKind];

/** An entry as a caller writes it. The chain's digests are added by `appendEntry`, and only with a key. */
export type NewEntry = { readonly [Kind in EntryKind]: Omit<EntryOf<Kind>, "previousDigest" | "digest"> }[EntryKind];

/** An entry of one kind. */
export type EntryOf<Kind extends EntryKind> = EntryParts<Kind> &
  (Kind extends "assessment" | "management_step" | "monitoring" ? { readonly episode: string } : unknown) &
  (Kind extends "correction" | "withdrawal" ? { readonly supersedes: string } : unknown);

/** What every entry has. Some kinds must name an episode, or the entry that they supersede. */
export interface EntryParts<Kind extends EntryKind> {
  readonly id: string;
  readonly kind: Kind;
  /** When it was written, by the caller's clock: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly at: string;
  /** Who wrote it: a pseudonym or a role. */
  readonly by: string;
  readonly episode?: string;
  /** The earlier entry in whose place this one stands. */
  readonly supersedes?: string;
  readonly statements?: readonly EntryStatement[];
  readonly content: EntryContents[Kind];
  /** The digest of what stands before: the last entry's, or that of the whole record if it has none. */
  readonly previousDigest?: string;
  /** The keyed digest of this entry with all but this field. */
  readonly digest?: string;
}

/** Words about a case, with what they are and where they come from: fact, allegation and opinion stay apart. */
export interface EntryStatement {
  readonly says: string;
  readonly as: "fact" | "allegation" | "opinion";
  readonly source: string;
  readonly confidence?: "low" | "moderate" | "high" | "not_known";
}

/** What each kind of entry holds. Short texts are codes; sentences stand only in `reason` and in statements. */
export interface EntryContents {
  /** An episode that became known later, or a new period of one. Its two people cannot change. */
  readonly episode: Episode;
  readonly referral: {
    readonly agency: string;
    readonly reference?: string;
    readonly decision?: "pending" | "accepted" | "declined" | "redirected";
    readonly reason?: string;
  };
  readonly assessment: Assessment;
  /** A person's own judgement beside an assessment. To disagree takes a reason. */
  readonly review: {
    readonly of: string;
    readonly judgement: string;
    readonly agrees: "yes" | "in_part" | "no";
    /** What the reviewer looked at. */
    readonly seen: readonly string[];
    /** Whether the judgement was written down before the result was shown. */
    readonly beforeResult?: boolean;
    readonly reason?: string;
  };
  /**
   * A person sets a value aside. Upwards on a scale is free; downwards takes a reason and a second person; what is on
   * no scale takes a reason.
   */
  readonly override: {
    readonly of: string;
    /** Which value of the result. */
    readonly part: string;
    readonly from: string;
    readonly to: string;
    /** The values in order, least concern first. */
    readonly scale?: readonly string[];
    readonly reason?: string;
    readonly secondPerson?: string;
  };
  readonly consultation: { readonly agency: string; readonly about?: readonly string[] };
  readonly signposting: { readonly service: string; readonly about?: readonly string[] };
  readonly management_step: {
    readonly type: "treatment" | "management";
    readonly step: string;
    readonly status: "planned" | "begun" | "done" | "stopped" | "refused";
    readonly agency?: string;
  };
  readonly monitoring: { readonly signs: readonly string[]; readonly next?: string };
  /** Stands in the place of an entry that was wrong; its statements say what is right. */
  readonly correction: { readonly reason: string };
  /** Takes an entry back, and puts nothing in its place. */
  readonly withdrawal: { readonly reason: string };
}

export type EntryKind = keyof EntryContents;

/** One result with all that is needed to run it again. */
export interface Assessment {
  readonly instrument: Provenance;
  readonly answers: Answers;
  readonly respondent: string;
  /** Codes of where the answers come from, such as `victim`, `police_record`. */
  readonly informationSources: readonly string[];
  readonly asOf: string | null;
  /** The time that the answers are about. */
  readonly window: { readonly from: string | null; readonly to: string | null };
  /** Any plain JSON. */
  readonly result: unknown;
  readonly producedBy: ProducedBy;
}

/** What produced a result, apart from the instrument. */
export interface ProducedBy {
  /** The version of this package. */
  readonly library: string;
  /** The function's name, such as `classify`. */
  readonly function: string;
  /** The typology or profile that was applied. */
  readonly rules?: Provenance & { readonly kind: "typology" | "profile" };
}

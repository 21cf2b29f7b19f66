export type { Advisory, Subject, VersionRange } from "./advisory.ts";
export { parseAdvisories } from "./advisory.ts";
export type { AffectedResult, StoredResult } from "./affected.ts";
export { affected, storedResults } from "./affected.ts";
export type { AnswerMap, CodeMove, ItemMove } from "./answer-map.ts";
export { composeMaps, defineAnswerMap, identityMap } from "./answer-map.ts";
export { appendEntry } from "./append-entry.ts";
export type {
  Assessment,
  CaseRecord,
  Entry,
  EntryContents,
  EntryKind,
  EntryOf,
  EntryParts,
  EntryStatement,
  Episode,
  NewEntry,
  ProducedBy,
} from "./case-record.ts";
export type { ChainBreak, ChainReport } from "./chain.ts";
export { digest, verifyChain } from "./chain.ts";
export type { EpisodeTypes } from "./current-entries.ts";
export { currentEntries, episodesOf, typesByEpisode } from "./current-entries.ts";
export { differences } from "./differences.ts";
export type { Migrated } from "./migrate.ts";
export { migrate } from "./migrate.ts";
export { parseRecord } from "./parse-record.ts";
export { isCode, isPseudonym } from "./pseudonym.ts";
export { recordLimits } from "./record-limits.ts";
export type { RecordedOptions } from "./recorded-classification.ts";
export { classifyEngine, recordedClassification } from "./recorded-classification.ts";
export type { RecordedProfileOptions } from "./recorded-profile.ts";
export { profileEngine, recordedProfile } from "./recorded-profile.ts";
export type { RecordedScoreOptions } from "./recorded-score.ts";
export { recordedScore, scoreEngine } from "./recorded-score.ts";
export { startRecord } from "./start-record.ts";
export type { Engine, MissingPart, Needs, Verification, VerifiedResult } from "./verify.ts";
export { verify } from "./verify.ts";

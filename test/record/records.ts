import { fiveTypes } from "../../src/content/typologies/index.ts";
import { valueOrThrow } from "../../src/issues/index.ts";
import {
  appendEntry,
  type CaseRecord,
  type NewEntry,
  recordedClassification,
  startRecord,
} from "../../src/record/index.ts";
import type { Answers, Parsed } from "../support/library.ts";

export const key: Uint8Array = Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + 11) % 256);
export const otherKey: Uint8Array = Uint8Array.from({ length: 40 }, (_, at) => at);

export const episodes = [
  { id: "e1", personOfConcern: "p-014", target: "t-022", from: "2025-11", to: null },
  { id: "e2", personOfConcern: "p-014", target: "t-023", from: "2021", to: "2021-06-30" },
] as const;

export const begun: CaseRecord = valueOrThrow(startRecord({ id: "case-0031", createdAsOf: "2026-01-05", episodes }));

export const classified = (answers: Answers) =>
  recordedClassification(answers, {
    typology: fiveTypes,
    respondent: "rater",
    informationSources: ["victim", "police_record"],
    asOf: "2026-01-06",
    window: { from: "2025-11", to: "2026-01-06" },
  });

export const assessment = (id: string, answers: Answers, more: Partial<NewEntry> = {}): NewEntry =>
  ({
    id,
    kind: "assessment",
    at: "2026-01-06",
    by: "rater-2",
    episode: "e1",
    content: classified(answers),
    ...more,
  }) as NewEntry;

/** One entry of every kind, in an order that is allowed. */
export const everyKind: readonly NewEntry[] = [
  {
    id: "n1",
    kind: "referral",
    at: "2026-01-05",
    by: "desk-1",
    episode: "e1",
    content: { agency: "police", reference: "ref-77", decision: "accepted" },
    statements: [{ says: "Reported by telephone.", as: "fact", source: "desk-1" }],
  },
  assessment("n2", { adult: "yes", prior_relationship: "stranger", other_grievance: "yes" }),
  {
    id: "n3",
    kind: "review",
    at: "2026-01-07T09:00:00Z",
    by: "rater-3",
    content: { of: "n2", judgement: "resentful", agrees: "yes", seen: ["answers", "file"], beforeResult: true },
  },
  {
    id: "n4",
    kind: "override",
    at: "2026-01-07T09:30:00Z",
    by: "rater-3",
    content: {
      of: "n2",
      part: "concern",
      from: "high",
      to: "moderate",
      scale: ["moderate", "high"],
      reason: "The threat was not theirs.",
      secondPerson: "rater-4",
    },
  },
  {
    id: "n5",
    kind: "consultation",
    at: "2026-01-08",
    by: "rater-2",
    content: { agency: "health", about: ["delusion"] },
  },
  { id: "n6", kind: "signposting", at: "2026-01-08", by: "rater-2", content: { service: "victim_service" } },
  {
    id: "n7",
    kind: "management_step",
    at: "2026-01-09",
    by: "rater-2",
    episode: "e1",
    content: { type: "management", step: "protection_order", status: "planned", agency: "police" },
  },
  {
    id: "n8",
    kind: "monitoring",
    at: "2026-02-09",
    by: "rater-2",
    episode: "e1",
    content: { signs: ["new_contact"], next: "2026-03" },
  },
  { id: "n9", kind: "episode", at: "2026-02-10", by: "rater-2", content: { ...episodes[0], to: "2026-02" } },
  {
    id: "n10",
    kind: "correction",
    at: "2026-02-11",
    by: "rater-2",
    supersedes: "n8",
    content: { reason: "The contact was another person's." },
  },
  {
    id: "n11",
    kind: "withdrawal",
    at: "2026-02-12",
    by: "rater-2",
    supersedes: "n5",
    content: { reason: "Not held." },
  },
];

export const appended = (
  entries: readonly NewEntry[],
  options: Parameters<typeof appendEntry>[2] = {},
  record: CaseRecord = begun,
): CaseRecord => entries.reduce((before, entry) => valueOrThrow(appendEntry(before, entry, options)), record);

export const faults = (result: Parsed<unknown>): readonly string[] =>
  result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join(".")}`);

export const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

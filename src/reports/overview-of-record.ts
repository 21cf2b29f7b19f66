import type { Scored } from "../assessment/index.ts";
import { applyProfile, type Profile } from "../definition/index.ts";
import { type Instrument, isCalendarDay } from "../instrument/index.ts";
import { AssessmentError, mustHave, wrongArgument } from "../issues/index.ts";
import {
  type CaseRecord,
  classifyEngine,
  currentEntries,
  type Engine,
  type Entry,
  type EntryOf,
  episodesOf,
  scoreEngine,
  verify,
} from "../record/index.ts";
import type { Classification, Typology } from "../typology/index.ts";
import type {
  CaseStep,
  ClassifiedForm,
  EarlierForm,
  LeftOut,
  NotShown,
  OverviewInput,
  PersonsWord,
  ScoredForm,
} from "./overview-input.ts";

/** What a record's results can be run again with, and what else the answers are held against. */
export interface RecordContent {
  readonly instruments: readonly Instrument[];
  readonly typologies: readonly Typology[];
  /** Definitions to hold each respondent's answers against. None is chosen for the caller. */
  readonly definitions?: readonly Profile[];
}

/**
 * One episode of a record as an overview reads it. Every result that stands is run again, and only one that comes out
 * the same is shown; of several by the same respondent on the same form, the one of the latest day. All others are listed
 * with why, and their answers are carried as earlier ones: what they reported stands until it is cleared up. An assessment
 * in whose place the record puts another is carried too; one that a correction or a withdrawal takes back is not.
 *
 * @param options.asOf The day that the overview bears, as `YYYY-MM-DD`. Entries of a later day are left out.
 * @throws {AssessmentError} `unknown_reference` for an episode that the record does not have, `malformed` for a day that is
 *   none, and for an argument that is not what it has to be
 * @example
 * const episode = { id: "e1", personOfConcern: "p-014", target: "t-022", from: "2025-11", to: null };
 * const record = valueOrThrow(startRecord({ id: "case-1", createdAsOf: "2026-01-05", episodes: [episode] }));
 * const content = { instruments: [], typologies: [fiveTypes] };
 * overviewOfRecord(record, content, { episode: "e1", asOf: "2026-01-05" }).about?.record; // => "case-1"
 */
export function overviewOfRecord(
  record: CaseRecord,
  content: RecordContent,
  options: { readonly episode: string; readonly asOf: string },
): OverviewInput {
  mustHave(record, "entries", "record");
  for (const part of ["instruments", "typologies"]) mustHave(content, part, "content");
  mustHave(options, "episode", "options");
  const { episode: id, asOf } = options;
  if (!isCalendarDay(asOf)) throw wrongArgument("asOf", "YYYY-MM-DD", asOf);
  const episodes = episodesOf(record);
  const episode = episodes.find((each) => each.id === id);
  if (episode === undefined) {
    const expected = episodes.map((each) => each.id);
    throw new AssessmentError([{ code: "unknown_reference", path: [id], expected }]);
  }
  const current = currentEntries(record).filter((entry) => entry.episode === id && entry.at.slice(0, 10) <= asOf);
  const statuses = new Map(
    verify(record, enginesOf(content)).results.map(({ entry, status: found }) => [entry, found]),
  );
  const { shown, notShown } = resultsOf(current, statuses, content);
  const scores = shown.flatMap((entry) => scoredIn(entry, content.instruments));
  const classifications = shown.flatMap((entry) => classifiedIn(entry, content.typologies));
  const assessments = new Set(current.flatMap((entry) => (entry.kind === "assessment" ? [entry.id] : [])));
  return {
    about: { record: record.id, episode: id, from: episode.from, to: episode.to },
    asOf,
    scores,
    classifications,
    earlier: earlierOf(record, shown, statuses, content, { episode: id, asOf }),
    definitions: definitionsOf(scores, classifications, content.definitions ?? [], asOf),
    words: wordsIn(currentEntries(record), assessments, asOf),
    steps: current.flatMap(stepIn),
    notShown,
  };
}

type Result = EntryOf<"assessment">;
type Statuses = ReadonlyMap<string, "same" | "different" | "cannot">;

const enginesOf = ({ instruments, typologies }: RecordContent): readonly Engine[] => [
  ...typologies.map(classifyEngine),
  ...instruments.map(scoreEngine),
];

/** The day that answers bear; that of writing if they name none. */
const dayOf = ({ at, content }: Result): string => content.asOf ?? at.slice(0, 10);

function resultsOf(
  current: readonly Entry[],
  status: Statuses,
  content: RecordContent,
): { readonly shown: readonly Result[]; readonly notShown: readonly LeftOut[] } {
  const results = current.flatMap((entry) => (entry.kind === "assessment" ? [entry] : []));
  const why: Readonly<Record<string, NotShown>> = { different: "differs", cannot: "other_version" };
  const same = results.filter(({ id }) => status.get(id) === "same");
  const sortOf = ({ content: { instrument, respondent, producedBy } }: Result) =>
    JSON.stringify([instrument.id, respondent, producedBy.function, producedBy.rules?.id]);
  // A form of an earlier day may be written down later: the day that it bears counts.
  const inOrder = [...same].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  const latest = new Map(inOrder.map((entry) => [sortOf(entry), entry]));
  const shown = same.filter((entry) => latest.get(sortOf(entry)) === entry);
  return {
    shown,
    notShown: results.flatMap((entry): readonly LeftOut[] => {
      if (shown.includes(entry)) return [];
      const what = entry.id;
      if (!isRead(entry)) return [{ what, why: "other_kind" }];
      const unfit = why[status.get(what) ?? ""];
      return unfit === undefined
        ? [{ what, why: "superseded_by_later" }]
        : [{ what, why: unfit, recorded: { day: dayOf(entry), outcomes: recordedOutcomes(entry, content) } }];
    }),
  };
}

/**
 * What a result that cannot be shown was recorded as: each level's outcome, or the types. It is read as it stands, since a
 * grave result must not vanish because a release is another; labels are those of now, and codes where there are none.
 */
function recordedOutcomes({ content: { result, instrument } }: Result, content: RecordContent): readonly string[] {
  const { outcome, levels } = Object(result) as Partial<Record<string, unknown>>;
  const forms = content.instruments.filter(({ id }) => id === instrument.id);
  const types = content.typologies.filter(({ instrument: { id } }) => id === instrument.id);
  const labelOfLevel = (name: string, code: string) => forms[0]?.levels?.[name]?.outcomes?.[code]?.label ?? code;
  const labelOfType = (id: string) => types[0]?.types[id]?.label ?? id;
  const ofLevels = Object.entries(Object(levels) as Record<string, unknown>).flatMap(([name, level]) => {
    const shown: unknown = Object(Object(level).shown).outcome;
    return typeof shown === "string" ? [labelOfLevel(name, shown)] : [];
  });
  const { type, types: several } = Object(outcome) as Partial<Record<string, unknown>>;
  const ofTypes = [type, ...(Array.isArray(several) ? several : [])].filter((id) => typeof id === "string");
  return [...ofLevels, ...ofTypes.map(labelOfType)];
}

/**
 * The assessments of earlier days in whose place those shown stand. Their answers are read as they are in the record, also
 * where their result does not come out the same now: to hold more against a later answer is the careful side.
 */
function earlierOf(
  { entries }: CaseRecord,
  shown: readonly Result[],
  status: Statuses,
  { instruments, typologies }: RecordContent,
  { episode, asOf }: { readonly episode: string; readonly asOf: string },
): readonly EarlierForm[] {
  const replacedBy = new Map(entries.flatMap((entry) => (entry.supersedes ? [[entry.supersedes, entry.kind]] : [])));
  return entries.flatMap((entry): readonly EarlierForm[] => {
    if (entry.kind !== "assessment" || entry.episode !== episode || entry.at.slice(0, 10) > asOf) return [];
    const replaced = replacedBy.get(entry.id);
    if (shown.includes(entry) || !isRead(entry) || (replaced !== undefined && replaced !== "assessment")) return [];
    const { content } = entry;
    const later = shown.some(
      (each) =>
        each.content.instrument.id === content.instrument.id &&
        each.content.respondent === content.respondent &&
        (replaced !== undefined || dayOf(entry) <= dayOf(each)),
    );
    const instrument = [...instruments, ...typologies.map((each) => each.instrument)].find(
      ({ id }) => id === content.instrument.id,
    );
    if (!later || instrument === undefined) return [];
    const isScore = content.producedBy.function === "score" && status.get(entry.id) === "same";
    return [
      {
        instrument,
        answers: content.answers,
        respondent: content.respondent,
        asOf: dayOf(entry),
        // It came out the same as what `score` gives now, so it has that shape.
        result: isScore ? (content.result as Scored) : null,
        replaced: replaced !== undefined,
      },
    ];
  });
}

/** Whether an overview shows results of this kind at all. */
const isRead = ({ content }: Result): boolean => ["classify", "score"].includes(content.producedBy.function);

function scoredIn({ content }: Result, instruments: readonly Instrument[]): readonly ScoredForm[] {
  const instrument = instruments.find(({ id }) => id === content.instrument.id);
  if (content.producedBy.function !== "score" || instrument === undefined) return [];
  // It came out the same as what `score` gives now, so it has that shape.
  const result = content.result as Scored;
  return [{ instrument, answers: content.answers, result, respondent: content.respondent }];
}

function classifiedIn({ content }: Result, typologies: readonly Typology[]): readonly ClassifiedForm[] {
  const typology = typologies.find(({ id }) => id === content.producedBy.rules?.id);
  if (content.producedBy.function !== "classify" || typology === undefined) return [];
  // It came out the same as what `classify` gives now, so it has that shape.
  const result = content.result as Classification;
  return [{ typology, answers: content.answers, result, respondent: content.respondent }];
}

/** Each definition, for each respondent who answered a form that it reads. Answers of several people are never mixed. */
function definitionsOf(
  scores: readonly ScoredForm[],
  classifications: readonly ClassifiedForm[],
  definitions: readonly Profile[],
  asOf: string,
): NonNullable<OverviewInput["definitions"]> {
  const forms = [
    ...classifications.map(({ typology, answers, respondent }) => ({
      id: typology.instrument.id,
      answers,
      respondent,
    })),
    ...scores.map(({ instrument, answers, respondent }) => ({ id: instrument.id, answers, respondent })),
  ];
  const respondents = [...new Set(forms.map(({ respondent }) => respondent))];
  return definitions.flatMap((profile) =>
    respondents.flatMap((respondent) => {
      const read = forms.filter(
        (form) => form.respondent === respondent && profile.scope.instruments.some(({ id }) => id === form.id),
      );
      if (read.length === 0) return [];
      const answers = Object.assign({}, ...read.map((form) => form.answers));
      return [{ profile, respondent, result: applyProfile(profile, answers, { asOf }) }];
    }),
  );
}

function wordsIn(entries: readonly Entry[], assessments: ReadonlySet<string>, asOf: string): readonly PersonsWord[] {
  return entries.flatMap((entry): readonly PersonsWord[] => {
    if (entry.at.slice(0, 10) > asOf) return [];
    if (entry.kind === "review" && assessments.has(entry.content.of)) {
      const { of, judgement, agrees, reason = null } = entry.content;
      return [{ kind: "review", of, says: `${judgement} (agrees: ${agrees})`, reason }];
    }
    if (entry.kind === "override" && assessments.has(entry.content.of)) {
      const { of, part, from, to, reason = null } = entry.content;
      return [{ kind: "override", of, says: `${part}: ${from} → ${to}`, reason }];
    }
    return [];
  });
}

function stepIn(entry: Entry): readonly CaseStep[] {
  const step = (...codes: readonly (string | undefined)[]): readonly CaseStep[] => [
    { at: entry.at, kind: entry.kind, says: codes.filter((code) => code !== undefined).join(", ") },
  ];
  switch (entry.kind) {
    case "referral":
      return step(entry.content.agency, entry.content.decision);
    case "consultation":
      return step(entry.content.agency, ...(entry.content.about ?? []));
    case "signposting":
      return step(entry.content.service, ...(entry.content.about ?? []));
    case "management_step":
      return step(entry.content.type, entry.content.step, entry.content.status);
    case "monitoring":
      return step(...entry.content.signs);
    default:
      return [];
  }
}

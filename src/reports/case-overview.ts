import { deepFreeze, type Items, isCalendarDay, libraryVersion } from "../instrument/index.ts";
import { mustBeList, mustBeOneOf, mustHave } from "../issues/index.ts";
import { standingResponse, usualCurrencyDays } from "../judgement/index.ts";
import { contradictionWords } from "./contradiction-words.ts";
import { findingsByTopic } from "./findings.ts";
import { meetingQuestions } from "./meeting-questions.ts";
import { openAlertItems } from "./open-alerts.ts";
import type { CaseOverview, LevelShown, OpenShown } from "./overview.ts";
import { alwaysForTarget, guidanceIn, togetherIn } from "./overview-guidance.ts";
import type {
  Audience,
  ClassifiedForm,
  EarlierForm,
  OverviewContent,
  OverviewInput,
  OverviewOptions,
  ReadForm,
  ScoredForm,
} from "./overview-input.ts";
import { englishPhrases, type Say, sayer } from "./phrases.ts";
import { reportedBefore } from "./reported-before.ts";
import { typeHypotheses } from "./type-hypotheses.ts";

/**
 * One account of an episode from a set of results. It computes no level of its own and foretells nothing: types stand as
 * hypotheses with what speaks for and against each, every answer keeps its form, its respondent and its day, and what
 * nobody knows is listed with who could know. What earlier answers reported and later ones do not is listed apart, with the
 * level that was reached then.
 *
 * For a `target` only the target's own answers are read, and no type, level, definition, judgement or other person's
 * words are shown. A `researcher` gets no pseudonyms and no free text.
 *
 * @throws {AssessmentError} `unknown_option` for another audience, or for something else to show a target: a slip must not
 *   show a target what is for professionals; `malformed` without input, content or options
 * @example
 * const overview = caseOverview({ asOf: "2026-03-01" }, { guidance: {} }, { audience: "professional" });
 * overview.humanReview.status; // => "pending"
 */
export function caseOverview(input: OverviewInput, content: OverviewContent, options: OverviewOptions): CaseOverview {
  mustHave(input, "asOf", "input");
  mustHave(content, "guidance", "content");
  mustHave(options, "audience", "options");
  const { audience, alsoShowTarget = [], phrases = englishPhrases } = options;
  mustBeOneOf(audience, ["target", "professional", "researcher"], "audience");
  mustBeList(alsoShowTarget, "alsoShowTarget");
  for (const part of alsoShowTarget) mustBeOneOf(part, ["types", "levels"], "alsoShowTarget");
  const say = sayer(phrases);
  const forTarget = audience === "target";
  const own = <Form extends { readonly respondent: string }>(forms: readonly Form[] = []) =>
    forTarget ? forms.filter(({ respondent }) => respondent === "target") : forms;
  const scores = own(input.scores);
  const classified = own(input.classifications);
  const showsTypes = !forTarget || alsoShowTarget.includes("types");
  const showsLevels = !forTarget || alsoShowTarget.includes("levels");
  const together = togetherIn(scores, classified, content);
  const read = [
    ...scores.map(readScored),
    ...classified
      .filter(
        ({ typology, respondent }) =>
          !scores.some((each) => each.instrument.id === typology.instrument.id && each.respondent === respondent),
      )
      .map(readClassified),
  ];
  // A target is shown nothing of it: on a page that others may read, it would tell on them.
  const earlier = forTarget ? [] : (input.earlier ?? []);
  const before = reportedBefore(
    earlier,
    [...scores.map(readScored), ...classified.map(readClassified)],
    content.oneWayAnswers ?? {},
  );
  const guidance = guidanceIn({ scores, classified, together, earlier, before }, content, { forTarget, showsTypes });
  const hypotheses = classified.map((each) => {
    const { typology, answers, result } = each;
    const isOutside = result.scope === "outside";
    return {
      typology: typology.title,
      scope: result.scope,
      instead: isOutside ? typology.scope.says : null,
      alerts: result.alerts.map((id) => typology.alerts[id]?.says ?? id),
      openAlerts: openAlertItems(typology, answers).map((id) => typology.instrument.items[id]?.text.rater ?? id),
      hypotheses: isOutside ? [] : typeHypotheses(each, content, phrases),
    };
  });
  const contradictions = [
    ...scores.flatMap(({ result }) => result.contradictions.map(({ says }) => says)),
    // Those of a typology name its types, which are not for a case outside its scope.
    ...classified.flatMap(({ result, typology }) =>
      result.scope === "outside" ? [] : contradictionWords(result, typology, say),
    ),
  ];
  const shown: Omit<CaseOverview, "questions"> = {
    audience,
    about: audience === "professional" ? (input.about ?? null) : null,
    asOf: input.asOf,
    library: libraryVersion,
    forms: read.map(({ instrument, provenance, respondent, asOf, answered, asked }) => ({
      title: instrument.title,
      ...provenance,
      respondent,
      asOf,
      answered,
      asked,
    })),
    types: showsTypes ? hypotheses : null,
    levels: showsLevels ? scores.flatMap((form) => levelsIn(form, earlier, input.asOf)) : null,
    reportedBefore: before,
    topics: findingsByTopic(read, audience),
    definitions: forTarget ? null : definitionsIn(input, say),
    judgement: forTarget ? null : judgementIn(input, audience, say),
    words: forTarget
      ? []
      : (input.words ?? []).map((word) => (audience === "researcher" ? { ...word, reason: null } : word)),
    steps: forTarget ? [] : (input.steps ?? []),
    // Written for those who ask again, and they can name a type: a target is not told that answers do not fit.
    contradictions: forTarget ? [] : [...new Set(contradictions)],
    together: forTarget ? [] : together,
    open: openIn(scores, classified, forTarget),
    guidance,
    always: forTarget ? alwaysForTarget(content, guidance) : [],
    formulation: audience === "professional" ? (input.formulation ?? null) : null,
    notShown: forTarget ? [] : (input.notShown ?? []),
    limits: [
      ...new Set([
        ...scores.flatMap(({ result }) => result.limits),
        ...(showsTypes ? classified.flatMap(({ result }) => result.limits) : []),
      ]),
    ],
    humanReview: { status: "pending" },
  };
  return deepFreeze({ ...shown, questions: forTarget ? [] : meetingQuestions(shown, input, content) });
}

const readScored = ({ instrument, answers, respondent, result }: ScoredForm): ReadForm => ({
  instrument,
  answers,
  respondent,
  provenance: result.instrument,
  asOf: result.asOf,
  from: result.window.from,
  answered: result.completeness.answered,
  asked: result.completeness.items - result.completeness.closed,
});

const readClassified = ({ typology: { instrument }, answers, respondent, result }: ClassifiedForm): ReadForm => ({
  instrument,
  answers,
  respondent,
  provenance: result.instrument,
  asOf: result.asOf,
  from: null,
  answered: result.coverage.answered,
  asked: result.coverage.items - result.coverage.closed,
});

function levelsIn(
  { instrument, result, respondent }: ScoredForm,
  earlier: readonly EarlierForm[],
  asOf: string,
): readonly LevelShown[] {
  const days = daysBetween(result.asOf, asOf);
  const alike = earlier.filter((each) => each.instrument.id === instrument.id && each.respondent === respondent);
  return Object.entries(result.levels).map(([level, { asks, shown, possible, settled, because }]) => {
    const outcomes = instrument.levels?.[level]?.outcomes ?? {};
    const outcome = shown.kind === "cannot_say" ? undefined : outcomes[shown.outcome];
    return {
      form: instrument.id,
      respondent,
      asOf: result.asOf,
      level,
      asks,
      shown: shown.kind,
      label: outcome?.label ?? null,
      says: outcome?.says ?? null,
      stillPossible: settled ? [] : possible.map((each) => outcomes[each]?.label ?? each),
      because: because.map(({ item }) => instrument.items[item]?.text.rater ?? item),
      daysOld: days !== null && days > usualCurrencyDays ? days : null,
      earlier: graverBefore(level, result, alike),
    };
  });
}

/** Whole days from one day to another; `null` if either is none. */
function daysBetween(first: string, last: string): number | null {
  if (!isCalendarDay(first) || !isCalendarDay(last)) return null;
  return (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000;
}

/** The gravest floor that earlier answers reached in an ordered level, the latest of equals, if it is graver than the one now. */
function graverBefore(
  level: string,
  result: ScoredForm["result"],
  earlier: readonly EarlierForm[],
): LevelShown["earlier"] {
  const { ordered = false, outcomes = [] } = result.levels[level] ?? {};
  if (!ordered) return null;
  const floorOf = (of: ScoredForm["result"] | null): number => {
    const shown = of?.levels[level]?.shown;
    const at = shown === undefined || shown.kind === "cannot_say" ? -1 : outcomes.indexOf(shown.outcome);
    return at < 0 ? outcomes.length - 1 : at;
  };
  let most = floorOf(result);
  let found: LevelShown["earlier"] = null;
  for (const { instrument, asOf, result: before } of [...earlier].sort((a, b) => (a.asOf < b.asOf ? 1 : -1))) {
    const floor = floorOf(before);
    if (floor >= most) continue;
    const outcome = outcomes[floor] ?? "";
    most = floor;
    found = { asOf, label: instrument.levels?.[level]?.outcomes[outcome]?.label ?? outcome };
  }
  return found;
}

function definitionsIn(input: OverviewInput, say: Say): NonNullable<CaseOverview["definitions"]> {
  const { scores = [], classifications = [], definitions = [] } = input;
  // The forms that were scored are in the reader's language; those that a definition brings with it may not be.
  const asked: Items = Object.fromEntries(
    [...scores, ...classifications.map(({ typology }) => typology)].flatMap(({ instrument }) =>
      Object.entries(instrument.items),
    ),
  );
  return definitions.map(({ profile: { title, scope, judgements }, respondent, result }) => ({
    title,
    respondent,
    caseness: result.caseness,
    says: say(`definition.${result.caseness}`, { title }),
    open: result.whoCouldSettle.map(({ item, who }) => ({
      item,
      question: (asked[item] ?? judgements[item] ?? scope.items[item])?.text.rater ?? item,
      who,
    })),
  }));
}

function judgementIn({ judgement: revealed }: OverviewInput, audience: Audience, say: Say): CaseOverview["judgement"] {
  if (revealed === undefined) return null;
  return {
    domains: Object.entries(revealed.judgement.domains).map(([domain, { response, reason }]) => ({
      domain,
      response: standingResponse(revealed, domain) ?? response,
      reason: audience === "researcher" ? "" : reason,
    })),
    discrepancies: revealed.discrepancies.map(({ code }) => say(`discrepancy.${code}`)),
  };
}

function openIn(
  scores: readonly ScoredForm[],
  classified: readonly ClassifiedForm[],
  forTarget: boolean,
): readonly OpenShown[] {
  const text = (item: { readonly text: Readonly<Record<"target" | "rater", string>> } | undefined, id: string) =>
    (forTarget ? item?.text.target : item?.text.rater) ?? id;
  const isShown = (item: string, answers: ScoredForm["answers"]) =>
    !forTarget || answers[item] === "not_sure" || answers[item] === "prefer_not";
  return [
    ...scores.flatMap(({ instrument, answers, result }) =>
      result.open
        .filter(({ item }) => isShown(item, answers))
        .map((each) => ({
          ...each,
          form: instrument.id,
          question: text(instrument.items[each.item], each.item),
          couldChangeWords: changesInWords(each.couldChange, instrument),
        })),
    ),
    ...classified.flatMap(({ typology: { instrument, id, title }, answers, result }) =>
      result.open
        .filter((item) => isShown(item, answers))
        .map((item) => ({
          item,
          code: instrument.items[item]?.code ?? "",
          couldChange: [id],
          couldKnow: instrument.items[item]?.couldKnow ?? [],
          form: instrument.id,
          question: text(instrument.items[item], item),
          couldChangeWords: [title],
        })),
    ),
  ];
}

/** The questions of the levels that could change; if there are none, what the named rules mean. */
function changesInWords(
  names: readonly string[],
  { levels = {}, indicators }: ScoredForm["instrument"],
): readonly string[] {
  const asked = names.flatMap((name) => (Object.hasOwn(levels, name) ? [levels[name]?.asks ?? name] : []));
  return asked.length > 0 ? asked : names.map((name) => indicators[name]?.means ?? name);
}

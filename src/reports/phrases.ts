import type { Issue, Parsed } from "../issues/index.ts";
import { parsed } from "../issues/index.ts";
import { englishRuleWords, filled, type RuleWords } from "../rules/index.ts";

/**
 * Every fixed phrase of the reports, in English. A page has no other words than these and those of the content it is
 * given, so a page in another language needs one such list and the content's own catalogues. Places stand in braces.
 */
export const englishTexts = {
  ...prefixed("rule", englishRuleWords),

  "state.not_sure": "not sure: asked, and not known",
  "state.prefer_not": "prefers not to say: asked, and not answered",
  "state.not_asked": "not asked yet, as is an absent item",
  "state.closed": "closed by earlier answers",

  "respondent.target": "the target",
  "respondent.rater": "a rater",
  "informant.target": "the target",
  "informant.rater": "a rater",
  "informant.family_or_friend": "family or friends",
  "informant.witness": "a witness",
  "informant.police": "police",
  "informant.court_or_probation": "court or probation",
  "informant.clinician": "a clinician",
  "informant.employer_or_school": "employer or school",
  "informant.device_or_account_record": "records of devices or accounts",

  "grade.design_choice": "a choice of our own",
  "grade.expert_source": "an expert source",
  "grade.one_study": "one study",
  "grade.several_studies": "several studies",
  "grade.review": "a review of studies",
  "directness.same_population": "the same sort of people and setting",
  "directness.similar": "similar people or setting",
  "directness.different": "different people or setting",
  "directness.unknown": "not known",
  "role.definition": "it defines",
  "role.description": "it describes",
  "role.association": "it goes together with something; it foretells nothing",
  "role.prediction": "it was studied as a forecast for groups",
  "mark.seen_in_source": "read in the source",
  "mark.seen_in_abstract": "read in the abstract",
  "mark.secondary_source": "read in another work",
  "mark.computed": "worked out from the source's figures",
  "mark.design_judgement": "advice of our own that rests on the source",
  "basis.source": "{source} ({mark})",
  "basis.source_with_note": "{source} ({mark}): {note}",
  "basis.design_choice": "choice of our own: {reason}",
  "kind.condition": "a condition: true, false or not known",
  "kind.quantity": "a number, or a range while answers are open",

  "facts.instrument": "Instrument",
  "facts.version": "{id}, version {version}",
  "facts.hash": "Content hash (SHA-256)",
  "facts.purpose": "Purpose",
  "facts.respondents": "Answered by",
  "facts.may_use": "Who may use it",
  "facts.not_for": "Not for",
  "facts.not_about": "Not about",
  "facts.period": "Time that it asks about",
  "facts.current": "What counts as current",
  "facts.before": "Before the first question",
  "facts.minutes": "Minutes, roughly",
  "facts.validation": "What is known of its quality",
  "facts.limits": "Limits",

  "codebook.title": "{title}: codebook",
  "codebook.states": "Ways of not knowing",
  "codebook.items": "Items",
  "codebook.no_section": "Without a heading",
  "codebook.item": "{id} ({code})",
  "codebook.target": "Asked of the target",
  "codebook.rater": "Asked of a rater",
  "codebook.construct": "Meant to measure",
  "codebook.answers": "Answers",
  "codebook.number": "a number from {min} to {max}",
  "codebook.whole_number": "a whole number from {min} to {max}",
  "codebook.date": "a day, as YYYY-MM-DD",
  "codebook.asked_if": "Asked unless this is false",
  "codebook.ask_only": "Asked only of",
  "codebook.when_closed": "Counts as, while closed",
  "codebook.rater_note": "Note for raters",
  "codebook.could_know": "Who could know",
  "codebook.concern": "From the least to the most concern",
  "codebook.critical": "On its own",
  "codebook.critical_yes": "one answer alone calls for attention",
  "codebook.support": "Guidance shown beside it",
  "codebook.read_by": "Read by",
  "codebook.basis": "Rests on",
  "codebook.options": "Codes of {id}",
  "codebook.option": "Code",
  "codebook.label": "Label",
  "codebook.value": "Number",
  "codebook.not_known": "a way of not knowing",
  "codebook.rules": "Named rules",
  "codebook.means": "Means",
  "codebook.kind": "Kind",
  "codebook.rule": "Rule",
  "codebook.grade": "Grade of the evidence",
  "codebook.directness": "How close the evidence is",
  "codebook.role": "What the evidence can carry",
  "codebook.levels": "Levels",
  "codebook.ordered": "The outcomes run from the most to the least concern. An open answer never lowers the level.",
  "codebook.unordered": "The outcomes have no order.",
  "codebook.cases": "How {name} is worked out: the first line that is true gives the outcome",
  "codebook.outcomes": "Outcomes of {name}",
  "codebook.place": "Line",
  "codebook.when": "If",
  "codebook.outcome": "Outcome",
  "codebook.otherwise": "in all other cases",
  "codebook.says": "Says",
  "codebook.codes": "Guidance codes",
  "codebook.next": "Go on to",
  "codebook.unsettled": "While it is not settled: {codes}",
  "codebook.rests_on": "Rests on: {basis}",
  "codebook.guidance": "Guidance that answers call for",
  "codebook.guidance_table": "Conditions and their guidance codes",
  "codebook.interrupts": "Pause, and say",
  "codebook.unless_ruled_out": "{when}, or while this is not known",
  "codebook.contradictions": "Answers that do not fit together",
  "codebook.contradictions_table": "Contradictions, which are shown and never corrected",
  "codebook.name": "Name",

  "truth.true": "true",
  "truth.false": "false",
  "truth.unknown": "not known",
  "value.range": "{low} to {high}",
  "shown.settled": "{label}",
  "shown.at_least": "at least: {label}",
  "shown.cannot_say": "cannot be said yet",

  "card.title": "{title}: instrument card",
  "card.what": "What it is",
  "card.items": "Items",
  "card.answers": "Answers besides an item's own codes",
  "card.authored": "How it was made",
  "card.authored_says":
    "Every item and rule was written by people. Nothing was learned from data, and nothing is weighed in secret.",
  "card.licence": "Licence and origin of the text",
  "card.licence_says":
    "The wording is this package's own, under the licence of the package. No licensed instrument's text is used.",
  "card.rules": "What it works out",
  "card.rules_table": "Named rules and levels, with the strength of their evidence",
  "card.rule": "Name",
  "card.in_words": "In words",
  "card.level": "level: {asks}",
  "card.unknown": "What an unknown answer gives",
  "card.unknown_condition": "A condition stays not known until the answers settle it. Unknown never counts as no.",
  "card.unknown_quantity":
    "A number becomes a range: the least and the most that it can still be. Unknown never counts as zero.",
  "card.unknown_level":
    "A level is a floor: the least that the answers given already reach. Its lowest outcome is shown only once nothing open could raise it.",
  "card.unknown_guidance": "Some guidance is given until a condition is ruled out, not only once it is true.",
  "card.quality": "Reliability and validity",
  "card.reliability": "Reliability",
  "card.validity": "Validity",
  "card.none_found": "none found",
  "card.stated": "In the instrument's own words",
  "card.groups_studied": "Groups studied",
  "card.groups_not_studied": "Groups not studied",
  "card.all_groups": "all: no group has been studied with this form",
  "card.failures": "Known limits and failures",
  "card.none_stated": "none stated",
  "card.changes": "Changes and advisories",
  "card.no_advisories": "No advisory names this version.",
  "card.advisories_unknown": "No list of advisories was given for this card.",
  "card.advisory": "{id}: {effect}",
  "card.by_hand": "How to check one result by hand",
  "card.by_hand_says":
    "These answers are an example and nobody's case. Work out each line from the answers, then compare with what the package gives.",
  "card.example_answers": "The example's answers; every other item is not asked",
  "card.item": "Item",
  "card.question": "Question",
  "card.answer": "Answer",
  "card.example_rules": "What each named rule then comes to",
  "card.comes_to": "Comes to",
  "card.example_level": "Line by line: {name}",
  "card.result": "Result for {name}: {shown}",
  "card.sources": "Sources",
  "card.sources_table": "The sources that items and rules cite",
  "card.source": "Key",
  "card.citation": "Citation",
  "card.copy_read": "Copy read",
  "card.contact": "Contact",
  "card.no_contact": "to be filled in by whoever deploys it",
  notice:
    "This page is advice for people. It finds no facts, names no illness and foretells nothing, and a person must review it.",
} as const;

/** The name of a fixed phrase. */
export type PhraseKey = keyof typeof englishTexts;

/** The fixed phrases in one language. `lang` is a BCP 47 tag. */
export interface Phrases {
  readonly lang: string;
  readonly dir?: "rtl";
  readonly texts: Readonly<Record<PhraseKey, string>>;
}

/** The phrases that reports use unless others are given. */
export const englishPhrases: Phrases = { lang: "en", texts: englishTexts };

/** A phrase with its places filled in. */
export type Say = (key: PhraseKey, values?: Readonly<Record<string, string | number>>) => string;

/** The phrases as one function. */
export const sayer =
  ({ texts }: Phrases): Say =>
  (key, values = {}) =>
    filled(texts[key], values);

/** The words between the names of a rule, for `describe`. */
export function ruleWordsOf({ texts }: Phrases): RuleWords {
  const keys = Object.keys(englishRuleWords) as (keyof RuleWords)[];
  return Object.fromEntries(keys.map((key) => [key, texts[`rule.${key}`]])) as RuleWords;
}

/**
 * Phrases from a translator's file: complete, with the same places in each, or refused with every issue. None is ever
 * filled in from English.
 *
 * @returns issues `malformed`, `missing_text`, `unknown_text`
 * @example
 * const result = parsePhrases({ lang: "xx", texts: {} });
 * result.ok ? "" : result.issues[0].code; // => "missing_text"
 */
export function parsePhrases(input: unknown): Parsed<Phrases> {
  const { lang, dir, texts, ...others } = asRecord(input);
  const given = asRecord(texts);
  const issues: Issue[] = [
    ...(typeof lang === "string" && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang)
      ? []
      : [{ code: "malformed", path: ["lang"], expected: ["a language tag, such as de or pt-BR"] } as const]),
    ...(dir === undefined || dir === "rtl" ? [] : [{ code: "malformed", path: ["dir"], expected: ["rtl"] } as const]),
    ...Object.keys(others).map((key) => ({ code: "unknown_text", path: [key] }) as const),
    ...Object.keys(given)
      .filter((key) => !Object.hasOwn(englishTexts, key))
      .map((key) => ({ code: "unknown_text", path: ["texts", key] }) as const),
    ...Object.entries(englishTexts).flatMap(([key, english]) => phraseFaults(key, english, given)),
  ];
  return parsed(
    () => ({
      lang: String(lang),
      ...(dir === "rtl" ? { dir } : {}),
      texts: Object.freeze({ ...given }) as Phrases["texts"],
    }),
    issues,
  );
}

function phraseFaults(key: string, english: string, given: Readonly<Record<string, unknown>>): readonly Issue[] {
  const text = Object.hasOwn(given, key) ? given[key] : undefined;
  const path = ["texts", key];
  if (typeof text !== "string" || text.trim() === "") return [{ code: "missing_text", path }];
  const places = placesIn(english);
  return placesIn(text).join() === places.join() ? [] : [{ code: "malformed", path, expected: places }];
}

const placesIn = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

type Prefixed<P extends string, T> = { readonly [Key in keyof T & string as `${P}.${Key}`]: T[Key] };

function prefixed<const P extends string, const T extends Readonly<Record<string, string>>>(
  prefix: P,
  texts: T,
): Prefixed<P, T> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text])) as Prefixed<P, T>;
}

import { describe, expect, it } from "vitest";
import { score } from "../../src/assessment/index.ts";
import { allInstruments } from "../../src/cli/registry.ts";
import { bibliography } from "../../src/content/bibliography.ts";
import { allProfiles } from "../../src/content/definitions/index.ts";
import { applyProfile } from "../../src/definition/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import {
  atrsPage,
  cardPage,
  caseOverview,
  caseSummary,
  changeSummary,
  codebook,
  codebookPage,
  codebookRows,
  exampleAnswers,
  instrumentCard,
  overviewPage,
  type Printed,
  ruleWordsOf,
  scoreSummary,
} from "../../src/reports/index.ts";
import { states } from "../../src/rules/index.ts";
import { classify, whatWouldChange } from "../../src/typology/index.ts";
import {
  inPseudo,
  latinWordsIn,
  namesIn,
  pseudo,
  pseudoContent,
  pseudoPhrases,
  pseudoTypes,
} from "../support/pseudo-locale.ts";

const forms: readonly Instrument[] = allInstruments.map((form) => inPseudo<Instrument>(form));
const definitions = allProfiles.map((profile) => inPseudo(profile));
/** Names are the same in every language. A pseudo-locale form has no other Latin letters than its names. */
const names = namesIn(...forms, ...definitions, pseudoTypes, pseudoContent, Object.keys(bibliography.sources), states);
const asOf = "2026-03-01";
const context = { asOf, window: { from: null, to: asOf } };
const words = ruleWordsOf(pseudoPhrases);

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
};
const blockTexts = ({ title, blocks }: Printed) => [
  title,
  ...blocks.flatMap(({ kind: _, ...block }) => textsOf(block)),
];
const strayIn = (texts: readonly string[]) => [
  ...new Set(texts.map((text) => text.replace(/\b[0-9a-f]{64}\b/g, "")).flatMap((text) => latinWordsIn(text, names))),
];

describe.each(forms.map((form) => [form.id, form] as const))("in the pseudo-locale, %s", (_, form) => {
  it("has a codebook with no word from outside the catalogues", () => {
    const book = codebook(form, words);
    expect(strayIn(blockTexts(codebookPage(book, pseudoPhrases)))).toEqual([]);
    expect(strayIn(codebookRows(book, pseudoPhrases).slice(1).flat())).toEqual([]);
  });

  it("has a card and a transparency record with no word from outside the catalogues", () => {
    const card = instrumentCard(form, { words, advisories: [{ id: "A-1", effect: pseudo("x") }], asOf });
    expect(strayIn(blockTexts(cardPage(card, pseudoPhrases))).filter((word) => word !== "A-1")).toEqual([]);
    expect(strayIn(blockTexts(atrsPage(card, pseudoPhrases)))).toEqual([]);
  });

  it("has a summary with no word from outside the catalogues, for no answers and for many", () => {
    for (const answers of [{}, exampleAnswers(form)]) {
      expect(strayIn(scoreSummary(score(form, answers, context), form, { phrases: pseudoPhrases }))).toEqual([]);
    }
  });
});

describe("in the pseudo-locale, an overview", () => {
  const type = {
    adult: "yes",
    prior_relationship: "work_study",
    mutual_bond: "no",
    first_aim: "get_back",
    other_grievance: "yes",
    sexual_acts: "yes",
  } as const;
  const by = (respondent: "target" | "rater") => ({
    scores: forms
      .filter(({ respondents }) => respondents.includes(respondent))
      .map((instrument) => {
        const answers = instrument.respondents[0] === respondent ? exampleAnswers(instrument) : {};
        const result = score(instrument, answers, { ...context, respondent });
        return { instrument, answers, respondent, result };
      }),
    classifications: [
      { typology: pseudoTypes, answers: type, respondent, result: classify(type, { typology: pseudoTypes, asOf }) },
    ],
    definitions: definitions.map((profile) => ({
      profile,
      respondent,
      result: applyProfile(profile, {}, { asOf }),
    })),
  });
  const [own, rated] = [by("target"), by("rater")];
  const input = {
    asOf,
    about: { record: "case-1", episode: "e1", from: "2025", to: null },
    scores: [...own.scores, ...rated.scores],
    classifications: [...own.classifications, ...rated.classifications],
    definitions: rated.definitions,
    words: [{ kind: "review", of: "n1", says: "rejected", reason: null }],
    steps: [{ at: "2026-01-05", kind: "referral", says: "police" }],
    notShown: [{ what: "n2", why: "differs" }],
  } as const;
  const ofCaller = new Set(["case-1", "e1", "n1", "n2", "police", "rejected"]);

  it.each(["professional", "researcher", "target"] as const)(
    "for a %s has no word from outside the catalogues",
    (audience) => {
      const overview = caseOverview(input, pseudoContent, {
        audience,
        alsoShowTarget: ["types", "levels"],
        phrases: pseudoPhrases,
      });
      const texts = blockTexts(overviewPage(overview, pseudoPhrases));
      expect(texts.length).toBeGreaterThan(100);
      expect(strayIn(texts).filter((word) => !ofCaller.has(word))).toEqual([]);
    },
  );

  it("and a summary of a classification have no word from outside the catalogues", () => {
    for (const answers of [{}, type]) {
      const result = classify(answers, { typology: pseudoTypes, asOf });
      expect(strayIn(caseSummary(result, pseudoTypes, { phrases: pseudoPhrases }))).toEqual([]);
      const changes = changeSummary(whatWouldChange(answers, { typology: pseudoTypes }), pseudoTypes, {
        phrases: pseudoPhrases,
      });
      expect(changes.length).toBeGreaterThan(2);
      expect(strayIn(changes)).toEqual([]);
    }
  });
});

describe("the search for stray words", () => {
  it("finds a word that is in no catalogue, and leaves names alone", () => {
    expect(strayIn([`${pseudo("Asked of")} near_now, perhaps (I01)`])).toEqual(["perhaps"]);
    const english = ["asked", "person", "answers", "form", "level", "target"];
    expect(english.filter((word) => names.has(word.replace(/^./, (letter) => letter.toUpperCase())))).toEqual([]);
  });
});

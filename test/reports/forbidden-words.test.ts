import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { score } from "../../src/assessment/index.ts";
import { exportFormats } from "../../src/cli/export-formats.ts";
import { helpFor } from "../../src/cli/help.ts";
import { allInstruments } from "../../src/cli/registry.ts";
import { commandTexts, voiceOf } from "../../src/cli/words.ts";
import { bibliography } from "../../src/content/bibliography.ts";
import { crossChecks } from "../../src/content/cross-checks.ts";
import { allProfiles } from "../../src/content/definitions/index.ts";
import { guidanceCodes } from "../../src/content/guidance/index.ts";
import { fiveTypeProfiles, fiveTypes, separations } from "../../src/content/typologies/index.ts";
import { applyProfile } from "../../src/definition/index.ts";
import { englishFormWords } from "../../src/formats/index.ts";
import { issueCodes, messageOf } from "../../src/issues/index.ts";
import {
  atrsPage,
  cardPage,
  caseSummary,
  changeSummary,
  codebook,
  codebookPage,
  codebookRows,
  englishPhrases,
  instrumentCard,
  scoreSummary,
  toCsv,
  toMarkdown,
} from "../../src/reports/index.ts";
import { classify, whatWouldChange } from "../../src/typology/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { run } from "../support/command.ts";
import { commands, english } from "../support/commands.ts";
import { allowedSentences, forbiddenIn } from "../support/forbidden-words.ts";
import { relationshipAndMotive } from "../support/library.ts";

/** Every text in a value, without what cites its sources: there a figure is of a group, and stands with its sample. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === "basis" ? [] : textsIn(part)));
}

/** A share of a group that was studied. It stands with its sample, and is never said of a person. */
const figureOfGroup = /\d ?%/;
const claimsIn = (text: string): readonly string[] => forbiddenIn(text).filter((found) => !figureOfGroup.test(found));

const formTexts = allInstruments.map((form) => [form.id, textsIn(form)] as const);
const today = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } };
const few = { numRuns: 25 };

describe("no forbidden word stands", () => {
  it("in a sentence of the command line", () => {
    expect(Object.values(commandTexts).flatMap(forbiddenIn)).toEqual([]);
  });

  it.each(formTexts)("in any text of %s", (_, texts) => {
    expect(texts.flatMap(forbiddenIn)).toEqual([]);
  });

  it("in a fixed phrase of the reports, guidance, a definition, a check between forms, or a question that tells types apart", () => {
    const parts = [
      englishPhrases.texts,
      Object.values(guidanceCodes),
      allProfiles.map(({ scope: _, ...profile }) => profile),
      crossChecks.map(({ says }) => says),
      Object.values(separations),
      fiveTypes.alerts,
      fiveTypes.contradictions,
    ];
    expect(
      textsIn(parts)
        .flatMap(forbiddenIn)
        .filter((found) => !found.includes("{share}%")),
    ).toEqual([]);
  });

  it("in what is said of a type, but for figures of a group that stand with their sample", () => {
    const figures = /\b(about|in|all|at least|near|of)\b/i;
    for (const found of textsIn(Object.values(fiveTypeProfiles)).flatMap(forbiddenIn)) {
      expect(found).toMatch(/\d ?%/);
      expect(found).toMatch(figures);
    }
  });

  it("in the summary of any score, classification or definition", () => {
    for (const form of allInstruments) {
      fc.assert(
        fc.property(answersTo(form), (answers) => {
          expect(scoreSummary(score(form, answers, today), form).flatMap(forbiddenIn)).toEqual([]);
        }),
        few,
      );
    }
    fc.assert(
      fc.property(answersTo(relationshipAndMotive), (answers) => {
        const result = classify(answers, { typology: fiveTypes });
        expect(caseSummary(result, fiveTypes).flatMap(forbiddenIn)).toEqual([]);
        const changes = whatWouldChange(answers, { typology: fiveTypes });
        expect(changeSummary(changes, fiveTypes).flatMap(forbiddenIn)).toEqual([]);
        for (const profile of allProfiles.slice(0, 3)) {
          expect(textsIn(applyProfile(profile, answers).says).flatMap(forbiddenIn)).toEqual([]);
        }
      }),
      few,
    );
  });

  it.each(allInstruments.map((form) => [form.id, form] as const))(
    "in the codebook, card and transparency record of %s",
    (_, form) => {
      const card = instrumentCard(form, { sources: bibliography.sources });
      // What a source says of itself, and of its groups, is cited and not claimed.
      const pages = [codebookPage(codebook(form)), cardPage({ ...card, sources: [] }), atrsPage(card)];
      for (const page of pages) expect(claimsIn(toMarkdown(page))).toEqual([]);
      expect(claimsIn(toCsv(codebookRows(codebook(form))))).toEqual([]);
    },
  );

  it.each(allInstruments.map((form) => [form.id, form] as const))("in any export of %s", (_, form) => {
    const documents = Object.values(exportFormats).flatMap((make) =>
      form.respondents.map((respondent) => make(form, respondent, englishFormWords, englishPhrases)),
    );
    for (const { document, losses } of documents)
      for (const text of textsIn([document, losses])) expect(claimsIn(text)).toEqual([]);
  });

  it("in anything that a command prints of the content, or of files of cases", async () => {
    const ids = allInstruments.map(({ id }) => id);
    const shown = [
      "list",
      ...ids.map((id) => `template ${id}`),
      ...Object.keys(fiveTypes.types).map((id) => `show ${id}`),
    ];
    for (const line of shown) expect(claimsIn((await run(line.split(" "))).stdout), line).toEqual([]);
    const file = "examples/published-cases/coded-by-a.csv";
    const record = "examples/published-cases/case-record.json";
    const lines = [
      ["classify", file],
      ["explain", file, "--row", "3"],
      ["summary", file],
      ["score", file, "--instrument", "ssb-type", "--as-of", "2026-03-01"],
      ["verify", record],
      ...["professional", "target", "researcher"].map((who) => [
        ...["report", record, "--episode", "e1", "--as-of", "2026-03-01", "--audience", who],
      ]),
    ];
    for (const words of lines) {
      const { code, stdout, stderr } = await run(words);
      expect([code, words[0]]).toEqual([0, words[0]]);
      expect(claimsIn(`${stdout}${stderr}`), words.join(" ")).toEqual([]);
    }
  });

  it("in a message for any fault", () => {
    for (const code of issueCodes) expect(claimsIn(messageOf({ code, path: [] }))).toEqual([]);
  });

  it("in any command's help", () => {
    for (const command of commands) {
      expect(
        forbiddenIn(helpFor(command, voiceOf(english))).filter((found) => !/95%|confidence|intervals?/.test(found)),
      ).toEqual([]);
    }
  });
});

describe("the list of allowed sentences", () => {
  it("names only sentences that stand somewhere and need to be named", () => {
    const all = textsIn([
      formTexts,
      englishPhrases,
      commandTexts,
      Object.values(guidanceCodes),
      Object.values(fiveTypeProfiles),
    ]);
    for (const [sentence] of allowedSentences) expect(all.some((text) => text.includes(sentence))).toBe(true);
  });

  it("lets nothing else through", () => {
    for (const claim of [
      "The target is safe.",
      "This person is not a stalker.",
      "The probability is 0.4.",
      "There is a 40% chance.",
      "He will do it again.",
      "This is a diagnosis.",
      "A low-risk case.",
    ]) {
      expect(forbiddenIn(claim)).not.toEqual([]);
    }
  });
});

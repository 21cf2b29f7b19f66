import { describe, expect, it } from "vitest";
import {
  englishIssueWords,
  type Issue,
  issueCodes,
  messageOf,
  parseIssueWords,
  sentenceFor,
  valueOrThrow,
} from "../../src/issues/index.ts";
import { latinWordsIn, pseudo } from "../support/pseudo-locale.ts";

const texts = Object.fromEntries(Object.entries(englishIssueWords.texts).map(([key, text]) => [key, pseudo(text)]));
const words = valueOrThrow(parseIssueWords({ lang: "xx", texts }));
const full: Omit<Issue, "code"> = {
  path: [7],
  line: 8,
  positions: [1, 2],
  expected: ["1", "2"],
  limit: 9,
  nearest: "1",
};

describe("the sentences for issues", () => {
  it("are in English unless other words are given", () => {
    expect(
      messageOf({ code: "unknown_option", path: ["adult"], line: 3, expected: ["yes", "no"], nearest: "yes" }),
    ).toBe("This is not one of the item's codes: adult (line 3). Expected one of: yes, no. Nearest: yes.");
    expect(sentenceFor("empty_list")).toBe("The list is empty.");
  });

  it.each([
    ["duplicate_rating", "The same subject or case stands twice."],
    ["unequal_subjects", "A subject is in one list and not in the other."],
    ["duplicate_key", "The same key stands twice in one object."],
    ["several_answers", "There are several values where one is allowed."],
    ["malformed_json", "This is not valid JSON, or not an object."],
    ["bad_name", "The name has characters or a length that are not allowed here."],
  ] as const)("%s: the sentence is true of raters, times, rows and whole files alike", (code, sentence) => {
    expect(sentenceFor(code)).toBe(sentence);
  });

  it("have no English word in another language, for any code", () => {
    for (const code of issueCodes) {
      expect(latinWordsIn(sentenceFor(code, words), new Set())).toEqual([]);
      for (const expected of [["1"], ["1", "2"]]) {
        const said = messageOf({ ...full, code, expected, shape: "0" }, words);
        expect(latinWordsIn(said, new Set())).toEqual([]);
        for (const figure of [7, 8, 9]) expect(said).toContain(String(figure));
      }
    }
  });

  it("are complete or refused", () => {
    const { empty_list: _, ...others } = texts;
    const given = { lang: "xx", texts: { ...others, limit: "9", more: "x" } };
    const refused = parseIssueWords(given);
    expect(refused.ok ? [] : refused.issues).toEqual([
      { code: "missing_text", path: ["texts", "empty_list"] },
      { code: "malformed", path: ["texts", "limit"], expected: ["{limit}", "{what}"] },
      { code: "unknown_text", path: ["texts", "more"] },
    ]);
  });
});

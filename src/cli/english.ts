import { englishIssueWords } from "../issues/index.ts";
import { englishPhrases } from "../reports/index.ts";
import { commands } from "./all-commands.ts";
import { helpTextsOf } from "./help.ts";
import { type CommandWords, commandTexts, type Voice, voiceOf } from "./words.ts";

/** Every sentence of the command line, in English. */
export const englishCommandWords: CommandWords = {
  lang: "en",
  texts: { ...helpTextsOf(commands), ...commandTexts },
};

/** The words that are used unless others are given. */
export const english: Voice = voiceOf(englishCommandWords, englishPhrases, englishIssueWords);

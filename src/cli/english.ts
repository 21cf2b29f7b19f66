import { englishIssueWords } from "../issues/index.ts";
import { englishPhrases } from "../reports/index.ts";
import type { Command } from "./command.ts";
import { helpTextsOf } from "./help.ts";
import { type Catalogues, commandTexts } from "./words.ts";

/** All catalogues in English, with what help says of these commands. */
export const englishOf = (commands: readonly Command[]): Catalogues => ({
  commands: { lang: "en", texts: { ...commandTexts, ...helpTextsOf(commands) } },
  phrases: englishPhrases,
  issues: englishIssueWords,
  wordings: new Map(),
});

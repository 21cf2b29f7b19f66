import { type Command, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { say } from "../io.ts";
import type { Catalogues } from "../words.ts";
import { englishWords, type WordsFile } from "../words-file.ts";

/** `words`: every text in English, as the file that `--words` takes. */
export function wordsCommand(english: () => Promise<Catalogues>): Command {
  return {
    name: "words",
    summary: "Print every text in English, as one file to fill in for another language and to give as --words.",
    arguments: [
      {
        name: "PART",
        says: "commands, phrases, issues, or the id of a form, a typology or a definition; all if not given",
        optional: true,
      },
    ],
    options: {},
    notes: [
      "Each part is complete or refused, with every fault; a part that is left out stays in English. Nothing is translated by",
      "a machine. Keep the names in braces. Have the words of a form translated, translated back and read by experts.",
      "",
    ],
    examples: ["stalker-typology words", "stalker-typology words ssb-quick"],
    async run(given, io) {
      const [part] = given.arguments;
      const all = englishWords(await english());
      await say(io.stdout, `${JSON.stringify(part === undefined ? all : partOf(all, part), null, 2)}\n`);
      return exitCodes.done;
    },
  };
}

function partOf(all: WordsFile, part: string): Partial<WordsFile> {
  if (part === "commands" || part === "phrases" || part === "issues") return { [part]: all[part] };
  const wordings = all.wordings.filter(({ of }) => of.id === part);
  if (wordings.length === 0)
    throw usageError(part, "commands", "phrases", "issues", ...all.wordings.map(({ of }) => of.id));
  return { wordings };
}

import type { Catalogues } from "../../src/cli/words.ts";
import { englishWords, type WordsFile } from "../../src/cli/words-file.ts";
import { crossChecks } from "../../src/content/cross-checks.ts";
import { guidanceCodes } from "../../src/content/guidance/index.ts";
import { fiveTypeProfiles, fiveTypes, separations } from "../../src/content/typologies/index.ts";
import { inWordings, libraryVersion, type Versioned, wordingsOf } from "../../src/instrument/index.ts";
import { valueOrThrow } from "../../src/issues/index.ts";
import { englishPhrases, type Phrases, parsePhrases } from "../../src/reports/index.ts";

/**
 * A language that is no language: every Latin letter of a text becomes its full-width twin. What is printed with Latin
 * letters then did not come out of a catalogue.
 */
export const pseudo = (text: string): string =>
  text.replace(/\{\w+\}|[A-Za-z]/g, (part) =>
    part.startsWith("{") ? part : String.fromCodePoint((part.codePointAt(0) ?? 0) + 0xfee0),
  );

const pseudoTexts = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudo(text)]));

/** A file of every word in the pseudo-locale. */
export function pseudoWords(english: Catalogues): WordsFile {
  const { commands, phrases, issues, wordings } = englishWords(english);
  const turned = <T extends { readonly texts: Readonly<Record<string, string>> }>(catalogue: T): T => ({
    ...catalogue,
    lang: "xx",
    texts: pseudoTexts(catalogue.texts),
  });
  return {
    commands: turned(commands),
    phrases: turned(phrases),
    issues: turned(issues),
    wordings: wordings.map((each) => ({ ...turned(each), grounds: pseudoTexts(each.grounds) })),
  };
}

/** Content in the pseudo-locale, by its own catalogue. */
export function inPseudo<T extends Versioned>(content: T): T {
  const { texts, grounds, ...rest } = wordingsOf(content, { lang: "xx" });
  return valueOrThrow(inWordings(content, { ...rest, texts: pseudoTexts(texts), grounds: pseudoTexts(grounds) }));
}

export const pseudoPhrases: Phrases = valueOrThrow(
  parsePhrases({ lang: "xx", texts: pseudoTexts(englishPhrases.texts) }),
);

export const pseudoTypes: typeof fiveTypes = {
  ...inPseudo(fiveTypes),
  instrument: inPseudo(fiveTypes.instrument),
};

const registry = inPseudo({
  id: "content",
  version: libraryVersion,
  guidance: guidanceCodes,
  profiles: Object.values(fiveTypeProfiles),
  separations,
  crossChecks,
});

export const pseudoContent: Omit<typeof registry, "id" | "version"> = registry;

/** Words in Latin letters that are no name, code or version of these. */
export function latinWordsIn(text: string, names: ReadonlySet<string>): readonly string[] {
  return (text.match(/[A-Za-z][\w-]*/g) ?? []).filter((word) => !names.has(word));
}

/** Every key and every text of content that is not one of its words: ids, codes, versions, names of sources. A form inside it is left out. */
export function namesIn(...content: readonly unknown[]): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: unknown, isInside = true): void => {
    if (typeof value === "string") for (const word of value.match(/[A-Za-z][\w-]*/g) ?? []) names.add(word);
    if (typeof value !== "object" || value === null) return;
    if (isInside && "items" in value && "indicators" in value) return;
    for (const [key, part] of Object.entries(value)) {
      if (!Array.isArray(value)) names.add(key);
      visit(part);
    }
  };
  for (const each of content) visit(each, false);
  return names;
}

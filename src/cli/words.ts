import type { Versioned } from "../instrument/index.ts";
import { type Catalogue, filled, type IssueWords } from "../issues/index.ts";
import type { Phrases } from "../reports/index.ts";
import { type Filling, valuesIn } from "./expects.ts";
import { caseTexts } from "./texts/cases.ts";
import { errorTexts, placeTexts, shapeTexts } from "./texts/errors.ts";
import { expectedByLibraryTexts, expectedOfRecordsTexts, expectedTexts } from "./texts/expected.ts";
import { helpTexts } from "./texts/help.ts";
import { lossTexts } from "./texts/losses.ts";
import { studyTexts } from "./texts/studies.ts";
import { tableTexts } from "./texts/tables.ts";

/** Every sentence of the command line in English, but for what help says of each command. Places stand in braces. */
export const commandTexts = {
  ...helpTexts,
  ...errorTexts,
  ...placeTexts,
  ...shapeTexts,
  ...expectedTexts,
  ...expectedByLibraryTexts,
  ...expectedOfRecordsTexts,
  ...lossTexts,
  ...tableTexts,
  ...studyTexts,
  ...caseTexts,
} as const;

/** The name of a sentence. */
export type CommandKey = keyof typeof commandTexts;

/** The sentences of the command line in one language, with what help says of each command. */
export type CommandWords = Catalogue<string>;

/** A sentence with its places filled in. */
export type Words = <Key extends CommandKey>(key: Key, ...values: Filling<(typeof commandTexts)[Key]>) => string;

/** What data say in English in every language, since programs read it: the first part of the names of its sentences. */
export type DataPart = "expected" | "shape" | "loss" | "place" | "outcome";

/** The catalogues of one language. */
export interface Catalogues {
  readonly commands: CommandWords;
  readonly phrases: Phrases;
  readonly issues: IssueWords;
  /** Content in its wordings, by what it is in English; what is not there is shown in English. */
  readonly wordings: ReadonlyMap<Versioned, Versioned>;
}

/** In which words a command speaks. */
export interface Voice {
  /** The language of the commands, as a BCP 47 tag. */
  readonly lang: string;
  readonly words: Words;
  /** What stands in data in English, as a person reads it; what is not a sentence, such as a code, stays. */
  said(part: DataPart, text: string): string;
  /** What help says of the commands, by name; a text that is not there is said in English. */
  readonly helpWords: Readonly<Record<string, string>>;
  readonly phrases: Phrases;
  readonly issueWords: IssueWords;
  /** A form or other content, in the words in which it is shown. */
  shown<T extends Versioned>(content: T): T;
}

/** The voice of these catalogues. */
export function voiceOf({ commands, phrases, issues, wordings }: Catalogues): Voice {
  const { texts } = commands;
  const words: Words = (key, ...filling) => filled(String(texts[key]), valuesIn(filling));
  const said: Voice["said"] = (part, text) => {
    for (const key of keysOf[part]) {
      const found = fillingOf(commandTexts[key], text);
      if (found === undefined) continue;
      const values = Object.entries(found).map(([place, value]) => [place, said(part, value)]);
      return filled(String(texts[key]), Object.fromEntries(values));
    }
    return text;
  };
  // Wordings put texts in the place of texts, so content in them has the shape that it had.
  const shown = <T extends Versioned>(content: T): T => (wordings.get(content) ?? content) as T;
  return { lang: commands.lang, words, said, helpWords: texts, phrases, issueWords: issues, shown };
}

/** The sentences of each part, those that say most first: "no value" is not "no {option}". */
const keysOf: Readonly<Record<DataPart, readonly CommandKey[]>> = {
  expected: keysIn("expected."),
  shape: keysIn("shape."),
  loss: keysIn("loss."),
  place: keysIn("place."),
  outcome: keysIn("outcome."),
};

function keysIn(start: string): readonly CommandKey[] {
  const keys = Object.keys(commandTexts).filter((key): key is CommandKey => key.startsWith(start));
  const says = (key: CommandKey) => commandTexts[key].replace(/\{\w+\}/g, "").length;
  return keys.toSorted((a, b) => says(b) - says(a));
}

/**
 * What fills the places of a sentence in a text, and `undefined` if the text is not made from it. Looked for from the end,
 * so of several "and" the last one counts. A count is digits, so "other characters" does not pass as "{count} characters".
 */
function fillingOf(template: string, text: string): Readonly<Record<string, string>> | undefined {
  const [first = "", ...rest] = template.split(/\{(\w+)\}/);
  const last = rest.at(-1) ?? "";
  if (rest.length === 0) return text === first ? {} : undefined;
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined;
  const values: [string, string][] = [];
  let end = text.length - last.length;
  for (let at = rest.length - 2; at >= 0; at -= 2) {
    const name = rest[at] ?? "";
    const before = at === 0 ? first : (rest[at - 1] ?? "");
    const start = at === 0 ? 0 : text.lastIndexOf(before, end - 1 - before.length);
    const value = start < 0 ? "" : text.slice(start + before.length, end);
    if (value === "" || (name === "count" && !/^\d+$/.test(value))) return undefined;
    values.unshift([name, value]);
    end = start;
  }
  return Object.fromEntries(values);
}

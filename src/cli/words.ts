import type { Versioned } from "../instrument/index.ts";
import { type Catalogue, filled, type IssueWords } from "../issues/index.ts";
import type { Phrases } from "../reports/index.ts";
import { type Filling, valuesIn } from "./expects.ts";
import { caseTexts } from "./texts/cases.ts";
import { errorTexts, placeTexts, shapeTexts } from "./texts/errors.ts";
import { expectedByLibraryTexts, expectedTexts } from "./texts/expected.ts";
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
export type DataPart = "expected" | "shape" | "loss" | "place";

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
  readonly words: Words;
  /** What stands in data in English, as a person reads it; what is no sentence, such as a code, stays. */
  said(part: DataPart, text: string): string;
  /** What help says of the commands, by name. */
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
    for (const [key, pattern] of patternsOf[part]) {
      const found = pattern.exec(text);
      if (found === null) continue;
      const values = Object.entries(found.groups ?? {}).map(([place, value]) => [place, said(part, value)]);
      return filled(String(texts[key]), Object.fromEntries(values));
    }
    return text;
  };
  // Wordings put texts in the place of texts, so content in them has the shape that it had.
  const shown = <T extends Versioned>(content: T): T => (wordings.get(content) ?? content) as T;
  return { words, said, helpWords: texts, phrases, issueWords: issues, shown };
}

type Patterns = readonly (readonly [CommandKey, RegExp])[];

/** The sentences of each part as patterns, those that say most first: "no value" is not "no {option}". */
const patternsOf: Readonly<Record<DataPart, Patterns>> = {
  expected: patternsIn("expected."),
  shape: patternsIn("shape."),
  loss: patternsIn("loss."),
  place: patternsIn("place."),
};

function patternsIn(start: string): Patterns {
  const keys = Object.keys(commandTexts).filter((key): key is CommandKey => key.startsWith(start));
  const says = (key: CommandKey) => commandTexts[key].replace(/\{\w+\}/g, "").length;
  return keys.toSorted((a, b) => says(b) - says(a)).map((key) => [key, patternOf(commandTexts[key])]);
}

/** A sentence as a pattern that finds what fills its places. A count is digits, so that "other characters" is none. */
function patternOf(template: string): RegExp {
  const plain = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace("{count}", "(?<count>\\d+)");
  return new RegExp(`^${plain.replace(/\{(\w+)\}/g, "(?<$1>.+)")}$`);
}

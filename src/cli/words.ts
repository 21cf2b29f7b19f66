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

/** In which words a command speaks. */
export interface Voice {
  readonly words: Words;
  /** What stands in data in English, as a person reads it; what is no sentence, such as a code, stays. */
  said(part: DataPart, text: string): string;
  /** What help says of the commands, by name. */
  readonly helpWords: Readonly<Record<string, string>>;
  readonly phrases: Phrases;
  readonly issueWords: IssueWords;
}

/** The voice of these catalogues. */
export function voiceOf({ texts }: CommandWords, phrases: Phrases, issueWords: IssueWords): Voice {
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
  return { words, said, helpWords: texts, phrases, issueWords };
}

type Patterns = readonly (readonly [CommandKey, RegExp])[];

/** The sentences of each part as patterns, those without places first. */
const patternsOf: Readonly<Record<DataPart, Patterns>> = {
  expected: patternsIn("expected."),
  shape: patternsIn("shape."),
  loss: patternsIn("loss."),
  place: patternsIn("place."),
};

function patternsIn(start: string): Patterns {
  const keys = Object.keys(commandTexts).filter((key): key is CommandKey => key.startsWith(start));
  const places = (key: CommandKey) => commandTexts[key].split(/\{\w+\}/).length - 1;
  return keys.toSorted((a, b) => places(a) - places(b)).map((key) => [key, patternOf(commandTexts[key])]);
}

/** A sentence as a pattern that finds what fills its places. */
function patternOf(template: string): RegExp {
  const plain = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${plain.replace(/\{(\w+)\}/g, "(?<$1>.+)")}$`);
}

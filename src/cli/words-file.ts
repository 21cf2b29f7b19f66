import { inWordings, type Versioned, type Wordings, wordingsOf } from "../instrument/index.ts";
import {
  type Issue,
  type IssueWords,
  isObject,
  nearestIn,
  type Parsed,
  type Path,
  parseCatalogue,
  parsed,
  parseIssueWords,
  recordOf,
  shapeOf,
  valueOrThrow,
} from "../issues/index.ts";
import { type Phrases, parsePhrases } from "../reports/index.ts";
import { readJson } from "../tables/index.ts";
import type { Io } from "./io.ts";
import { allContent } from "./registry.ts";
import { type Catalogues, type CommandWords, type Voice, voiceOf } from "./words.ts";

/** A file of words in one language: any of these parts, each complete. */
export interface WordsFile {
  readonly commands: CommandWords;
  readonly phrases: Phrases;
  readonly issues: IssueWords;
  readonly wordings: readonly Wordings[];
}

/**
 * The voice of the words in a file.
 *
 * @throws {AssessmentError} as `parseWords`, and as files are read
 */
export async function voiceFor(path: string, english: Catalogues, io: Io): Promise<Voice> {
  return voiceOf(valueOrThrow(parseWords(await readJson(path, io.stdin), english)));
}

/**
 * The catalogues of a file of words. A part that is there is complete or refused; one that is not there is in English.
 *
 * @returns issues `malformed`, `missing_text`, `unknown_text`, `version_mismatch`, `unknown_reference`, `duplicate_name`,
 *   all of them, each with the place of its text
 */
export function parseWords(file: unknown, english: Catalogues): Parsed<Catalogues> {
  const { commands, phrases, issues, wordings, ...others } = recordOf(file);
  const part = <T>(name: string, given: unknown, parse: (input: unknown) => Parsed<T>, usual: T): Parsed<T> => {
    const result: Parsed<T> = given === undefined ? { ok: true, value: usual } : parse(given);
    return parsed(() => valueOrThrow(result), result.ok ? [] : result.issues.map((issue) => under([name], issue)));
  };
  const parts = {
    commands: part("commands", commands, (input) => parseCatalogue(input, english.commands.texts), english.commands),
    phrases: part("phrases", phrases, parsePhrases, english.phrases),
    issues: part("issues", issues, parseIssueWords, english.issues),
    wordings: part("wordings", wordings, parseWordings, english.wordings),
  };
  const faults = [
    ...(isObject(file) ? [] : [{ code: "malformed", path: [], expected: partNames, shape: shapeOf(file) } as const]),
    ...Object.values<Parsed<unknown>>(parts).flatMap((result) => (result.ok ? [] : result.issues)),
    ...Object.keys(others).map((key): Issue => ({ code: "unknown_text", path: [key], expected: partNames })),
  ];
  return parsed(
    () => ({
      commands: valueOrThrow(parts.commands),
      phrases: valueOrThrow(parts.phrases),
      issues: valueOrThrow(parts.issues),
      wordings: valueOrThrow(parts.wordings),
    }),
    faults,
  );
}

const partNames: readonly (keyof WordsFile)[] = ["commands", "phrases", "issues", "wordings"];

/** Every text there is, in English, as a file to fill in. */
export const englishWords = ({ commands, phrases, issues }: Catalogues): WordsFile => ({
  commands,
  phrases,
  issues,
  wordings: allContent.map((content) => wordingsOf(content)),
});

function parseWordings(input: unknown): Parsed<Catalogues["wordings"]> {
  if (!Array.isArray(input)) {
    const issues = [{ code: "malformed", path: [], expected: ["array"], shape: shapeOf(input) }] as const;
    return { ok: false, issues };
  }
  const ids = input.map((catalogue) => String(recordOf(recordOf(catalogue).of).id));
  const found = new Map<Versioned, Versioned>();
  const issues = input.flatMap((catalogue: unknown, at): readonly Issue[] => {
    const id = ids[at] ?? "";
    const content = allContent.find((each) => each.id === id);
    if (content === undefined) return [unknownContent([at, "of", "id"], id)];
    if (ids.indexOf(id) < at) return [{ code: "duplicate_name", path: [at, "of", "id"] }];
    const result = inWordings(content, catalogue);
    if (!result.ok) return result.issues.map((issue) => under([at], issue));
    found.set(content, result.value);
    return [];
  });
  return parsed(() => found, issues);
}

function unknownContent(path: Path, id: string): Issue {
  const expected = allContent.map((each) => each.id);
  return { code: "unknown_reference", path, expected, ...nearestIn(id, expected) };
}

const under = (path: Path, issue: Issue): Issue => ({ ...issue, path: [...path, ...issue.path] });

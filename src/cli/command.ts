import { AssessmentError, nearestIn } from "../issues/index.ts";
import type { Io } from "./io.ts";
import type { Voice } from "./words.ts";

/** One option of a command. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly says: string;
  /** What stands for its value in help: `FILE` for every file, whether it is read or written. */
  readonly value?: string;
  /** For a file that is written: the names of all that are, so that none is one of the files that are read. */
  readonly writes?: (path: string) => readonly string[];
}

/** For an option whose file is all that is written. */
export const itself = (path: string): readonly string[] => [path];

/** What a command was given, and in which words it speaks. */
export interface Given extends Voice {
  readonly arguments: readonly string[];
  text(option: string): string | undefined;
  flag(option: string): boolean;
}

/** A command: data about it, and one function that returns its exit code and never ends the process. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly arguments: readonly { readonly name: string; readonly says: string; readonly optional?: true }[];
  readonly options: Readonly<Record<string, Option>>;
  /** Two lines that run as they stand in the examples' folder. */
  readonly examples: readonly [string, string];
  readonly notes?: readonly string[];
  run(given: Given, io: Io): Promise<number>;
}

/** The options that every command has. */
export const commonOptions: Readonly<Record<string, Option>> = {
  json: { type: "boolean", says: "print JSON" },
  words: { type: "string", value: "FILE", says: "speak the words of this file, as the command words prints it" },
  help: { type: "boolean", says: "print this help" },
};

/** An error in how a command was called: where, what would be right, and which of these is nearest. */
export function usageError(place: string, ...expected: readonly string[]): AssessmentError {
  return new AssessmentError([
    {
      code: "wrong_usage",
      path: [place],
      ...(expected.length === 0 ? {} : { expected }),
      ...nearestIn(place, expected),
    },
  ]);
}

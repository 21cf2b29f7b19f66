import { wrongArgument } from "./wrong-argument.ts";

/**
 * Refuses an argument that is no list. Text is none: its characters would be read as its parts.
 *
 * @throws {AssessmentError} `malformed` at the argument's name
 * @internal
 */
export function mustBeList(argument: unknown, name: string): void {
  if (!Array.isArray(argument)) throw wrongArgument(name, "a list", argument);
}

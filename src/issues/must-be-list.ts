import { wrongArgument } from "./wrong-argument.ts";

/**
 * Refuses an argument that is not a list. Text does not count as one: its characters would be read as its parts.
 *
 * @throws {AssessmentError} `malformed` at the argument's name
 * @internal
 */
export function mustBeList(argument: unknown, name: string): void {
  if (!Array.isArray(argument)) throw wrongArgument(name, "a list", argument);
}

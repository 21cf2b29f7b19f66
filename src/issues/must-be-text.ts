import { wrongArgument } from "./wrong-argument.ts";

/**
 * Refuses an argument that is not text.
 *
 * @throws {AssessmentError} `malformed` at the argument's name
 * @internal
 */
export function mustBeText(argument: unknown, name: string): void {
  if (typeof argument !== "string") throw wrongArgument(name, "text", argument);
}

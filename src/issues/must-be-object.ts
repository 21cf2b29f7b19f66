import { isObject } from "./plain-object.ts";
import { wrongArgument } from "./wrong-argument.ts";

/**
 * Refuses an argument that is not an object, where no part of it has to be there: options, or counts by name.
 *
 * @throws {AssessmentError} `malformed` at the argument's name
 * @internal
 */
export function mustBeObject(argument: unknown, name: string): void {
  if (!isObject(argument)) throw wrongArgument(name, "object", argument);
}

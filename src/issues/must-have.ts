import { isObject } from "./plain-object.ts";
import { wrongArgument } from "./wrong-argument.ts";

/**
 * Refuses an argument without the part that is read first. In plain JavaScript a misspelt import is `undefined`, and an
 * id is easily given where the form itself is needed. A list has no such part, though every list has an `entries`.
 *
 * @throws {AssessmentError} `malformed` at the argument's name
 * @internal
 */
export function mustHave(argument: unknown, part: string, name: string): void {
  if (isObject(argument) && part in argument) return;
  throw wrongArgument(name, `an object with ${part}`, argument);
}

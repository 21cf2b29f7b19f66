import { mustBeList } from "./must-be-list.ts";
import { mustHave } from "./must-have.ts";

/**
 * Refuses an argument that is not a list, and one with an entry that lacks the part which is read first.
 *
 * @throws {AssessmentError} `malformed` at the argument's name, with the entry's place from 1 if it is the entry
 * @internal
 */
export function mustBeListOf(argument: readonly unknown[], part: string, name: string): void {
  mustBeList(argument, name);
  for (const [at, each] of argument.entries()) mustHave(each, part, `${name}.${at + 1}`);
}

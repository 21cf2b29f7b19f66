import { mustBeList } from "./must-be-list.ts";

/**
 * Refuses an argument that is not a list of lists, such as the rows of a table.
 *
 * @throws {AssessmentError} `malformed` at the argument's name, with the entry's place from 1 if it is the entry
 * @internal
 */
export function mustBeLists(argument: readonly unknown[], name: string): void {
  mustBeList(argument, name);
  for (const [at, each] of argument.entries()) mustBeList(each, `${name}.${at + 1}`);
}

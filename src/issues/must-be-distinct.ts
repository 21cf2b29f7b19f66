import { throwIfAny } from "./assessment-error.ts";

/**
 * Refuses names of which one stands twice, such as columns of a table.
 *
 * @throws {AssessmentError} `duplicate_name` for each, at the argument's name, with its places counted from 1
 * @internal
 */
export function mustBeDistinct(names: readonly string[], name: string): void {
  const issues = names.flatMap((each, at) => {
    const first = names.indexOf(each);
    return first === at
      ? []
      : [{ code: "duplicate_name", path: [name, each], positions: [first + 1, at + 1] } as const];
  });
  throwIfAny(issues);
}

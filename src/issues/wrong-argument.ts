import { AssessmentError } from "./assessment-error.ts";
import { shapeOf } from "./shape-of.ts";

/**
 * The error of an argument that is not as it has to be, at its name.
 *
 * @internal
 */
export function wrongArgument(name: string, expected: string, found: unknown): AssessmentError {
  return new AssessmentError([{ code: "malformed", path: [name], expected: [expected], shape: shapeOf(found) }]);
}

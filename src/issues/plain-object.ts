import { AssessmentError } from "./assessment-error.ts";
import { shapeOf } from "./shape-of.ts";

/**
 * Whether a value is an object that holds nothing but its own properties. A `Map`, form data, a date and an instance of a
 * class are not: what they hold is not among their keys, so they would be read as if they held nothing.
 *
 * @example
 * isPlainObject({ adult: "yes" }); // => true
 * @example
 * isPlainObject(new Map([["adult", "yes"]])); // => false
 */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  // The prototype of plain objects of another window, frame or context.
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, "isPrototypeOf");
}

/**
 * Whether a value is an object with fields, and not a list.
 *
 * @internal
 */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Refuses what cannot be answers to a form, before anything is read from it.
 *
 * @internal
 * @throws {AssessmentError} `not_an_object`
 */
export function mustBePlain(answers: unknown): void {
  if (isPlainObject(answers)) return;
  throw new AssessmentError([{ code: "not_an_object", path: [], shape: shapeOf(answers) }]);
}

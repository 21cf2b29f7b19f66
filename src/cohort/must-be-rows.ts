import { wrongArgument } from "../issues/index.ts";

/** Refuses what cannot be gone through one by one. Text could be, but its letters are not rows. */
export function mustBeRows(argument: unknown, name: string): void {
  const isIterable = typeof argument === "object" && argument !== null && Symbol.iterator in argument;
  if (!isIterable) throw wrongArgument(name, "a list or another iterable", argument);
}

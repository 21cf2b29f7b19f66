import { isObject, mustHave, wrongArgument } from "../issues/index.ts";

/** The options, the answers or the like of a call: in plain JavaScript they may be missing, or something else. */
export function objectGiven<T>(argument: T, name: string): T {
  if (isObject(argument)) return argument;
  throw wrongArgument(name, "object", argument);
}

/** Refuses what is not a form, before anything is read from it. */
export const formGiven = (instrument: unknown): void => mustHave(instrument, "items", "instrument");

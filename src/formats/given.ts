import { mustBeObject, mustHave } from "../issues/index.ts";

/** The options, the answers or the like of a call: in plain JavaScript they may be missing, or something else. */
export function objectGiven<T>(argument: T, name: string): T {
  mustBeObject(argument, name);
  return argument;
}

/** Refuses what is not a form, before anything is read from it. */
export function formGiven(instrument: unknown): void {
  mustHave(instrument, "items", "instrument");
  mustHave(instrument, "indicators", "instrument");
}

import type { Instrument, Respondent } from "../instrument/index.ts";
import { type Given, usageError } from "./command.ts";

/** Who answers, as `--respondent` says, if it was given: one of those whom the form is for. */
export function respondentGiven(given: Given, { respondents }: Instrument): Respondent | undefined {
  const text = given.text("respondent");
  if (text === undefined) return undefined;
  const respondent = respondents.find((each) => each === text);
  if (respondent === undefined) throw usageError("--respondent", ...respondents);
  return respondent;
}

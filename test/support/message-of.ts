import { AssessmentError } from "../../src/issues/index.ts";

/** The message of the one error that a wrong call may end with; any other error is thrown on. */
export function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (fault) {
    if (fault instanceof AssessmentError) return fault.message;
    throw fault;
  }
  return "no error";
}

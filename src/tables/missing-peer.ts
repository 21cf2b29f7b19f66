import { AssessmentError } from "../issues/index.ts";

/** An optional package that is needed here and is not installed. */
export function missingPeer(use: string, packages: string): AssessmentError {
  return new AssessmentError([
    { code: "wrong_usage", path: [use], expected: [`${packages} to be installed (npm install ${packages})`] },
  ]);
}

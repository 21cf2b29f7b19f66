import { AssessmentError, type Issue, mustBeList } from "../issues/index.ts";

/** Scores of cases in which something is present, of the others, and how many of each have no score. */
export interface ScoredCases {
  readonly present: readonly number[];
  readonly absent: readonly number[];
  readonly openPresent: number;
  readonly openAbsent: number;
}

/** Parts scores by a criterion; throws `unequal_lengths`, or `out_of_range` with each row that has no number. */
export function scoredCases(
  scores: readonly (number | null)[],
  criterion: readonly boolean[],
  isValid: (score: number) => boolean = Number.isFinite,
  expected = "a number",
): ScoredCases {
  mustBeList(scores, "scores");
  mustBeList(criterion, "criterion");
  if (scores.length !== criterion.length) {
    throw new AssessmentError([
      {
        code: "unequal_lengths",
        path: ["criterion"],
        expected: [`${scores.length} cases`],
        row: Math.min(scores.length, criterion.length) + 1,
      },
    ]);
  }
  const issues = scores.flatMap((score, at): readonly Issue[] =>
    score === null || isValid(score)
      ? []
      : [{ code: "out_of_range", path: ["scores", at + 1], expected: [expected], row: at + 1 }],
  );
  // A word or a number for true or false would be counted as neither, or as present.
  const words = criterion.flatMap((is, at): readonly Issue[] =>
    typeof is === "boolean"
      ? []
      : [{ code: "wrong_type", path: ["criterion", at + 1], expected: ["true or false"], row: at + 1 }],
  );
  if (issues.length + words.length > 0) throw new AssessmentError([...issues, ...words]);
  const of = (isPresent: boolean) => scores.filter((_, at) => criterion[at] === isPresent);
  const known = (list: readonly (number | null)[]) => list.filter((score) => score !== null);
  const [present, absent] = [of(true), of(false)];
  return {
    present: known(present),
    absent: known(absent),
    openPresent: present.length - known(present).length,
    openAbsent: absent.length - known(absent).length,
  };
}

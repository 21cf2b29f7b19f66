import { atLeast, count, not } from "../../rules/index.ts";
import { anyOf, type Conduct, is } from "./parts.ts";

/** Who settles a count of what is on a survey's list. */
export const whoCounts = ["target", "police", "device_or_account_record", "named_judgement"] as const;
/** A note that every survey carries. */
export const notASurvey =
  "A survey counts people for a rate. That answers meet its count says nothing of what ought to be done.";
/** Two kinds of a survey's own list. What may be one act on our form is one kind. */
export const twoKinds = (...kinds: readonly (readonly Conduct[])[]) =>
  atLeast(count(...kinds.map((kind) => anyOf(...kind))), 2);
export const adult = {
  means: "the person asked is 18 or over",
  rule: is("victim_age_band", "eighteen_or_over"),
  settledBy: ["target"],
} as const;
export const sixteenOrOver = {
  means: "the person asked is 16 or over",
  rule: not(is("victim_age_band", "under_sixteen")),
  settledBy: ["target"],
} as const;
export const anyFear = (test: string) =>
  ({
    fear_cut: {
      means: "the degree of fear that counts",
      value: 1,
      reason: "the survey names no degree that was seen, so any (design choice)",
      sets: [
        { test, cut: "victim_fear_self" },
        { test, cut: "victim_fear_for_others" },
      ],
    },
  }) as const;

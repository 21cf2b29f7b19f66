import type { AxisMap } from "../../typology/index.ts";

/** Which item of the relationship and motive form holds each axis of the five types. */
export const fiveTypesAxes = {
  adult: "adult",
  relationship: "prior_relationship",
  bond: "mutual_bond",
  firstAim: "first_aim",
  aims: {
    restore_bond: "wants_back",
    avenge_ending: "punishes_ending",
    settle_other_wrong: "other_grievance",
    live_believed_bond: "believes_bond",
    get_contact: "wants_contact",
    sexual: "sexual_drive",
  },
} as const satisfies AxisMap;

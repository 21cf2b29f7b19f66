/**
 * How strong the ground of a rule is, from a choice of our own to a review of many studies.
 * The scale is a design choice of this package; it is never merged with {@link Directness} or {@link Role}.
 */
export type Grade = "design_choice" | "expert_source" | "one_study" | "several_studies" | "review";

/** How close the people and setting of the evidence are to those the rule is used on. */
export type Directness = "same_population" | "similar" | "different" | "unknown";

/** What the evidence can carry: a rule that describes may never be worded as one that predicts. */
export type Role = "definition" | "description" | "association" | "prediction";

/** The three answers to "how well grounded is this rule?", kept apart. */
export interface EvidenceGrade {
  readonly grade: Grade;
  readonly directness: Directness;
  readonly role: Role;
}

/** The weakest claim: what holds for a rule that says nothing of its evidence. */
export const weakestGrade: EvidenceGrade = /* @__PURE__ */ Object.freeze({
  grade: "design_choice",
  directness: "unknown",
  role: "description",
});

import { designChoice } from "../../evidence/index.ts";
import { defineRatingForm, type RatingFactor } from "../../judgement/index.ts";
import { cite } from "../cite.ts";

const held = [
  "the user states that they hold the manual and any training or licence that it asks for",
  "labels that the user types stay with the user and are not part of a result",
] as const;

/** Codes from 1 to `last` in one domain. */
const numbered = (
  prefix: string,
  last: number,
  domain: string,
  onlyIf?: string,
  first = 1,
): Record<string, RatingFactor> =>
  Object.fromEntries(
    Array.from({ length: last - first + 1 }, (_, at) => [
      `${prefix}${first + at}`,
      { domains: [domain], ...(onlyIf === undefined ? {} : { onlyIf }) },
    ]),
  );

/** Stalking Risk Profile: codes alone. The user holds the manual, and any training and licence that it asks for. */
export const stalkingRiskProfileRating = defineRatingForm({
  id: "rf-srp",
  version: "0.1.0",
  title: "Rating form: Stalking Risk Profile",
  owner: "its authors",
  requires: held,
  factors: {},
  userCodes: { pattern: "^[A-Z]{1,4}[0-9]{1,2}$", domain: "user_defined" },
  findings: ["absent", "possible", "present"],
  found: ["possible", "present"],
  judgedDomains: ["violence", "persistence", "recurrence", "psychosocial_harm"],
  responses: ["routine_response", "extra_attention", "urgent_response"],
  notes: ["Factor lists by type are in the manual and are not guessed here."],
  basis: [
    cite("mcewan2018_srp", "seen_in_abstract", "judgements by domain and type"),
    designChoice("no factor codes are shipped: the manual was not read"),
  ],
});

/** Guidelines for Stalking Assessment and Management: codes alone. The user holds the manual, and any training and licence that it asks for. */
export const stalkingAssessmentManagementRating = defineRatingForm({
  id: "rf-sam",
  version: "0.1.0",
  title: "Rating form: Guidelines for Stalking Assessment and Management",
  owner: "its authors",
  requires: held,
  factors: { ...numbered("N", 10, "nature"), ...numbered("P", 10, "perpetrator"), ...numbered("V", 10, "victim") },
  userCodes: { pattern: "^[NPV]X[0-9]{1,2}$", domain: "user_defined" },
  findings: ["absent", "possible", "present"],
  found: ["possible", "present"],
  judgedDomains: ["continued_stalking", "serious_physical_harm", "reasonable_fear"],
  responses: ["routine_response", "extra_attention", "urgent_response"],
  researchValues: { absent: 0, possible: 1, present: 2 },
  notes: ["Three groups of ten; further considerations of the user's own may be added to each."],
  basis: [cite("shea2018_sam", "seen_in_abstract", "a strict rule on what is current was needed")],
});

/** Screening Assessment for Stalking and Harassment: codes alone. The user holds the manual, and any training and licence that it asks for. */
export const sashRating = defineRatingForm({
  id: "rf-sash",
  version: "0.1.0",
  title: "Rating form: Screening Assessment for Stalking and Harassment",
  owner: "its authors",
  requires: held,
  factors: { ...numbered("S", 13, "all"), ...numbered("S", 16, "former_partner", "former_partner", 14) },
  findings: ["yes", "no"],
  found: ["yes"],
  judgedDomains: ["concern"],
  responses: ["routine_response", "extra_attention", "urgent_response"],
  notes: ["S14 to S16 apply to former partners only.", "No total, unless the user's own guideline supplies it."],
  basis: [cite("sash_page", "seen_in_source", "13 items and 3 for former partners")],
});

/** S-DASH (2009): codes alone. The user holds the manual, and any training and licence that it asks for. */
export const sdashRating = defineRatingForm({
  id: "rf-sdash",
  version: "0.1.0",
  title: "Rating form: S-DASH (2009)",
  owner: "its authors",
  requires: held,
  factors: numbered("Q", 11, "all"),
  findings: ["yes", "no"],
  found: ["yes"],
  judgedDomains: ["concern"],
  responses: ["routine_response", "extra_attention", "urgent_response"],
  notes: ["The number of yes answers has no cut-off in the part that was seen."],
  basis: [designChoice("structure as its owners' pages and secondary pages give it; the manual was not read")],
});

/** Domestic Abuse Risk Assessment: codes alone. The user holds the manual, and any training and licence that it asks for. */
export const daraRating = defineRatingForm({
  id: "rf-dara",
  version: "0.1.0",
  title: "Rating form: Domestic Abuse Risk Assessment",
  owner: "College of Policing",
  requires: held,
  factors: {},
  userCodes: { pattern: "^D[0-9]{1,2}$", domain: "user_defined" },
  findings: ["yes", "no", "partial"],
  found: ["yes", "partial"],
  judgedDomains: ["concern"],
  responses: ["routine_response", "extra_attention", "urgent_response"],
  notes: ["Not made for stalking."],
  basis: [designChoice("structure not seen: codes are the user's own")],
});

/** TRAP-18: codes alone. The user holds the manual, and any training and licence that it asks for. */
export const trap18Rating = defineRatingForm({
  id: "rf-trap18",
  version: "0.1.0",
  title: "Rating form: TRAP-18",
  owner: "its author",
  requires: held,
  factors: { ...numbered("PX", 8, "proximal"), ...numbered("DS", 10, "distal") },
  findings: ["absent", "present"],
  found: ["present"],
  judgedDomains: ["case_priority"],
  responses: ["routine_response", "extra_attention", "urgent_response"],
  notes: ["For grievance and terrorism cases only. Proximal and distal are kept apart."],
  basis: [designChoice("8 proximal and 10 distal codes, as abstracts give them; the manual was not read")],
});

/** WAVR-21: codes alone. The user holds the manual, and any training and licence that it asks for. */
export const wavr21Rating = defineRatingForm({
  id: "rf-wavr21",
  version: "0.1.0",
  title: "Rating form: WAVR-21",
  owner: "its authors",
  requires: held,
  factors: numbered("W", 21, "all"),
  findings: ["absent", "present"],
  found: ["present"],
  judgedDomains: ["violence", "seriousness"],
  responses: ["routine_response", "extra_attention", "urgent_response"],
  notes: ["Which five items are critical is in the manual."],
  basis: [designChoice("21 codes, as an abstract gives them; the manual was not read")],
});

/** Stalking Behavior Checklist (Coleman 1997): codes alone. The user holds the manual, and any training and licence that it asks for. */
export const colemanRating = defineRatingForm({
  id: "rf-sbc",
  version: "0.1.0",
  title: "Rating form: Stalking Behavior Checklist (Coleman 1997)",
  owner: "its publisher",
  requires: held,
  factors: { ...numbered("B", 12, "violent"), ...numbered("B", 25, "harassing", undefined, 13) },
  findings: ["step_one", "step_two", "step_three", "step_four", "step_five", "step_six"],
  found: ["step_two", "step_three", "step_four", "step_five", "step_six"],
  judgedDomains: [],
  responses: ["not_judged"],
  researchValues: { step_one: 0, step_two: 1, step_three: 2, step_four: 3, step_five: 4, step_six: 5 },
  notes: [
    "Two sources disagree on the anchors (0 to 5, or 1 to 6). The research values here are 0 to 5: say so where they are used.",
  ],
  basis: [designChoice("six steps of frequency in two groups, as secondary sources give them")],
});

/** Any other instrument: codes alone. The user holds the manual, and any training and licence that it asks for. */
export const genericRating = defineRatingForm({
  id: "rf-generic",
  version: "0.1.0",
  title: "Rating form: Any other instrument",
  owner: "the user",
  requires: held,
  factors: {},
  userCodes: { pattern: "^[A-Za-z][A-Za-z0-9_.-]{0,15}$", domain: "user_defined" },
  findings: ["absent", "possible", "present", "yes", "no"],
  found: ["possible", "present", "yes"],
  judgedDomains: ["violence", "persistence", "recurrence", "psychosocial_harm"],
  responses: ["routine_response", "extra_attention", "urgent_response"],
  notes: ["Codes and what they mean are the user's own."],
  basis: [designChoice("a form for codes of any manual")],
});

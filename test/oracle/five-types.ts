/**
 * The five types by hand, from the description of the form: a second implementation on complete answers, sharing no
 * code with src. `mutual_bond` counts only where it is asked.
 */
type Complete = Record<string, string | undefined>;

/** The outcome on complete answers, as one word: `single:T`, `leading:T`, `mixed` or `undetermined`. */
export function typeByHand(answers: Complete): string {
  const yes = (id: string) => answers[id] === "yes";
  const relation = answers.prior_relationship ?? "";
  const partner = relation === "former_intimate" || relation === "current_intimate";
  const remote = relation === "public_role" || relation === "stranger";
  const bond = partner || (!remote && yes("mutual_bond"));
  const met: Record<string, boolean> = {
    rejected: bond && (yes("wants_back") || yes("punishes_ending")),
    resentful: yes("other_grievance"),
    intimacy_seeker: !bond && yes("believes_bond"),
    incompetent_suitor: !bond && yes("wants_contact") && (!yes("believes_bond") || yes("knows_unreturned")),
    predatory:
      yes("attack_preparation") ||
      (yes("sexual_drive") &&
        yes("watches_unseen") &&
        (yes("sexual_acts") || yes("sexual_offence_record") || !yes("approaches_openly"))),
  };
  const aims: Record<string, string> = {
    get_back: "rejected",
    punish_ending: "rejected",
    settle_wrong: "resentful",
    live_bond: "intimacy_seeker",
    get_contact: "incompetent_suitor",
    sexual: "predatory",
  };
  const types = Object.keys(met).filter((type) => met[type]);
  if (types.length === 0) return "undetermined";
  if (types.length === 1) return `single:${types[0]}`;
  const aim = aims[answers.first_aim ?? ""];
  return aim !== undefined && met[aim] === true ? `leading:${aim}` : "mixed";
}

/** The items that decide, with their answers. */
export const decisive: Record<string, string[]> = {
  prior_relationship: [
    "former_intimate",
    "current_intimate",
    "brief_romantic",
    "family",
    "friend",
    "work_study",
    "professional",
    "acquaintance",
    "public_role",
    "stranger",
  ],
  mutual_bond: ["yes", "no"],
  first_aim: ["get_back", "punish_ending", "settle_wrong", "live_bond", "get_contact", "sexual", "other"],
  wants_back: ["yes", "no"],
  punishes_ending: ["yes", "no"],
  other_grievance: ["yes", "no"],
  believes_bond: ["yes", "no"],
  wants_contact: ["yes", "no"],
  knows_unreturned: ["yes", "no"],
  sexual_drive: ["yes", "no"],
  watches_unseen: ["yes", "no"],
  approaches_openly: ["yes", "no"],
  sexual_acts: ["yes", "no"],
  attack_preparation: ["yes", "no"],
  sexual_offence_record: ["yes", "no"],
};

/** Every outcome that some completion gives. */
export function possibleByHand(answers: Complete): Set<string> {
  const found = new Set<string>();
  const ids = Object.keys(decisive).filter((id) => !(decisive[id] ?? []).includes(answers[id] ?? ""));
  const fill = (at: number, so: Complete): void => {
    const id = ids[at];
    if (id === undefined) {
      found.add(typeByHand(so));
      return;
    }
    for (const answer of decisive[id] ?? []) fill(at + 1, { ...so, [id]: answer });
  };
  fill(0, answers);
  return found;
}

import { describe, expect, it } from "vitest";
import { type Answers, classify, fiveTypes, relationshipAndMotive } from "../../src/index.ts";

/** The made-up profiles on which version 0.1.0 of the form went wrong: yes answers as listed, every other item no. */
const profiles: [name: string, answers: Answers, outcome: string][] = [
  [
    "an ex-partner who wants the bond back and revenge, controls, is aggrieved at the ending, and spies",
    {
      prior_relationship: "former_intimate",
      began_at_ending: "yes",
      wants_back: "yes",
      punishes_ending: "yes",
      controls_choices: "yes",
      watches_unseen: "yes",
      pleads_and_rages: "yes",
      first_aim: "get_back",
      first_tone: "mixed",
      approaches_openly: "yes",
    },
    "single:rejected",
  ],
  [
    "an ex-partner who wants revenge for being left",
    {
      prior_relationship: "former_intimate",
      began_at_ending: "yes",
      punishes_ending: "yes",
      controls_choices: "yes",
      first_aim: "punish_ending",
      first_tone: "hostile",
      approaches_openly: "yes",
    },
    "single:rejected",
  ],
  [
    "a colleague whose close bond ended and who wants it back",
    {
      prior_relationship: "work_study",
      mutual_bond: "yes",
      began_at_ending: "yes",
      wants_back: "yes",
      pleads_and_rages: "yes",
      first_aim: "get_back",
      first_tone: "loving",
      approaches_openly: "yes",
    },
    "single:rejected",
  ],
  [
    "someone who believes in being loved, now plans an attack",
    {
      prior_relationship: "public_role",
      believes_bond: "yes",
      refusal_as_love: "yes",
      out_of_touch: "yes",
      attack_preparation: "yes",
      lonely: "yes",
      first_aim: "live_bond",
      first_tone: "loving",
      approaches_openly: "yes",
    },
    "leading:intimacy_seeker",
  ],
  [
    "a stranger, lustful and clumsy, who watches but approaches openly",
    {
      prior_relationship: "stranger",
      wants_contact: "yes",
      clumsy_with_others: "yes",
      sexual_drive: "yes",
      watches_unseen: "yes",
      lonely: "yes",
      first_aim: "get_contact",
      first_tone: "sexual",
      approaches_openly: "yes",
    },
    "single:incompetent_suitor",
  ],
];

const allNo = Object.fromEntries(
  Object.entries(relationshipAndMotive.items).flatMap(([id, { responses }]) =>
    "no" in responses.options ? [[id, "no"]] : [],
  ),
);

describe("profiles that the first version of the form got wrong", () => {
  it.each(profiles)("%s", (_, answers, wanted) => {
    const { outcome, settled } = classify({ ...allNo, adult: "yes", ...answers } as Answers, { typology: fiveTypes });
    expect("type" in outcome ? `${outcome.kind}:${outcome.type}` : outcome.kind).toBe(wanted);
    expect(settled).toBe(true);
  });

  it("an open question on the approach keeps the stranger who watches possible as predatory", () => {
    const answers = {
      ...allNo,
      adult: "yes",
      prior_relationship: "stranger",
      wants_contact: "yes",
      sexual_drive: "yes",
      watches_unseen: "yes",
      approaches_openly: "not_sure",
      first_aim: "get_contact",
    };
    const result = classify(answers as Answers, { typology: fiveTypes });
    expect(result.standings.predatory.standing).toBe("possible");
    expect(result.nextQuestion).toBe("approaches_openly");
  });
});

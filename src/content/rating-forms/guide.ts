import { designChoice } from "../../evidence/index.ts";
import { type Applicability, defineRatingForm, type RatingFactor } from "../../judgement/index.ts";
import { criticalFactors, riskDomains, riskGuide } from "../instruments/risk.ts";

const types = ["rejected", "resentful", "intimacy_seeker", "incompetent_suitor", "predatory"] as const;

/** How factors apply to types where that is not simply relevant: expert judgement, not a finding. */
const applicability: Readonly<Record<string, Readonly<Record<string, Applicability>>>> = {
  explicit_threats: { rejected: "primary", predatory: "limited" },
  episode_violence: all("primary"),
  violence_history: all("primary"),
  escalation_diversity: all("primary"),
  weapon_use_or_access: all("primary"),
  last_resort_thinking: all("primary"),
  suicidal_thinking: all("primary"),
  attack_readiness: all("primary"),
  preoccupation: all("primary"),
  stalking_history: all("primary"),
  victim_danger_appraisal: all("primary"),
  victim_help_barriers: all("primary"),
  victim_practical_exposure: all("primary"),
  victim_psych_injury: all("primary"),
  victim_life_damage: all("primary"),
  surveillance: { rejected: "primary", predatory: "primary", incompetent_suitor: "limited" },
  past_strangulation: { rejected: "primary", predatory: "primary" },
  threats_to_close_people: { rejected: "primary", incompetent_suitor: "limited" },
  unsolicited_material: { intimacy_seeker: "primary", predatory: "limited" },
  sexual_element: { predatory: "primary", rejected: "limited", resentful: "limited", intimacy_seeker: "limited" },
  psychosis_about_target: {
    intimacy_seeker: "primary",
    rejected: "limited",
    incompetent_suitor: "limited",
    predatory: "unknown",
  },
  emotional_dyscontrol: {
    rejected: "primary",
    resentful: "primary",
    incompetent_suitor: "limited",
    predatory: "limited",
  },
  campaigning_grievance: {
    resentful: "primary",
    intimacy_seeker: "limited",
    incompetent_suitor: "limited",
    predatory: "limited",
  },
  prior_coercive_control: {
    rejected: "primary",
    resentful: "limited",
    intimacy_seeker: "limited",
    incompetent_suitor: "limited",
    predatory: "limited",
  },
};

function all(how: Applicability): Readonly<Record<string, Applicability>> {
  return Object.fromEntries(types.map((type) => [type, how]));
}

const critical: readonly string[] = criticalFactors;
const codes = [...new Set(Object.values(riskDomains).flat())];
const factors: Readonly<Record<string, RatingFactor>> = Object.fromEntries(
  codes.map((code) => {
    const domains = Object.entries(riskDomains).flatMap(([domain, ids]) =>
      (ids as readonly string[]).includes(code) ? [domain] : [],
    );
    const own = applicability[code];
    return [
      code,
      {
        domains,
        ...(critical.includes(code) ? { critical: true as const } : {}),
        applicability: Object.fromEntries(types.map((type) => [type, own?.[type] ?? "relevant"])),
      },
    ];
  }),
);

/** The guide for structured judgement as a rating form: past and recent apart, with the rater's own views by domain. */
export const guideRating = defineRatingForm({
  id: "rf-ssb-risk",
  version: "0.1.0",
  title: `Rating form: ${riskGuide.title}`,
  owner: "this package",
  requires: ["training in structured judgement and in stalking"],
  factors,
  findings: ["absent", "partial", "present"],
  found: ["partial", "present"],
  judgedDomains: ["violence", "persistence", "recurrence", "psychosocial_harm"],
  responses: ["routine_response", "extra_attention", "urgent_response"],
  researchValues: { absent: 0, partial: 1, present: 2 },
  notes: ["Applicability by type is expert judgement save where a study of a subgroup is cited."],
  basis: [designChoice("the factors of the guide, each with its own sources there")],
});

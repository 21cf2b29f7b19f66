import { designChoice } from "../../evidence/index.ts";
import { type AnswersTo, rulesOver } from "../../instrument/index.ts";
import { all, any, not, ref } from "../../rules/index.ts";
import { declareTypology } from "../../typology/index.ts";
import { cite } from "../cite.ts";
import { relationshipAndMotive } from "../instruments/relationship-and-motive.ts";

const { is } = rulesOver(relationshipAndMotive.items);

/**
 * The five types of Mullen, Pathé and Purcell as rules over the relationship and motive form. Motive and relationship
 * decide, acts do not; the first aim chooses among several; there are no weights, totals or cut-offs.
 */
export const fiveTypes = declareTypology({
  id: "five-types",
  version: "0.3.0",
  title: "The five-type stalker typology",
  instrument: relationshipAndMotive,
  scope: {
    outside: is("adult", "no"),
    guidance: ["GC-CHILD-SAFEGUARD", "GC-YOUTH"],
    says: "The scheme is for adults: do not type. Use child safeguarding and the under-18 form.",
  },
  firstAim: "first_aim",
  types: {
    rejected: {
      label: "Rejected",
      criteria: all(ref("bond"), any(is("wants_back", "yes"), is("punishes_ending", "yes"))),
      firstAims: ["get_back", "punish_ending"],
      supports: [
        is("began_at_ending", "yes"),
        is("controls_choices", "yes"),
        is("pleads_and_rages", "yes"),
        is("first_tone", "mixed"),
      ],
      against: [is("believes_bond", "yes"), is("stands_for_body", "yes")],
      guidance: ["GC-T-REJECTED"],
      evidence: { grade: "expert_source", directness: "similar", role: "definition" },
      basis: [
        cite("srp_pages", "secondary_source", "breakdown of a close relationship; to mend or avenge"),
        cite("psychnews2001", "secondary_source", "swings between the two"),
        designChoice("a bond that both acknowledged is needed; the wish may be to return or to avenge the ending"),
      ],
    },
    resentful: {
      label: "Resentful",
      criteria: is("other_grievance", "yes"),
      firstAims: ["settle_wrong"],
      supports: [
        is("stands_for_body", "yes"),
        is("campaigns", "yes"),
        is("out_of_touch", "yes"),
        is("enjoys_fear", "yes"),
        is("first_tone", "hostile"),
      ],
      against: [is("wants_back", "yes"), is("first_tone", "loving")],
      guidance: ["GC-T-RESENTFUL"],
      evidence: { grade: "expert_source", directness: "similar", role: "definition" },
      basis: [
        cite("recolo2019", "seen_in_source", "feels mistreated or humiliated by a person or an organisation"),
        designChoice("the wrong must be another than the ending or refusal itself, which belongs to rejected"),
      ],
    },
    intimacy_seeker: {
      label: "Intimacy seeker",
      criteria: all(not(ref("bond")), is("believes_bond", "yes")),
      firstAims: ["live_bond"],
      supports: [
        is("refusal_as_love", "yes"),
        is("out_of_touch", "yes"),
        is("lonely", "yes"),
        is("first_tone", "loving"),
      ],
      against: [is("knows_unreturned", "yes"), is("first_tone", "hostile")],
      guidance: ["GC-T-INTIMACY"],
      evidence: { grade: "expert_source", directness: "similar", role: "definition" },
      basis: [
        cite("psychnews2001", "secondary_source", "belief in being loved, or certainty of success"),
        designChoice("a bond that existed outside one mind rules the type out"),
      ],
    },
    incompetent_suitor: {
      label: "Incompetent suitor",
      criteria: all(
        not(ref("bond")),
        is("wants_contact", "yes"),
        any(not(is("believes_bond", "yes")), is("knows_unreturned", "yes")),
      ),
      firstAims: ["get_contact"],
      supports: [
        is("approaches_openly", "yes"),
        is("began_at_refusal", "yes"),
        is("clumsy_with_others", "yes"),
        is("stopped_at_limit", "yes"),
        is("lonely", "yes"),
      ],
      against: [is("out_of_touch", "yes"), is("watches_unseen", "yes")],
      guidance: ["GC-T-INCOMPETENT"],
      evidence: { grade: "expert_source", directness: "similar", role: "definition" },
      basis: [
        cite("kissane1999", "secondary_source", "knows that the feeling is not returned, but hopes"),
        cite("bbc2000", "secondary_source", "a date or short contact is sought"),
        designChoice("knowing that it is not returned, or not believing in a bond, either one completes the criteria"),
      ],
    },
    predatory: {
      label: "Predatory",
      criteria: any(
        is("attack_preparation", "yes"),
        all(
          is("sexual_drive", "yes"),
          is("watches_unseen", "yes"),
          any(is("sexual_acts", "yes"), is("sexual_offence_record", "yes"), not(is("approaches_openly", "yes"))),
        ),
      ),
      firstAims: ["sexual"],
      supports: [
        is("sexual_acts", "yes"),
        is("sexual_offence_record", "yes"),
        is("enjoys_fear", "yes"),
        not(is("approaches_openly", "yes")),
        is("first_tone", "sexual", "none"),
      ],
      against: [is("wants_contact", "yes"), is("wants_back", "yes")],
      guidance: ["GC-T-PREDATORY", "GC-SPECIALIST-RISK-ASSESSMENT"],
      evidence: { grade: "expert_source", directness: "similar", role: "definition" },
      basis: [
        cite("srp_pages", "secondary_source", "sexual gratification, or gathering facts for an attack"),
        cite("kissane1999", "secondary_source", "tries not to be seen; preparation occurs"),
        designChoice("that approaches_openly = no completes the second route"),
      ],
    },
  },
  contradictions: {
    bond_and_believed_bond: {
      when: all(ref("bond"), is("believes_bond", "yes")),
      says: "A bond that both acknowledged, and a belief in a bond that does not exist: which of the two is it?",
    },
    believes_and_knows: {
      when: all(is("believes_bond", "yes"), is("knows_unreturned", "yes")),
      says: "Believes in a bond and knows that the feeling is not shared: both at the same time, or one after the other?",
    },
    ending_without_bond: {
      when: all(is("began_at_ending", "yes"), not(ref("bond"))),
      says: "It began at the ending of a bond, yet no bond is recorded.",
    },
    refusal_and_bond: {
      when: all(is("began_at_refusal", "yes"), is("prior_relationship", "former_intimate", "current_intimate")),
      says: "It began after a first approach was refused, yet the two were partners.",
    },
    no_contact_but_open: {
      when: all(is("first_tone", "none"), is("approaches_openly", "yes")),
      says: "The first tone is recorded as no contact, yet the person approaches openly.",
    },
    watched_and_open: {
      when: all(is("watches_unseen", "yes"), is("approaches_openly", "yes")),
      says: "Watches unseen and also approaches openly: at different times?",
    },
    first_aim_back_not_wanted: {
      when: all(is("first_aim", "get_back"), is("wants_back", "no")),
      says: "The first aim was to get a bond back, yet the person has not wanted it back.",
    },
    first_aim_punish_not_punishing: {
      when: all(is("first_aim", "punish_ending"), is("punishes_ending", "no")),
      says: "The first aim was to punish the ending, yet no revenge for it is recorded.",
    },
    first_aim_wrong_no_grievance: {
      when: all(is("first_aim", "settle_wrong"), is("other_grievance", "no")),
      says: "The first aim was to settle another wrong, yet no other wrong is claimed.",
    },
    first_aim_bond_no_belief: {
      when: all(is("first_aim", "live_bond"), is("believes_bond", "no")),
      says: "The first aim was to live a bond, yet no belief in one is recorded.",
    },
    first_aim_contact_not_wanted: {
      when: all(is("first_aim", "get_contact"), is("wants_contact", "no")),
      says: "The first aim was contact, yet contact has not been wanted.",
    },
    first_aim_sexual_no_drive: {
      when: all(is("first_aim", "sexual"), is("sexual_drive", "no")),
      says: "The first aim was sexual, yet sexual interest is not a main drive.",
    },
    minor_and_partner: {
      when: all(is("adult", "no"), is("prior_relationship", "former_intimate", "current_intimate", "professional")),
      says: "The person is under 18 and a partner or professional contact: are both answers right?",
    },
    unsigned_but_loving: {
      when: all(is("approaches_openly", "no"), any(is("refusal_as_love", "yes"), is("pleads_and_rages", "yes"))),
      says: "No open contact is recorded, yet the person's words to the target are described.",
    },
  },
  alerts: {
    attack_preparation: {
      when: is("attack_preparation", "yes"),
      guidance: ["GC-SPECIALIST-RISK-ASSESSMENT", "GC-POLICE-REPORT", "GC-SAFETY-PLAN"],
      inScope: ["GC-T-PREDATORY"],
      says: "Signs of preparation for a sexual attack are reported. Fill in the current signs form now, and seek specialist assessment.",
    },
  },
  undeterminedGuidance: ["GC-T-UNDETERMINED", "GC-GATHER-INFO"],
  intendedUse:
    "To help trained people plan an assessment: which of five published descriptions the answers fit, and what is not known.",
  limits: [
    "not_validated",
    "not_a_diagnosis",
    "not_a_risk_level",
    "not_a_finding_of_fact",
    "type_belongs_to_an_episode",
    "fit_doubtful_if_online_only",
    "not_an_srp_typing",
    "adults_only",
  ],
});

/** The ids of the five types. */
export type FiveTypeId = keyof typeof fiveTypes.types;

/** Answers to the relationship and motive form, as the five types read them. */
export type FiveTypesAnswers = AnswersTo<(typeof relationshipAndMotive)["items"]>;

import type { CrossCheck } from "../assessment/index.ts";
import { rulesOver } from "../instrument/index.ts";
import { any, oneOf, ref } from "../rules/index.ts";
import { conductAndPattern, countedConduct } from "./instruments/conduct.ts";
import { imminentConcern } from "./instruments/imminent-concern.ts";
import { impactAndExposure } from "./instruments/impact.ts";
import { type changeMonitor, conductTrends } from "./instruments/monitor.ts";
import type { publicContact } from "./instruments/public-contact.ts";
import { quickScreen } from "./instruments/quick-screen.ts";
import { relationshipAndMotive } from "./instruments/relationship-and-motive.ts";
import { riskGuide } from "./instruments/risk.ts";
import { technologyAbuse } from "./instruments/technology.ts";
import type { youthReferral } from "./instruments/youth.ts";

const conduct = rulesOver(conductAndPattern.items);
const imminent = rulesOver(imminentConcern.items);
const tech = rulesOver(technologyAbuse.items);
const risk = rulesOver(riskGuide.items);
const quick = rulesOver(quickScreen.items);
const impact = rulesOver(impactAndExposure.items);
const type = rulesOver(relationshipAndMotive.items);

const happened = ["once", "two_to_four", "five_to_nine", "ten_to_nineteen", "twenty_or_more"] as const;
const stands = "The answer of more concern stands until this is cleared up.";

type ConductId = keyof typeof conductAndPattern.items;
type ImminentId = keyof typeof imminentConcern.items;

/** The conduct form reports an act that the current signs form says has never happened. */
const reportedButNever = (id: string, done: ConductId, sign: ImminentId, what: string): CrossCheck => ({
  id,
  parts: [
    { instrument: conductAndPattern, when: oneOf(done, ...happened) },
    { instrument: imminentConcern, when: oneOf(sign, "never") },
  ],
  says: `${what} is reported on the conduct form, but never on the current signs form. Ask again. ${stands}`,
  next: ["ssb-imminent"],
});

/** What answers to several forms of one assessment say together. */
export const crossChecks: readonly CrossCheck[] = [
  reportedButNever("force_but_no_attack", "uses_physical_force", "attacked_anyone", "Physical force"),
  reportedButNever("hurt_close_but_no_attack", "hurts_someone_close", "attacked_anyone", "Hurt to somebody close"),
  reportedButNever(
    "assault_but_no_sexual_force",
    "sexually_assaults",
    "forced_sexual_acts",
    "Sexual contact without agreement",
  ),
  reportedButNever("held_but_never_held", "confines_or_abducts", "held_against_will", "Being held or taken"),
  reportedButNever("entry_but_no_break_in", "enters_private_place", "broke_in_or_tried", "Entry to a private place"),
  reportedButNever("child_threat_but_none", "threatens_child", "threatens_dependants", "A threat to a child"),
  reportedButNever("self_harm_threat_but_none", "threatens_self_harm", "suicidal_talk", "A threat of self-harm"),
  reportedButNever("breach_but_none", "breaches_order", "went_against_order", "A breach of an order"),
  reportedButNever("followed_but_never", "follows", "followed_or_tracked", "Following"),
  reportedButNever("watched_but_never", "watches_in_person", "followed_or_tracked", "Watching"),
  reportedButNever("tracked_but_never", "tracks_location", "followed_or_tracked", "Tracking"),
  reportedButNever("damage_but_none", "damages_property", "new_kind_of_harm", "Damage to property"),
  reportedButNever("animal_harm_but_none", "harms_animals", "new_kind_of_harm", "Harm to an animal"),
  {
    id: "grave_harm_expected_but_no_belief",
    parts: [
      { instrument: conductAndPattern, when: conduct.is("victim_expects_grave_harm", "yes") },
      { instrument: imminentConcern, when: imminent.is("victim_danger_belief", "no") },
    ],
    says: `Grave harm is expected on one form and not on the other. Ask again. ${stands}`,
    next: ["ssb-imminent"],
  },
  {
    id: "tracked_but_no_technology",
    parts: [
      {
        instrument: conductAndPattern,
        when: any(conduct.is("tracks_location", ...happened), conduct.is("enters_accounts_devices", ...happened)),
      },
      { instrument: technologyAbuse, when: tech.is("hidden_device_found", "no") },
    ],
    says: "Tracking or entry to accounts is reported, but no device was found. That it was not found does not mean that there is none: take digital advice before looking.",
    codes: ["GC-TECH-SAFETY"],
  },
  {
    id: "attack_preparation_calls_for_danger_signs",
    parts: [
      { instrument: relationshipAndMotive, when: type.is("attack_preparation", "yes") },
      { instrument: imminentConcern, when: imminent.is("near_now", "no") },
    ],
    says: "Preparation of an attack was coded. Go through the whole of the current signs form, not only its first questions.",
    codes: ["GC-SAFETY-PLAN", "GC-MULTI-AGENCY"],
    next: ["ssb-imminent"],
  },
  {
    id: "self_harm_on_one_form",
    parts: [
      {
        instrument: impactAndExposure,
        when: impact.is("victim_self_harm_thoughts", "now_and_then", "often", "most_of_the_time"),
      },
      { instrument: imminentConcern, when: imminent.is("victim_suicidal_now", "no") },
    ],
    says: `Thoughts of self-harm are reported on one form and not on the other. ${stands}`,
    codes: ["GC-VICTIM-SUICIDE"],
  },
  {
    id: "weeks_against_length",
    parts: [
      { instrument: quickScreen, when: quick.is("beyond_two_weeks", "no") },
      { instrument: riskGuide, when: risk.is("episode_length", "up_to_a_year", "over_a_year") },
    ],
    says: "The first contact form says two weeks at most, the guide says more. Take the dates from the record.",
  },
  {
    id: "strangled_but_not_rated",
    parts: [
      { instrument: imminentConcern, when: imminent.is("strangled", "last_week", "last_month", "earlier", "undated") },
      { instrument: riskGuide, when: risk.is("past_strangulation", "absent") },
    ],
    says: `Strangling is reported, but the guide rates it absent. ${stands}`,
    codes: ["GC-STRANGULATION-MEDICAL"],
  },
  {
    id: "urgent_signs_but_routine_response",
    parts: [
      {
        instrument: imminentConcern,
        when: any(
          imminent.is("near_now", "yes"),
          ref("grave_last_week"),
          imminent.is("victim_danger_belief", "definitely"),
        ),
      },
      { instrument: riskGuide, when: risk.is("judged_violence", "routine_response") },
    ],
    says: "The current signs form calls for action, but violence was judged to call for a routine response. A written reason is needed.",
  },
];

type OneWay<Id extends string> = Readonly<Record<string, readonly Id[]>>;

/**
 * By form and by answer: items that ask whether something has happened at any time of the whole course. Once anything else
 * was answered, that answer takes a report back, so a later one is held against earlier ones (design choice; no source
 * read). Items about now, about a recent time or about a state that may end are in none of the lists, and neither are those
 * that offer "longer ago", which are known by that.
 */
export const oneWayAnswers = {
  "ssb-conduct": {
    none: [...countedConduct, "occasion_count", "victim_fear_violence_count"],
    no: ["earlier_episode", "has_pursued_others", "victim_expects_grave_harm"],
  } satisfies OneWay<ConductId>,
  "ssb-imminent": { no: ["substance_at_incidents"] } satisfies OneWay<ImminentId>,
  "ssb-monitor": {
    never_happened: conductTrends,
  } satisfies OneWay<keyof typeof changeMonitor.items>,
  "ssb-public": {
    no: [
      "comes_to_place_of_role",
      "comes_near_target",
      "announces_visit",
      "threatens_in_contacts",
      "attacker_interest",
      "farewell_signs",
      "known_for_like_conduct",
    ],
  } satisfies OneWay<keyof typeof publicContact.items>,
  "ssb-quick": {
    no: ["on_two_occasions", "beyond_two_weeks", "goes_on_after_barrier", "unusual_effort"],
  } satisfies OneWay<keyof typeof quickScreen.items>,
  "ssb-risk": {
    absent: [
      "explicit_threats",
      "episode_violence",
      "violence_history",
      "property_damage_or_entry",
      "direct_approach",
      "sanction_breach",
      "surveillance",
      "past_strangulation",
      "weapon_use_or_access",
      "threats_to_close_people",
      "stalking_history",
      "sexual_element",
      "last_resort_thinking",
      "suicidal_thinking",
      "prior_coercive_control",
      "attack_readiness",
    ],
  } satisfies OneWay<keyof typeof riskGuide.items>,
  "ssb-tech": {
    no: [
      "knows_whereabouts",
      "knows_private_content",
      "hidden_device_found",
      "takes_over_accounts",
      "evades_blocks",
      "tampers_smart_home",
      "publishes_private_facts",
      "fakes_images",
      "uses_child_devices",
    ],
    nothing_of_the_kind: ["tracking_continues"],
  } satisfies OneWay<keyof typeof technologyAbuse.items>,
  "ssb-type": {
    no: ["attack_preparation", "sexual_acts", "sexual_offence_record"],
  } satisfies OneWay<keyof typeof relationshipAndMotive.items>,
  "ssb-youth": {
    no: [
      "assault_on_young_person",
      "sexual_harm_to_youth",
      "youth_weapon",
      "threats_to_young_person",
      "sexual_images_of_youth",
      "victim_youth_self_harm",
    ],
  } satisfies OneWay<keyof typeof youthReferral.items>,
} as const;

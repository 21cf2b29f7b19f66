import { defineProfile, mergedScope } from "../../definition/index.ts";
import { designChoice } from "../../evidence/index.ts";
import { rulesOver } from "../../instrument/index.ts";
import { all, any, not } from "../../rules/index.ts";
import { cite } from "../cite.ts";
import { conductAndPattern } from "../instruments/conduct.ts";
import { technologyAbuse } from "../instruments/technology.ts";
import { judgements } from "./judgements.ts";
import { anyOf, fromDays, limits, onePerson, ourReading, whenInForce } from "./parts.ts";

const {
  one_person_alone,
  ict_surveillance,
  outside_agreement,
  no_legal_authority,
  intentional_surveillance,
  serious_harm_likely,
} = judgements;
const scope = mergedScope(conductAndPattern, technologyAbuse);
const { is } = rulesOver({ ...scope.items, ...judgements });
const directive = cite("eu_2024_1385", "seen_in_source", "article 6, Spanish text");
const counted = anyOf("tracks_location", "enters_accounts_devices");
const repeatedly = (item: "tracks_location" | "enters_accounts_devices") =>
  is(item, "two_to_four", "five_to_nine", "ten_to_nineteen", "twenty_or_more");

/**
 * Cyber stalking under article 6 of Directive (EU) 2024/1385, read in Spanish. It tells member states what their law
 * has to cover.
 */
export const directive2024Article6 = defineProfile({
  id: "eu-2024-1385-art6",
  version: "0.3.0",
  jurisdiction: "EU",
  kind: "legal",
  title: "article 6 of Directive (EU) 2024/1385 on cyber stalking",
  basis: [directive],
  notes: [
    ourReading,
    whenInForce,
    "The law of each member state decides; the directive tells states what their law has to cover.",
  ],
  limits,
  scope,
  derived: fromDays,
  judgements: {
    one_person_alone,
    ict_surveillance,
    outside_agreement,
    no_legal_authority,
    intentional_surveillance,
    serious_harm_likely,
  },
  tests: {
    one_person: onePerson,
    repeated_or_continuous: {
      means: "repeated or continuous surveillance by means of technology, to track or monitor movements and activities",
      rule: any(
        repeatedly("tracks_location"),
        repeatedly("enters_accounts_devices"),
        all(any(counted, is("hidden_device_found", "yes")), is("tracking_continues", "for_a_time", "still_on")),
        all(
          any(
            counted,
            is("hidden_device_found", "yes"),
            is("knows_whereabouts", "yes"),
            is("knows_private_content", "yes"),
            is("takes_over_accounts", "yes"),
            is("uses_child_devices", "yes"),
            is("tracking_continues", "moment", "for_a_time", "still_on"),
            anyOf("watches_in_person"),
          ),
          is("ict_surveillance", "yes"),
        ),
      ),
      settledBy: ["device_or_account_record", "police", "named_judgement"],
      basis: [
        directive,
        designChoice(
          "one device that stays on is continuous; that they seem to know is a sign, and leaves it open (R11)",
        ),
        designChoice("watching can be by camera or drone, and through a child's device: a person judges"),
      ],
    },
    without_consent: {
      means: "without the target's consent",
      rule: any(
        is("victim_agreed_access", "agreed_ended", "under_pressure", "never_agreed"),
        is("outside_agreement", "yes"),
      ),
      settledBy: ["target", "named_judgement"],
      basis: [directive, designChoice("was not tested before; shared control is no consent (R11)")],
    },
    without_authority: {
      means: "without legal authority",
      rule: is("no_legal_authority", "yes"),
      settledBy: ["court_or_probation", "police", "named_judgement"],
      basis: [directive],
    },
    intentional: {
      means: "done intentionally",
      rule: is("intentional_surveillance", "yes"),
      settledBy: ["court_or_probation", "named_judgement"],
      basis: [directive],
    },
    likely_serious_harm: {
      means: "likely to cause serious harm",
      rule: is("serious_harm_likely", "yes"),
      settledBy: ["court_or_probation", "clinician", "named_judgement"],
      basis: [directive, designChoice("asked for this element alone, not read off a test of fear (R11, R13)")],
    },
  },
  contradictions: {
    tracked_yet_no_sign: {
      when: all(
        counted,
        not(
          any(
            is("knows_whereabouts", "yes"),
            is("knows_private_content", "yes"),
            is("hidden_device_found", "yes"),
            is("takes_over_accounts", "yes"),
            is("tracking_continues", "moment", "for_a_time", "still_on"),
          ),
        ),
      ),
      says: "Tracking or intrusion is counted on the conduct form, yet the technology form reports no sign of it.",
    },
  },
});

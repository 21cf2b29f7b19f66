import { designChoice } from "../../evidence/index.ts";
import { defineItems } from "../../instrument/index.ts";
import { judgementAnswer } from "../responses.ts";

/** A judgement that a definition asks a person for, in the words of that definition's element. */
const judged = (code: string, construct: string, text: string, raterNote?: string) =>
  ({
    code,
    construct,
    text: { target: `For the rater: ${text}`, rater: text },
    responses: judgementAnswer,
    askOnly: "rater",
    couldKnow: ["court_or_probation"],
    ...(raterNote === undefined ? {} : { raterNote }),
    basis: [designChoice("a judgement that only a person can make; the wording is our own")],
  }) as const;

/** Every judgement that a definition asks for. Two definitions share one only if they ask for the same thing. */
export const judgements = defineItems({
  one_person_alone: judged(
    "J01",
    "one person among several",
    "If several people act, each alone: do the answers stand for one of them alone?",
  ),
  acts_associated: judged(
    "J02",
    "acts associated with stalking",
    "Are the acts or omissions ones that are associated with stalking?",
    "The law's list gives examples and is not closed.",
  ),
  amounts_to_harassment: judged(
    "J03",
    "harassment",
    "Does the course of conduct, taken as a whole, amount to harassment?",
    "Causing alarm or distress is part of it. A few calls on one day that brought a little distress rarely are.",
  ),
  knows_harassment: judged(
    "J04",
    "knowledge of harassment",
    "Did the person know, or ought they to have known, that the course of conduct amounts to harassment?",
  ),
  no_lawful_purpose: judged(
    "J05",
    "no exception fits",
    "Is it clear that no exception fits: preventing or detecting crime, acting under a law, or being reasonable in the circumstances?",
    "A reason for some contact is no reason for all of it.",
  ),
  knows_fear_of_violence: judged(
    "J06",
    "knowledge of fear of violence",
    "Did the person know, or ought they to have known, that the target would fear violence on each of those occasions?",
  ),
  serious_alarm_or_distress: judged("J07", "serious alarm or distress", "Was the alarm or distress serious?"),
  substantial_effect: judged(
    "J08",
    "substantial adverse effect",
    "Did it have a substantial adverse effect on the target's usual day-to-day activities?",
    "A move, a change of number, route or work, staying in, and lost sleep count, however calmly they are told.",
  ),
  knows_serious_distress: judged(
    "J09",
    "knowledge of serious alarm or distress",
    "Did the person know, or ought they to have known, that the conduct would cause serious alarm or distress?",
  ),
  spo_risk: judged(
    "J10",
    "risk associated with stalking",
    "Does the person pose a risk associated with stalking to somebody else?",
  ),
  spo_necessary: judged(
    "J11",
    "necessity of an order",
    "Is there cause to believe that an order is necessary to protect somebody from that risk?",
  ),
  intends_fear_or_alarm: judged(
    "J12",
    "intent or knowledge: fear or alarm",
    "Did the person intend to cause fear or alarm, or ought they to have known that it would be likely to?",
  ),
  substantial_distress: judged("J13", "substantial distress", "Was the distress substantial?"),
  intends_fear_or_distress: judged(
    "J14",
    "intent or knowledge: fear, alarm or substantial distress",
    "Did the person intend fear, alarm or substantial distress, or ought they to have known that it would be likely?",
  ),
  purposeful_course: judged("J15", "purpose", "Did the person engage in the course of conduct on purpose?"),
  directed_at_person: judged("J16", "directed at one person", "Was the conduct directed at one particular person?"),
  knew_reasonable_fear: judged(
    "J17",
    "knowledge: reasonable fear or distress",
    "Did the person know, or should they have known, that it would cause a reasonable person fear or emotional distress?",
  ),
  reasonable_any_distress: judged(
    "J18",
    "objective test: any emotional distress",
    "Would a reasonable person in this situation, knowing what is known, suffer emotional distress?",
  ),
  listed_twice_svs2006: judged(
    "J19",
    "listed conduct on two occasions",
    "Leaving out what is not on the list of the Supplemental Victimization Survey of 2006: are there two separate occasions?",
  ),
  listed_twice_nisvs: judged(
    "J20",
    "listed conduct on two occasions",
    "Leaving out what is not on the list of the National Intimate Partner and Sexual Violence Survey: are there two separate occasions?",
  ),
  listed_twice_pss2012: judged(
    "J21",
    "listed conduct on two occasions",
    "Leaving out what is not on the list of the Personal Safety Survey of 2012: are there two separate occasions?",
  ),
  listed_twice_pss2016: judged(
    "J22",
    "listed conduct on two occasions",
    "Leaving out what is not on the list of the Personal Safety Survey of 2016: are there two separate occasions?",
  ),
  in_year_svs2006: judged(
    "J23",
    "listed conduct within a year",
    "Do two occasions of conduct on the list of the Supplemental Victimization Survey of 2006 fall in the last 12 months?",
  ),
  on_svs2016_list: judged(
    "J24",
    "conduct on the list",
    "Is the conduct that is counted on the list of the Supplemental Victimization Survey of 2016?",
    "The survey's wording was not read in full for this package. Look it up.",
  ),
  on_csew_list: judged(
    "J25",
    "conduct on the list",
    "Is the conduct that is counted on the list of the Crime Survey for England and Wales?",
    "The survey's wording was not read in full for this package. Look it up.",
  ),
  since_fifteen: judged("J26", "since age 15", "Has what is counted happened since the target was 15?"),
  since_sixteen: judged("J27", "since age 16", "Has what is counted happened since the target was 16?"),
  substantial_fear_distress: judged("J28", "substantial fear or distress", "Was the fear or the distress substantial?"),
  ict_surveillance: judged(
    "J29",
    "surveillance by technology",
    "Was the target, repeatedly or continuously, placed under surveillance by means of technology, to track or monitor their movements and activities?",
    "Knowing where someone is, or what they wrote, is a sign and not enough.",
  ),
  outside_agreement: judged(
    "J30",
    "beyond consent",
    "Did the surveillance go beyond what the target had freely agreed to?",
  ),
  no_legal_authority: judged("J31", "no legal authority", "Was it done without legal authority?"),
  intentional_surveillance: judged("J32", "intent", "Was it done intentionally?"),
  two_acts: judged(
    "J34",
    "two or more acts",
    "Are there two or more acts, even if they fall on one occasion?",
    "Ten calls in one evening are one occasion on the conduct form, and ten acts. One act that fits two kinds is one.",
  ),
  serious_harm_likely: judged(
    "J33",
    "likely serious harm",
    "Is the surveillance likely to cause serious harm to the target?",
  ),
});

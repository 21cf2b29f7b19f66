import { designChoice } from "../../evidence/index.ts";
import { choice, date, declareInstrument, defineItems, rulesOver, yesNo } from "../../instrument/index.ts";
import { all, any, type Band, count, countsInBands, not, ref } from "../../rules/index.ts";
import { cite } from "../cite.ts";
import { degree, frequency, judgementAnswer, recency } from "../responses.ts";

const wording = designChoice("the wording of every item is our own and has not been tested with respondents");
const precaution = designChoice("consensus, precautionary: one such event is enough to look at present danger");

/** Fields that every counted kind of conduct shares. */
const counted = {
  section: "behaviours",
  responses: frequency,
  concern: ["none", "once", "two_to_four", "five_to_nine", "ten_to_nineteen", "twenty_or_more"],
} as const;
const felt = {
  section: "reaction",
  responses: degree,
  concern: ["not_at_all", "a_little", "moderately", "very", "extremely"],
} as const;
const yesConcern = ["no", "yes"] as const;

const persons = choice({
  one: { label: "One person" },
  acting_together: { label: "Several people acting together, or for one of them" },
  separate: { label: "Several people, each acting alone" },
});
const occasions = choice({
  none: { label: "None" },
  one: { label: "One" },
  two_to_four: { label: "2 to 4" },
  five_to_nine: { label: "5 to 9" },
  ten_or_more: { label: "10 or more" },
});
const length = choice({
  under_two_weeks: { label: "Less than 2 weeks" },
  two_weeks: { label: "Exactly 2 weeks" },
  over_two_weeks: { label: "More than 2 weeks, less than 4" },
  four_weeks_or_more: { label: "4 weeks or more" },
});
const inTheLastYear = choice({
  all: { label: "All of it" },
  two_or_more: { label: "Some of it, on two or more occasions" },
  one: { label: "Some of it, on one occasion" },
  none: { label: "None of it" },
});
const afterRefusal = choice({
  continued: { label: "It went on after it was clear" },
  stopped_then_back: { label: "It stopped for a time, then came back" },
  stopped: { label: "It stopped once it was clear" },
  unsafe_to_say: { label: "It was not safe or possible to say so" },
  not_told: { label: "It has not been said" },
});
const trend = choice({
  stopped: { label: "It has stopped" },
  much_less: { label: "Much less" },
  less: { label: "A little less" },
  same: { label: "About the same" },
  more: { label: "A little more" },
  much_more: { label: "Much more" },
});
const fearOccasions = choice({
  none: { label: "No occasion" },
  one: { label: "One occasion" },
  two_or_more: { label: "Two or more occasions" },
});
const reason = choice({
  none: { label: "No" },
  reason_within: { label: "Yes, and the contact keeps to that reason" },
  reason_exceeded: { label: "Yes, but the contact goes well past that reason" },
});
const ageBand = choice({
  under_sixteen: { label: "Under 16" },
  sixteen_or_seventeen: { label: "16 or 17" },
  eighteen_or_over: { label: "18 or over" },
});

const items = defineItems({
  victim_age_band: {
    code: "K06",
    section: "scope",
    text: { target: "How old are you?", rater: "How old is the target?" },
    construct: "age of the target",
    responses: ageBand,
    basis: [designChoice("added: surveys ask adults only, and the age was taken for granted (R14, R24)"), wording],
  },
  single_person: {
    code: "P01",
    section: "scope",
    text: {
      target: "As far as you know, is one person doing this, or several?",
      rater: "Is the conduct that of one person, or of several?",
    },
    construct: "single source",
    responses: persons,
    raterNote:
      "Helpers count with the one they help. If several people act, each alone, fill in the form for one of them.",
    couldKnow: ["police", "witness", "device_or_account_record"],
    basis: [designChoice("no definition adds up the acts of people who have nothing to do with one another"), wording],
  },
  calls: {
    ...counted,
    code: "C01",
    text: {
      target: "How many times have they called you (by phone, voice or video) when you did not want it?",
      rater: "How many times has the person called the target (by phone, voice or video) without being wanted?",
    },
    construct: "unwanted calls",
    couldKnow: ["device_or_account_record"],
    basis: [cite("severity2021", "seen_in_abstract", "at the low end of severity"), wording],
  },
  messages: {
    ...counted,
    code: "C02",
    text: {
      target: "How many times have they sent you messages, emails or posts that you did not want?",
      rater: "How many times has the person sent the target unwanted messages, emails or posts?",
    },
    construct: "unwanted electronic messages",
    raterNote: "New, false or borrowed accounts count.",
    couldKnow: ["device_or_account_record"],
    basis: [cite("severity2021", "seen_in_abstract", "at the low end of severity"), wording],
  },
  sends_objects: {
    ...counted,
    code: "C03",
    text: {
      target: "How many times have they sent you or left for you letters, gifts or other things you did not want?",
      rater: "How many times has the person sent or left unwanted letters, gifts or other things for the target?",
    },
    construct: "unsolicited material",
    couldKnow: ["family_or_friend", "employer_or_school"],
    basis: [designChoice("named in public survey lists"), wording],
  },
  contacts_through_others: {
    ...counted,
    code: "C04",
    text: {
      target:
        "How many times have they tried to reach you through other people, such as relatives, colleagues or an agency?",
      rater: "How many times has the person tried to reach the target through other people?",
    },
    construct: "contact through third parties",
    couldKnow: ["family_or_friend", "employer_or_school"],
    basis: [designChoice("consensus; no source read for this kind alone"), wording],
  },
  comes_to_home: {
    ...counted,
    code: "C05",
    text: {
      target: "How many times have they come to your home uninvited, or waited near it?",
      rater: "How many times has the person come to the target's home uninvited, or waited near it?",
    },
    construct: "presence at home",
    raterNote: "Where they live together, count only what goes past living there, such as waiting outside unseen.",
    couldKnow: ["family_or_friend", "witness"],
    basis: [cite("farnham2000", "seen_in_abstract", "visits to the home, in a forensic sample"), wording],
  },
  comes_to_work_or_study: {
    ...counted,
    code: "C06",
    text: {
      target: "How many times have they come to your place of work or study, or waited near it, without good cause?",
      rater:
        "How many times has the person come to the target's place of work or study, or waited near it, without good cause?",
    },
    construct: "presence at work or study",
    raterNote: "A colleague or a fellow student who is where they have to be is not counted.",
    couldKnow: ["employer_or_school", "witness"],
    basis: [designChoice("named in public survey lists"), wording],
  },
  turns_up_elsewhere: {
    ...counted,
    code: "C07",
    text: {
      target: "How many times have they turned up at other places where you were?",
      rater: "How many times has the person turned up at other places where the target was?",
    },
    construct: "presence elsewhere",
    raterNote: "A meeting that both sides would expect by chance, as in a small town, is not counted.",
    couldKnow: ["witness"],
    basis: [designChoice("named in public survey lists"), wording],
  },
  follows: {
    ...counted,
    code: "C08",
    text: {
      target: "How many times have they followed you on foot, in a vehicle or on transport?",
      rater: "How many times has the person followed the target on foot, in a vehicle or on transport?",
    },
    construct: "following",
    couldKnow: ["witness"],
    basis: [
      cite("mcfarlane2002", "seen_in_abstract", "followed or spied on; women and their partners or ex-partners"),
      wording,
    ],
  },
  watches_in_person: {
    ...counted,
    code: "C09",
    text: {
      target: "How many times have they watched you from nearby?",
      rater: "How many times has the person watched the target from nearby?",
    },
    construct: "physical surveillance",
    raterNote:
      "By eye or with binoculars, a camera or a drone. Watching by a tag, an app or an account has items of its own.",
    couldKnow: ["witness", "police"],
    basis: [designChoice("consensus, precautionary; homicide series without comparison group are no ground"), wording],
  },
  approaches_face_to_face: {
    ...counted,
    code: "C10",
    text: {
      target: "How many times have they come up to you face to face when you did not want it?",
      rater: "How many times has the person come up to the target face to face without being wanted?",
    },
    construct: "direct approach",
    couldKnow: ["witness"],
    basis: [
      cite("strand2012", "seen_in_abstract", "approach with ties and threats; conflicts with the next"),
      cite("mcewan2009", "seen_in_abstract", "approach less useful"),
      wording,
    ],
  },
  enters_private_place: {
    ...counted,
    code: "C11",
    critical: true,
    text: {
      target: "How many times have they got into your home, vehicle or another private place, or tried to?",
      rater: "How many times has the person entered the target's home, vehicle or another private place, or tried to?",
    },
    construct: "intrusion into private space",
    raterNote: "Without leave, or after leave was withdrawn. Use of an old key counts.",
    couldKnow: ["police", "witness"],
    basis: [precaution, wording],
  },
  tracks_location: {
    ...counted,
    code: "C12",
    critical: true,
    text: {
      target: "How many times have they found out where you were by a tag, an app or a device, without your agreement?",
      rater: "How many times has the person located the target by a tag, an app or a device, without agreement?",
    },
    construct: "electronic location tracking",
    raterNote:
      "One device that reports all the time is once; that it stays on is asked in the technology form. Suspicion alone: not sure.",
    couldKnow: ["police", "device_or_account_record"],
    basis: [precaution, wording],
  },
  enters_accounts_devices: {
    ...counted,
    code: "C13",
    text: {
      target: "How many times have they got into your accounts, devices or cameras without your agreement?",
      rater: "How many times has the person got into the target's accounts, devices or cameras without agreement?",
    },
    construct: "account or device intrusion",
    raterNote: "Household technology counts. A leave that was given under pressure is no agreement.",
    couldKnow: ["police", "device_or_account_record"],
    basis: [precaution, wording],
  },
  exposes_or_defames: {
    ...counted,
    code: "C14",
    text: {
      target: "How many times have they spread private facts or untruths about you, online or to other people?",
      rater: "How many times has the person spread private facts or untruths about the target?",
    },
    construct: "public exposure or defamation",
    raterNote: "Telling others a person's sexuality, gender history, faith or immigration status counts.",
    couldKnow: ["family_or_friend", "employer_or_school", "device_or_account_record"],
    basis: [designChoice("named in public survey lists"), wording],
  },
  impersonates: {
    ...counted,
    code: "C15",
    text: {
      target: "How many times have they posed as you, or ordered or signed something in your name?",
      rater: "How many times has the person posed as the target, or ordered or signed something in the target's name?",
    },
    construct: "impersonation",
    couldKnow: ["device_or_account_record", "employer_or_school"],
    basis: [designChoice("named in public survey lists"), wording],
  },
  shares_intimate_images: {
    ...counted,
    code: "C16",
    critical: true,
    text: {
      target: "How many times have they shared an intimate image that shows you, or seems to, without your agreement?",
      rater: "How many times has the person shared an intimate image of the target, real or made, without agreement?",
    },
    construct: "image-based abuse",
    couldKnow: ["police", "device_or_account_record"],
    support: ["GC-IMAGES"],
    basis: [precaution, designChoice("split: to share and to threaten lead to different help (I1)"), wording],
  },
  threatens_images: {
    ...counted,
    code: "C31",
    critical: true,
    text: {
      target: "How many times have they said that they would share an intimate image that shows you, or seems to?",
      rater: "How many times has the person said that an intimate image of the target, real or made, would be shared?",
    },
    construct: "threat of image-based abuse",
    couldKnow: ["device_or_account_record"],
    support: ["GC-IMAGES"],
    basis: [precaution, designChoice("split from shares_intimate_images (I1)"), wording],
  },
  threatens_to_expose: {
    ...counted,
    code: "C35",
    text: {
      target: "How many times have they threatened to tell others, or an authority, something about you?",
      rater: "How many times has the person threatened to tell others, or an authority, something about the target?",
    },
    construct: "threat of exposure",
    raterNote:
      "Examples: outing, a report to immigration or child services, telling a family or community for reasons of honour. Images have an item of their own.",
    couldKnow: ["family_or_friend", "device_or_account_record"],
    basis: [designChoice("added: threats that work through family, community or status had no item (I3)"), wording],
  },
  damages_property: {
    ...counted,
    code: "C17",
    critical: true,
    text: {
      target: "How many times have they damaged, taken or tampered with property of yours or of someone close to you?",
      rater: "How many times has the person damaged, taken or tampered with property of the target or someone close?",
    },
    construct: "property interference",
    couldKnow: ["police", "witness"],
    basis: [cite("mcewan2017", "seen_in_abstract", "earlier property damage; violence in one sample"), wording],
  },
  harms_animals: {
    ...counted,
    code: "C18",
    critical: true,
    text: {
      target: "How many times have they hurt an animal of yours or of someone close to you?",
      rater: "How many times has the person hurt an animal of the target or of someone close?",
    },
    construct: "harm to animals",
    couldKnow: ["witness"],
    basis: [precaution, designChoice("split: done and said are two things (I1)"), wording],
  },
  threatens_animals: {
    ...counted,
    code: "C32",
    critical: true,
    text: {
      target: "How many times have they said that they would hurt an animal of yours or of someone close to you?",
      rater: "How many times has the person said that an animal of the target or of someone close would be hurt?",
    },
    construct: "threat to animals",
    basis: [precaution, designChoice("split from harms_animals (I1)"), wording],
  },
  misuses_proceedings: {
    ...counted,
    code: "C19",
    text: {
      target:
        "How many times have they made a complaint, report or court application about you that was turned down, or that repeated one made before?",
      rater:
        "How many times has the person made a complaint, report or court application about the target that was turned down, or that repeated an earlier one?",
    },
    construct: "contact through proceedings",
    raterNote: "Motive is not asked. A step that was upheld, or is still open and new, is not counted.",
    couldKnow: ["police", "court_or_probation", "employer_or_school"],
    basis: [designChoice("consensus; the outcome is asked because a motive cannot be known (I3)"), wording],
  },
  disrupts_work_home_money: {
    ...counted,
    code: "C20",
    text: {
      target: "How many times have they interfered with your job, studies, housing or money?",
      rater: "How many times has the person interfered with the target's job, studies, housing or money?",
    },
    construct: "interference with the means of living",
    couldKnow: ["employer_or_school"],
    basis: [designChoice("consensus; no source read for this kind alone"), wording],
  },
  interferes_with_care: {
    ...counted,
    code: "C36",
    text: {
      target: "How many times have they interfered with care, medicine or an aid that you depend on?",
      rater: "How many times has the person interfered with care, medicine or an aid that the target depends on?",
    },
    construct: "control through care or aids",
    raterNote: "If the target depends on none: none.",
    couldKnow: ["clinician", "family_or_friend"],
    basis: [designChoice("added: control through care or aids had no item (I3)"), wording],
  },
  implies_threat: {
    ...counted,
    code: "C21",
    critical: true,
    text: {
      target: "How many times have they hinted at harm, or made a gesture that you took as a threat?",
      rater: "How many times has the person hinted at harm, or made a gesture that was taken as a threat?",
    },
    construct: "implied threat",
    couldKnow: ["witness", "device_or_account_record"],
    basis: [precaution, wording],
  },
  threatens_target: {
    ...counted,
    code: "C22",
    critical: true,
    text: {
      target: "How many times have they said or written that they would hurt or kill you?",
      rater: "How many times has the person said or written that they would hurt or kill the target?",
    },
    construct: "explicit threat to the target",
    couldKnow: ["witness", "device_or_account_record"],
    support: ["GC-EMERGENCY"],
    basis: [
      cite("rosenfeld2004_slides", "secondary_source", "association with violence"),
      cite("mcewan2017", "seen_in_abstract", "one part of a model of three"),
      cite("thomas2008", "seen_in_abstract", "community sample, not cross-validated"),
      wording,
    ],
  },
  threatens_close_person: {
    ...counted,
    code: "C23",
    critical: true,
    text: {
      target: "How many times have they said or written that they would hurt an adult close to you?",
      rater: "How many times has the person said or written that an adult close to the target would be hurt?",
    },
    construct: "threat to an adult close to the target",
    couldKnow: ["family_or_friend", "device_or_account_record"],
    basis: [precaution, designChoice("split: a threat to a child leads to other help (S5, I1)"), wording],
  },
  threatens_child: {
    ...counted,
    code: "C34",
    critical: true,
    text: {
      target: "How many times have they said or written that they would hurt or take a child?",
      rater: "How many times has the person said or written that a child would be hurt or taken?",
    },
    construct: "threat to a child",
    couldKnow: ["family_or_friend", "device_or_account_record", "employer_or_school"],
    basis: [
      cite("mcfarlane2002", "seen_in_abstract", "threats to harm the children if she left; partners and ex-partners"),
      designChoice("split from threatens_close_person (S5, I1)"),
      wording,
    ],
  },
  threatens_self_harm: {
    ...counted,
    code: "C24",
    critical: true,
    text: {
      target: "How many times have they said that they would hurt or kill themselves?",
      rater: "How many times has the person told the target that they would hurt or kill themselves?",
    },
    construct: "suicidal threat told to the target",
    raterNote: "As a plea, a threat or a farewell. What becomes of them is never the target's doing.",
    couldKnow: ["family_or_friend", "clinician", "device_or_account_record"],
    support: ["GC-EMERGENCY"],
    basis: [precaution, designChoice("'because of you' was left out: it blames the target (I3)"), wording],
  },
  uses_physical_force: {
    ...counted,
    code: "C25",
    critical: true,
    text: {
      target: "How many times have they used physical force against you?",
      rater: "How many times has the person used physical force against the target?",
    },
    construct: "physical violence",
    raterNote:
      "A push, a grip or a blocked way counts. Injury is not needed. Pressure on the neck: see the current signs form, too.",
    couldKnow: ["police", "clinician", "witness"],
    support: ["GC-EMERGENCY"],
    basis: [
      cite("spitzberg2007", "seen_in_abstract", "how often it is reported, not a risk"),
      designChoice("no words of wanting or not wanting stand over force (I3)"),
      wording,
    ],
  },
  hurts_someone_close: {
    ...counted,
    code: "C33",
    critical: true,
    text: {
      target: "How many times have they used physical force against someone with you or close to you?",
      rater: "How many times has the person used physical force against someone with the target or close to them?",
    },
    construct: "physical violence to others",
    couldKnow: ["police", "family_or_friend", "witness"],
    basis: [
      precaution,
      designChoice("split: some definitions name violence against the target alone (I1, R13)"),
      wording,
    ],
  },
  sexually_assaults: {
    ...counted,
    code: "C26",
    critical: true,
    text: {
      target: "How many times have they done something sexual to you that you did not agree to?",
      rater: "How many times has the person done something sexual to the target without agreement?",
    },
    construct: "sexual violence",
    raterNote: "Touch included. Silence, fear or sleep is not agreement. Ask no more than the target wishes to tell.",
    couldKnow: ["police", "clinician"],
    support: ["GC-SEXUAL-ASSAULT", "GC-EMERGENCY"],
    basis: [
      cite("spitzberg2007", "seen_in_abstract", "how often it is reported, not a risk"),
      designChoice("no words of wanting or not wanting stand over it; agreement is the test (I3)"),
      wording,
    ],
  },
  confines_or_abducts: {
    ...counted,
    code: "C27",
    critical: true,
    text: {
      target: "How many times have they kept you from leaving, or tried to take you somewhere?",
      rater: "How many times has the person kept the target from leaving, or tried to take them somewhere?",
    },
    construct: "confinement or abduction",
    raterNote: "Two forms of one thing: both lead to the same prompts.",
    couldKnow: ["police", "witness"],
    basis: [precaution, wording],
  },
  recruits_helpers: {
    ...counted,
    code: "C28",
    text: {
      target: "How many times have they got other people to do any of these things?",
      rater: "How many times has the person got others to do any of these things?",
    },
    construct: "conduct through others",
    raterNote:
      "Family, community, online followers and paid help count. It says how, so it is no kind of conduct of its own; count the act as well.",
    couldKnow: ["police", "family_or_friend", "device_or_account_record"],
    basis: [designChoice("a way of doing, never counted as a kind (R7)"), wording],
  },
  breaches_order: {
    ...counted,
    code: "C29",
    critical: true,
    text: {
      target: "How many times have they done something that a court order, bail condition or formal warning forbade?",
      rater: "How many times has the person broken a court order, bail condition or formal warning?",
    },
    construct: "breach of a sanction",
    raterNote: "If there was none: none. It says how, so it is no kind of conduct of its own; count the act as well.",
    couldKnow: ["police", "court_or_probation"],
    basis: [precaution, designChoice("a way of doing, never counted as a kind (R7)"), wording],
  },
  other_unwanted_conduct: {
    ...counted,
    code: "C30",
    text: {
      target: "How many times have they done something else that was aimed at you and that you did not want?",
      rater: "How many times has the person done something else that was aimed at the target and not wanted?",
    },
    construct: "other conduct",
    raterNote: "Only what fits none of the above.",
    basis: [designChoice("a remainder, never counted as a kind (R7)"), wording],
  },
  first_event_date: {
    code: "P02",
    section: "pattern",
    text: { target: "When was the first event?", rater: "When was the first known event?" },
    construct: "start of the course",
    responses: date,
    raterNote: "Kept as a fact. If the day is not known, leave it open and answer course_length.",
    couldKnow: ["family_or_friend", "police", "device_or_account_record"],
    basis: [wording],
  },
  latest_event_date: {
    code: "P03",
    section: "pattern",
    text: { target: "When was the latest event?", rater: "When was the latest known event?" },
    construct: "latest event",
    responses: date,
    raterNote: "Kept as a fact. If the day is not known, leave it open and answer latest_event_recency.",
    couldKnow: ["family_or_friend", "police", "device_or_account_record"],
    basis: [wording],
  },
  latest_event_recency: {
    code: "P11",
    section: "pattern",
    text: { target: "How long ago was the latest event?", rater: "How long ago was the latest known event?" },
    construct: "currency of the course",
    responses: recency,
    concern: ["never", "earlier", "last_month", "last_week", "undated"],
    couldKnow: ["police", "device_or_account_record"],
    basis: [
      designChoice("added: whether the course is current has to be answerable without a date (R17, R27)"),
      wording,
    ],
  },
  occasion_count: {
    code: "P04",
    section: "pattern",
    text: {
      target: "On how many separate occasions has something happened, all in all?",
      rater: "On how many separate occasions has something happened, all in all?",
    },
    construct: "number of occasions",
    responses: occasions,
    concern: ["none", "one", "two_to_four", "five_to_nine", "ten_or_more"],
    raterNote:
      "An occasion begins with an act and takes in what happens within 12 hours of that act, on the same day; a new day is a new occasion. If it could be either of two bands: not sure.",
    couldKnow: ["police", "device_or_account_record"],
    basis: [
      designChoice("bands end where published definitions cut: 2, 5 and 10 occasions (R6)"),
      designChoice("measured from the start of an occasion, so that a chain of visits is not one occasion (R27)"),
      wording,
    ],
  },
  course_length: {
    code: "P09",
    section: "pattern",
    text: {
      target: "How long is it from the first event to the latest?",
      rater: "How long is it from the first known event to the latest?",
    },
    construct: "length of the course",
    responses: length,
    concern: ["under_two_weeks", "two_weeks", "over_two_weeks", "four_weeks_or_more"],
    raterNote: "With both dates known it follows from them. A single event: less than 2 weeks.",
    couldKnow: ["family_or_friend", "police", "device_or_account_record"],
    basis: [
      cite("purcell2004", "seen_in_abstract", "beyond 2 weeks"),
      designChoice("bands end where published definitions cut: 14, 15 and 28 days (R6)"),
      wording,
    ],
  },
  within_twelve_months: {
    code: "P10",
    section: "pattern",
    text: {
      target: "How much of it happened in the last 12 months?",
      rater: "How much of the conduct falls in the last 12 months?",
    },
    construct: "share within a year",
    responses: inTheLastYear,
    basis: [designChoice("added: surveys ask about 12 months, and no item could tell (R14)"), wording],
  },
  response_to_refusal: {
    code: "P05",
    section: "pattern",
    text: {
      target: "What happened once it was clear that you did not want it?",
      rater: "What happened once it was clear that the conduct was not wanted?",
    },
    construct: "conduct after refusal",
    responses: afterRefusal,
    raterNote: "Nobody has to have said no. Not being able to say so is an answer like any other.",
    basis: [designChoice("'stopped, then came back' was added (I3)"), wording],
  },
  course_trend: {
    code: "P06",
    section: "pattern",
    text: {
      target: "Compared with when it began, how often does it happen now?",
      rater: "Compared with its beginning, how frequent is the conduct now?",
    },
    construct: "trajectory",
    responses: trend,
    concern: ["stopped", "much_less", "less", "same", "more", "much_more"],
    raterNote: "How often only; how serious is seen in what is reported. 'It has stopped' says nothing of what comes.",
    basis: [designChoice("consensus, precautionary; frequency alone is asked (I1)"), wording],
  },
  earlier_episode: {
    code: "P07",
    section: "pattern",
    text: {
      target: "Has this person done similar things to you in an earlier period that had ended?",
      rater: "Is there an earlier, ended period of similar conduct towards the same target?",
    },
    construct: "recurrence, same target",
    responses: yesNo,
    concern: yesConcern,
    couldKnow: ["family_or_friend", "police", "court_or_probation"],
    basis: [cite("mcewan2020", "seen_in_abstract", "more than half re-reported; n = 70"), wording],
  },
  has_pursued_others: {
    code: "P08",
    section: "pattern",
    text: {
      target: "Has this person done similar things to someone else? If you do not know, say that you are not sure.",
      rater: "Has the person done similar things to another target?",
    },
    construct: "recurrence, other target",
    responses: yesNo,
    concern: yesConcern,
    raterNote: "From files as well. A target who knows of none: not sure.",
    couldKnow: ["police", "court_or_probation", "clinician", "employer_or_school"],
    basis: [cite("mcewan2020", "seen_in_abstract", "21% with a new target in 2 years; n = 70"), wording],
  },
  victim_fear_self: {
    ...felt,
    code: "R01",
    text: {
      target: "How afraid have you been for your own safety because of this?",
      rater: "How afraid has the target been for their own safety because of the conduct?",
    },
    construct: "fear for self",
    basis: [cite("sheridan2011", "seen_in_abstract", "cross-sectional; fear may follow violence"), wording],
  },
  victim_fear_for_others: {
    ...felt,
    code: "R02",
    text: {
      target: "How afraid have you been for the safety of someone else because of this?",
      rater: "How afraid has the target been for someone else's safety because of the conduct?",
    },
    construct: "fear for others",
    basis: [designChoice("several definitions name fear for others"), wording],
  },
  victim_alarm: {
    ...felt,
    code: "R03",
    text: {
      target: "How alarmed have you been by this?",
      rater: "How alarmed has the target been by the conduct?",
    },
    construct: "alarm",
    raterNote: "Alarm: startled, on edge, expecting something. Distress has an item of its own.",
    basis: [designChoice("split: some definitions name alarm and not distress (R12)"), wording],
  },
  victim_distress: {
    ...felt,
    code: "R08",
    text: {
      target: "How distressed have you been by this?",
      rater: "How distressed has the target been by the conduct?",
    },
    construct: "distress",
    basis: [designChoice("split from victim_alarm (R12)"), wording],
  },
  victim_fear_violence_count: {
    code: "R04",
    section: "reaction",
    text: {
      target: "On how many separate occasions did you fear that violence would be used against you?",
      rater: "On how many separate occasions did the target fear violence against themselves?",
    },
    construct: "occasions of feared violence",
    responses: fearOccasions,
    concern: ["none", "one", "two_or_more"],
    basis: [
      cite("points2prove", "seen_in_source", "fear, on at least two occasions, of violence against the person"),
      wording,
    ],
  },
  victim_daily_life_effect: {
    ...felt,
    code: "R05",
    text: {
      target: "How much has it got in the way of your ordinary daily life?",
      rater: "How much has the conduct got in the way of the target's daily life?",
    },
    construct: "effect on day-to-day activity",
    raterNote:
      "A move, a change of job, number or route, staying in, or losing sleep counts, however calmly it is told.",
    couldKnow: ["family_or_friend", "employer_or_school", "clinician"],
    basis: [cite("points2prove", "seen_in_source", "effect on usual day-to-day activities"), wording],
  },
  victim_expects_grave_harm: {
    code: "R06",
    critical: true,
    section: "reaction",
    text: {
      target: "Have you thought that this could end with you, or a person you are close to, badly hurt or killed?",
      rater:
        "Has the target thought that this could end with them, or a person they are close to, badly hurt or killed?",
    },
    construct: "expectation of grave harm",
    responses: yesNo,
    concern: yesConcern,
    support: ["GC-EMERGENCY"],
    basis: [cite("sheridan2011", "seen_in_abstract", "cross-sectional"), wording],
  },
  victim_believes_intent: {
    code: "R07",
    section: "reaction",
    text: {
      target: "Have you thought that this person meant to harm or frighten you?",
      rater: "Has the target thought that the person meant to harm or frighten them?",
    },
    construct: "belief in intent",
    responses: yesNo,
    concern: yesConcern,
    basis: [cite("abs_pss2012", "seen_in_source", "part of the survey's definition until 2012"), wording],
  },
  contact_reason: {
    code: "K01",
    section: "context",
    text: {
      target: "Is there a reason why some contact cannot be avoided, such as shared children, work or a court case?",
      rater: "Is there a lawful or necessary reason for some contact, such as children, work or a court case?",
    },
    construct: "necessary contact",
    responses: reason,
    raterNote: "The answer alone never takes anything out of a definition.",
    couldKnow: ["court_or_probation", "employer_or_school"],
    basis: [designChoice("a reason for some contact is no reason for all of it (R9)"), wording],
  },
  victim_pressed_to_answer: {
    code: "K02",
    section: "context",
    text: {
      target: "Have you felt pressed to answer or to stay in contact?",
      rater: "Has the target felt pressed to answer or to stay in contact?",
    },
    construct: "pressured contact",
    responses: yesNo,
    raterNote: "Never counted against the target.",
    basis: [designChoice("contact kept under pressure is not wished for"), wording],
  },
  reasonable_person_fear: {
    code: "K03",
    section: "judgement",
    text: {
      target:
        "For the rater: would a reasonable person in this situation, knowing what is known, be likely to feel fear?",
      rater:
        "Would a reasonable person in this situation, knowing what is known, be likely to fear for anyone's safety?",
    },
    construct: "objective test: fear",
    responses: judgementAnswer,
    askOnly: "rater",
    couldKnow: ["court_or_probation"],
    basis: [designChoice("a judgement for a trained rater; fear and distress are judged apart (R12, R13)"), wording],
  },
  reasonable_person_distress: {
    code: "K05",
    section: "judgement",
    text: {
      target: "For the rater: would a reasonable person in this situation be likely to feel substantial distress?",
      rater:
        "Would a reasonable person in this situation, knowing what is known, be likely to feel substantial distress?",
    },
    construct: "objective test: distress",
    responses: judgementAnswer,
    askOnly: "rater",
    couldKnow: ["court_or_probation"],
    basis: [designChoice("split from reasonable_person_fear (R12, R13)"), wording],
  },
  ought_to_know: {
    code: "K04",
    section: "judgement",
    text: {
      target: "For the rater: did the person know, or ought they to have known, that the conduct was not wanted?",
      rater: "Did the person know, or ought they to have known, that the conduct was not wanted?",
    },
    construct: "knowledge that it is unwanted",
    responses: judgementAnswer,
    askOnly: "rater",
    raterNote:
      "Of being unwanted only. What a law asks about knowledge is asked with the definition, in that law's terms.",
    couldKnow: ["court_or_probation"],
    basis: [designChoice("one item served four different tests of knowledge; each now has its own (R13)"), wording],
  },
});
const { is } = rulesOver(items);

/** The bands of the counted kinds, least and most. */
export const countBands = [
  { codes: ["none"], least: 0, most: 0 },
  { codes: ["once"], least: 1, most: 1 },
  { codes: ["two_to_four"], least: 2, most: 4 },
  { codes: ["five_to_nine"], least: 5, most: 9 },
  { codes: ["ten_to_nineteen"], least: 10, most: 19 },
  { codes: ["twenty_or_more"], least: 20, most: null },
] as const satisfies readonly Band[];

/** The items that are kinds of conduct. */
export const kindsOfConduct = [
  "calls",
  "messages",
  "sends_objects",
  "contacts_through_others",
  "comes_to_home",
  "comes_to_work_or_study",
  "turns_up_elsewhere",
  "follows",
  "watches_in_person",
  "approaches_face_to_face",
  "enters_private_place",
  "tracks_location",
  "enters_accounts_devices",
  "exposes_or_defames",
  "impersonates",
  "shares_intimate_images",
  "threatens_images",
  "threatens_to_expose",
  "damages_property",
  "harms_animals",
  "threatens_animals",
  "misuses_proceedings",
  "disrupts_work_home_money",
  "interferes_with_care",
  "implies_threat",
  "threatens_target",
  "threatens_close_person",
  "threatens_child",
  "threatens_self_harm",
  "uses_physical_force",
  "hurts_someone_close",
  "sexually_assaults",
  "confines_or_abducts",
] as const;
/** Every counted item: the kinds, two ways of doing them, and the remainder. */
export const countedConduct = [
  ...kindsOfConduct,
  "recruits_helpers",
  "breaches_order",
  "other_unwanted_conduct",
] as const;
type Counted = (typeof countedConduct)[number];

const inBands = countsInBands(countedConduct, countBands);
const happened = (item: Counted) => inBands.itemReaches(item, 1);
const anyOf = (...of: readonly Counted[]) => any(...of.map(happened));
const askedAtLeast = {
  1: is("occasion_count", "one", "two_to_four", "five_to_nine", "ten_or_more"),
  2: is("occasion_count", "two_to_four", "five_to_nine", "ten_or_more"),
  5: is("occasion_count", "five_to_nine", "ten_or_more"),
  10: is("occasion_count", "ten_or_more"),
} as const;
/** True once one kind alone reaches `n`; false once all kinds together cannot; in between, the number asked decides. */
const leastIsAtLeast = {
  2: inBands.leastReaches(2),
  5: inBands.leastReaches(5),
  10: inBands.leastReaches(10),
};
const mostIsAtLeast = {
  1: inBands.mostReaches(1),
  2: inBands.mostReaches(2),
  5: inBands.mostReaches(5),
  10: inBands.mostReaches(10),
};
const occasionsAtLeast = (n: 2 | 5 | 10) => any(leastIsAtLeast[n], all(mostIsAtLeast[n], askedAtLeast[n]));

const ours = { grade: "design_choice", directness: "unknown", role: "description" } as const;
const byOccasions = designChoice(
  "one kind alone is enough; all kinds together are the most there can be; between the two, the number asked decides",
);

/**
 * The conduct and pattern form (`ssb-conduct`): what has happened, how often, how it goes on and what it did. Published
 * definitions read it; no answer on it is a finding that an offence took place.
 */
export const conductAndPattern = declareInstrument({
  id: "ssb-conduct",
  version: "0.2.5",
  title: "Conduct and pattern form",
  purpose: "To record what has happened, in bands that settle the counts of published definitions.",
  respondents: ["target", "rater"],
  mayUse: [
    "the person it was done to, with support close by",
    "people trained in victim support, policing, health or research who code an account or a file",
  ],
  notFor: [
    "deciding whether an offence took place, whether anyone is believed, or what is to be done",
    "measuring danger: the current signs form asks about that",
    "comparing people by the number of kinds or occasions",
  ],
  notAbout: [
    "anyone under 18, on either side: use the youth form and child safeguarding",
    "the conduct of an organisation, such as a creditor, an employer or a newspaper",
  ],
  referencePeriod: "the whole course of conduct; within_twelve_months says how much of it falls in the last 12 months",
  current:
    "The course is current if the latest known event is no more than 30 days before the day the answers are about (design choice); an event without a date counts as current.",
  before: [
    "Use a device and a place that the other person cannot reach or see. Say that a browser or a file keeps traces.",
    "If anyone may be in danger now, begin with the current signs form.",
    "Say that every question may be left out and that a person to talk to can be offered at any time.",
    "Show crisis contacts before the questions and at every way out.",
  ],
  validation: "none: nothing here has been tested for reliability or validity",
  limits: [
    "It was not tested in any group.",
    "Answers are reports. They find no facts, and they set no level of danger.",
    "Counts rest on memory, and what is not known is not absent.",
    "It was written for adults: use the under-18 form as well.",
  ],
  estimatedMinutes: 14,
  sections: {
    scope: { title: "Who this is about", topic: "scope" },
    behaviours: {
      title: "What has happened",
      topic: "conduct",
      introduction:
        "Count separate occasions, not single acts: ten calls in one evening are one occasion. Count what others did for this person. If you cannot tell how often, say that you are not sure.",
    },
    pattern: { title: "How it goes on", topic: "course" },
    reaction: {
      title: "What it has done to you",
      topic: "harm",
      introduction: "There is no right way to react. Calm answers count as much.",
    },
    context: { title: "Around it", topic: "setting" },
    judgement: {
      title: "For a trained rater",
      topic: "judgement",
      introduction: "Not asked of the person it was done to.",
    },
  },
  items,
  indicators: {
    any_conduct: {
      means: "something is reported at least once",
      rule: inBands.leastReaches(1),
      basis: [designChoice("any kind of conduct, and any way of doing it")],
      evidence: ours,
    },
    two_occasions: {
      means: "at least two separate occasions",
      rule: occasionsAtLeast(2),
      basis: [cite("cps_guidance", "seen_in_source", "a course of conduct is at least two occasions"), byOccasions],
      evidence: { grade: "expert_source", directness: "similar", role: "definition" },
    },
    five_occasions: {
      means: "at least five separate occasions",
      rule: occasionsAtLeast(5),
      basis: [cite("sai_study", "seen_in_abstract", "five or more intrusions"), byOccasions],
      evidence: { grade: "one_study", directness: "similar", role: "definition" },
    },
    ten_occasions: {
      means: "at least ten separate occasions",
      rule: occasionsAtLeast(10),
      basis: [cite("wfrn_glossary", "secondary_source", "ten intrusions"), byOccasions],
      evidence: { grade: "expert_source", directness: "similar", role: "definition" },
    },
    two_weeks: {
      means: "the course lasted two weeks or more",
      rule: is("course_length", "two_weeks", "over_two_weeks", "four_weeks_or_more"),
      basis: [cite("sai_study", "seen_in_abstract", "two weeks or more")],
      evidence: { grade: "one_study", directness: "similar", role: "definition" },
    },
    over_two_weeks: {
      means: "the course lasted more than two weeks",
      rule: is("course_length", "over_two_weeks", "four_weeks_or_more"),
      basis: [cite("purcell2004", "seen_in_abstract", "beyond two weeks")],
      evidence: { grade: "one_study", directness: "similar", role: "definition" },
    },
    four_weeks: {
      means: "the course lasted four weeks or more",
      rule: is("course_length", "four_weeks_or_more"),
      basis: [cite("farnham2000", "seen_in_abstract", "at least 4 weeks")],
      evidence: { grade: "one_study", directness: "similar", role: "definition" },
    },
    kinds_reported: {
      means: "how many kinds of conduct are reported; helpers, breaches and the remainder are not kinds",
      rule: count(...kindsOfConduct.map(happened)),
      basis: [designChoice("a description without a cut; each definition counts over its own list (R7)")],
      evidence: ours,
    },
    current_course: {
      means: "the latest known event is no more than 30 days ago, or has no date",
      rule: is("latest_event_recency", "last_week", "last_month", "undated"),
      basis: [
        cite("shea2018_sam", "seen_in_abstract", "agreement rose once 'current' was strictly defined"),
        designChoice("30 days; an event without a date counts as recent"),
      ],
      evidence: ours,
    },
    comes_close: {
      means: "the person has come near or followed",
      rule: anyOf(
        "comes_to_home",
        "comes_to_work_or_study",
        "turns_up_elsewhere",
        "follows",
        "watches_in_person",
        "approaches_face_to_face",
        "enters_private_place",
      ),
      basis: [designChoice("a grouping of kinds, for description")],
      evidence: ours,
    },
    by_technology: {
      means: "tracking, intrusion into accounts or devices, or posing as the target is reported",
      rule: anyOf(
        "tracks_location",
        "enters_accounts_devices",
        "impersonates",
        "shares_intimate_images",
        "threatens_images",
      ),
      basis: [designChoice("a grouping of kinds; the technology form asks more, and is open to everyone (R19)")],
      evidence: ours,
    },
    explicit_threat: {
      means: "a threat in words to hurt someone is reported",
      rule: anyOf("threatens_target", "threatens_close_person", "threatens_child"),
      basis: [cite("rosenfeld2004", "seen_in_abstract", "threats among the correlates of violence")],
      evidence: { grade: "review", directness: "similar", role: "association" },
    },
    violence_reported: {
      means: "force, sexual violence, or being held or taken is reported",
      rule: anyOf("uses_physical_force", "hurts_someone_close", "sexually_assaults", "confines_or_abducts"),
      basis: [designChoice("a grouping of kinds, for description")],
      evidence: ours,
    },
    grave_conduct: {
      means: "conduct for which no reason for contact can account",
      rule: anyOf(
        "enters_private_place",
        "tracks_location",
        "enters_accounts_devices",
        "damages_property",
        "harms_animals",
        "shares_intimate_images",
        "threatens_images",
        "threatens_animals",
        "implies_threat",
        "threatens_target",
        "threatens_close_person",
        "threatens_child",
        "threatens_self_harm",
        "uses_physical_force",
        "hurts_someone_close",
        "sexually_assaults",
        "confines_or_abducts",
        "recruits_helpers",
        "breaches_order",
      ),
      basis: [designChoice("shared children, work or a court case explain contact, not these (R9)")],
      evidence: ours,
    },
    start_imminent_form: {
      means: "the current signs form comes next: something is reported that calls for a look at present danger",
      rule: any(
        anyOf(
          "enters_private_place",
          "tracks_location",
          "shares_intimate_images",
          "threatens_images",
          "damages_property",
          "harms_animals",
          "threatens_animals",
          "implies_threat",
          "threatens_target",
          "threatens_close_person",
          "threatens_child",
          "threatens_self_harm",
          "uses_physical_force",
          "hurts_someone_close",
          "sexually_assaults",
          "confines_or_abducts",
          "breaches_order",
        ),
        is("victim_expects_grave_harm", "yes"),
        is("victim_fear_self", "extremely"),
        is("victim_fear_for_others", "extremely"),
        is("victim_fear_violence_count", "one", "two_or_more"),
      ),
      basis: [
        precaution,
        cite("sheridan2011", "seen_in_abstract", "fear as a correlate of severe violence; cross-sectional"),
      ],
      evidence: ours,
    },
    goes_on_after_refusal: {
      means: "it went on, or came back, once it was clear that it was not wanted",
      rule: is("response_to_refusal", "continued", "stopped_then_back"),
      basis: [designChoice("not being able to say no is kept apart, and is never held against anyone")],
      evidence: ours,
    },
    knew_unwanted: {
      means: "a rater judges that the person knew, or ought to have known, that it was not wanted",
      rule: is("ought_to_know", "yes"),
      basis: [designChoice("a judgement, entered by a person")],
      evidence: ours,
    },
    more_often_now: {
      means: "it happens more often than when it began",
      rule: is("course_trend", "more", "much_more"),
      basis: [designChoice("consensus, precautionary")],
      evidence: ours,
    },
    earlier_conduct: {
      means: "an earlier episode, or conduct towards someone else, is known",
      rule: any(is("earlier_episode", "yes"), is("has_pursued_others", "yes")),
      basis: [cite("mcewan2020", "seen_in_abstract", "re-reports and new targets; n = 70")],
      evidence: { grade: "one_study", directness: "similar", role: "description" },
    },
  },
  levels: {
    next_step: {
      asks: "What comes next?",
      ordered: true,
      cases: [
        { when: ref("start_imminent_form"), outcome: "imminent_form" },
        { when: ref("two_occasions"), outcome: "pattern" },
        { when: ref("any_conduct"), outcome: "single_event" },
      ],
      otherwise: "nothing_in_answers",
      outcomes: {
        imminent_form: {
          label: "The current signs form comes next",
          says: "Something is reported that calls for a look at present danger. Fill in the current signs form next.",
          guidance: ["GC-EMERGENCY", "GC-POLICE-REPORT", "GC-SPECIALIST-RISK-ASSESSMENT"],
          next: ["ssb-imminent"],
        },
        pattern: {
          label: "A pattern is reported",
          says: "At least two separate occasions are reported. Go on with the definitions that matter where you are.",
          guidance: ["GC-SAFETY-PLAN", "GC-POLICE-REPORT", "GC-NO-MEDIATION"],
        },
        single_event: {
          label: "One occasion is reported",
          says: "One occasion is reported. One event can be grave, and may be the first of several.",
          guidance: ["GC-EVIDENCE-LOG", "GC-REASSESS"],
        },
        nothing_in_answers: {
          label: "Nothing is reported in the answers given",
          says: "The answers given report no conduct. That is no finding that nothing happened.",
          guidance: ["GC-SPECIALIST-ADVOCATE"],
        },
      },
      unsettled: ["GC-GATHER-INFO", "GC-SPECIALIST-ADVOCATE"],
      basis: [precaution, designChoice("an order of next steps, not of danger")],
    },
  },
  guidance: [
    {
      codes: ["GC-EMERGENCY", "GC-SPECIALIST-ADVOCATE", "GC-SAFETY-PLAN"],
      when: ref("start_imminent_form"),
      next: ["ssb-imminent"],
      interrupts:
        "Some answers call for a short form about present danger. You can go to it now, or go on here; both are fine.",
    },
    {
      codes: ["GC-POLICE-REPORT", "GC-SAFETY-PLAN"],
      when: anyOf("enters_private_place", "damages_property", "harms_animals", "threatens_animals"),
    },
    { codes: ["GC-TECH-SAFETY", "GC-PRESERVE-DEVICES"], when: ref("by_technology") },
    { codes: ["GC-IMAGES", "GC-POLICE-REPORT"], when: anyOf("shares_intimate_images", "threatens_images") },
    {
      codes: ["GC-SAFETY-PLAN", "GC-POLICE-REPORT", "GC-SPECIALIST-RISK-ASSESSMENT"],
      when: anyOf("implies_threat", "threatens_target", "threatens_close_person", "threatens_child"),
    },
    { codes: ["GC-CHILD-SAFEGUARD"], when: happened("threatens_child") },
    { codes: ["GC-PERP-SUICIDE-RISK", "GC-SAFETY-PLAN"], when: happened("threatens_self_harm") },
    {
      codes: ["GC-INJURY", "GC-POLICE-REPORT", "GC-MULTI-AGENCY"],
      when: anyOf("uses_physical_force", "hurts_someone_close"),
    },
    { codes: ["GC-SEXUAL-ASSAULT", "GC-POLICE-REPORT", "GC-MULTI-AGENCY"], when: happened("sexually_assaults") },
    { codes: ["GC-ABDUCTION", "GC-POLICE-REPORT", "GC-MULTI-AGENCY"], when: happened("confines_or_abducts") },
    { codes: ["GC-BREACH-ACTION", "GC-POLICE-REPORT"], when: happened("breaches_order") },
    { codes: ["GC-ORDER-REVIEW", "GC-NO-MEDIATION"], when: ref("two_occasions") },
    { codes: ["GC-CONTACT-ARRANGEMENTS"], when: is("contact_reason", "reason_within", "reason_exceeded") },
    { codes: ["GC-NO-ENGAGEMENT"], when: is("victim_pressed_to_answer", "yes") },
    {
      codes: ["GC-VICTIM-CLINICAL"],
      when: any(is("victim_distress", "very", "extremely"), is("victim_daily_life_effect", "very", "extremely")),
    },
    { codes: ["GC-REASSESS"], when: ref("more_often_now") },
    { codes: ["GC-SPECIALIST-RISK-ASSESSMENT"], when: ref("earlier_conduct") },
    {
      codes: ["GC-YOUTH", "GC-CHILD-SAFEGUARD"],
      when: is("victim_age_band", "under_sixteen", "sixteen_or_seventeen"),
      next: ["ssb-youth"],
    },
  ],
  contradictions: {
    fewer_asked_than_counted: {
      when: any(
        all(is("occasion_count", "none"), ref("any_conduct")),
        all(is("occasion_count", "one"), leastIsAtLeast[2]),
        all(is("occasion_count", "two_to_four"), leastIsAtLeast[5]),
        all(is("occasion_count", "five_to_nine"), leastIsAtLeast[10]),
      ),
      says: "Fewer occasions are given in all than for one kind of conduct alone.",
    },
    more_asked_than_counted: {
      when: any(
        all(is("occasion_count", "one"), not(mostIsAtLeast[1])),
        all(is("occasion_count", "two_to_four"), not(mostIsAtLeast[2])),
        all(is("occasion_count", "five_to_nine"), not(mostIsAtLeast[5])),
        all(is("occasion_count", "ten_or_more"), not(mostIsAtLeast[10])),
      ),
      says: "More occasions are given in all than the kinds of conduct add up to: is one missing?",
    },
    year_and_occasions: {
      when: all(is("within_twelve_months", "two_or_more"), is("occasion_count", "none", "one")),
      says: "Two occasions in the last year are recorded, yet fewer than two in all.",
    },
    year_and_recency: {
      when: all(is("within_twelve_months", "none"), is("latest_event_recency", "last_week", "last_month")),
      says: "None of it falls in the last 12 months, yet the latest event was in the last 30 days.",
    },
    never_yet_conduct: {
      when: all(is("latest_event_recency", "never"), ref("any_conduct")),
      says: "The latest event is recorded as never, yet conduct is reported.",
    },
    stopped_yet_recent: {
      when: all(is("course_trend", "stopped"), is("latest_event_recency", "last_week")),
      says: "It is said to have stopped, yet the latest event was in the last 7 days.",
    },
    stopped_yet_more: {
      when: all(is("response_to_refusal", "stopped"), ref("more_often_now")),
      says: "It stopped once it was clear, yet it happens more often now.",
    },
    long_course_one_occasion: {
      when: all(is("occasion_count", "one"), ref("two_weeks")),
      says: "One occasion in all, yet two weeks or more from the first event to the latest.",
    },
    fears_violence_without_fear: {
      when: all(is("victim_fear_violence_count", "one", "two_or_more"), is("victim_fear_self", "not_at_all")),
      says: "Violence was feared, yet no fear for the target's own safety is recorded.",
    },
    expects_harm_without_fear: {
      when: all(
        is("victim_expects_grave_harm", "yes"),
        is("victim_fear_self", "not_at_all"),
        is("victim_fear_for_others", "not_at_all"),
      ),
      says: "Grave harm was thought possible, yet no fear is recorded. Both can be true: ask.",
    },
    went_on_yet_could_not_know: {
      when: all(is("response_to_refusal", "continued"), is("ought_to_know", "no")),
      says: "It went on once it was clear that it was not wanted, yet the person is judged not to have known.",
    },
    grave_yet_kept_to_reason: {
      when: all(is("contact_reason", "reason_within"), ref("grave_conduct")),
      says: "The contact is said to keep to its reason, yet grave conduct is reported.",
    },
    grave_yet_no_reasonable_fear: {
      when: all(ref("violence_reported"), is("reasonable_person_fear", "no"), is("reasonable_person_distress", "no")),
      says: "Violence is reported, yet it is judged that nobody would fear or be distressed.",
    },
  },
});

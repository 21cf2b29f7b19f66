import type { Grounds } from "../evidence/index.ts";
import type { SourceId } from "./bibliography.ts";
import { cite } from "./cite.ts";

/** One published figure on a factor or a base rate, as its source gives it: for groups, never for a person. */
export interface RiskFinding {
  readonly outcome: string;
  readonly factor: string;
  readonly subgroup?: string;
  /** What `value` is: a percentage, an odds ratio, a correlation, or words only. */
  readonly measure: string;
  readonly value?: number | string;
  /** 95% confidence interval, where the source gives one. */
  readonly interval?: readonly [number, number];
  readonly n?: number;
  readonly basis: Grounds<SourceId>;
}

/**
 * What has been published on violence, persistence, recurrence and harm in stalking, by finding. Samples are clinical,
 * forensic or police ones; a figure here is of such a group and says nothing of one person.
 */
export const riskEvidence = {
  "br-violence-rosenfeld2004": {
    outcome: "violence",
    factor: "base rate of stalking-related violence",
    measure: "percent",
    value: 38.7,
    n: 1155,
    basis: [
      cite(
        "rosenfeld2004",
        "seen_in_abstract",
        "13 studies, 11 unique samples (abstract). The slide deck version says 10 studies, 1,055 offenders, 38.6%.",
      ),
    ],
  },
  "br-violence-churcher2013": {
    outcome: "violence",
    factor: "base rate of stalking-related violence",
    measure: "percent",
    value: 35,
    n: 5114,
    basis: [
      cite(
        "churcher2013",
        "seen_in_abstract",
        "Abstract: about 35% (1,059) were violent. 1,059 is not 35% of 5,114, so the percentage must rest on a smaller denominator that the abstract does not state.",
      ),
    ],
  },
  "br-injury-churcher2013": {
    outcome: "injury",
    factor: "base rate of victim injury",
    measure: "percent",
    value: 29,
    basis: [
      cite(
        "churcher2013",
        "seen_in_abstract",
        "Abstract: almost 29% (604) of victims injured; denominator not stated.",
      ),
    ],
  },
  "br-violence-spitzberg2007": {
    outcome: "violence",
    factor: "base rate of physical violence",
    measure: "percent",
    value: 32,
    basis: [cite("spitzberg2007", "seen_in_abstract", "Mean over 82 studies; sample types mixed.")],
  },
  "br-sexviolence-spitzberg2007": {
    outcome: "sexual-violence",
    factor: "base rate of sexual violence",
    measure: "percent",
    value: 12,
    basis: [cite("spitzberg2007", "seen_in_abstract")],
  },
  "br-threat-spitzberg2007": {
    outcome: "threat",
    factor: "base rate of threats",
    measure: "percent",
    value: 54,
    basis: [cite("spitzberg2007", "seen_in_abstract", "More common in clinical and forensic samples.")],
  },
  "br-duration-spitzberg2007": {
    outcome: "persistence",
    factor: "mean episode duration (months)",
    measure: "mean",
    value: 22,
    basis: [cite("spitzberg2007", "seen_in_abstract")],
  },
  "br-acquainted-spitzberg2007": {
    outcome: "context",
    factor: "pursuer known to victim",
    measure: "percent",
    value: 79,
    basis: [cite("spitzberg2007", "seen_in_abstract")],
  },
  "br-romantic-spitzberg2007": {
    outcome: "context",
    factor: "stalking arising from a romantic relationship",
    measure: "percent",
    value: 49,
    basis: [cite("spitzberg2007", "seen_in_abstract")],
  },
  "br-prev-female-spitzberg2007": {
    outcome: "victimisation",
    factor: "prevalence, women",
    subgroup: "women",
    measure: "percent",
    value: 28.5,
    basis: [cite("spitzberg2007", "seen_in_abstract", "SD 26. Definitions vary.")],
  },
  "br-prev-male-spitzberg2007": {
    outcome: "victimisation",
    factor: "prevalence, men",
    subgroup: "men",
    measure: "percent",
    value: 11,
    basis: [cite("spitzberg2007", "seen_in_abstract", "SD 8.")],
  },
  "br-assault-mullen1999": {
    outcome: "violence",
    factor: "assault by stalkers in a clinic sample",
    measure: "percent",
    value: 36,
    n: 145,
    basis: [
      cite(
        "mullen1999",
        "seen_in_abstract",
        "52 of 145. Rejected and predatory types assaulted more; resentful type threatened and damaged property more. Assault also associated with previous convictions, substance disorder and previous threats.",
      ),
    ],
  },
  "br-threat-mullen1999": {
    outcome: "threat",
    factor: "threats by stalkers in a clinic sample",
    measure: "percent",
    value: 63,
    n: 145,
    basis: [
      cite(
        "mullen1999",
        "seen_in_abstract",
        "Abstract prints 63% with N=84; 84 is 58% of 145, so the base must be smaller or the figure misprinted.",
      ),
    ],
  },
  "br-duration-mullen1999": {
    outcome: "persistence",
    factor: "episode duration (months)",
    measure: "mean",
    value: 12,
    n: 145,
    basis: [
      cite(
        "mullen1999",
        "seen_in_abstract",
        "Range 4 weeks to 20 years; longer for rejected and intimacy-seeking types.",
      ),
    ],
  },
  "br-attack-thomas2008": {
    outcome: "violence",
    factor: "attacked, among community stalking victims",
    subgroup: "community",
    measure: "percent",
    value: 17.4,
    n: 432,
    basis: [cite("thomas2008", "seen_in_abstract", "75 of 432 victims (from 3,700 mailed).")],
  },
  "br-violence-farnham2000": {
    outcome: "violence",
    factor: "violence in a forensic referral sample",
    measure: "percent",
    value: 37,
    n: 67,
    basis: [
      cite(
        "farnham2000",
        "seen_in_abstract",
        "25 violent: 7 homicides, 11 serious woundings, 7 lesser assaults. Definition needed at least 4 weeks and fear.",
      ),
    ],
  },
  "br-violence-strand-f": {
    outcome: "violence",
    factor: "base rate, female stalkers",
    subgroup: "female stalkers",
    measure: "percent",
    value: 23,
    n: 71,
    basis: [cite("strand2012", "seen_in_abstract")],
  },
  "br-violence-strand-m": {
    outcome: "violence",
    factor: "base rate, male stalkers",
    subgroup: "male stalkers",
    measure: "percent",
    value: 31,
    n: 479,
    basis: [cite("strand2012", "seen_in_abstract", "Difference between genders not significant.")],
  },
  "br-juv-threat": {
    outcome: "threat",
    factor: "threats in juvenile stalking applications",
    subgroup: "juveniles",
    measure: "percent",
    value: 75,
    n: 299,
    basis: [cite("purcell2009", "seen_in_abstract")],
  },
  "br-juv-assault": {
    outcome: "violence",
    factor: "physical and sexual assaults in juvenile stalking applications",
    subgroup: "juveniles",
    measure: "percent",
    value: 54,
    n: 299,
    basis: [cite("purcell2009", "seen_in_abstract", "Court applications only, so not a general base rate.")],
  },
  "br-juv-context-bullying": {
    outcome: "context",
    factor: "juvenile stalking as extension of bullying",
    subgroup: "juveniles",
    measure: "percent",
    value: 28,
    n: 299,
    basis: [
      cite(
        "purcell2009",
        "seen_in_abstract",
        "Other contexts: retaliation 22%, rejection 22%, sexual predation 5%, infatuation 2%.",
      ),
    ],
  },
  "br-partner-violence-range": {
    outcome: "violence",
    factor: "violence experienced by targets of partner stalkers",
    subgroup: "intimate partner",
    measure: "percent-range",
    value: "42 to 81",
    basis: [
      cite(
        "wa2024",
        "secondary_source",
        "Range reported in the introduction, citing McEwan et al. 2007 and Thompson et al. 2013.",
      ),
    ],
  },
  "ma-rosenfeld2004-threats": {
    outcome: "violence",
    factor: "threats made",
    measure: "phi (weighted)",
    value: 0.26,
    interval: [0.08, 0.44],
    n: 909,
    basis: [
      cite(
        "rosenfeld2004_slides",
        "secondary_source",
        "CI excludes 0. Read from a slide deck whose table runs digits together; k and n were separated by the reader. Verify against the article before shipping as data.",
      ),
    ],
  },
  "ma-rosenfeld2004-prior-intimate": {
    outcome: "violence",
    factor: "prior intimate relationship",
    measure: "phi (weighted)",
    value: 0.32,
    interval: [-0.05, 0.69],
    n: 669,
    basis: [
      cite(
        "rosenfeld2004_slides",
        "secondary_source",
        "CI includes 0. Read from a slide deck whose table runs digits together; k and n were separated by the reader. Verify against the article before shipping as data.",
      ),
    ],
  },
  "ma-rosenfeld2004-psychosis": {
    outcome: "violence",
    factor: "psychotic disorder",
    measure: "phi (weighted)",
    value: -0.18,
    interval: [-0.32, -0.04],
    n: 521,
    basis: [
      cite(
        "rosenfeld2004_slides",
        "secondary_source",
        "CI excludes 0; direction is LESS violence. Read from a slide deck whose table runs digits together; k and n were separated by the reader. Verify against the article before shipping as data.",
      ),
    ],
  },
  "ma-rosenfeld2004-pd": {
    outcome: "violence",
    factor: "personality disorder",
    measure: "phi (weighted)",
    value: 0.1,
    interval: [0.03, 0.17],
    n: 288,
    basis: [
      cite(
        "rosenfeld2004_slides",
        "secondary_source",
        "CI excludes 0. Read from a slide deck whose table runs digits together; k and n were separated by the reader. Verify against the article before shipping as data.",
      ),
    ],
  },
  "ma-rosenfeld2004-substance": {
    outcome: "violence",
    factor: "substance abuse history",
    measure: "phi (weighted)",
    value: 0.19,
    interval: [0.17, 0.21],
    n: 620,
    basis: [
      cite(
        "rosenfeld2004_slides",
        "secondary_source",
        "CI excludes 0; implausibly narrow, check against the paper. Read from a slide deck whose table runs digits together; k and n were separated by the reader. Verify against the article before shipping as data.",
      ),
    ],
  },
  "ma-rosenfeld2004-criminal": {
    outcome: "violence",
    factor: "criminal history",
    measure: "phi (weighted)",
    value: 0.12,
    interval: [-0.25, 0.49],
    n: 843,
    basis: [
      cite(
        "rosenfeld2004_slides",
        "secondary_source",
        "CI includes 0. Read from a slide deck whose table runs digits together; k and n were separated by the reader. Verify against the article before shipping as data.",
      ),
    ],
  },
  "ma-rosenfeld2004-violence-history": {
    outcome: "violence",
    factor: "history of violence",
    measure: "phi (weighted)",
    value: 0.25,
    interval: [-0.03, 0.53],
    n: 614,
    basis: [
      cite(
        "rosenfeld2004_slides",
        "secondary_source",
        "CI includes 0. Read from a slide deck whose table runs digits together; k and n were separated by the reader. Verify against the article before shipping as data.",
      ),
    ],
  },
  "ma-rosenfeld2004-sig": {
    outcome: "violence",
    factor:
      "threats, substance abuse, absence of psychosis reported as significant; prior intimacy and violent history as other strong correlates",
    measure: "narrative",
    n: 1155,
    basis: [cite("rosenfeld2004", "seen_in_abstract")],
  },
  "ma-churcher2013-sig": {
    outcome: "violence",
    factor:
      "eight significant factors: prior intimate, threats, psychosis, personality disorder, substance abuse, criminal history, violence history, stalker gender",
    measure: "narrative",
    n: 5114,
    basis: [
      cite(
        "churcher2013",
        "seen_in_abstract",
        "Effect sizes MISSING (not in stored abstract). Abstract says presence of psychosis; direction not visible. Conflicts in wording with Rosenfeld 2004 (absence of psychosis).",
      ),
    ],
  },
  "mod-mcewan2009v-rejected": {
    outcome: "violence",
    factor: "model: previous violence + threats + being employed",
    subgroup: "rejected ex-intimate",
    measure: "AUC",
    value: 0.75,
    n: 211,
    basis: [
      cite(
        "mcewan2009",
        "seen_in_abstract",
        "n is the total sample; subgroup n and CI MISSING. Individual odds ratios MISSING.",
      ),
    ],
  },
  "mod-mcewan2009v-other": {
    outcome: "violence",
    factor: "model: age under 30 + substance use at time of stalking + prior violence",
    subgroup: "other motives and relationships",
    measure: "AUC",
    value: 0.8,
    n: 211,
    basis: [cite("mcewan2009", "seen_in_abstract", "n is the total sample; subgroup n and CI MISSING.")],
  },
  "fac-mcewan2009v-approach": {
    outcome: "violence",
    factor: "approach behaviour; psychosis",
    measure: "narrative",
    n: 211,
    basis: [
      cite(
        "mcewan2009",
        "seen_in_abstract",
        "Reported as less useful for predicting violence. Conflicts with Strand & McEwan 2012 on approach.",
      ),
    ],
  },
  "mod-mcewan2017-violence": {
    outcome: "violence",
    factor: "model: ex-intimate victim + explicit threats + previous property damage",
    measure: "AUC",
    value: 0.74,
    n: 157,
    basis: [cite("mcewan2017", "seen_in_abstract", "Abstract reproduced on the authors' site. CI and ORs MISSING.")],
  },
  "mod-mcewan2017-recurrence": {
    outcome: "recurrence",
    factor:
      "model: personality disorder + older age + criminal versatility + prior acquaintanceship + erotomanic delusions",
    measure: "AUC",
    value: 0.75,
    n: 157,
    basis: [cite("mcewan2017", "seen_in_abstract")],
  },
  "fac-mcewan2017-persistence": {
    outcome: "persistence",
    factor: "prior acquaintanceship; delusional beliefs; ABSENCE of a history of physical or sexual violence",
    measure: "narrative",
    n: 157,
    basis: [cite("mcewan2017", "seen_in_abstract", "Associated with longer duration; effect sizes MISSING.")],
  },
  "mod-strand2012-f": {
    outcome: "violence",
    factor: "model: prior intimate relationship + threats + approach behaviour",
    subgroup: "female stalkers",
    measure: "AUC",
    value: 0.8,
    n: 71,
    basis: [cite("strand2012", "seen_in_abstract")],
  },
  "mod-strand2012-m": {
    outcome: "violence",
    factor: "model: prior intimate relationship + threats + approach behaviour",
    subgroup: "male stalkers",
    measure: "AUC",
    value: 0.78,
    n: 479,
    basis: [cite("strand2012", "seen_in_abstract")],
  },
  "mod-thomas2008": {
    outcome: "violence",
    factor: "model: threatened + ex-intimate + younger victim",
    subgroup: "community",
    measure: "AUC",
    value: 0.87,
    n: 432,
    basis: [
      cite(
        "thomas2008",
        "seen_in_abstract",
        "82% correctly classified; not cross-validated per abstract; retrospective self-report.",
      ),
    ],
  },
  "mod-rosenfeldlewis2005": {
    outcome: "violence",
    factor: "CART / logistic models",
    measure: "narrative",
    n: 204,
    basis: [
      cite(
        "rosenfeld_lewis2005",
        "seen_in_abstract",
        "Accurate in sample; trees shrank considerably on jack-knife, logistic regression much less. Tree structure and AUCs MISSING from abstract. Supports NOT shipping a tree.",
      ),
    ],
  },
  "fac-farnham2000-serious": {
    outcome: "serious-violence",
    factor:
      "former sexual intimacy; early visits to the home; earlier violence to people or property; more types of stalking behaviour; shorter pursuit; LESS criminal record; LESS unemployment",
    measure: "narrative",
    n: 67,
    basis: [
      cite(
        "farnham2000",
        "seen_in_abstract",
        "No association with substance misuse or personality disorder. Serious violence correlates differ from minor assault.",
      ),
    ],
  },
  "fac-sheridan2011-fear": {
    outcome: "severe-violence",
    factor: "high level of victim fear",
    measure: "narrative",
    n: 1565,
    basis: [
      cite(
        "sheridan2011",
        "seen_in_abstract",
        "Severe violence n=136; fear was the most important correlate. Effect size MISSING. Cross-sectional: fear may follow violence.",
      ),
    ],
  },
  "fac-groenen2009": {
    outcome: "violence",
    factor:
      "prior violence; ex-partner x threats; ex-partner x substance abuse; threats x vandalism; substance abuse x vandalism",
    measure: "narrative",
    basis: [
      cite(
        "groenen2009",
        "seen_in_abstract",
        "Five-term police model; coefficients and n MISSING. Shows interactions with relationship.",
      ),
    ],
  },
  "fac-wa2024-drugalcohol": {
    outcome: "moderate-violence",
    factor: "police-recorded history of both drug and alcohol use",
    subgroup: "male intimate partner stalkers",
    measure: "OR",
    value: 6.8,
    n: 603,
    basis: [
      cite(
        "wa2024",
        "seen_in_abstract",
        "CI MISSING. Did not predict severe violence; active use at the time unknown.",
      ),
    ],
  },
  "fac-mohandie2006-intimate": {
    outcome: "violence",
    factor: "relationship type (RECON)",
    measure: "narrative",
    n: 1005,
    basis: [
      cite(
        "mohandie2006",
        "seen_in_abstract",
        "Very high violence and threat risk for prior sexually intimate; very low for public-figure stalkers; psychosis negatively related to violence. Group-assignment ICC 0.95.",
      ),
    ],
  },
  "fac-mcfarlane2002-follow": {
    outcome: "attempted-or-actual-femicide",
    factor: "perpetrator followed or spied on the woman",
    subgroup: "women, intimate partner",
    measure: "OR-lower-bound",
    value: 2,
    n: 821,
    basis: [
      cite(
        "mcfarlane2002",
        "seen_in_abstract",
        "Abstract: more than twice as likely. Exact adjusted OR and CI MISSING.",
      ),
    ],
  },
  "fac-mcfarlane2002-children": {
    outcome: "attempted-or-actual-femicide",
    factor: "threats to harm the children if she left or did not return",
    subgroup: "women, intimate partner",
    measure: "risk-increase-fold",
    value: 9,
    n: 821,
    basis: [cite("mcfarlane2002", "seen_in_abstract", "Abstract: ninefold. CI MISSING.")],
  },
  "fac-mcfarlane1999": {
    outcome: "femicide",
    factor: "stalking before femicide",
    subgroup: "women, intimate partner",
    measure: "percent",
    value: 76,
    basis: [cite("mcfarlane1999", "secondary_source", "Seen as cited by others.")],
  },
  "fac-brady2018": {
    outcome: "life-threatening-abuse",
    factor: "threat to kill if she left",
    subgroup: "women, intimate partner",
    measure: "narrative",
    n: 464,
    basis: [
      cite("brady2018", "seen_in_abstract", "Only significant stalking-related behaviour after controls; OR MISSING."),
    ],
  },
  "fac-glass2008-attempted": {
    outcome: "attempted-homicide",
    factor: "prior non-fatal strangulation",
    subgroup: "women, intimate partner",
    measure: "OR",
    value: 6.7,
    interval: [3.91, 11.49],
    n: 933,
    basis: [
      cite(
        "glass2008",
        "seen_in_abstract",
        "506 cases (attempted and completed) vs 427 abused controls. IPV sample, not stalking-specific.",
      ),
    ],
  },
  "fac-glass2008-completed": {
    outcome: "homicide",
    factor: "prior non-fatal strangulation",
    subgroup: "women, intimate partner",
    measure: "OR",
    value: 7.48,
    interval: [4.53, 12.35],
    n: 933,
    basis: [cite("glass2008", "seen_in_abstract", "As above.")],
  },
  "fac-campbell2003": {
    outcome: "femicide",
    factor:
      "gun access; prior weapon threat; stepchild in home; estrangement, most of all from a controlling partner; leaving for another partner; (bivariate) stalking, forced sex, abuse in pregnancy",
    subgroup: "women, intimate partner",
    measure: "narrative",
    n: 563,
    basis: [
      cite(
        "campbell2003",
        "seen_in_abstract",
        "220 cases vs 343 controls. Adjusted ORs MISSING from stored copy. Prior domestic violence arrest associated with LOWER risk.",
      ),
    ],
  },
  "hom-monckton2017-01": {
    outcome: "homicide",
    factor: "stalking behaviours present",
    subgroup: "homicides with female victims (per reports)",
    measure: "percent-of-cases",
    value: 94,
    n: 358,
    basis: [
      cite(
        "monckton2017",
        "seen_in_source",
        "Case series without a comparison group: frequencies among homicides, NOT risk. About 71% intimate relationships. Percentages seen on the publisher page (more than 350 cases); n=358 seen in The Guardian, 24 April 2017.",
      ),
    ],
  },
  "hom-monckton2017-02": {
    outcome: "homicide",
    factor: "surveillance recorded",
    subgroup: "homicides with female victims (per reports)",
    measure: "percent-of-cases",
    value: 63,
    n: 358,
    basis: [
      cite(
        "monckton2017",
        "seen_in_source",
        "Case series without a comparison group: frequencies among homicides, NOT risk. About 71% intimate relationships. Percentages seen on the publisher page (more than 350 cases); n=358 seen in The Guardian, 24 April 2017.",
      ),
    ],
  },
  "hom-monckton2017-03": {
    outcome: "homicide",
    factor: "escalation identified",
    subgroup: "homicides with female victims (per reports)",
    measure: "percent-of-cases",
    value: 79,
    n: 358,
    basis: [
      cite(
        "monckton2017",
        "seen_in_source",
        "Case series without a comparison group: frequencies among homicides, NOT risk. About 71% intimate relationships. Percentages seen on the publisher page (more than 350 cases); n=358 seen in The Guardian, 24 April 2017.",
      ),
    ],
  },
  "hom-monckton2017-04": {
    outcome: "homicide",
    factor: "control recorded",
    subgroup: "homicides with female victims (per reports)",
    measure: "percent-of-cases",
    value: 92,
    n: 358,
    basis: [
      cite(
        "monckton2017",
        "seen_in_source",
        "Case series without a comparison group: frequencies among homicides, NOT risk. About 71% intimate relationships. Percentages seen on the publisher page (more than 350 cases); n=358 seen in The Guardian, 24 April 2017.",
      ),
    ],
  },
  "hom-monckton2017-05": {
    outcome: "homicide",
    factor: "isolation of victim",
    subgroup: "homicides with female victims (per reports)",
    measure: "percent-of-cases",
    value: 78,
    n: 358,
    basis: [
      cite(
        "monckton2017",
        "seen_in_source",
        "Case series without a comparison group: frequencies among homicides, NOT risk. About 71% intimate relationships. Percentages seen on the publisher page (more than 350 cases); n=358 seen in The Guardian, 24 April 2017.",
      ),
    ],
  },
  "hom-monckton2017-06": {
    outcome: "homicide",
    factor: "threats to kill",
    subgroup: "homicides with female victims (per reports)",
    measure: "percent-of-cases",
    value: 55,
    n: 358,
    basis: [
      cite(
        "monckton2017",
        "seen_in_source",
        "Case series without a comparison group: frequencies among homicides, NOT risk. About 71% intimate relationships. Percentages seen on the publisher page (more than 350 cases); n=358 seen in The Guardian, 24 April 2017.",
      ),
    ],
  },
  "hom-monckton2017-07": {
    outcome: "homicide",
    factor: "strangulation",
    subgroup: "homicides with female victims (per reports)",
    measure: "percent-of-cases",
    value: 24,
    n: 358,
    basis: [
      cite(
        "monckton2017",
        "seen_in_source",
        "Case series without a comparison group: frequencies among homicides, NOT risk. About 71% intimate relationships. Percentages seen on the publisher page (more than 350 cases); n=358 seen in The Guardian, 24 April 2017.",
      ),
    ],
  },
  "hom-monckton2017-08": {
    outcome: "homicide",
    factor: "suicidal threats",
    subgroup: "homicides with female victims (per reports)",
    measure: "percent-of-cases",
    value: 23,
    n: 358,
    basis: [
      cite(
        "monckton2017",
        "seen_in_source",
        "Case series without a comparison group: frequencies among homicides, NOT risk. About 71% intimate relationships. Percentages seen on the publisher page (more than 350 cases); n=358 seen in The Guardian, 24 April 2017.",
      ),
    ],
  },
  "hom-monckton2017-09": {
    outcome: "homicide",
    factor: "killed in own home",
    subgroup: "homicides with female victims (per reports)",
    measure: "percent-of-cases",
    value: 85,
    n: 358,
    basis: [
      cite(
        "monckton2017",
        "seen_in_source",
        "Case series without a comparison group: frequencies among homicides, NOT risk. About 71% intimate relationships. Percentages seen on the publisher page (more than 350 cases); n=358 seen in The Guardian, 24 April 2017.",
      ),
    ],
  },
  "thr-purcell2004": {
    outcome: "persistence",
    factor: "continuation beyond 2 weeks",
    measure: "threshold-days",
    value: 14,
    basis: [
      cite(
        "purcell2004",
        "seen_in_abstract",
        "Beyond 2 weeks linked to a more intrusive, threatening and damaging course. Percentages and effect sizes MISSING from the stored abstract.",
      ),
    ],
  },
  "rec-rosenfeld2003": {
    outcome: "recurrence",
    factor: "any re-offence in 2.5 to 13 years",
    measure: "percent",
    value: 49,
    n: 148,
    basis: [cite("rosenfeld2003", "seen_in_abstract", "80% of those within the first year.")],
  },
  "rec-rosenfeld2003-pd": {
    outcome: "recurrence",
    factor:
      "personality disorder (Cluster B strongest); personality disorder + substance abuse higher; delusional disorder LOWER",
    measure: "narrative",
    n: 148,
    basis: [
      cite(
        "rosenfeld2003",
        "seen_in_abstract",
        "Effect sizes MISSING. Conflicts with mcewan2017 on erotomanic delusions and recurrence (different outcome definition).",
      ),
    ],
  },
  "rec-mcewan2020": {
    outcome: "recurrence",
    factor: "re-reported for stalking within 2 years",
    measure: "percent-lower-bound",
    value: 50,
    n: 70,
    basis: [
      cite(
        "mcewan2020",
        "seen_in_abstract",
        "Over 50%; 21% stalked a new victim. No risk factor and no treatment effect significant.",
      ),
    ],
  },
  "rec-mcewan2020-newvictim": {
    outcome: "recurrence",
    factor: "new victim within 2 years",
    measure: "percent",
    value: 21,
    n: 70,
    basis: [cite("mcewan2020", "seen_in_abstract")],
  },
  "rec-bendlin2020": {
    outcome: "recurrence",
    factor: "time to recidivism depends on definition",
    measure: "narrative",
    n: 404,
    basis: [
      cite(
        "bendlin2020",
        "seen_in_abstract",
        "Re-offend quickly; rates and predictors change with the definition. Figures MISSING.",
      ),
    ],
  },
  "rec-malsch2011": {
    outcome: "recurrence",
    factor: "small group not stopped by any sanction; relapse is quick when it occurs",
    measure: "narrative",
    basis: [cite("malsch2011", "seen_in_abstract")],
  },
  "fac-mechanic2000": {
    outcome: "post-separation-stalking",
    factor: "emotional/psychological abuse; length of time out of the relationship",
    subgroup: "battered women",
    measure: "narrative",
    n: 114,
    basis: [cite("mechanic2000", "seen_in_abstract")],
  },
  "ins-srp-auc": {
    outcome: "stalking-recidivism",
    factor: "SRP risk judgements, full follow-up (median 170.43 weeks)",
    measure: "AUC-range",
    value: "0.66 to 0.68",
    n: 241,
    basis: [
      cite(
        "mcewan2018_srp",
        "seen_in_abstract",
        "Type IRR high; risk judgements and domain scores moderate to substantial (values MISSING).",
      ),
    ],
  },
  "ins-srp-new-victim": {
    outcome: "stalking-of-new-victim",
    factor: "SRP judgement, 6 months",
    measure: "AUC",
    value: 0.75,
    n: 241,
    basis: [
      cite(
        "mcewan2018_srp",
        "seen_in_abstract",
        "At 6 months only this judgement beat chance; high-risk cases still re-offended against the original victim 2 to 4 times as often as low-risk.",
      ),
    ],
  },
  "ins-sam-priority": {
    outcome: "stalking-recidivism",
    factor: "SAM case prioritisation",
    measure: "AUC",
    value: 0.69,
    n: 146,
    basis: [cite("shea2018_sam", "seen_in_abstract")],
  },
  "ins-sam-continued": {
    outcome: "stalking-recidivism",
    factor: "SAM risk for continued stalking",
    measure: "AUC",
    value: 0.76,
    n: 146,
    basis: [
      cite(
        "shea2018_sam",
        "seen_in_abstract",
        "High-risk 5 to 9 times as likely as low-risk to re-offend against the original victim. IRR first poor, better after a strict definition of whether stalking is current.",
      ),
    ],
  },
  "ins-sam-lifetime": {
    outcome: "stalking-recidivism",
    factor: "SAM lifetime total",
    measure: "AUC",
    value: 0.7,
    n: 146,
    basis: [cite("shea2018_sam", "seen_in_abstract")],
  },
  "ins-sam-foellmi": {
    outcome: "stalking-recidivism",
    factor: "SAM totals and subscales (Cox)",
    measure: "narrative",
    n: 89,
    basis: [
      cite(
        "foellmi2016",
        "seen_in_abstract",
        "Totals predicted stalking recidivism over 2.5 years; summary risk ratings did not; no link with violent outcomes. Hazard ratios MISSING.",
      ),
    ],
  },
  "ins-sam-irr-numeric": {
    outcome: "reliability",
    factor: "SAM numeric totals and domains",
    measure: "ICC-range",
    value: "0.73 to 0.75",
    n: 106,
    basis: [cite("sfu_thesis", "seen_in_abstract")],
  },
  "ins-sam-irr-summary": {
    outcome: "reliability",
    factor: "SAM summary risk ratings",
    measure: "ICC-range",
    value: "0.50 to 0.57",
    n: 106,
    basis: [cite("sfu_thesis", "seen_in_abstract")],
  },
  "ins-sam-police": {
    outcome: "concurrent",
    factor: "more SAM factors present, higher police risk rating",
    measure: "narrative",
    n: 230,
    basis: [
      cite(
        "belfrage2009",
        "seen_in_abstract",
        "230 assessments, 189 cases, 41 officers; officers were trained NOT to use scores or cut-offs.",
      ),
    ],
  },
  "ins-penney2023": {
    outcome: "stalking-recidivism",
    factor: "HCR-20V3, SAM and SRP",
    measure: "AUC-range",
    value: "0.72 to 0.73",
    n: 86,
    basis: [
      cite(
        "penney2023",
        "seen_in_abstract",
        "Three annual re-ratings; dynamic parts changed and added to prediction. Supports repeat administration.",
      ),
    ],
  },
  "harm-ghq-stalking": {
    outcome: "psychiatric-morbidity",
    factor: "GHQ-28 caseness: protracted stalking",
    subgroup: "stalked",
    measure: "percent",
    value: 36.4,
    n: 236,
    basis: [cite("purcell2005", "seen_in_abstract")],
  },
  "harm-ghq-brief": {
    outcome: "psychiatric-morbidity",
    factor: "GHQ-28 caseness: brief harassment",
    subgroup: "brief harassment",
    measure: "percent",
    value: 21.9,
    n: 196,
    basis: [cite("purcell2005", "seen_in_abstract")],
  },
  "harm-ghq-control": {
    outcome: "psychiatric-morbidity",
    factor: "GHQ-28 caseness: controls",
    subgroup: "no harassment",
    measure: "percent",
    value: 19.3,
    n: 432,
    basis: [cite("purcell2005", "seen_in_abstract", "From a random community sample of 1,844.")],
  },
  "harm-dressing2005": {
    outcome: "wellbeing",
    factor: "victimisation and WHO-5 wellbeing",
    measure: "narrative",
    n: 679,
    basis: [
      cite(
        "dressing2005",
        "seen_in_abstract",
        "Almost 12% ever stalked (78). Significant effect in multiple regression; size MISSING.",
      ),
    ],
  },
  "pf-meloy2010": {
    outcome: "approach",
    factor:
      "serious mental illness; several means of communication; several contacts or targets; requests for help; LESS threatening or antagonistic language (save for security breaches)",
    subgroup: "public figures",
    measure: "narrative",
    basis: [cite("meloy2010", "seen_in_abstract", "Six studies compared. Effect sizes MISSING.")],
  },
  "pf-threat-approach": {
    outcome: "approach",
    factor: "direct threateners who later approached",
    subgroup: "public figures (one cited study, Dietz et al. 1991a)",
    measure: "percent",
    value: 23,
    basis: [cite("meloy2011_nap", "secondary_source", "A threat neither rules in nor rules out an approach.")],
  },
  "pf-james2022": {
    outcome: "approach",
    factor: "grievance as the modifier of the threat-approach link",
    subgroup: "public figures",
    measure: "narrative",
    n: 126,
    basis: [
      cite("james2022", "seen_in_abstract", "Figures cut off: MISSING. CC licence status of the article not checked."),
    ],
  },
  "tx-dbt2007": {
    outcome: "stalking-recidivism",
    factor: "completed 6-month DBT",
    subgroup: "completers",
    measure: "percent",
    value: 0,
    n: 14,
    basis: [
      cite("rosenfeld2007", "seen_in_abstract", "0 of 14 vs 26.7% of drop-outs vs 47% published; uncontrolled, n=29."),
    ],
  },
  "tx-dbt2019": {
    outcome: "stalking-recidivism",
    factor: "DBT vs anger management",
    measure: "narrative",
    n: 109,
    basis: [
      cite(
        "rosenfeld2019",
        "seen_in_abstract",
        "Randomised; no difference by treatment or by completion. Low re-offence in both arms compared with past untreated samples. Rates MISSING.",
      ),
    ],
  },
  "tx-review": {
    outcome: "stalking-recidivism",
    factor: "psychological treatments overall",
    measure: "narrative",
    n: 661,
    basis: [
      cite(
        "treatment_review",
        "seen_in_abstract",
        "10 studies; authors judge psychotherapy effective irrespective of model. Conflicts with mcewan2020 (null).",
      ),
    ],
  },
  "tx-orders": {
    outcome: "protection-order-outcome",
    factor: "protection orders",
    measure: "narrative",
    basis: [
      cite(
        "benitez2010",
        "seen_in_abstract",
        "Review: not a cure-all, can help in threat management. Violation rates MISSING in stored part.",
      ),
    ],
  },
  "meas-sai": {
    outcome: "measurement",
    factor:
      "Stalking Assessment Indices research definition: 5 or more intrusions, 2 weeks or more, substantial fear or distress",
    measure: "definition",
    n: 244,
    basis: [
      cite(
        "sai_study",
        "seen_in_abstract",
        "73 victims, 51 perpetrators; two-component victim structure; adequate 4-week test-retest (value MISSING).",
      ),
    ],
  },
  "meas-severity": {
    outcome: "measurement",
    factor: "IRT severity ordering: messages and calls low, criminal damage and death threats high",
    measure: "narrative",
    n: 924,
    basis: [
      cite(
        "severity2021",
        "seen_in_abstract",
        "16 of 28 helpline behaviours kept, 6 factors. Item parameters MISSING.",
      ),
    ],
  },
  "psych-wheatley2020": {
    outcome: "psychopathology",
    factor: "insecure (preoccupied) attachment and other features",
    measure: "narrative",
    basis: [cite("wheatley2020", "seen_in_abstract", "Seven comparison studies; no men-only comparative study.")],
  },
} as const satisfies Readonly<Record<string, RiskFinding>>;

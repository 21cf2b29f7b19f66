import { designChoice } from "../../evidence/index.ts";
import { rulesOver, yesNo } from "../../instrument/index.ts";
import { all, any, not, oneOf } from "../../rules/index.ts";
import { defineGrouping } from "../../typology/index.ts";
import { cite } from "../cite.ts";
import { relationshipAndMotive } from "../instruments/relationship-and-motive.ts";

const { is } = rulesOver(relationshipAndMotive.items);
const scope = relationshipAndMotive;
/** The form with the one question that only a rater can answer. */
const withDelusion = {
  ...relationshipAndMotive,
  items: { ...relationshipAndMotive.items, delusion_of_being_loved: { responses: yesNo } },
};
const mapping = designChoice("the mapping from the form's relationships to the classes is a judgement of this package");
const setsStaySets = "a case in two classes is open between them; it is not a guess";

const known = is("prior_relationship", "friend", "acquaintance", "work_study", "professional");

/** Other published groupings that are pure functions of the form's answers. */
export const groupings = {
  recon_2006: defineGrouping({
    id: "recon_2006",
    title: "RECON: relationship and context",
    dimension: "relationship",
    scope,
    classes: {
      intimate: {
        label: "Intimate",
        fits: is("prior_relationship", "former_intimate", "current_intimate", "brief_romantic", "family"),
      },
      acquaintance: { label: "Acquaintance", fits: any(known, is("prior_relationship", "brief_romantic", "family")) },
      public_figure: { label: "Public figure", fits: is("prior_relationship", "public_role") },
      private_stranger: { label: "Private stranger", fits: is("prior_relationship", "stranger") },
    },
    basis: [cite("mohandie2006", "seen_in_abstract"), mapping],
    limits: [setsStaySets, "its rule for family and for a single date was not read, so both stay open"],
  }),
  budd_mattinson_2000: defineGrouping({
    id: "budd_mattinson_2000",
    title: "Budd and Mattinson: survey classes of relationship",
    dimension: "relationship",
    scope,
    classes: {
      intimate: {
        label: "Intimate",
        fits: is("prior_relationship", "former_intimate", "current_intimate", "brief_romantic"),
      },
      acquaintance: { label: "Acquaintance", fits: any(known, is("prior_relationship", "brief_romantic", "family")) },
      stranger: { label: "Stranger", fits: is("prior_relationship", "public_role", "stranger") },
    },
    basis: [cite("budd2000", "seen_in_abstract"), mapping],
    limits: [setsStaySets],
  }),
  wright_1996_relationship: defineGrouping({
    id: "wright_1996_relationship",
    title: "Wright and colleagues: relationship",
    dimension: "relationship",
    scope,
    classes: {
      domestic: {
        label: "Domestic",
        fits: is("prior_relationship", "former_intimate", "current_intimate", "brief_romantic", "family"),
      },
      nondomestic: {
        label: "Nondomestic",
        fits: any(known, is("prior_relationship", "brief_romantic", "public_role", "stranger")),
      },
    },
    basis: [cite("wright1996", "seen_in_abstract"), mapping],
    limits: [setsStaySets],
  }),
  harmon_1995: defineGrouping({
    id: "harmon_1995",
    title: "Harmon and colleagues: tone of the pursuit",
    dimension: "tone",
    scope,
    classes: {
      affectionate: { label: "Affectionate or amorous", fits: is("first_tone", "loving", "mixed") },
      persecutory: { label: "Persecutory or angry", fits: is("first_tone", "hostile", "mixed") },
    },
    basis: [
      designChoice(
        "the original was not read: class names and rules are a reading of this package, not the authors' own",
      ),
    ],
    limits: [setsStaySets, "the original was not read", "a mixed tone is kept as both"],
  }),
  zona_1993: defineGrouping({
    id: "zona_1993",
    title: "Zona and colleagues: relationship, then delusion as a rater judged it",
    dimension: "relationship and delusion",
    scope: withDelusion,
    classes: {
      simple_obsessional: {
        label: "Simple obsessional",
        fits: all(
          any(known, is("prior_relationship", "former_intimate", "current_intimate", "brief_romantic", "family")),
          not(all(known, oneOf("delusion_of_being_loved", "yes"))),
        ),
      },
      love_obsessional: {
        label: "Love obsessional",
        fits: all(is("prior_relationship", "public_role", "stranger"), not(oneOf("delusion_of_being_loved", "yes"))),
      },
      erotomanic: {
        label: "Erotomanic",
        fits: all(
          any(known, is("prior_relationship", "public_role", "stranger")),
          oneOf("delusion_of_being_loved", "yes"),
        ),
      },
    },
    basis: [cite("zona_pages", "secondary_source"), mapping],
    limits: [
      "whether there is a delusion is for a rater to say; without it the class stays open",
      "the class of false victimisation is left out: it judges truthfulness",
    ],
  }),
} as const;

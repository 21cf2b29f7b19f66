import type { Statement } from "../evidence/index.ts";
import { describe, evaluate, type Rule } from "../rules/index.ts";
import type { Standing, TypeProfile } from "../typology/index.ts";
import type { ClassifiedForm, OverviewContent } from "./overview-input.ts";
import { type Phrases, ruleWordsOf } from "./phrases.ts";

/** One type as a hypothesis: where it stands, and what speaks for and against it in the answers given. */
export interface TypeHypothesis {
  readonly type: string;
  readonly label: string;
  readonly standing: Standing;
  /** The criteria, part by part: all of them together decide. */
  readonly criteria: readonly { readonly says: string; readonly truth: "true" | "false" | "unknown" }[];
  /** Signs that are present. They never decide. */
  readonly speaksFor: readonly string[];
  readonly speaksAgainst: readonly string[];
  /** Signs that are not known yet. */
  readonly notKnown: readonly string[];
  /** What is published of the course, of threats and violence, and of the management of cases of this type; none of it is about this person. */
  readonly course: readonly Statement[];
  readonly violence: readonly Statement[];
  readonly management: readonly (Statement & { readonly guidance: string })[];
}

/** The types that the answers leave possible, those that are met first. A type that is ruled out is named, no more. */
export function typeHypotheses(
  { typology, answers, result }: ClassifiedForm,
  { profiles = [] }: Pick<OverviewContent, "profiles">,
  phrases: Phrases,
): readonly TypeHypothesis[] {
  const { instrument, types } = typology;
  const words = ruleWordsOf(phrases);
  const nameOf = (id: string) => {
    const name = instrument.items[id]?.text.rater ?? instrument.indicators[id]?.means;
    return name === undefined ? id : `“${name}”`;
  };
  const truthOf = (rule: Rule) => {
    const [low, high] = evaluate(rule, answers, instrument);
    return low === high ? (low === 1 ? ("true" as const) : ("false" as const)) : ("unknown" as const);
  };
  const order: readonly Standing[] = ["met", "possible", "ruled_out"];
  return Object.entries(types)
    .map(([type, { label, criteria, supports, against }]): TypeHypothesis => {
      const standing = result.standings[type]?.standing ?? "possible";
      const profile: TypeProfile | undefined =
        standing === "ruled_out" ? undefined : profiles.find((each) => each.type === type);
      const says = (rule: Rule) => describe(rule, instrument, words, nameOf);
      const having = (signs: readonly Rule[], truth: string) =>
        signs.filter((sign) => truthOf(sign) === truth).map(says);
      return {
        type,
        label,
        standing,
        criteria: (criteria.kind === "all" ? criteria.of : [criteria]).map((part) => ({
          says: says(part),
          truth: truthOf(part),
        })),
        speaksFor: having(supports, "true"),
        speaksAgainst: having(against, "true"),
        notKnown: having([...supports, ...against], "unknown"),
        course: profile?.course ?? [],
        violence: profile?.violence ?? [],
        management: profile?.management ?? [],
      };
    })
    .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
}

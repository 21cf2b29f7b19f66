import type { Grounds } from "../evidence/index.ts";
import { checkRule, deepFreeze } from "../instrument/index.ts";
import { mustHave, throwIfAny } from "../issues/index.ts";
import { type Answers, type Condition, evaluate, itemsOf, type Scope } from "../rules/index.ts";

/** One class of a grouping, and when a case fits it. A case may fit several: then it is open which, not a guess. */
export interface GroupingClass {
  readonly label: string;
  readonly fits: Condition;
}

/** Another published way to group cases, as rules over the same answers. */
export interface Grouping<ClassId extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly dimension: string;
  /** The form's items, with any that only a rater can answer. */
  readonly scope: Scope;
  readonly classes: Readonly<Record<ClassId, GroupingClass>>;
  readonly basis: Grounds;
  readonly limits: readonly string[];
}

/** The classes that a case fits. */
export interface Grouped<ClassId extends string = string> {
  readonly grouping: string;
  /** The classes whose rule is true: several mean that the grouping leaves it open, whatever else is answered. */
  readonly fits: readonly ClassId[];
  /** The classes that an open answer could still add. */
  readonly open: readonly ClassId[];
  readonly settled: boolean;
  /** The items it reads. */
  readonly reads: readonly string[];
}

/**
 * A grouping of cases: frozen and checked like a typology.
 *
 * @throws {AssessmentError} `unknown_reference`, `unknown_option`, `wrong_rule_type`, `malformed` for what is no grouping
 * @example
 * const { is } = rulesOver(relationshipAndMotive.items);
 * const byBond = defineGrouping({
 *   id: "by_bond", title: "Former partner", dimension: "relationship", scope: relationshipAndMotive,
 *   classes: { former: { label: "Former partner", fits: is("prior_relationship", "former_intimate") } },
 *   basis: [designChoice("an example")], limits: [],
 * });
 * group({ prior_relationship: "former_intimate" }, byBond).fits; // => ["former"]
 */
export function defineGrouping<const ClassId extends string>(grouping: Grouping<ClassId>): Grouping<ClassId> {
  mustHave(grouping, "classes", "grouping");
  const issues = Object.entries<GroupingClass>(grouping.classes).flatMap(([id, { fits }]) =>
    checkRule(fits, grouping.scope, ["classes", id], "condition"),
  );
  throwIfAny(issues);
  return deepFreeze(grouping);
}

/**
 * The classes of a grouping that a case fits. A result that is a set stays a set.
 *
 * @throws {AssessmentError} `not_an_object`, `unknown_option`, `malformed` for what is no grouping
 * @example
 * group({ prior_relationship: "brief_romantic" }, groupings.recon_2006).fits; // => ["intimate", "acquaintance"]
 */
export function group<ClassId extends string>(answers: Answers, grouping: Grouping<ClassId>): Grouped<ClassId> {
  mustHave(grouping, "classes", "grouping");
  const { id, classes, scope } = grouping;
  const entries = (Object.keys(classes) as ClassId[]).map(
    (name) => [name, evaluate(classes[name].fits, answers, scope)] as const,
  );
  const open = entries.flatMap(([name, [low, high]]) => (low === high ? [] : [name]));
  return {
    grouping: id,
    fits: entries.flatMap(([name, [low]]) => (low === 1 ? [name] : [])),
    open,
    settled: open.length === 0,
    reads: [...new Set(Object.values<GroupingClass>(classes).flatMap(({ fits }) => itemsOf(fits, scope)))],
  };
}

import { AssessmentError, type Issue, mustBePlain, nearestName } from "../issues/index.ts";
import type { Answer, Answers } from "../rules/index.ts";

/** Which item of a form holds each axis. */
export interface AxisMap<Aim extends string = string> {
  readonly adult: string;
  readonly relationship: string;
  readonly bond: string;
  readonly firstAim: string;
  readonly aims: Readonly<Record<Aim, string>>;
}

/** A case as coded variables, for researchers who do not hold form answers. Leave out what was not coded. */
export interface Axes<Aim extends string = string> {
  readonly adult?: Answer;
  /** The relationship when the conduct began, as a code of the form's item. */
  readonly relationship?: Answer;
  /** Whether both acknowledged a bond: `yes` or `no`. Not read where the relationship settles it. */
  readonly bond?: Answer;
  /** The aims that were coded, each `yes`, `no` or a word for not knowing. */
  readonly aims?: Readonly<Partial<Record<Aim, Answer>>>;
  readonly firstAim?: Answer;
  /** Other signs, by the form's own item ids. */
  readonly signs?: Answers;
}

/**
 * The form's answers for a case that was coded by axes, ready for `parseAnswers` or `classify`.
 *
 * @throws {AssessmentError} `not_an_object`, `unknown_item` for an axis or an aim that there is not, with every issue
 * @example
 * answersFromAxes({ relationship: "stranger", aims: { sexual: "yes" } }, fiveTypesAxes);
 * // => { prior_relationship: "stranger", sexual_drive: "yes" }
 */
export function answersFromAxes<Aim extends string>(axes: Axes<Aim>, map: AxisMap<Aim>): Answers {
  mustBePlain(axes);
  const issues = [...unknownIn(axes, axisNames, []), ...unknownIn(axes.aims ?? {}, Object.keys(map.aims), ["aims"])];
  if (issues.length > 0) throw new AssessmentError(issues);
  const aims = Object.entries<string>(map.aims).map(([aim, item]) => [item, own(axes.aims, aim)] as const);
  const entries = [
    [map.adult, axes.adult] as const,
    [map.relationship, axes.relationship] as const,
    [map.bond, axes.bond] as const,
    [map.firstAim, axes.firstAim] as const,
    ...aims,
    ...Object.entries(axes.signs ?? {}),
  ];
  return Object.fromEntries(entries.filter((entry): entry is [string, Answer] => entry[1] !== undefined));
}

const axisNames = ["adult", "relationship", "bond", "aims", "firstAim", "signs"];

/** What was coded under a name that nothing reads: left out silently, it would count as not coded. */
function unknownIn(coded: object, names: readonly string[], path: readonly string[]): readonly Issue[] {
  return Object.keys(coded)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const nearest = nearestName(name, names);
      return { code: "unknown_item", path: [...path, name], ...(nearest === undefined ? {} : { nearest }) };
    });
}

function own(record: Readonly<Record<string, Answer | undefined>> | undefined, key: string): Answer | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

import {
  AssessmentError,
  type Issue,
  isPlainObject,
  mustBePlain,
  mustHave,
  nearestIn,
  type Parsed,
  type Path,
  shapeOf,
  throwIfAny,
} from "../issues/index.ts";
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
 * @throws {AssessmentError} `not_an_object`; `unknown_item` for an axis or an aim that there is not, `duplicate_name` for a
 *   sign that an axis codes too, with every issue; `malformed` for a map that is none
 * @example
 * answersFromAxes({ relationship: "stranger", aims: { sexual: "yes" } }, fiveTypesAxes);
 * // => { prior_relationship: "stranger", sexual_drive: "yes" }
 */
export function answersFromAxes<Aim extends string>(axes: Axes<Aim>, map: AxisMap<Aim>): Answers {
  mustBePlain(axes);
  mustHave(map, "aims", "map");
  const coded = axes.aims ?? {};
  const signs = axes.signs ?? {};
  const issues = [
    ...unknownIn(axes, axisNames, []),
    ...notPlain(coded, "aims"),
    ...notPlain(signs, "signs"),
    ...unknownIn(coded, Object.keys(map.aims), ["aims"]),
  ];
  throwIfAny(issues);
  const byAxis = [
    [map.adult, axes.adult] as const,
    [map.relationship, axes.relationship] as const,
    [map.bond, axes.bond] as const,
    [map.firstAim, axes.firstAim] as const,
    ...Object.entries<string>(map.aims).map(([aim, item]) => [item, own(coded, aim)] as const),
  ].filter((entry): entry is [string, Answer] => entry[1] !== undefined);
  const twice = byAxis.flatMap(([item]): Issue[] =>
    own(signs, item) === undefined ? [] : [{ code: "duplicate_name", path: ["signs", item] }],
  );
  if (twice.length > 0) throw new AssessmentError(twice);
  return Object.fromEntries([...byAxis, ...Object.entries(signs).filter(([, answer]) => answer !== undefined)]);
}

/**
 * Refuses answers that axes stand for, with every issue at the axis, the aim or the sign that was coded.
 *
 * @internal
 */
export function mustBeAnswers<Aim extends string>(
  answers: Parsed<Answers>,
  { signs }: Axes<Aim>,
  map: AxisMap<Aim>,
): void {
  if (answers.ok) return;
  const places = new Map<unknown, Path>([
    ...(["adult", "relationship", "bond", "firstAim"] as const).map((axis) => [map[axis], [axis]] as const),
    ...Object.entries<string>(map.aims).map(([aim, item]) => [item, ["aims", aim]] as const),
    ...Object.keys(signs ?? {}).map((sign) => [sign, ["signs", sign]] as const),
  ]);
  throw new AssessmentError(
    answers.issues.map((issue) => ({ ...issue, path: places.get(issue.path[0]) ?? issue.path })),
  );
}

const axisNames = ["adult", "relationship", "bond", "aims", "firstAim", "signs"];

/** What holds nothing among its own keys, such as a `Map`: it would be read as if nothing were coded. */
function notPlain(coded: unknown, name: string): readonly Issue[] {
  return isPlainObject(coded) ? [] : [{ code: "not_an_object", path: [name], shape: shapeOf(coded) }];
}

/** What was coded under a name that nothing reads: left out silently, it would count as not coded. */
function unknownIn(coded: object, names: readonly string[], path: readonly string[]): readonly Issue[] {
  return Object.keys(coded)
    .filter((name) => !names.includes(name))
    .map((name) => ({ code: "unknown_item", path: [...path, name], ...nearestIn(name, names) }));
}

function own(record: Readonly<Record<string, Answer | undefined>>, key: string): Answer | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

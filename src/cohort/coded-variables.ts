import type { Instrument } from "../instrument/index.ts";
import { mustHave } from "../issues/index.ts";
import { type Answers, isState } from "../rules/index.ts";
import {
  type AxisMap,
  type Outcome,
  type Standing,
  standingsClassifier,
  type Typology,
  typeIds,
} from "../typology/index.ts";
import type { CodedVariable } from "./agreement-by-variable.ts";

/**
 * Every choice item of a form as a variable to compare raters on. A word for not knowing, or an option that is a way of
 * not knowing, does not count as a rating. Numbers and dates are left out: for numbers see `icc`.
 *
 * @example
 * itemVariables(fiveTypes.instrument)[0]?.categories; // => ["yes", "no"]
 */
export function itemVariables(instrument: Pick<Instrument, "items">): readonly CodedVariable[] {
  mustHave(instrument, "items", "instrument");
  const { items } = instrument;
  return Object.keys(items).flatMap((id) => itemVariable(items, id, "item", id));
}

/**
 * Every axis of a typology as a variable to compare raters on: the items that hold the axes, under the axes' names.
 *
 * @example
 * axisVariables(fiveTypes.instrument, fiveTypesAxes).slice(0, 3).map(({ name }) => name);
 * // => ["adult", "relationship", "bond"]
 */
export function axisVariables<Aim extends string>(
  instrument: Pick<Instrument, "items">,
  map: AxisMap<Aim>,
): readonly CodedVariable[] {
  mustHave(instrument, "items", "instrument");
  mustHave(map, "aims", "map");
  const { items } = instrument;
  const { adult, relationship, bond, firstAim, aims } = map;
  const axes = { adult, relationship, bond, first_aim: firstAim };
  const named = [
    ...Object.entries(axes),
    ...Object.entries<string>(aims).map(([aim, id]) => [`aim: ${aim}`, id] as const),
  ];
  return named.flatMap(([name, id]) => itemVariable(items, id, "axis", name));
}

const standings: readonly Standing[] = ["ruled_out", "possible", "met"];

/**
 * Where each type stands by a rater's answers, from ruled out through still possible to met.
 *
 * @example
 * const [rejected] = typeVariables(fiveTypes);
 * [rejected?.name, rejected?.read({ adult: "yes" })]; // => ["rejected", "possible"]
 */
export function typeVariables<TypeId extends string>(typology: Typology<TypeId>): readonly CodedVariable[] {
  mustHave(typology, "types", "typology");
  const shown = standingsClassifier(typology);
  return typeIds(typology).map((id) => ({
    kind: "type",
    name: id,
    categories: standings,
    read: (answers) => shown(answers).standings[id],
  }));
}

/**
 * The outcome of a rater's answers: `single:` and `leading:` with the type, `mixed`, `undetermined`, `insufficient` or
 * `out_of_scope`. Whose types are mixed does not count.
 *
 * @example
 * outcomeVariable(fiveTypes).read({ other_grievance: "yes" }); // => "single:resentful"
 */
export function outcomeVariable<TypeId extends string>(typology: Typology<TypeId>): CodedVariable {
  mustHave(typology, "types", "typology");
  const shown = standingsClassifier(typology);
  const ids = typeIds(typology);
  const word = (outcome: Outcome<TypeId>) => ("type" in outcome ? `${outcome.kind}:${outcome.type}` : outcome.kind);
  return {
    kind: "outcome",
    name: "outcome",
    categories: [
      ...ids.map((id) => `single:${id}`),
      ...ids.map((id) => `leading:${id}`),
      "mixed",
      "undetermined",
      "insufficient",
      "out_of_scope",
    ],
    read: (answers) => word(shown(answers).outcome),
  };
}

function itemVariable(
  items: Instrument["items"],
  id: string,
  kind: "item" | "axis",
  name: string,
): readonly CodedVariable[] {
  const responses = items[id]?.responses;
  if (responses?.kind !== "choice") return [];
  const categories = Object.keys(responses.options).filter((code) => responses.options[code]?.notKnown !== true);
  const read = (answers: Answers) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer === undefined || isState(answer)) return null;
    const code = String(answer);
    return Object.hasOwn(responses.options, code) && responses.options[code]?.notKnown === true ? null : code;
  };
  return [{ kind, name, categories, item: id, read }];
}

import type { Scope, Variable } from "../rules/index.ts";
import type { DecisionDiagram } from "./decision-diagram.ts";
import { bitCount, type CaseClasses, decisiveVariables, possibleAfter, type Walk } from "./walk.ts";

/** The decisive open items of a walked case, the one that narrows the outcomes most first. */
export function rankedItems(
  diagram: DecisionDiagram,
  classes: CaseClasses,
  walked: Walk,
  scope: Scope,
): readonly string[] {
  const decisive = decisiveVariables(diagram, classes, walked);
  if (decisive.length < 2) return decisive.map((at) => diagram.variables[at]?.item ?? "");
  const width = widthOf(diagram);
  const after = possibleAfter(diagram, classes, walked, width);
  return decisive
    .map((at) => strengthOf(diagram, at, after, width, scope))
    .sort((a, b) => a.mean - b.mean || a.worst - b.worst || a.place - b.place)
    .map(({ item }) => item);
}

interface Strength {
  readonly item: string;
  readonly mean: number;
  readonly worst: number;
  readonly place: number;
}

function strengthOf(
  { variables }: DecisionDiagram,
  at: number,
  after: Int32Array,
  width: number,
  scope: Scope,
): Strength {
  const { item, representatives } = variables[at] as Variable;
  let sum = 0;
  let worst = 0;
  for (let each = 0; each < representatives.length; each++) {
    const count = bitCount(after[at * width + each] as number);
    sum += count;
    if (count > worst) worst = count;
  }
  return { item, mean: sum / representatives.length, worst, place: placeOf(item, scope) };
}

const widths = new WeakMap<DecisionDiagram, number>();

function widthOf(diagram: DecisionDiagram): number {
  const known =
    widths.get(diagram) ?? Math.max(1, ...diagram.variables.map(({ representatives }) => representatives.length));
  widths.set(diagram, known);
  return known;
}

const places = new WeakMap<Scope["items"], ReadonlyMap<string, number>>();

function placeOf(item: string, { items }: Scope): number {
  const known = places.get(items) ?? new Map(Object.keys(items).map((id, place) => [id, place]));
  places.set(items, known);
  return known.get(item) ?? known.size;
}

import type { Scope } from "../rules/index.ts";
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
  const after = possibleAfter(diagram, classes, walked);
  return decisive
    .map((at) => {
      const counts = (after[at] ?? []).map(bitCount);
      const item = diagram.variables[at]?.item ?? "";
      return {
        item,
        mean: counts.reduce((a, b) => a + b, 0) / counts.length,
        worst: Math.max(...counts),
        place: placeOf(item, scope),
      };
    })
    .sort((a, b) => a.mean - b.mean || a.worst - b.worst || a.place - b.place)
    .map(({ item }) => item);
}

const places = new WeakMap<Scope["items"], ReadonlyMap<string, number>>();

function placeOf(item: string, { items }: Scope): number {
  const known = places.get(items) ?? new Map(Object.keys(items).map((id, place) => [id, place]));
  places.set(items, known);
  return known.get(item) ?? known.size;
}

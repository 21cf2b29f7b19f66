import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import type { DecisionDiagram } from "../inquiry/index.ts";

/**
 * Fills in the items that a diagram reads, by one of all complete ways to the outcome, each with equal chance: the ways
 * from every node are counted once, and the walk goes to each child as often as ways lead through it.
 */
export function pathsTo(
  outcome: string,
  { outcomes, variables, nodes, root, level, first, child }: DecisionDiagram,
  items: readonly string[],
  codesOf: readonly (readonly string[])[],
): (codes: string[], random: RandomGenerator) => void {
  const end = nodes + outcomes.indexOf(outcome);
  const places = variables.map(({ item }) => items.indexOf(item));
  const classes = variables.map(({ classOf, representatives }, at) =>
    representatives.map((_, k) => (codesOf[places[at] as number] ?? []).filter((code) => classOf.get(code) === k)),
  );
  const ways = new Float64Array(nodes);
  const waysFrom = (node: number) => (node < nodes ? (ways[node] as number) : Number(node === end));
  // A child may skip variables: those keep the even draw they had, so skipping multiplies every way alike.
  const sizes = classes.map((of) => of.reduce((sum, codes) => sum + codes.length, 0));
  const skipped = (from: number, to: number) => {
    let product = 1;
    for (let at = from + 1; at < to; at++) product *= sizes[at] as number;
    return product;
  };
  const levelOf = (node: number) => (node < nodes ? (level[node] as number) : variables.length);
  const waysThrough = (node: number, k: number) => {
    const to = child[(first[node] as number) + k] as number;
    const at = level[node] as number;
    return (classes[at]?.[k]?.length ?? 0) * skipped(at, levelOf(to)) * waysFrom(to);
  };
  for (let node = nodes - 1; node >= 0; node--) {
    let sum = 0;
    for (let k = 0; k < (first[node + 1] as number) - (first[node] as number); k++) sum += waysThrough(node, k);
    ways[node] = sum;
  }
  return (codes, random) => {
    let node = root;
    while (node < nodes) {
      let rest = uniformFloat64(random) * (ways[node] as number);
      const count = (first[node + 1] as number) - (first[node] as number);
      let chosen = 0;
      for (let k = 0; k < count; k++) {
        const weight = waysThrough(node, k);
        if (weight > 0) chosen = k;
        rest -= weight;
        if (rest < 0) break;
      }
      const at = level[node] as number;
      const list = classes[at]?.[chosen] ?? [];
      codes[places[at] as number] = list[uniformInt(random, 0, list.length - 1)] as string;
      node = child[(first[node] as number) + chosen] as number;
    }
  };
}

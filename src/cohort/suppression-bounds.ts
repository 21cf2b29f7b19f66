import { mustHave } from "../issues/index.ts";
import { type Bounds, frozen } from "./estimate.ts";

/** A table of counts with what is hidden of it. The last row and the last column are the totals. */
export interface HiddenTable {
  readonly counts: readonly (readonly number[])[];
  readonly hidden: readonly (readonly boolean[])[];
}

/**
 * The least and the most that each cell can be for a reader who knows every cell that is shown, that rows and columns
 * add up to their totals, and that counts are whole and not below zero. What is shown is known exactly. A most of
 * `Infinity` says that nothing bounds it.
 *
 * A table that adds up is a circulation: inner cells flow from rows to columns, totals flow back. Hidden cells are the
 * edges that may change, so the most that one can change by is a largest flow around it, which is exact.
 *
 * @source Gusfield 1988, SIAM J Comput 17:552 (bounds of suppressed cells by flows)
 * @example
 * const counts = [[9, 2, 11], [8, 7, 15], [17, 9, 26]];
 * const hidden = [[true, true, false], [true, true, false], [false, false, false]];
 * suppressionBounds({ counts, hidden })[0]; // => [[2, 11], [0, 9], [11, 11]]
 */
export function suppressionBounds(table: HiddenTable): readonly (readonly Bounds[])[] {
  mustHave(table, "counts", "table");
  return frozen(
    table.counts.map((row, i) =>
      frozen(
        row.map((count, j): Bounds => {
          if (table.hidden[i]?.[j] !== true) return [count, count];
          return [
            count - changeOf(table, i, j, -1, count).by,
            count + changeOf(table, i, j, 1, Number.POSITIVE_INFINITY).by,
          ];
        }),
      ),
    ),
  );
}

/** How far one hidden cell can rise (`way` 1) or fall (-1) while the other hidden ones make up for it, up to `most`. */
export function changeOf(
  { counts, hidden }: HiddenTable,
  i: number,
  j: number,
  way: 1 | -1,
  most: number,
): { readonly by: number /** The other cells after that. */; readonly flow: readonly (readonly number[])[] } {
  const flow = counts.map((row) => [...row]);
  let changed = 0;
  while (changed < most) {
    const path = cheapestPath(
      flow,
      (a, b) => (hidden[a]?.[b] === true && !(a === i && b === j) ? 0 : undefined),
      i,
      j,
      way,
    );
    if (path === undefined) return { by: changed, flow };
    const room = Math.min(most - changed, ...path.map(({ a, b, rises }) => (rises ? Infinity : (flow[a]?.[b] ?? 0))));
    if (room === Number.POSITIVE_INFINITY) return { by: room, flow };
    for (const { a, b, rises } of path) {
      const row = flow[a];
      if (row !== undefined) row[b] = (row[b] ?? 0) + (rises ? room : -room);
    }
    changed += room;
  }
  return { by: changed, flow };
}

/** One step of a path: the cell, and whether it rises. */
export interface PathStep {
  readonly a: number;
  readonly b: number;
  readonly rises: boolean;
}

/**
 * The cheapest way for the other cells to make up for one cell's rise or fall; `undefined` if there is none. A cell that
 * costs `undefined` cannot change, and one that is zero cannot fall.
 */
export function cheapestPath(
  flow: readonly (readonly number[])[],
  costOf: (a: number, b: number) => number | undefined,
  i: number,
  j: number,
  way: 1 | -1,
): readonly PathStep[] | undefined {
  const edges = edgesOf(flow, costOf);
  const [tail, head] = endsOf(flow, i, j);
  const [start, goal] = way === 1 ? [head, tail] : [tail, head];
  const best = new Map<string, { cost: number; from?: string; step?: PathStep }>([[start, { cost: 0 }]]);
  // Bellman and Ford: tables for print are small.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to, cost, step } of edges) {
      const known = best.get(from);
      if (known === undefined) continue;
      const total = known.cost + cost;
      if (total < (best.get(to)?.cost ?? Number.POSITIVE_INFINITY)) {
        best.set(to, { cost: total, from, step });
        changed = true;
      }
    }
  }
  const path: PathStep[] = [];
  for (let at = best.get(goal); at !== undefined; at = at.from === undefined ? undefined : best.get(at.from)) {
    if (at.step === undefined) return path;
    path.push(at.step);
  }
  return undefined;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly cost: number;
  readonly step: PathStep;
}

function edgesOf(
  flow: readonly (readonly number[])[],
  costOf: (a: number, b: number) => number | undefined,
): readonly Edge[] {
  return flow.flatMap((row, a) =>
    row.flatMap((count, b): readonly Edge[] => {
      const cost = costOf(a, b);
      if (cost === undefined) return [];
      const [tail, head] = endsOf(flow, a, b);
      const up = { from: tail, to: head, cost, step: { a, b, rises: true } };
      return count === 0 ? [up] : [up, { from: head, to: tail, cost, step: { a, b, rises: false } }];
    }),
  );
}

/** Where a cell's flow begins and ends: inner cells and the total of all go from row to column, other totals back. */
function endsOf(flow: readonly (readonly number[])[], a: number, b: number): readonly [tail: string, head: string] {
  const [row, column] = [`row ${a}`, `column ${b}`];
  const isRowTotal = b === (flow[0]?.length ?? 0) - 1;
  return (a === flow.length - 1) === isRowTotal ? [row, column] : [column, row];
}

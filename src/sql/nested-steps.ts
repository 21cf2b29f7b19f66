import type { DecisionDiagram } from "../inquiry/index.ts";
import type { Cell } from "./cell.ts";
import { constant, type Expression, over, sql } from "./expression.ts";
import type { Layers } from "./layers.ts";

/** The longest list of one look-up, unless a single item makes a longer one (design choice). */
const longestList = 1024;

/** Several items that are looked up at once. */
interface Step {
  readonly cells: readonly Cell[];
  /** The nodes that a row comes to: for each node that it can have reached before, and each combination of places. */
  readonly nodes: readonly number[];
}

/**
 * What a diagram comes to in each row, by look-ups one within the other, each over as many items as its list has room
 * for. An entry is where the next list has the lines of the node that has been reached, so that nothing needs a column
 * of its own; of so many look-ups at most, so that no expression grows too long for the engine.
 */
export function nestedSteps(
  diagram: DecisionDiagram,
  cell: (item: string) => Cell,
  layers: Layers,
  stepsInOne: number,
): Expression {
  const steps = stepsOf(diagram, cell);
  let at: Expression | undefined;
  for (const [number, { cells, nodes }] of steps.entries()) {
    const reached = [...new Set(nodes)];
    const after = steps[number + 1]?.nodes.length;
    const list = nodes.map((node) =>
      after === undefined ? node - diagram.nodes : reached.indexOf(node) * (after / reached.length),
    );
    const place = placeOf(cells);
    const entry = at === undefined ? place : sql`${at} + ${place}`;
    at = over(layers.dialect.lookUp(list, entry.plain ? entry.text : `(${entry.text})`), [entry]);
    if ((number + 1) % stepsInOne === 0) at = layers.define("after", at);
  }
  return at ?? constant(String(diagram.root - diagram.nodes));
}

function stepsOf({ root, variables, levelEnd, first, child }: DecisionDiagram, cell: (item: string) => Cell): Step[] {
  const levels = variables.map(({ item, classOf }, level) => {
    const own = cell(item);
    const classes = own.answers.map((answer) => classOf.get(String(answer)));
    const end = levelEnd[level] as number;
    const after = (node: number): readonly number[] => {
      if (node >= end) return Array.from({ length: widthOf(own) }, () => node);
      const next = Array.from(child.subarray(first[node], first[node + 1]));
      const open = next.at(-1) as number;
      // Faulty cells, at 0, are given no result; here they only must not lead out of the list.
      return [open, ...classes.map((each) => (each === undefined ? open : (next[each] as number))), open];
    };
    return { cell: own, end, after };
  });
  const steps: Step[] = [];
  let open: { readonly cells: Cell[]; nodes: readonly number[] } = { cells: [], nodes: [root] };
  const close = () => {
    if (open.cells.length > 0) steps.push(open);
    open = { cells: [], nodes: [...new Set(open.nodes)] };
  };
  for (const level of levels) {
    if (!open.nodes.some((node) => node < level.end)) continue;
    if (open.nodes.length * widthOf(level.cell) > longestList) close();
    open.cells.push(level.cell);
    open.nodes = open.nodes.flatMap(level.after);
  }
  close();
  return steps;
}

/** How many places a cell's answers take: one for each, one for a fault and one for what is open. */
const widthOf = ({ answers }: Cell): number => answers.length + 2;

/** The places of several cells as one number. */
function placeOf(cells: readonly Cell[]): Expression {
  const [one, ...others] = cells;
  const first = one?.position ?? constant("0");
  return others.reduce((place, each) => sql`${place} * ${widthOf(each)} + ${each.position}`, first);
}

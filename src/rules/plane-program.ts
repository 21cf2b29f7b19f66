import { numberFor, rangeOf } from "./answer-of.ts";
import { oneOf } from "./builders.ts";
import type { CaseReader } from "./case-bytes.ts";
import { compared, leastOf, meanOf, negated, negatedPart, type Part } from "./evaluate.ts";
import {
  type Block,
  constantPlanes,
  type Ends,
  eachRow,
  ends,
  type Node,
  numberTable,
  type Planes,
  partAt,
  planeReader,
  planes,
  tableFor,
} from "./planes.ts";
import { type Reading, readRule } from "./read-rule.ts";
import type { Answer, Rule } from "./rule.ts";
import { itemIn, type Scope } from "./scope.ts";

type Step = (block: Block) => void;

/** Steps over blocks, in the order in which they must run. */
export interface PlaneProgram {
  readonly steps: readonly Step[];
  /** Adds a rule; equal leaves, gates and named rules are worked out once. */
  add(rule: Rule): Node;
}

type Leaf = Extract<Rule, { item: string }>;
type Operation = (into: number, part: number) => number;

/** An empty program over the items of a scope. */
export function planeProgram(scope: Scope, reader: CaseReader): PlaneProgram {
  const steps: Step[] = [];
  const made = new Map<string, Node>();
  const once = (key: string, make: () => Node): Node => {
    const found = made.get(key) ?? make();
    made.set(key, found);
    return found;
  };
  const ones = constantPlanes(0xffffffff);
  const zeros = constantPlanes(0);
  const always = { low: ones, high: ones };
  const open = { low: zeros, high: ones };

  const gateOf = (item: string): Planes => {
    const askIf = itemIn(scope, item)?.askIf;
    if (askIf === undefined) return always;
    const node = once(`gate ${item}`, () => readRule(askIf, reading, scope));
    return node.kind === "truths" ? node : always;
  };

  const truthLeaf = (leaf: Leaf, holds: (answer: Answer) => boolean): Node => {
    const known = planes();
    const table = tableFor(leaf.item, reader, (answer) => (holds(answer) ? 3 : 0), 2);
    const read = planeReader(leaf.item, table);
    steps.push((block) => read(block, known));
    const gate = gateOf(leaf.item);
    const whenClosed = itemIn(scope, leaf.item)?.whenClosed;
    if (gate === always) return { kind: "truths", ...known, applying: known, applies: always };
    const closed = whenClosed !== undefined && holds(whenClosed) ? 0xffffffff : 0;
    const shown = planes();
    steps.push(({ words }) => {
      for (let w = 0; w < words; w++) {
        const gl = gate.low[w] as number;
        const gh = gate.high[w] as number;
        const low = known.low[w] as number;
        const high = known.high[w] as number;
        shown.low[w] = (gl & low) | (~gh & closed) | (gh & ~gl & low & closed);
        shown.high[w] = (gl & high) | (~gh & closed) | (gh & ~gl & (high | closed));
      }
    });
    const counts = whenClosed !== undefined;
    return { kind: "truths", ...shown, applying: counts ? shown : known, applies: counts ? always : gate };
  };

  const valueLeaf = (leaf: Leaf): Node => {
    const scoped = itemIn(scope, leaf.item);
    const [least, most] = rangeOf(scoped);
    const lows = numberTable(leaf.item, reader, (answer) => numberFor(answer, scoped) ?? least, least);
    const highs = numberTable(leaf.item, reader, (answer) => numberFor(answer, scoped) ?? most, most);
    const closed = scoped?.whenClosed === undefined ? 0 : (numberFor(scoped.whenClosed, scoped) ?? 0);
    const gate = gateOf(leaf.item);
    const known = ends();
    const shown = ends();
    steps.push((block) => {
      const column = block.columns[leaf.item];
      eachRow(block, (row, at, word, bit) => {
        const byte = column === undefined ? 0 : (column[row] as number);
        const low = lows[byte] as number;
        const high = highs[byte] as number;
        known.low[at] = low;
        known.high[at] = high;
        const must = (((gate.low[word] as number) >>> bit) & 1) === 1;
        const may = (((gate.high[word] as number) >>> bit) & 1) === 1;
        shown.low[at] = must ? low : may ? Math.min(low, closed) : closed;
        shown.high[at] = must ? high : may ? Math.max(high, closed) : closed;
      });
    });
    const counts = scoped?.whenClosed !== undefined;
    return { kind: "bounds", ...shown, applying: counts ? shown : known, applies: counts ? always : gate };
  };

  /** A part made of others: it applies where one of them does. */
  const over = (parts: readonly Node[], node: ({ kind: "truths" } & Planes) | ({ kind: "bounds" } & Ends)): Node => {
    const gates = parts.map(({ applies }) => applies);
    if (parts.length === 0 || gates.some((gate) => gate === always))
      return { ...node, applying: node, applies: always };
    const applies = planes();
    steps.push(({ words }) => {
      for (let w = 0; w < words; w++) {
        let must = 0;
        let may = 0;
        for (const gate of gates) {
          must |= gate.low[w] as number;
          may |= gate.high[w] as number;
        }
        applies.low[w] = must;
        applies.high[w] = may;
      }
    });
    return { ...node, applying: node, applies };
  };

  const joined = (parts: readonly Node[], none: Uint32Array, join: Operation): Node => {
    const truths = parts.filter((part) => part.kind === "truths");
    const result = planes();
    steps.push(({ words }) => {
      result.low.set(none);
      result.high.set(none);
      for (const { low, high } of truths) {
        for (let w = 0; w < words; w++) {
          result.low[w] = join(result.low[w] as number, low[w] as number);
          result.high[w] = join(result.high[w] as number, high[w] as number);
        }
      }
    });
    return over(parts, { kind: "truths", ...result });
  };

  const perRow = (parts: readonly Node[], result: (parts: readonly Part[]) => readonly [number, number]): Node => {
    const into = ends();
    steps.push((block) =>
      eachRow(block, (_, at, word, bit) => {
        const [low, high] = result(parts.map((part) => partAt(part, at, word, bit)));
        into.low[at] = low;
        into.high[at] = high;
      }),
    );
    return over(parts, { kind: "bounds", ...into });
  };

  const total = (parts: readonly Node[]): Node => {
    const into = ends();
    steps.push((block) =>
      eachRow(block, (_, at, word, bit) => {
        let low = 0;
        let high = 0;
        for (const part of parts) {
          low += part.kind === "truths" ? ((part.low[word] as number) >>> bit) & 1 : (part.low[at] as number);
          high += part.kind === "truths" ? ((part.high[word] as number) >>> bit) & 1 : (part.high[at] as number);
        }
        into.low[at] = low;
        into.high[at] = high;
      }),
    );
    return over(parts, { kind: "bounds", ...into });
  };

  const reading: Reading<Node> = {
    one_of: (leaf) =>
      once(JSON.stringify(leaf), () => truthLeaf(leaf, (answer) => leaf.codes.includes(String(answer)))),
    judgement: ({ item }) => reading.one_of(oneOf(item, "yes"), []),
    value: (leaf) => once(JSON.stringify(leaf), () => valueLeaf(leaf)),
    ref: (_, [named]) => named ?? { kind: "truths", ...open, applying: open, applies: always },
    all: (_, parts) => joined(parts, ones, (a, b) => a & b),
    any: (_, parts) => joined(parts, zeros, (a, b) => a | b),
    not: (_, parts) => {
      const [part] = parts;
      const result = planes();
      steps.push(({ words }) => {
        for (let w = 0; w < words; w++) {
          result.low[w] = ~(part?.high[w] as number);
          result.high[w] = ~(part?.low[w] as number);
        }
      });
      return over(parts, { kind: "truths", ...result });
    },
    compare: ({ is, to }, parts) => {
      const [part] = parts;
      const result = planes();
      steps.push((block) => {
        result.low.fill(0);
        result.high.fill(0);
        eachRow(block, (_, at, word, bit) => {
          const [low, high] = compared(is, [part?.low[at] as number, part?.high[at] as number], to);
          result.low[word] = (result.low[word] as number) | (low << bit);
          result.high[word] = (result.high[word] as number) | (high << bit);
        });
      });
      return over(parts, { kind: "truths", ...result });
    },
    count: (_, parts) => total(parts),
    sum: (_, parts) => total(parts),
    mean: ({ ifNone }, parts) => perRow(parts, (of) => meanOf(of, ifNone)),
    share: ({ ifNone }, parts) => perRow(parts, (of) => meanOf(of, ifNone)),
    least: ({ ifNone }, parts) => perRow(parts, (of) => leastOf(of, ifNone)),
    greatest: ({ ifNone }, parts) => perRow(parts, (of) => negated(leastOf(of.map(negatedPart), 0 - ifNone))),
  };
  return { steps, add: (rule) => readRule(rule, reading, scope) };
}

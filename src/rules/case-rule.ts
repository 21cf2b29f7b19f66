import { numberFor, rangeOf } from "./answer-of.ts";
import type { ByteLayout } from "./byte-layout.ts";
import { firstAnswer } from "./case-bytes.ts";
import { evaluate } from "./evaluate.ts";
import { type Reading, readRule } from "./read-rule.ts";
import type { Answer, Answers, Comparison, Interval, Rule } from "./rule.ts";
import { itemIn, ruleNamed, type Scope } from "./scope.ts";

/** A rule ready for one case at a time: its bounds, as `evaluate` gives them. */
export type CaseRule = (bytes: Uint8Array, answers: Answers) => Interval;

/**
 * A rule as closures over a case's bytes. It gives what `evaluate` gives: what it cannot read from bytes (a number, a
 * judgement, a kind that leaves out parts that do not apply) is handed to `evaluate`.
 */
export function caseRule(rule: Rule, scope: Scope, layout: ByteLayout): CaseRule {
  const node = readRule(rule, reading(scope, layout), scope);
  if (node === undefined) return (_, answers) => evaluate(rule, answers, scope);
  return (bytes) => {
    const low = node(bytes);
    return intervals[low + 1]?.[high] ?? [low, high];
  };
}

/**
 * Named rules that several readings over one layout have in common: each is worked out once for a case. A case is told
 * by its bytes' identity, so bytes must not be changed once they have been read.
 */
export type SharedRules = Map<Rule, Bounds | undefined>;

/** The same for a condition, as one number: 0 false, 1 unknown, 2 true. */
export function caseTruth(
  rule: Rule,
  scope: Scope,
  layout: ByteLayout,
  shared?: SharedRules,
): (bytes: Uint8Array, answers: Answers) => number {
  const node = readRule(rule, reading(scope, layout, shared), scope);
  if (node !== undefined) return (bytes) => node(bytes) + high;
  return (_, answers) => {
    const [least, most] = evaluate(rule, answers, scope);
    return least + most;
  };
}

/** Gives the low end and leaves the high end in `high`: a pair for each step would cost more than the step itself. */
export type Bounds = (bytes: Uint8Array) => number;
let high = 0;

const small = [0, 1] as const;
const intervals: readonly (readonly Interval[])[] = [
  [],
  ...small.map((low) => small.map((most) => Object.freeze([low, most] as const))),
];

/** A part that remembers what it came to on the case read last. */
function remembered(part: Bounds): Bounds {
  let last: Uint8Array | undefined;
  let low = 0;
  let most = 0;
  return (of) => {
    if (of !== last) {
      low = part(of);
      most = high;
      last = of;
    }
    high = most;
    return low;
  };
}

function reading(scope: Scope, { places, bytes }: ByteLayout, shared?: SharedRules): Reading<Bounds | undefined> {
  const gates = new Map<string, Bounds | undefined | "none">();
  /** The gate of an item: `none` if it is always shown, `undefined` if bytes cannot tell. */
  const gateOf = (item: string): Bounds | undefined | "none" => {
    const askIf = itemIn(scope, item)?.askIf;
    if (askIf === undefined) return "none";
    if (!gates.has(item)) gates.set(item, readRule(askIf, self, scope));
    return gates.get(item);
  };
  const leaf = (
    item: string,
    known: (answer: Answer) => Interval,
    open: Interval,
    closed: Interval,
  ): Bounds | undefined => {
    const place = places.get(item);
    const codes = bytes[place ?? -1];
    const gate = gateOf(item);
    if (place === undefined || codes === undefined || gate === undefined) return undefined;
    const lows = new Float64Array(256).fill(open[0]);
    const highs = new Float64Array(256).fill(open[1]);
    for (const [code, byte] of codes) {
      if (byte >= firstAnswer) [lows[byte], highs[byte]] = known(code as Answer) as [number, number];
    }
    const shown: Bounds = (of) => {
      const byte = of[place] as number;
      high = highs[byte] as number;
      return lows[byte] as number;
    };
    if (gate === "none") return shown;
    return (of) => {
      const least = gate(of);
      if (least === 1) return shown(of);
      if (high === 0) {
        high = closed[1];
        return closed[0];
      }
      const low = shown(of);
      high = Math.max(high, closed[1]);
      return Math.min(low, closed[0]);
    };
  };
  const summed = (parts: readonly (Bounds | undefined)[]): Bounds | undefined => {
    const all = whole(parts);
    return all === undefined
      ? undefined
      : (of) => {
          let low = 0;
          let most = 0;
          for (const part of all) {
            low += part(of);
            most += high;
          }
          high = most;
          return low;
        };
  };
  const self: Reading<Bounds | undefined> = {
    one_of: ({ item, codes }) => {
      const scoped = itemIn(scope, item);
      if (scoped?.responses.kind !== "choice") return undefined;
      const truth = (answer: unknown): Interval => (codes.includes(String(answer)) ? [1, 1] : [0, 0]);
      return leaf(item, truth, [0, 1], truth(scoped.whenClosed));
    },
    judgement: () => undefined,
    value: ({ item }) => {
      const scoped = itemIn(scope, item);
      if (scoped?.responses.kind !== "choice") return undefined;
      const range = rangeOf(scoped);
      const closed = scoped.whenClosed === undefined ? 0 : (numberFor(scoped.whenClosed, scoped) ?? 0);
      const known = (answer: Answer): Interval => {
        const number = numberFor(answer, scoped);
        return number === undefined ? range : [number, number];
      };
      return leaf(item, known, range, [closed, closed]);
    },
    ref: ({ name }, [named]) => {
      const rule = ruleNamed(scope, name);
      if (shared === undefined || rule === undefined) return named;
      if (!shared.has(rule)) shared.set(rule, named && remembered(named));
      return shared.get(rule);
    },
    all: (_, parts) => {
      const all = whole(parts);
      return all === undefined
        ? undefined
        : (of) => {
            let low = 1;
            let most = 1;
            for (const part of all) {
              low = Math.min(low, part(of));
              most = Math.min(most, high);
              if (most === 0) break;
            }
            high = most;
            return low;
          };
    },
    any: (_, parts) => {
      const all = whole(parts);
      return all === undefined
        ? undefined
        : (of) => {
            let low = 0;
            let most = 0;
            for (const part of all) {
              low = Math.max(low, part(of));
              most = Math.max(most, high);
              if (low === 1) break;
            }
            high = most;
            return low;
          };
    },
    not: (_, [part]) =>
      part &&
      ((of) => {
        const low = part(of);
        const least = 1 - high;
        high = 1 - low;
        return least;
      }),
    compare: ({ is, to }, [part]) => part && ((of) => compareEnds(is, part(of), to)),
    count: (_, parts) => summed(parts),
    sum: (_, parts) => summed(parts),
    mean: () => undefined,
    share: () => undefined,
    least: () => undefined,
    greatest: () => undefined,
  };
  return self;
}

/** A comparison on the ends in hand: true or false only if it is so at both. */
function compareEnds(is: Comparison, low: number, to: number): number {
  const most = high;
  switch (is) {
    case "at_least":
      high = Number(most >= to);
      return Number(low >= to);
    case "more_than":
      high = Number(most > to);
      return Number(low > to);
    case "at_most":
      high = Number(low <= to);
      return Number(most <= to);
    case "less_than":
      high = Number(low < to);
      return Number(most < to);
    case "equals":
      high = Number(low <= to && to <= most);
      return Number(low === to && most === to);
  }
}

function whole(parts: readonly (Bounds | undefined)[]): readonly Bounds[] | undefined {
  const found = parts.filter((part) => part !== undefined);
  return found.length === parts.length ? found : undefined;
}

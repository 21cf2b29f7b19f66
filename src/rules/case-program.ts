import type { ByteLayout } from "./byte-layout.ts";
import { type CaseStep, caseSteps, truthBits } from "./case-steps.ts";
import { evaluate } from "./evaluate.ts";
import { isCondition } from "./is-condition.ts";
import type { Answers, Rule } from "./rule.ts";
import type { Scope } from "./scope.ts";

/**
 * What some rules come to on one case, in the rules' order. The next case is written into the same arrays.
 *
 * @internal
 */
export interface CaseBounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * Works out its rules on one case.
 *
 * @internal
 */
export interface CaseProgram {
  /** Whether a rule cannot be read from bytes: then a case's answers must be given too. */
  readonly needsAnswers: boolean;
  /** The bounds that `evaluate` gives. */
  boundsOf(bytes: Uint8Array, answers: Answers): CaseBounds;
}

/**
 * Many rules as one list of steps over a case's bytes, so that what they have in common, and every branching, is worked
 * out once for a case. A rule that cannot be read from bytes is handed to `evaluate`.
 *
 * @internal
 */
export function caseProgram(rules: readonly (readonly [Rule, Scope])[], layout: ByteLayout): CaseProgram {
  const { steps, ends } = caseSteps(rules, layout);
  const { run, truths, lows, highs } = walk(steps);
  const low = new Float64Array(rules.length);
  const high = new Float64Array(rules.length);
  const bounds = { low, high };
  const ready = rules.map(([rule, scope], at) => ({ rule, scope, end: ends[at], isTruth: isCondition(rule, scope) }));
  const boundsOf = (bytes: Uint8Array, answers: Answers): CaseBounds => {
    run(bytes);
    for (let at = 0; at < ready.length; at++) {
      const { rule, scope, end, isTruth } = ready[at] as (typeof ready)[number];
      if (end === undefined) [low[at], high[at]] = evaluate(rule, answers, scope) as [number, number];
      else if (isTruth) {
        low[at] = (truths[end] as number) >> 1;
        high[at] = (truths[end] as number) & 1;
      } else {
        low[at] = lows[end] as number;
        high[at] = highs[end] as number;
      }
    }
    return bounds;
  };
  return { needsAnswers: ends.includes(undefined), boundsOf };
}

/** The numbers that stand for what a step does. */
const ops = {
  one_of: 0,
  value: 1,
  all: 2,
  any: 3,
  not: 4,
  count: 5,
  sum: 6,
  at_least: 7,
  more_than: 8,
  at_most: 9,
  less_than: 10,
  equals: 11,
} as const;

/** Walks steps from first to last. What each comes to stands at its number: a truth, or the ends of a quantity. */
function walk(steps: readonly CaseStep[]) {
  const { asked, code, numbers, truthsOf, lowsOf, highsOf } = flat(steps);
  const inverse = Uint8Array.of(truthBits.yes, truthBits.open, truthBits.open, truthBits.no);
  const truths = new Uint8Array(steps.length);
  const lows = new Float64Array(steps.length);
  const highs = new Float64Array(steps.length);
  const run = (bytes: Uint8Array): void => {
    for (let at = 0; at < asked.length; at += 3) {
      const row = (asked[at + 1] as number) + (bytes[asked[at + 2] as number] as number);
      truths[asked[at] as number] = truthsOf[row] as number;
    }
    for (let at = 0; at < code.length; ) {
      const op = code[at] as number;
      const step = code[at + 1] as number;
      const end = code[at + 2] as number;
      const part = code[at + 3] as number;
      at += 3;
      switch (op) {
        case ops.one_of: {
          const gate = truths[code[at + 2] as number] as number;
          const closed = code[at + 3] as number;
          const known = truthsOf[(code[at + 1] as number) + (bytes[part] as number)] as number;
          truths[step] = gate === truthBits.yes ? known : gate === truthBits.no ? closed : eitherOf(known, closed);
          break;
        }
        case ops.value: {
          const row = (code[at + 1] as number) + (bytes[part] as number);
          const gate = end - at === 2 ? truthBits.yes : (truths[code[at + 2] as number] as number);
          const closed = numbers[step] as number;
          lows[step] = gate === truthBits.no ? closed : (lowsOf[row] as number);
          highs[step] = gate === truthBits.no ? closed : (highsOf[row] as number);
          if (gate === truthBits.open) {
            lows[step] = Math.min(lows[step] as number, closed);
            highs[step] = Math.max(highs[step] as number, closed);
          }
          break;
        }
        case ops.all: {
          let truth: number = truthBits.yes;
          for (; at < end; at++) truth &= truths[code[at] as number] as number;
          truths[step] = truth;
          break;
        }
        case ops.any: {
          let truth: number = truthBits.no;
          for (; at < end; at++) truth |= truths[code[at] as number] as number;
          truths[step] = truth;
          break;
        }
        case ops.not:
          truths[step] = inverse[truths[part] as number] as number;
          break;
        case ops.count: {
          let low = 0;
          let high = 0;
          for (; at < end; at++) {
            const truth = truths[code[at] as number] as number;
            low += truth >> 1;
            high += truth & 1;
          }
          lows[step] = low;
          highs[step] = high;
          break;
        }
        case ops.sum: {
          let low = 0;
          let high = 0;
          for (; at < end; at++) {
            low += lows[code[at] as number] as number;
            high += highs[code[at] as number] as number;
          }
          lows[step] = low;
          highs[step] = high;
          break;
        }
        default:
          truths[step] = comparedAs(op, lows[part] as number, highs[part] as number, numbers[step] as number);
      }
      at = end;
    }
  };
  return { run, truths, lows, highs };
}

/** While it is open whether an item is asked, both what it says and what it is once closed are possible. */
const eitherOf = (known: number, closed: number): number => (known & closed & 2) | ((known | closed) & 1);

/** A comparison's truth: certain if it holds at both ends, possible if it holds somewhere between them. */
function comparedAs(op: number, low: number, high: number, to: number): number {
  switch (op) {
    case ops.at_least:
      return Number(low >= to) * 2 + Number(high >= to);
    case ops.more_than:
      return Number(low > to) * 2 + Number(high > to);
    case ops.at_most:
      return Number(high <= to) * 2 + Number(low <= to);
    case ops.less_than:
      return Number(high < to) * 2 + Number(low < to);
    default:
      return Number(low === to && high === to) * 2 + Number(low <= to && to <= high);
  }
}

/**
 * Steps as lists of numbers. Conditions on items without branching come first, since nothing comes before them: step,
 * start of its truths by byte, and place. Every other step is its op, its number, where the next one starts, and its
 * parts; of an item: place, start of what it is by byte, and the step and the truth of its gate.
 */
function flat(steps: readonly CaseStep[]) {
  const asked: number[] = [];
  const code: number[] = [];
  const truthsOf: number[] = [];
  const bounds: (readonly [number, number])[] = [];
  const numbers = new Float64Array(steps.length);
  const put = (op: number, step: number, parts: readonly number[]) =>
    code.push(op, step, code.length + 3 + parts.length, ...parts);
  for (const [at, step] of steps.entries()) {
    if (step.op === "one_of") {
      const { place, gate, truths } = step;
      if (gate === undefined) asked.push(at, truthsOf.length, place);
      else put(ops.one_of, at, [place, truthsOf.length, gate.step, gate.closed]);
      truthsOf.push(...truths);
    } else if (step.op === "value") {
      const { place, gate } = step;
      put(ops.value, at, [place, bounds.length, ...(gate === undefined ? [] : [gate.step])]);
      numbers[at] = gate?.closed ?? 0;
      bounds.push(...step.bounds);
    } else {
      put(step.op === "compare" ? ops[step.is] : ops[step.op], at, step.of);
      if (step.op === "compare") numbers[at] = step.to;
    }
  }
  return {
    asked: Int32Array.from(asked),
    code: Int32Array.from(code),
    numbers,
    truthsOf: Uint8Array.from(truthsOf),
    lowsOf: Float64Array.from(bounds, ([low]) => low),
    highsOf: Float64Array.from(bounds, ([, high]) => high),
  };
}

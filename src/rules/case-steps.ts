import { isAmongWhenClosed, numberFor, rangeOf } from "./answer-of.ts";
import { oneOf } from "./builders.ts";
import type { ByteLayout } from "./byte-layout.ts";
import { firstAnswer } from "./case-bytes.ts";
import { type Reading, readRule } from "./read-rule.ts";
import type { Answer, Comparison, Interval, Rule } from "./rule.ts";
import { itemIn, type Scope, type ScopedItem } from "./scope.ts";

/**
 * A truth as two bits, so that "and" and "or" of truths are those of their bits: the lower says that it can be true, the
 * upper that it certainly is.
 *
 * @internal
 */
export const truthBits = { no: 0, open: 1, yes: 3 } as const;

/** One step of working out rules on a case's bytes. Its parts are earlier steps, by their number. */
export type CaseStep =
  /** By the byte of one item: a truth, and the truth once the item's gate has closed it. */
  | { readonly op: "one_of"; readonly place: number; readonly truths: readonly number[]; readonly gate?: Gate }
  /** By the byte of one item: the least and the most of a number. */
  | { readonly op: "value"; readonly place: number; readonly bounds: readonly Interval[]; readonly gate?: Gate }
  | { readonly op: "all" | "any" | "not" | "count" | "sum"; readonly of: readonly number[] }
  | { readonly op: "compare"; readonly is: Comparison; readonly of: readonly number[]; readonly to: number };

/** The step of an item's `askIf`, and what the item comes to if that is false: a truth, or a number. */
export interface Gate {
  readonly step: number;
  readonly closed: number;
}

/** Steps that work out several rules, each part once. */
export interface CaseSteps {
  /** Every step after its parts. */
  readonly steps: readonly CaseStep[];
  /** By rule: its last step; `undefined` if it cannot be read from bytes. */
  readonly ends: readonly (number | undefined)[];
}

/**
 * The steps of some rules over one layout. Equal parts, of one rule or of several, are one step. A rule cannot be read
 * from bytes if it asks for a number or a day, or is of a kind that leaves out parts that do not apply.
 */
export function caseSteps(rules: readonly (readonly [Rule, Scope])[], layout: ByteLayout): CaseSteps {
  const steps: CaseStep[] = [];
  const numbers = new Map<string, number>();
  const add = (step: CaseStep): number => {
    const key = JSON.stringify(step, (_, value) => (typeof value === "number" ? String(value) : value)); // infinities, too
    const before = numbers.get(key);
    if (before !== undefined) return before;
    numbers.set(key, steps.length);
    return steps.push(step) - 1;
  };
  const isTruth = (step: number) => truthOps.has((steps[step] as CaseStep).op);
  const ends = rules.map(([rule, scope]) => readRule(rule, reading(scope, layout, add, isTruth), scope));
  return { steps, ends };
}

const truthOps: ReadonlySet<CaseStep["op"]> = new Set<CaseStep["op"]>(["one_of", "all", "any", "not", "compare"]);

function reading(
  scope: Scope,
  { places, bytes }: ByteLayout,
  add: (step: CaseStep) => number,
  isTruth: (step: number) => boolean,
): Reading<number | undefined> {
  /** What an item comes to by byte; `undefined` if bytes do not tell its answer or whether it is asked. */
  const leaf = <Each>(
    item: string,
    open: Each,
    known: (answer: Answer, scoped: ScopedItem) => Each,
    step: (place: number, by: readonly Each[], gate: number | undefined, scoped: ScopedItem) => CaseStep,
  ): number | undefined => {
    const place = places.get(item);
    const scoped = itemIn(scope, item);
    const codes = bytes[place ?? -1];
    if (place === undefined || codes === undefined || scoped?.responses.kind !== "choice") return undefined;
    const by = new Array<Each>(Math.max(firstAnswer, ...codes.values()) + 1).fill(open);
    for (const [code, byte] of codes) if (byte >= firstAnswer) by[byte] = known(code as Answer, scoped);
    const gate = scoped.askIf === undefined ? undefined : readRule(scoped.askIf, self, scope);
    return scoped.askIf !== undefined && gate === undefined ? undefined : add(step(place, by, gate, scoped));
  };
  /** A step over its parts; `undefined` if one of them cannot be read, or is a number where truths are needed. */
  const over =
    (op: "all" | "any" | "not" | "count" | "sum") =>
    (_: unknown, parts: readonly (number | undefined)[]): number | undefined => {
      const of = parts.filter((part): part is number => part !== undefined && isTruth(part) === (op !== "sum"));
      return of.length === parts.length ? add({ op, of }) : undefined;
    };
  const notFromBytes = () => undefined;
  const self: Reading<number | undefined> = {
    one_of: ({ item, codes }) => {
      const truth = (holds: boolean) => (holds ? truthBits.yes : truthBits.no);
      const known = (code: Answer) => truth(codes.includes(String(code)));
      return leaf<number>(item, truthBits.open, known, (place, truths, step, scoped) => ({
        op: "one_of",
        place,
        truths,
        ...(step === undefined ? {} : { gate: { step, closed: truth(isAmongWhenClosed(codes, scoped)) } }),
      }));
    },
    value: ({ item }) => {
      const range = rangeOf(itemIn(scope, item));
      const known = (answer: Answer, scoped: ScopedItem): Interval => {
        const number = numberFor(answer, scoped);
        return number === undefined ? range : [number, number];
      };
      return leaf(item, range, known, (place, bounds, step, scoped) => {
        const closed = scoped.whenClosed === undefined ? 0 : (numberFor(scoped.whenClosed, scoped) ?? 0);
        return { op: "value", place, bounds, ...(step === undefined ? {} : { gate: { step, closed } }) };
      });
    },
    ref: (_, [named]) => named,
    all: over("all"),
    any: over("any"),
    not: over("not"),
    count: over("count"),
    sum: over("sum"),
    compare: ({ is, to }, [part]) =>
      part === undefined || isTruth(part) ? undefined : add({ op: "compare", is, of: [part], to }),
    judgement: ({ item }) => self.one_of(oneOf(item, "yes"), []),
    mean: notFromBytes,
    share: notFromBytes,
    least: notFromBytes,
    greatest: notFromBytes,
  };
  return self;
}

import {
  type Comparison,
  type Condition,
  isAmongWhenClosed,
  itemIn,
  numberFor,
  oneOf,
  type Reading,
  type Rule,
  readRule,
  type ScopedItem,
} from "../rules/index.ts";
import type { Cell, Source } from "./cell.ts";
import { cellReader } from "./cells.ts";
import {
  added,
  and,
  call,
  cases,
  choose,
  constant,
  type Expression,
  negated,
  no,
  or,
  sql,
  truth,
  yes,
} from "./expression.ts";
import { leastMean, roundedMean } from "./mean-sql.ts";

/** The least and the most that a part of a rule can still become. */
export type Ends = readonly [low: Expression, high: Expression];

/** A part of a rule as SQL: what `evaluate` knows of it, each as an expression that is never NULL. */
export interface SqlPart {
  readonly sort: "condition" | "quantity";
  readonly ends: Ends;
  /** Its ends if it applies, for the kinds that leave out what does not. */
  readonly applying: Ends;
  readonly mustApply: Expression;
  readonly mayApply: Expression;
}

/** Reads rules into SQL over the cells of a table. */
export interface SqlReader {
  readonly cell: (item: string) => Cell;
  /** A rule's ends; a condition's are TRUE or FALSE, a quantity's are doubles. */
  readonly ends: (rule: Rule) => Ends;
}

/**
 * A reader of rules into SQL: the same results as `evaluate`, as two expressions for each rule. Items, gates and named
 * rules are columns of a lower layer, so a rule is never longer in SQL than it is as data.
 *
 * @throws {AssessmentError} `unknown_reference`, `circular_reference`, `wrong_rule_type`
 */
export function sqlReader(source: Source): SqlReader {
  const { scope, layers } = source;
  const { define, dialect } = layers;
  const cell = cellReader(source);
  const literal = (value: number) => constant(dialect.number(value));
  const gates = new Map<string, Ends>();

  const shown = (item: string): Ends => {
    const before = gates.get(item);
    if (before !== undefined) return before;
    const askIf: Condition | undefined = itemIn(scope, item)?.askIf;
    const now: Ends =
      askIf === undefined ? [yes, yes] : defineEnds(`shown_${item}`, readRule(askIf, reading, scope).ends);
    gates.set(item, now);
    return now;
  };
  const defineEnds = (hint: string, [low, high]: Ends): Ends => [
    define(`${hint}_low`, low),
    define(`${hint}_high`, high),
  ];
  /** The same part with columns in place of expressions, for where it is read more than once. */
  const defined = (part: SqlPart, hint = "part"): SqlPart => {
    const ends = defineEnds(hint, part.ends);
    return {
      ...part,
      ends,
      applying: part.applying === part.ends ? ends : defineEnds(`${hint}_applying`, part.applying),
      mustApply: define(`${hint}_must`, part.mustApply),
      mayApply: define(`${hint}_may`, part.mayApply),
    };
  };
  const asNumber = ({ sort, ends: [low, high] }: Pick<SqlPart, "sort" | "ends">): Ends => {
    const number = (end: Expression) => (sort === "quantity" ? end : choose(end, literal(1), literal(0)));
    return [number(low), number(high)];
  };
  const leaf = (item: string, sort: SqlPart["sort"], known: Ends, closed: Expression): SqlPart => {
    const [must, may] = shown(item);
    const counts = itemIn(scope, item)?.whenClosed !== undefined;
    if (must === yes) return { sort, ends: known, applying: known, mustApply: yes, mayApply: yes };
    const ends: Ends =
      sort === "quantity"
        ? closedQuantity(defineEnds(`${item}_known`, known), closed, must, may)
        : closed === yes
          ? [or([known[0], negated(may)]), or([known[1], negated(must)])]
          : [and([known[0], must]), and([known[1], may])];
    return counts
      ? { sort, ends, applying: ends, mustApply: yes, mayApply: yes }
      : { sort, ends, applying: known, mustApply: must, mayApply: may };
  };
  const over = (sort: SqlPart["sort"], parts: readonly SqlPart[], ends: Ends): SqlPart => {
    const none = parts.length === 0;
    return {
      sort,
      ends,
      applying: ends,
      mustApply: none ? yes : or(parts.map(({ mustApply }) => mustApply)),
      mayApply: none ? yes : or(parts.map(({ mayApply }) => mayApply)),
    };
  };
  const total = (parts: readonly SqlPart[]): Ends => {
    const sum = (end: 0 | 1) => added([literal(0), ...parts.map((part) => asNumber(part)[end])]);
    return [sum(0), sum(1)];
  };
  /** Parts that leave out what does not apply, ready to be read several times. */
  const counted = (parts: readonly SqlPart[]) =>
    parts.map((part) => {
      const { sort, applying, mustApply, mayApply } = defined(part);
      const [low, high] = asNumber({ sort, ends: applying });
      return { low, high, mustApply, mayApply };
    });
  const meanOf = (parts: readonly SqlPart[], ifNone: number): Ends => {
    const of = counted(parts);
    const minus = (number: Expression) => sql`${literal(0)} - ${number}`;
    const low = leastMean(
      of.map((part) => ({ ...part, number: part.low })),
      ifNone,
      layers,
    );
    const high = leastMean(
      of.map((part) => ({ ...part, number: minus(part.high) })),
      0 - ifNone,
      layers,
    );
    return [roundedMean(low, layers), roundedMean(minus(high), layers)];
  };
  /** The least of the parts that apply, or the greatest: the same with the ends and the functions swapped. */
  const extremeOf = (parts: readonly SqlPart[], ifNone: number, pick: "least" | "greatest"): Ends => {
    const of = counted(parts);
    const [first, second, far] =
      pick === "least"
        ? (["least", "greatest", Number.MAX_VALUE] as const)
        : (["greatest", "least", -Number.MAX_VALUE] as const);
    const none = literal(ifNone);
    const certain = define("any_must", or(of.map(({ mustApply }) => mustApply)));
    const near = (part: (typeof of)[number]) => (pick === "least" ? part.low : part.high);
    const other = (part: (typeof of)[number]) => (pick === "least" ? part.high : part.low);
    const reached = extreme(first, [
      ...of.map((part) => choose(part.mayApply, near(part), literal(far))),
      choose(certain, literal(far), none),
    ]);
    const sure = extreme(
      first,
      of.map((part) => choose(part.mustApply, other(part), literal(far))),
    );
    const unsure = extreme(second, [none, ...of.map((part) => choose(part.mayApply, other(part), literal(0 - far)))]);
    const kept = choose(certain, sure, unsure);
    return pick === "least" ? [reached, kept] : [kept, reached];
  };

  const reading: Reading<SqlPart> = {
    one_of: ({ item, codes }) => {
      const { is, mayBe } = cell(item);
      const closed = isAmongWhenClosed(codes, itemIn(scope, item));
      return leaf(item, "condition", [is(codes), mayBe(codes)], truth(closed));
    },
    judgement: ({ item }) => reading.one_of(oneOf(item, "yes"), []),
    value: ({ item }) => leaf(item, "quantity", cell(item).number(), literal(numberWhenClosed(itemIn(scope, item)))),
    ref: ({ name }, [part]) => defined(part as SqlPart, name),
    all: (_, parts) => over("condition", parts, [and(parts.map(lowOf)), and(parts.map(highOf))]),
    any: (_, parts) => over("condition", parts, [or(parts.map(lowOf)), or(parts.map(highOf))]),
    not: (_, parts) => over("condition", parts, [negated(or(parts.map(highOf))), negated(or(parts.map(lowOf)))]),
    compare: ({ is, to }, parts) => {
      const [low, high] = defineEnds("compared", total(parts));
      return over("condition", parts, compared(is, low, high, literal(to)));
    },
    count: (_, parts) => over("quantity", parts, total(parts)),
    sum: (_, parts) => over("quantity", parts, total(parts)),
    mean: ({ ifNone }, parts) => over("quantity", parts, meanOf(parts, ifNone)),
    share: ({ ifNone }, parts) => over("quantity", parts, meanOf(parts, ifNone)),
    least: ({ ifNone }, parts) => over("quantity", parts, extremeOf(parts, ifNone, "least")),
    greatest: ({ ifNone }, parts) => over("quantity", parts, extremeOf(parts, ifNone, "greatest")),
  };
  return { cell, ends: (rule) => readRule(rule, reading, scope).ends };
}

const lowOf = ({ ends }: SqlPart): Expression => ends[0];
const highOf = ({ ends }: SqlPart): Expression => ends[1];

function numberWhenClosed(item: ScopedItem | undefined): number {
  return item?.whenClosed === undefined ? 0 : (numberFor(item.whenClosed, item) ?? 0);
}

function closedQuantity([low, high]: Ends, closed: Expression, must: Expression, may: Expression): Ends {
  const end = (known: Expression, pick: "least" | "greatest") =>
    cases(
      [
        [must, known],
        [may, call(pick, known, closed)],
      ],
      closed,
    );
  return [end(low, "least"), end(high, "greatest")];
}

function compared(is: Comparison, low: Expression, high: Expression, to: Expression): Ends {
  switch (is) {
    case "at_least":
      return [sql`${low} >= ${to}`, sql`${high} >= ${to}`];
    case "more_than":
      return [sql`${low} > ${to}`, sql`${high} > ${to}`];
    case "at_most":
      return [sql`${high} <= ${to}`, sql`${low} <= ${to}`];
    case "less_than":
      return [sql`${high} < ${to}`, sql`${low} < ${to}`];
    case "equals":
      return [and([sql`${low} = ${to}`, sql`${high} = ${to}`]), and([sql`${low} <= ${to}`, sql`${to} <= ${high}`])];
  }
}

function extreme(pick: "least" | "greatest", of: readonly Expression[]): Expression {
  const [only = no] = of;
  return of.length < 2 ? only : call(pick, ...of);
}

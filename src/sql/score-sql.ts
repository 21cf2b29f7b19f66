import { type Profile, profileScope } from "../definition/index.ts";
import type { Instrument, Level } from "../instrument/index.ts";
import { mustHave } from "../issues/index.ts";
import { isCondition, type Scope } from "../rules/index.ts";
import { cellReader, faultsOf } from "./cells.ts";
import { decisionColumn } from "./decision-sql.ts";
import { and, cases, choose, constant, type Expression, negated, no, or, sql, yes } from "./expression.ts";
import type { Layers } from "./layers.ts";
import { checkAdded, checkDay, type SqlOptions, type SqlStatement, sourceFor, tableName } from "./options.ts";
import { profileReader } from "./profile-reader.ts";
import { type SqlReader, sqlReader } from "./to-sql.ts";

/** What a form's statement is made for. */
export interface ScoreSqlOptions extends SqlOptions {
  /** The day the answers are looked at, as `YYYY-MM-DD`: a later day in a cell is a fault, as it is to `score`. */
  readonly asOf?: string;
  /** Definitions to hold each row against, by the name of the column that says `met`, `not_met` or `indeterminate`. */
  readonly definitions?: Readonly<Record<string, Profile>>;
}

/**
 * One statement that scores every row of a table with an instrument: the table's columns, then `faults`, then for each
 * indicator `NAME_low` and `NAME_high` (0 and 1 for a condition), and for each level its bounds.
 *
 * An ordered level has `NAME_at_least` and `NAME_at_most`, the least and the most concern still possible; both are the
 * same once it is settled. Another level has `NAME_settled`: its outcome, or `''` while more than one is possible. Where
 * a level's diagram is too large the columns end in `_by_intervals` and may be wider than what `score` says, never
 * narrower.
 *
 * `faults` names the items whose cell holds what the form does not list, and is `''` in every other row. A row with
 * faults has no results: they are NULL there and nowhere else.
 *
 * Items that only the definitions ask for are read where the table has them.
 *
 * @throws {AssessmentError} `unknown_item`, `unquotable_name`, `duplicate_name`, `too_large`, `out_of_range` for the day,
 *   `malformed` without a form, or for options without a table or a dialect, and as the rules' readings
 * @example
 * const { columns } = scoreSql(quickScreen, { dialect: postgres, table: ["clinic", "cases"] });
 * columns.slice(-2); // => ["pattern_at_least", "pattern_at_most"]
 */
export function scoreSql(instrument: Instrument, options: ScoreSqlOptions): SqlStatement {
  mustHave(instrument, "items", "instrument");
  mustHave(options, "table", "options");
  const { prefix = "", asOf, definitions = {} } = options;
  checkDay(asOf);
  const profiles = Object.entries(definitions);
  const more = profiles.map(([, profile]) => profileScope(profile).items);
  const asked: Scope["items"] = Object.assign({}, ...more, instrument.items);
  const source = { ...sourceFor({ items: asked }, options), ...(asOf === undefined ? {} : { lastDay: asOf }) };
  const { layers } = source;
  const reader = sqlReader({ ...source, scope: instrument });
  const cell = cellReader(source);
  const faults = faultsOf(
    Object.keys(asked).map((item) => [item, cell(item)] as const),
    layers,
  );
  const isFaulty = layers.define("faulty", faults.any);
  const unlessFaulty = (value: Expression) => choose(isFaulty, constant("NULL"), value);
  const outputs = [
    [`${prefix}faults`, faults.names] as const,
    ...[
      ...indicatorColumns(instrument, reader),
      ...levelColumns(instrument, reader, layers),
      ...profiles.map(([name, profile]) => profileReader(profile, source, asOf).caseness(name)),
    ].map(([name, value]) => [`${prefix}${name}`, unlessFaulty(value)] as const),
  ];
  const columns = outputs.map(([name]) => name);
  checkAdded(columns, options);
  const anyDay = asOf === undefined && Object.values(asked).some(({ responses }) => responses.kind === "date");
  const notHeld = anyDay ? [...leftOut, "faults.after_as_of"] : leftOut;
  return { statement: layers.statement(tableName(options), outputs), columns, leftOut: notHeld };
}

const leftOut: readonly string[] = [
  "levels.possible",
  "levels.because",
  "levels.open",
  "indicators.prorated",
  "completeness",
  "contradictions",
  "guidance",
  "next",
];

type Column = readonly [name: string, value: Expression];

function indicatorColumns(instrument: Instrument, { ends }: SqlReader): readonly Column[] {
  return Object.entries(instrument.indicators).flatMap(([name, { rule }]): readonly Column[] => {
    const [low, high] = ends({ kind: "ref", name });
    const shown = (end: Expression) =>
      isCondition(rule, instrument) ? choose(end, constant("1"), constant("0")) : end;
    return [
      [`${name}_low`, shown(low)],
      [`${name}_high`, shown(high)],
    ];
  });
}

function levelColumns(instrument: Instrument, reader: SqlReader, layers: Layers): readonly Column[] {
  return Object.entries(instrument.levels ?? {}).flatMap(([name, level]): readonly Column[] => {
    const declared = Object.keys(level.outcomes);
    const order = [...new Set([...level.cases.map(({ outcome }) => outcome), level.otherwise])];
    const ends = (possible: number) => endsOf(possible, order, declared);
    const exact = decisionColumn({ decision: level, scope: instrument }, ends, reader.cell, layers);
    const both = exact && layers.define(name, exact);
    const end = exact === undefined ? "_by_intervals" : "";
    const bounds = both === undefined ? boundsByIntervals(level, reader, layers) : boundsFrom(both, declared, layers);
    if (level.ordered) {
      return [
        [`${name}_at_least${end}`, bounds.atLeast],
        [`${name}_at_most${end}`, bounds.atMost],
      ];
    }
    return [[`${name}_settled${end}`, choose(bounds.settled, bounds.atMost, constant("''"))]];
  });
}

/** More than the number of outcomes that a level may have. */
const base = 64;

/** The first and the last of the declared outcomes that are possible, as one number. */
function endsOf(possible: number, order: readonly string[], declared: readonly string[]): number {
  const places = order.flatMap((outcome, bit) => ((possible & (1 << bit)) === 0 ? [] : [declared.indexOf(outcome)]));
  return Math.min(...places) * base + Math.max(...places);
}

interface LevelBounds {
  readonly atMost: Expression;
  readonly atLeast: Expression;
  readonly settled: Expression;
}

function boundsFrom(both: Expression, declared: readonly string[], { dialect, define }: Layers): LevelBounds {
  const places = declared.map((_, at) => at);
  const named = (end: Expression, scale: number) =>
    cases(
      places.slice(0, -1).map((at) => [sql`${end} = ${at * scale}`, outcomeText(declared, at, dialect)]),
      outcomeText(declared, declared.length - 1, dialect),
    );
  const least = define("level_least", sql`${both} % ${base}`);
  const most = define("level_most", sql`${both} - ${least}`);
  return { atMost: named(most, base), atLeast: named(least, 1), settled: sql`${most} = ${least} * ${base}` };
}

function outcomeText(declared: readonly string[], at: number, dialect: Layers["dialect"]): Expression {
  return constant(dialect.text(declared[at] ?? ""));
}

/** The outcomes that interval evaluation does not rule out: each as whether it is still possible. */
function boundsByIntervals(level: Level, { ends }: SqlReader, { dialect, define }: Layers): LevelBounds {
  const declared = Object.keys(level.outcomes);
  const possible = new Map<string, Expression[]>(declared.map((outcome) => [outcome, []]));
  let decided: Expression = no;
  for (const [at, { when, outcome }] of level.cases.entries()) {
    const [low, high] = ends(when);
    const [sure, maybe] = [define(`case_${at}_low`, low), define(`case_${at}_high`, high)];
    possible.get(outcome)?.push(and([maybe, negated(decided)]));
    decided = define(`decided_${at}`, or([decided, sure]));
  }
  possible.get(level.otherwise)?.push(negated(decided));
  const open = declared.map((outcome) => define(`may_be_${outcome}`, or(possible.get(outcome) ?? [])));
  const firstOf = (order: readonly number[]) =>
    cases(
      order.slice(0, -1).map((at) => [open[at] ?? no, outcomeText(declared, at, dialect)]),
      outcomeText(declared, order.at(-1) ?? 0, dialect),
    );
  const places = declared.map((_, at) => at);
  const atMost = define("level_most", firstOf(places));
  const atLeast = define("level_least", firstOf(places.toReversed()));
  return { atMost, atLeast, settled: declared.length < 2 ? yes : sql`${atMost} = ${atLeast}` };
}

import { AssessmentError } from "../issues/index.ts";
import { type Answer, itemIn, numberFor, type Responses, type Scope, type ScopedItem, states } from "../rules/index.ts";
import {
  and,
  call,
  cases,
  choose,
  constant,
  type Expression,
  negated,
  no,
  or,
  over,
  sql,
  truth,
} from "./expression.ts";
import type { Layers } from "./layers.ts";

/** One item's cell in every row. */
export interface Cell {
  /** True if the cell holds what the item does not accept. */
  readonly fault: Expression;
  /** The answers that can be listed, in order. */
  readonly answers: readonly Answer[];
  /** Which of them the cell holds, from 1; the number after the last if the answer is not known. Any other if faulty. */
  readonly position: Expression;
  /** Whether the answer is known and one of these. */
  readonly is: (codes: readonly string[]) => Expression;
  /** Whether the answer is one of these or not known. */
  readonly mayBe: (codes: readonly string[]) => Expression;
  /** Whether a person has entered yes or something else: true or false, and unknown only where nothing is entered. */
  readonly judged: readonly [low: Expression, high: Expression];
  /** The least and the most that the item's number can be. */
  readonly number: () => readonly [low: Expression, high: Expression];
}

/** How the cells of a table are read. */
export interface Source {
  readonly scope: Scope;
  readonly layers: Layers;
  /** The column of an item; `undefined` if the table has none, so that it is not asked. */
  readonly columnOf: (item: string) => string | undefined;
}

/** Cells by item, each read once. */
export function cellReader(source: Source): (item: string) => Cell {
  const made = new Map<string, Cell>();
  return (item) => {
    const before = made.get(item);
    if (before !== undefined) return before;
    const scoped = itemIn(source.scope, item);
    if (scoped === undefined) throw new AssessmentError([{ code: "unknown_reference", path: ["item", item] }]);
    const now = cellOf(item, scoped, source);
    made.set(item, now);
    return now;
  };
}

function cellOf(item: string, scoped: ScopedItem, { layers, columnOf }: Source): Cell {
  const column = columnOf(item);
  const read = column === undefined ? undefined : layers.source(column);
  const { responses } = scoped;
  switch (responses.kind) {
    case "choice":
      return choiceCell(item, scoped, responses, read, layers);
    case "number":
      return numberCell(item, responses, read, layers);
    case "date":
      return dateCell(item, read, layers);
  }
}

/** The words for not knowing, and a cell that is blank or NULL. */
const open: readonly string[] = [...states, ""];

function choiceCell(
  item: string,
  scoped: ScopedItem,
  { options }: Extract<Responses, { kind: "choice" }>,
  column: Expression | undefined,
  layers: Layers,
): Cell {
  const listed = Object.entries(options).filter(([code]) => !open.includes(code));
  const answers = listed.flatMap(([code, { notKnown }]) => (notKnown === true ? [] : [code]));
  const unclear = listed.flatMap(([code, { notKnown }]) => (notKnown === true ? [code] : []));
  const words = [...answers, ...unclear, ...open];
  const last = answers.length + 1;
  const { dialect } = layers;
  const found = column && over(dialect.position(words, column.text), [column]);
  const position = found ? layers.define(item, call("least", found, constant(String(last)))) : constant(String(last));
  const placesOf = (codes: readonly string[]) => answers.flatMap((code, at) => (codes.includes(code) ? [at + 1] : []));
  const among = (places: readonly number[]) =>
    found === undefined ? truth(places.includes(last)) : isAmong(position, places, last);
  const judged = (): readonly [Expression, Expression] => {
    if (unclear.length === 0 || found === undefined) {
      return [among(placesOf(["yes"])), among([...placesOf(["yes"]), last])];
    }
    const entered = layers.define(`${item}_entered`, found);
    const said = sql`${entered} = ${words.indexOf("yes") + 1}`;
    return [said, or([said, sql`${entered} > ${answers.length + unclear.length}`])];
  };
  return {
    fault: found === undefined ? no : sql`${position} = 0`,
    answers,
    position,
    is: (codes) => among(placesOf(codes)),
    mayBe: (codes) => among([...placesOf(codes), last]),
    get judged() {
      return judged();
    },
    number() {
      const numbers = answers.map((code) => numberFor(code, scoped));
      const [least, most] = rangeIn(numbers, item);
      const valueOr = (none: number) => {
        const values = [...new Set(numbers.map((value) => value ?? none))].filter((value) => value !== none);
        const literal = (value: number) => constant(dialect.number(value));
        return cases(
          values.map((value) => [
            among(numbers.flatMap((each, at) => ((each ?? none) === value ? [at + 1] : []))),
            literal(value),
          ]),
          literal(none),
        );
      };
      return [valueOr(least), valueOr(most)];
    },
  };
}

function rangeIn(numbers: readonly (number | undefined)[], item: string): readonly [number, number] {
  const values = numbers.filter((value) => value !== undefined);
  if (values.length === 0) {
    throw new AssessmentError([
      { code: "wrong_rule_type", path: ["item", item], expected: ["an item whose every option carries a value"] },
    ]);
  }
  return [Math.min(...values), Math.max(...values)];
}

/** Whether a position from 1 to `last` is one of these, in the shortest way. */
function isAmong(position: Expression, places: readonly number[], last: number): Expression {
  const others = Array.from({ length: last }, (_, at) => at + 1).filter((place) => !places.includes(place));
  const [only] = places;
  const [other] = others;
  if (only === undefined) return no;
  if (other === undefined) return truth(true);
  if (places.length === 1) return sql`${position} = ${only}`;
  if (others.length === 1) return sql`${position} <> ${other}`;
  const least = Math.min(...places);
  if (least > Math.max(...others)) return sql`${position} >= ${least}`;
  return sql`${position} IN (${places.toSorted((a, b) => a - b).join(", ")})`;
}

/** A number as text: no spaces, no words such as NaN, and never too large for a double. */
const numberPattern = "-?[0-9]{1,20}([.][0-9]{1,40})?([eE][+-]?[0-9]{1,2})?";

/** The most whole numbers that are listed as answers; a wider range is never asked for. */
const widestRange = 250;

function numberCell(
  item: string,
  { min, max, integer }: Extract<Responses, { kind: "number" }>,
  column: Expression | undefined,
  layers: Layers,
): Cell {
  const { dialect } = layers;
  const [least, most] = [constant(dialect.number(min)), constant(dialect.number(max))];
  const answers =
    integer && max - min < widestRange ? Array.from({ length: max - min + 1 }, (_, step) => min + step) : [];
  const shared = { answers, is: () => no, mayBe: () => no, judged: [no, no] as const };
  const last = constant(String(answers.length + 1));
  if (column === undefined) return { ...shared, fault: no, position: last, number: () => [least, most] };
  const text = layers.define(`${item}_text`, over(dialect.cell(column.text), [column]));
  const isNumber = layers.define(`${item}_form`, over(dialect.matches(text.text, numberPattern), [text]));
  const value = layers.define(
    `${item}_number`,
    choose(isNumber, over(dialect.toNumber(text.text), [text]), constant(dialect.number(0))),
  );
  const zero = constant(dialect.number(0));
  const accepted = layers.define(
    `${item}_accepted`,
    and([
      isNumber,
      sql`${value} >= ${least}`,
      sql`${value} <= ${most}`,
      ...(integer ? [sql`${value} = ${over(dialect.floor(value.text), [value])}`] : []),
      negated(and([sql`${value} = ${zero}`, sql`substr(${text}, 1, 1) = '-'`])),
    ]),
  );
  const unknown = openIn(item, column, layers);
  const step = over(dialect.toInteger(`${value.text} - ${least.text}`), [value]);
  return {
    ...shared,
    fault: layers.define(`${item}_fault`, negated(or([accepted, unknown]))),
    position: answers.length === 0 ? last : layers.define(item, choose(accepted, sql`${step} + 1`, last)),
    number: () => [choose(accepted, value, least), choose(accepted, value, most)],
  };
}

const leapYear = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";
const anyYear =
  "[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))";
const dayPattern = `${anyYear}|${leapYear}-02-29`;

function dateCell(item: string, column: Expression | undefined, layers: Layers): Cell {
  const { dialect } = layers;
  const shared = { answers: [], position: constant("1"), is: () => no, mayBe: () => no, judged: [no, no] as const };
  const fault = (): Expression => {
    if (column === undefined) return no;
    const text = layers.define(`${item}_text`, over(dialect.cell(column.text), [column]));
    const day = over(dialect.matches(text.text, dayPattern), [text]);
    return layers.define(`${item}_fault`, negated(or([day, openIn(item, column, layers)])));
  };
  return { ...shared, fault: fault(), number: () => rangeIn([], item) as never };
}

/** Whether a cell is blank or holds a word for not knowing. */
function openIn(item: string, column: Expression, { dialect, define }: Layers): Expression {
  return sql`${define(`${item}_open`, over(dialect.position(open, column.text), [column]))} > 0`;
}

/** Whether any of the cells is faulty, and the ids of those items, joined by a space. */
export function faultsOf(cells: readonly (readonly [item: string, Cell])[], layers: Layers) {
  const { dialect } = layers;
  const any = layers.define("faulty", or(cells.map(([, { fault }]) => fault)));
  const parts = cells
    .filter(([, { fault }]) => fault !== no)
    .map(([item, { fault }]) => choose(fault, constant(dialect.text(` ${item}`)), constant("''")));
  const names = parts.length === 0 ? constant("''") : sql`substr(${call("concat", ...parts)}, 2)`;
  return { any, names: layers.define("faults", choose(any, names, constant("''"))) };
}

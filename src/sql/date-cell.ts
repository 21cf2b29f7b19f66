import { AssessmentError } from "../issues/index.ts";
import { type Cell, noSlots } from "./cell.ts";
import { and, choose, constant, type Expression, negated, no, or, over, sql, yes } from "./expression.ts";
import type { Layers } from "./layers.ts";
import { openIn } from "./open-cell.ts";

const leapYear = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";
const anyYear =
  "[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))";
const dayPattern = `${anyYear}|${leapYear}-02-29`;

/** The cell of an item that is answered by a day, which is none after the last day. */
export function dateCell(
  item: string,
  column: Expression | undefined,
  layers: Layers,
  lastDay: string | undefined,
): Cell {
  const { dialect, define } = layers;
  const shared = {
    answers: [],
    position: constant("1"),
    is: () => no,
    mayBe: () => no,
    ...noSlots,
  };
  const number = (): never => {
    throw new AssessmentError([{ code: "wrong_rule_type", path: ["item", item], expected: ["an item with numbers"] }]);
  };
  if (column === undefined) return { ...shared, number, fault: () => no, day: { known: no, number: constant("0") } };
  const text = define(`${item}_text`, over(dialect.cell(column.text), [column]));
  const isDay = over(dialect.matches(text.text, dayPattern), [text]);
  // Days that are written so stand in the order of their texts.
  const inTime = lastDay === undefined ? yes : sql`${text} <= ${constant(dialect.text(lastDay))}`;
  const known = define(`${item}_is_day`, and([isDay, inTime]));
  return {
    ...shared,
    number,
    fault: () => define(`${item}_fault`, negated(or([known, openIn(item, column, layers)]))),
    day: { known, number: choose(known, dayNumber(text, layers), constant(dialect.number(0))) },
  };
}

/**
 * The number of a day by the rules of the Gregorian calendar, in doubles that hold it exactly: engines differ in how
 * they take dates of the first centuries. The year is counted from March, so that the leap day is its last.
 */
function dayNumber(text: Expression, { dialect, define }: Layers): Expression {
  const literal = (value: number) => constant(dialect.number(value));
  const part = (start: number, length: number) =>
    over(dialect.toNumber(`substr(${text.text}, ${start}, ${length})`), [text]);
  const whole = (value: Expression) => over(dialect.floor(value.text), [value]);
  const isDay = over(dialect.matches(text.text, dayPattern), [text]);
  const digits = (start: number, length: number) => define("part", choose(isDay, part(start, length), literal(1)));
  const [year, month, day] = [digits(1, 4), digits(6, 2), digits(9, 2)];
  const early = sql`${month} <= ${literal(2)}`;
  const from = define("year", choose(early, sql`${year} - ${literal(1)}`, year));
  const since = define("month", choose(early, sql`${month} + ${literal(9)}`, sql`${month} - ${literal(3)}`));
  const leaps = [4, -100, 400].map((every) => {
    const times = whole(sql`${from} / ${literal(Math.abs(every))}`);
    return every < 0 ? sql`- ${times}` : sql`+ ${times}`;
  });
  const inYear = whole(sql`(${since} * ${literal(153)} + ${literal(2)}) / ${literal(5)}`);
  const sum = [sql`${from} * ${literal(365)}`, ...leaps, sql`+ ${inYear}`, sql`+ ${day}`];
  return define("day", over(sum.map(({ text: each }) => each).join(" "), sum));
}

/** The number that {@link dateCell} gives to a day that is written as `YYYY-MM-DD`. */
export function numberOfDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const from = month <= 2 ? year - 1 : year;
  const since = month <= 2 ? month + 9 : month - 3;
  const leaps = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return from * 365 + leaps + Math.floor((since * 153 + 2) / 5) + date;
}

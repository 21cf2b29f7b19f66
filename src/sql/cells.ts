import { AssessmentError } from "../issues/index.ts";
import { type Answer, itemIn, numberFor, type Responses, type ScopedItem } from "../rules/index.ts";
import { type Cell, noSlots, type Source } from "./cell.ts";
import { dateCell } from "./date-cell.ts";
import {
  and,
  call,
  cases,
  choose,
  constant,
  type Expression,
  joinedText,
  negated,
  no,
  or,
  over,
  sql,
  truth,
} from "./expression.ts";
import { isAmong } from "./is-among.ts";
import type { Layers } from "./layers.ts";
import { openIn, openWords } from "./open-cell.ts";

/** Cells by item, each read once. */
export function cellReader(source: Source): (item: string) => Cell {
  const made = new Map<string, Cell>();
  const cell = (item: string): Cell => {
    const before = made.get(item);
    if (before !== undefined) return before;
    const scoped = itemIn(source.scope, item);
    if (scoped === undefined) throw new AssessmentError([{ code: "unknown_reference", path: ["item", item] }]);
    const now = cellOf(item, scoped, source, cell);
    made.set(item, now);
    return now;
  };
  return cell;
}

type Choice = Extract<Responses, { kind: "choice" }>;

function cellOf(item: string, scoped: ScopedItem, source: Source, cell: (item: string) => Cell): Cell {
  const { layers, derive, lastDay } = source;
  const column = source.columnOf(item);
  const read = column === undefined ? undefined : layers.source(column);
  const { responses } = scoped;
  switch (responses.kind) {
    case "choice": {
      const after = (given: Expression, answers: readonly Answer[]) => derive?.(item, given, answers, cell) ?? given;
      return choiceCell(item, scoped, responses, read, layers, after);
    }
    case "number":
      return numberCell(item, responses, read, layers);
    case "date":
      return dateCell(item, read, layers, lastDay);
  }
}

/** An item's answers, its words for an answer that is not clear, and all words that its cells may hold, in that order. */
function wordsOf({ options }: Choice) {
  const listed = Object.entries(options).filter(([code]) => !openWords.includes(code));
  const codes = (unclear: boolean) =>
    listed.flatMap(([code, { notKnown }]) => ((notKnown === true) === unclear ? [code] : []));
  const [answers, unclear] = [codes(false), codes(true)];
  return { answers, unclear, words: [...answers, ...unclear, ...openWords] };
}

function choiceCell(
  item: string,
  scoped: ScopedItem,
  responses: Choice,
  column: Expression | undefined,
  layers: Layers,
  after: (given: Expression, answers: readonly Answer[]) => Expression,
): Cell {
  const { answers, words } = wordsOf(responses);
  const last = constant(String(answers.length + 1));
  const { dialect } = layers;
  if (column === undefined) {
    const position = after(last, answers);
    return placedCell(item, scoped, answers, position === last ? undefined : position, layers);
  }
  // The place among all words, of which those after the answers are alike.
  const found = layers.define(item, over(dialect.position(words, column.text), [column]));
  const given = call("least", found, last);
  const position = after(given, answers);
  const isGiven = position === given;
  const placed = placedCell(item, scoped, answers, position, layers, isGiven ? found : position);
  const cell = {
    ...placed,
    fault: () => sql`${found} = 0`,
    zeroIfFaulty: found,
  };
  const { slot } = dialect;
  if (slot === undefined || !isGiven) return cell;
  const groupsOf = (numbers: readonly number[]) => {
    const groups = Array.from({ length: Math.max(...numbers) + 1 }, (): string[] => []);
    for (const [at, word] of words.entries()) groups[numbers[Math.min(at, answers.length)] ?? 0]?.push(word);
    return groups;
  };
  let known = found;
  return {
    ...cell,
    fault: () => sql`${known} = 0`,
    unitFor: (numbers) => 2 ** Math.ceil(Math.log2(Math.max(...groupsOf(numbers).map(({ length }) => length)) + 2)),
    slot(numbers, unit) {
      const groups = groupsOf(numbers);
      if (groups[0]?.length === 0) return placed.slot(numbers, unit);
      known = layers.define(`${item}_slot`, over(slot(groups, unit, column.text), [column]));
      return known;
    },
  };
}

/**
 * The cell of an item whose answer's place is known: from 1, the number after the last if the answer is not known. What
 * is compared may be any number after the last then.
 */
function placedCell(
  item: string,
  scoped: ScopedItem,
  answers: readonly string[],
  place: Expression | undefined,
  layers: Layers,
  compared: Expression | undefined = place,
): Cell {
  const { dialect } = layers;
  const last = answers.length + 1;
  const position = place ?? constant(String(last));
  const placesOf = (codes: readonly string[]) => answers.flatMap((code, at) => (codes.includes(code) ? [at + 1] : []));
  const among = (places: readonly number[]) =>
    compared === undefined ? truth(places.includes(last)) : isAmong(compared, places, last);
  return {
    fault: () => no,
    unitFor: () => 1,
    slot(numbers, unit) {
      // Faulty cells, at 0, must only not lead out of the list.
      const list = [0, ...numbers].map((number) => number * unit);
      return layers.define(`${item}_slot`, over(dialect.lookUp(list, position.text), [position]));
    },
    answers,
    position,
    is: (codes) => among(placesOf(codes)),
    mayBe: (codes) => among([...placesOf(codes), last]),
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
  const last = constant(String(answers.length + 1));
  const shared = { answers, is: () => no, mayBe: () => no, ...noSlots };
  if (column === undefined) return { ...shared, fault: () => no, position: last, number: () => [least, most] };
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
    fault: () => layers.define(`${item}_fault`, negated(or([accepted, unknown]))),
    position: answers.length === 0 ? last : layers.define(item, choose(accepted, sql`${step} + 1`, last)),
    number: () => [choose(accepted, value, least), choose(accepted, value, most)],
  };
}

/** The ids of faulty cells' items, joined by a space, and whether there are any. */
export function faultsOf(cells: readonly (readonly [item: string, Cell])[], layers: Layers) {
  const { dialect } = layers;
  const faults = cells.map(([item, cell]) => ({ item, cell, fault: cell.fault() })).filter(({ fault }) => fault !== no);
  if (faults.length === 0) return { any: no, names: constant("''") };
  const zeros = faults.map(({ item, cell, fault }) => {
    const number = cell.zeroIfFaulty ?? choose(fault, constant("0"), constant("1"));
    return { number, named: [item, number.text] as const };
  });
  const short = dialect.zeros?.(zeros.map(({ named }) => named));
  const read = zeros.map(({ number }) => number);
  const isFaulty = short === undefined ? or(faults.map(({ fault }) => fault)) : over(short.any, read);
  const parts = faults.map(({ item, fault }) => choose(fault, constant(dialect.text(` ${item}`)), constant("''")));
  const joined = short === undefined ? sql`substr(${joinedText(parts)}, 2)` : over(short.names, read);
  // Few rows have any, so they are put together only there; what is read of the cells is then not needed further up.
  const names = layers.define("faults", choose(isFaulty, joined, constant("''")));
  return { any: sql`${names} <> ''`, names };
}

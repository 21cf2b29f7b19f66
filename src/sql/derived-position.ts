import type { DerivedAnswer } from "../definition/index.ts";
import { asOfDay } from "../definition/index.ts";
import type { Day, Source } from "./cell.ts";
import { numberOfDay } from "./date-cell.ts";
import { and, cases, choose, constant, type Expression, negated, or, sql, yes } from "./expression.ts";
import type { Layers } from "./layers.ts";

/**
 * What fills in items that follow from two known days, as `applyProfile` does: an open item takes the code that the days
 * give; an answer that does not fit them is set aside, so that the item is open. A day in the wrong order gives nothing.
 */
export function derivedPosition(
  entries: readonly DerivedAnswer[],
  layers: Layers,
  asOf: string | undefined,
): NonNullable<Source["derive"]> {
  const { dialect, define } = layers;
  const literal = (value: number) => constant(dialect.number(value));
  const pairs = new Map(entries.map((entry) => [`${entry.from} ${entry.to}`, entry]));
  const turned = new Map<string, Expression>();
  return (item, given, answers, cell) => {
    const own = entries.filter((entry) => entry.item === item);
    if (own.length === 0) return given;
    const dayOf = (end: string): Day | undefined => {
      if (end !== asOfDay) return cell(end).day;
      return asOf === undefined ? undefined : { known: yes, number: literal(numberOfDay(asOf)) };
    };
    const inWrongOrder = (key: string, { from, to }: DerivedAnswer): readonly Expression[] => {
      const [before, start, end] = [turned.get(key), dayOf(from), dayOf(to)];
      if (before !== undefined || start === undefined || end === undefined) return before === undefined ? [] : [before];
      const found = define("turned", and([start.known, end.known, sql`${end.number} < ${start.number}`]));
      turned.set(key, found);
      return [found];
    };
    const last = answers.length + 1;
    const found = own.flatMap(({ code, ruledOut = false, from, to, atLeast = 0, atMost }) => {
      const [start, end] = [dayOf(from), dayOf(to)];
      if (start === undefined || end === undefined) return [];
      const days = define("days", sql`${end.number} - ${start.number}`);
      const most = atMost === undefined ? [] : [sql`${days} <= ${literal(atMost)}`];
      const ends = [from, to].filter((day) => day !== asOfDay);
      const others = [...pairs].filter(([, pair]) => ends.includes(pair.from) || ends.includes(pair.to));
      const inOrder = others.flatMap(([key, pair]) => inWrongOrder(key, pair)).map(negated);
      const bounds = [sql`${days} >= ${literal(atLeast)}`, ...most];
      const holds = define("fits", and([start.known, end.known, ...bounds, ...inOrder]));
      return [{ holds, ruledOut, place: answers.indexOf(code) + 1 }];
    });
    if (found.length === 0) return given;
    const place = (at: number): Expression => constant(String(at));
    // Of several that hold, the one declared last counts.
    const derived = cases(
      found
        .filter(({ ruledOut }) => !ruledOut)
        .toReversed()
        .map((each) => [each.holds, place(each.place)] as const),
      place(last),
    );
    const against = or(
      found.map(({ holds, ruledOut, place: at }) => {
        const same = sql`${given} = ${at}`;
        return and([holds, ruledOut ? same : negated(same)]);
      }),
    );
    const kept = choose(and([sql`${given} > 0`, against]), place(last), given);
    return define(`${item}_derived`, choose(sql`${given} = ${last}`, derived, kept));
  };
}

import type { Answer, Scope } from "../rules/index.ts";
import { constant, type Expression } from "./expression.ts";
import type { Layers } from "./layers.ts";

/** One item's cell in every row. */
export interface Cell {
  /** True if the cell holds what the item does not accept. It is told from a slot if one has been asked for already. */
  readonly fault: () => Expression;
  /** A whole number that is 0 in a faulty cell and in no other, where there is one. */
  readonly zeroIfFaulty?: Expression;
  /** The answers that can be listed, in order. */
  readonly answers: readonly Answer[];
  /** Which of them the cell holds, from 1; the number after the last if the answer is not known. Any other if faulty. */
  readonly position: Expression;
  /** Whether the answer is known and one of these. */
  readonly is: (codes: readonly string[]) => Expression;
  /** Whether the answer is one of these or not known. */
  readonly mayBe: (codes: readonly string[]) => Expression;
  /**
   * A number for each answer, in order, and one for not knowing, times `unit`: one that `unitFor` gives for them, or a
   * greater power of two. What is less than a unit has no meaning. Of a faulty cell, any number.
   */
  readonly slot: (numbers: readonly number[], unit: number) => Expression;
  readonly unitFor: (numbers: readonly number[]) => number;
  /** The least and the most that the item's number can be. */
  readonly number: () => readonly [low: Expression, high: Expression];
  /** The day of an item that holds one. */
  readonly day?: Day;
}

/** An item that is not answered by a code: no rule that reads codes reads it. */
export const noSlots: Pick<Cell, "slot" | "unitFor"> = { slot: () => constant("0"), unitFor: () => 1 };

/** A day of the calendar in every row: whether it is known, and which it is, counted from a fixed day. */
export interface Day {
  readonly known: Expression;
  readonly number: Expression;
}

/** How the cells of a table are read. */
export interface Source {
  readonly scope: Scope;
  readonly layers: Layers;
  /** The column of an item; `undefined` if the table has none, so that it is not asked. */
  readonly columnOf: (item: string) => string | undefined;
  /** A day after this one, as `YYYY-MM-DD`, is a fault; any day is taken if it is not given. */
  readonly lastDay?: string;
  /** What makes of an item's own position one that takes in what follows from other cells. */
  readonly derive?: (
    item: string,
    given: Expression,
    answers: readonly Answer[],
    cell: (item: string) => Cell,
  ) => Expression;
}

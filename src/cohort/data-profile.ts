import { type ItemState, itemStates } from "../assessment/index.ts";
import { mustHave } from "../issues/index.ts";
import { type Answers, isState, type Scope } from "../rules/index.ts";
import { frozen } from "./estimate.ts";

/** How often one item is answered in a set of rows, and in which ways it is not. The counts add up to the rows. */
export interface ItemProfile {
  readonly item: string;
  readonly answered: number;
  readonly notSure: number;
  readonly preferNot: number;
  /** Closed by branching, whatever the cell holds. */
  readonly closed: number;
  readonly blank: number;
  /** Cells that hold no code of the item. */
  readonly bad: number;
  /** Rows that hold an answer behind a gate that another answer has closed. */
  readonly setAside: number;
  /** Whether every answer is the same; only said of two or more. */
  readonly constant: boolean;
}

/** A set of rows at a glance. */
export interface DataProfile {
  readonly rows: number;
  readonly items: readonly ItemProfile[];
  /** Answers that cannot stand together, and in how many rows they do. */
  readonly clashes: readonly { readonly id: string; readonly rows: number }[];
}

/** Takes rows one by one and keeps counts alone, so that a file of any length can be looked at. */
export interface DataProfiler {
  /** A row's good answers, the items whose cells are bad, and the ids of what does not fit together in it. */
  add(answers: Answers, bad: readonly string[], clashes: readonly string[]): void;
  result(): DataProfile;
}

/**
 * A counter of what the cells of a form's rows hold.
 *
 * @example
 * const profiler = dataProfiler(relationshipAndMotive);
 * profiler.add({ adult: "yes" }, ["wants_back"], []);
 * profiler.result().items.slice(0, 1).map(({ item, answered, bad }) => [item, answered, bad]); // => [["adult", 1, 0]]
 */
export function dataProfiler(instrument: Scope): DataProfiler {
  mustHave(instrument, "items", "instrument");
  const ids = Object.keys(instrument.items);
  const tallies = new Map(ids.map((id) => [id, newTally()]));
  const clashing = new Map<string, number>();
  let rows = 0;
  return {
    add(answers, bad, clashes) {
      rows += 1;
      const states = itemStates(instrument, answers);
      for (const id of clashes) clashing.set(id, (clashing.get(id) ?? 0) + 1);
      for (const [id, tally] of tallies) {
        if (bad.includes(id)) {
          tally.bad += 1;
          continue;
        }
        const state = states[id] ?? "not_asked";
        tally[state] += 1;
        const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
        if (answer === undefined || isState(answer)) continue;
        if (state === "closed") tally.setAside += 1;
        if (state === "answered" && tally.seen.size < 2) tally.seen.add(answer);
      }
    },
    result: () =>
      Object.freeze({
        rows,
        items: frozen(
          [...tallies].map(([item, { seen, not_sure, prefer_not, not_asked, ...tally }]) =>
            Object.freeze({
              item,
              answered: tally.answered,
              notSure: not_sure,
              preferNot: prefer_not,
              closed: tally.closed,
              blank: not_asked,
              bad: tally.bad,
              setAside: tally.setAside,
              constant: tally.answered > 1 && seen.size === 1,
            }),
          ),
        ),
        clashes: frozen([...clashing].map(([id, count]) => Object.freeze({ id, rows: count }))),
      }),
  };
}

type Tally = Record<ItemState | "bad" | "setAside", number> & { readonly seen: Set<unknown> };

const newTally = (): Tally => ({
  answered: 0,
  not_sure: 0,
  prefer_not: 0,
  not_asked: 0,
  closed: 0,
  bad: 0,
  setAside: 0,
  seen: new Set(),
});

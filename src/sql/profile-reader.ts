import { type Profile, profileScope } from "../definition/index.ts";
import { type Condition, type Decision, ref, type Scope } from "../rules/index.ts";
import type { Cell, Source } from "./cell.ts";
import { decisionColumn } from "./decision-sql.ts";
import { derivedPosition } from "./derived-position.ts";
import { cases, choose, constant, type Expression, sql } from "./expression.ts";
import { sqlReader } from "./to-sql.ts";

type Column = readonly [name: string, value: Expression];

/** What a definition says of each row, as columns. */
export interface ProfileReader {
  readonly cell: (item: string) => Cell;
  /** `met`, `not_met` or `indeterminate`. */
  readonly caseness: (name: string) => Column;
  /** Whether a test of the definition holds: `true`, `false` or `unknown`. */
  readonly test: (name: string, test: string) => Column;
}

/**
 * Reads a definition over the cells of a table, with what follows from days filled in. A column whose diagram is too
 * large is worked out by intervals, and its name ends in `_by_intervals`.
 */
export function profileReader(profile: Profile, plain: Source, asOf: string | undefined): ProfileReader {
  const scope = profileScope(profile);
  const { layers } = plain;
  const { cell, ends } = sqlReader({ ...plain, scope, derive: derivedPosition(profile.derived, layers, asOf) });
  const word = (text: string) => constant(layers.dialect.text(text));
  const column = (name: string, when: Condition, [no, unknown, yes]: readonly [string, string, string]): Column => {
    const exact = decisionColumn(questionOf(when, scope), bitsOf, cell, layers);
    if (exact !== undefined) {
      const bits = layers.define("bits", exact);
      return [
        name,
        cases(
          [
            [sql`${bits} = 1`, word(yes)],
            [sql`${bits} = 2`, word(no)],
          ],
          word(unknown),
        ),
      ];
    }
    const [low, high] = ends(when);
    return [`${name}_by_intervals`, choose(low, word(yes), choose(high, word(unknown), word(no)))];
  };
  return {
    cell,
    caseness: (name) => column(name, profile.met, ["not_met", "indeterminate", "met"]),
    test: (name, test) => column(name, ref(test), ["false", "unknown", "true"]),
  };
}

/** The outcomes still possible, as they are: 1 is only yes, 2 is only no, 3 is both. */
const bitsOf = (possible: number): number => possible;

function questionOf(
  when: Condition,
  scope: Scope,
): { readonly decision: Decision<"yes" | "no">; readonly scope: Scope } {
  return { decision: { cases: [{ when, outcome: "yes" }], otherwise: "no" }, scope };
}

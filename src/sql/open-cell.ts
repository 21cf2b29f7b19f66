import { states } from "../rules/index.ts";
import { type Expression, over, sql } from "./expression.ts";
import type { Layers } from "./layers.ts";

/** The words for not knowing, and a cell that is blank or NULL. */
export const openWords: readonly string[] = [...states, ""];

/** Whether a cell is blank or holds a word for not knowing. */
export function openIn(item: string, column: Expression, { dialect, define }: Layers): Expression {
  return sql`${define(`${item}_open`, over(dialect.position(openWords, column.text), [column]))} > 0`;
}

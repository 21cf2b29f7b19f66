import type { CaseColumn, CaseVariable, TableOne } from "../cohort/index.ts";
import { mustBeObject, mustHave } from "../issues/index.ts";
import { apaNumber, apaPercent, noValue } from "./apa-numbers.ts";
import { englishPhrases, type Phrases, type Say, sayer } from "./phrases.ts";
import { type Block, table } from "./printed.ts";

/**
 * The first table of a study as a printed table: a line for each characteristic, one for each of its codes, and one for
 * how many are not known, which is never left out.
 *
 * @param labels What a characteristic, or `characteristic.code`, is called; its own name if it is not there.
 * @throws {AssessmentError} `malformed` for what is no such result
 * @example
 * const variables = [{ name: "sex", kind: "codes", codes: ["f", "m"] }] as const;
 * const [first] = tableOneTable(tableOne([{ sex: "f" }, { sex: null }], variables), { "sex.f": "women" });
 * first?.kind === "table" && first.rows[0]; // => ["sex: women", "1 (100.0%)"]
 */
export function tableOneTable(
  found: TableOne,
  labels: Readonly<Record<string, string>> = {},
  phrases: Phrases = englishPhrases,
): readonly Block[] {
  mustHave(found, "groups", "found");
  mustBeObject(labels, "labels");
  const { groups, n, rows } = found;
  const say = sayer(phrases);
  const labelOf = (key: string, usual: string) => (Object.hasOwn(labels, key) ? (labels[key] ?? usual) : usual);
  return table(
    say("study.table_one"),
    [
      say("study.variable"),
      say("study.group_n", { group: say("study.all"), n }),
      ...groups.map((each) => say("study.group_n", each)),
    ],
    rows.flatMap(({ variable, all, byGroup }) => {
      const columns = [all, ...byGroup];
      const own = labelOf(variable.name, variable.name);
      return [
        ...(variable.kind === "codes"
          ? codeLines(variable, own, columns, labelOf, say)
          : [
              [`${own}, ${say("study.mean_sd")}`, ...columns.map(meanOf)],
              [`${own}, ${say("study.median_range")}`, ...columns.map((column) => medianOf(column, say))],
            ]),
        [`${own}: ${say("study.not_known_row")}`, ...columns.map(({ unknown }) => String(unknown))],
      ];
    }),
    [say("study.table_one_note")],
  );
}

function codeLines(
  { name, codes }: Extract<CaseVariable, { kind: "codes" }>,
  own: string,
  columns: readonly CaseColumn[],
  labelOf: (key: string, usual: string) => string,
  say: Say,
): readonly (readonly string[])[] {
  return codes.map((code, at) => [
    `${own}: ${labelOf(`${name}.${code}`, code)}`,
    ...columns.map((column) => {
      const count = column.kind === "codes" ? (column.counts[at] ?? 0) : 0;
      return column.known === 0
        ? String(count)
        : say("study.of_known", { count, share: apaPercent(count / column.known) });
    }),
  ]);
}

function meanOf(column: CaseColumn): string {
  return column.kind === "codes" || column.mean === null
    ? noValue
    : `${apaNumber(column.mean)} (${apaNumber(column.sd)})`;
}

function medianOf(column: CaseColumn, say: Say): string {
  if (column.kind === "codes" || column.median === null || column.range === null) return noValue;
  const [low, high] = column.range;
  return `${apaNumber(column.median)} (${say("value.range", { low: apaNumber(low), high: apaNumber(high) })})`;
}

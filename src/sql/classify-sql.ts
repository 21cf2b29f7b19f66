import { mustHave } from "../issues/index.ts";
import type { Typology } from "../typology/index.ts";
import { faultsOf } from "./cells.ts";
import { combinedOutcomes } from "./combined-outcomes.ts";
import { choose, constant } from "./expression.ts";
import { digitsOfRows, listedOutcomes } from "./listed-outcomes.ts";
import { checkAdded, type SqlOptions, type SqlStatement, sourceFor, tableName } from "./options.ts";
import { overParts } from "./over-parts.ts";
import { sqlReader } from "./to-sql.ts";
import { typeOutputs } from "./type-outputs.ts";

/**
 * One statement that classifies every row of a table: the table's columns, then `faults`, `outcome`, `type` and one
 * column for each type's standing (`met`, `possible`, `ruled_out`). The cells say what `classify` says of the same
 * answers; `type` lists the members of a mixed outcome, joined by a space, and is `''` where there is none.
 *
 * `faults` names the items whose cell holds what the form does not list, and is `''` in every other row. A row with
 * faults has no outcome: the other added columns are NULL there and nowhere else.
 *
 * @throws {AssessmentError} `unknown_item`, `unquotable_name`, `duplicate_name`, `too_large` (for a typology, too: its
 *   outcome needs a diagram), `wrong_rule_type`, `malformed` without a typology, or for options without a
 *   table or a dialect
 * @example
 * const { columns } = classifySql(fiveTypes, { dialect: duckdb, table: "cases" });
 * columns.slice(0, 4); // => ["faults", "outcome", "type", "rejected"]
 */
export function classifySql<TypeId extends string>(typology: Typology<TypeId>, options: SqlOptions): SqlStatement {
  mustHave(typology, "types", "typology");
  const { instrument, scope } = typology;
  const source = sourceFor(instrument, options);
  const { prefix = "" } = options;
  const { layers } = source;
  const reader = sqlReader(source);
  const cells = Object.keys(instrument.items).map((item) => [item, reader.cell(item)] as const);
  const faulty = () => faultsOf(cells, layers).any;
  const apart = overParts(typology);
  const combined = apart && combinedOutcomes(apart, instrument, scope.outside, faulty, reader, layers);
  const faults = faultsOf(cells, layers);
  const outside = () => layers.define("outside", reader.ends(scope.outside)[0]);
  const directOutputs = () => {
    const digits = apart && digitsOfRows(apart, reader, layers);
    return apart === undefined || digits === undefined
      ? typeOutputs(typology, outside(), reader, layers)
      : listedOutcomes(apart, digits, outside(), layers);
  };
  const isFaulty = () => layers.define("faulty", faults.any);
  const results =
    combined?.outputs ??
    directOutputs().map(([name, value]) => [name, choose(isFaulty(), constant("NULL"), value)] as const);
  const outputs = ([["faults", faults.names], ...results] as const).map(
    ([name, value]) => [`${prefix}${name}`, value] as const,
  );
  const columns = outputs.map(([name]) => name);
  checkAdded(columns, options);
  return { statement: layers.statement(tableName(options), outputs, combined?.joined), columns, leftOut };
}

const leftOut: readonly string[] = [
  "scope",
  "settled",
  "possible",
  "because",
  "open",
  "nextQuestion",
  "supports",
  "against",
  "contradictions",
  "alerts",
  "guidance",
  "coverage",
];

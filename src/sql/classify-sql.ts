import { AssessmentError } from "../issues/index.ts";
import { itemIn } from "../rules/index.ts";
import { type OutcomeKey, possibleOutcome, type Typology, typeIds, typeQuestion } from "../typology/index.ts";
import { faultsOf } from "./cells.ts";
import { decisionColumn } from "./decision-sql.ts";
import { added, and, cases, choose, constant, type Expression, joinedText, or, sql } from "./expression.ts";
import { isOneOf } from "./is-among.ts";
import { checkAdded, type SqlOptions, type SqlStatement, sourceFor, tableName } from "./options.ts";
import { sqlReader } from "./to-sql.ts";

/**
 * One statement that classifies every row of a table: the table's columns, then `faults`, `outcome`, `type` and one
 * column for each type's standing (`met`, `possible`, `ruled_out`). The cells say what `classify` says of the same
 * answers; `type` lists the members of a mixed outcome, joined by a space, and is `''` where there is none.
 *
 * `faults` names the items whose cell holds what the form does not list, and is `''` in every other row. A row with
 * faults has no outcome: the other added columns are NULL there and nowhere else.
 *
 * @throws {AssessmentError} `unknown_item`, `unquotable_name`, `duplicate_name`, `too_large` (for a typology, too: its
 *   outcome needs a diagram), `wrong_rule_type`
 */
export function classifySql<TypeId extends string>(typology: Typology<TypeId>, options: SqlOptions): SqlStatement {
  const { instrument } = typology;
  const source = sourceFor(instrument, options);
  const { layers } = source;
  const { dialect, define } = layers;
  const { cell, ends } = sqlReader(source);
  const types = typeIds(typology);
  const faults = faultsOf(
    Object.keys(instrument.items).map((item) => [item, cell(item)] as const),
    layers,
  );
  const outside = define("outside", ends(typology.scope.outside)[0]);
  const standings = types.map((id) => {
    const [low, high] = ends(typology.types[id].criteria);
    return { id, met: define(`${id}_met`, low), possible: define(`${id}_possible`, high) };
  });
  const question = typeQuestion(typology);
  const keys = keysOf(question.decision);
  const read = (possible: number) => ((possible & (possible - 1)) === 0 ? 32 - Math.clz32(possible) : 0);
  const settledColumn = decisionColumn(question, read, cell, layers);
  if (settledColumn === undefined) throw new AssessmentError([{ code: "too_large", path: ["typology", typology.id] }]);
  const settled = define("settled", settledColumn);
  const firstAim = firstAimOf(typology);
  const number = (condition: Expression) => choose(condition, constant("1"), constant("0"));
  const met = define("met", added(standings.map((each) => number(each.met))));
  const chosen = standings.map(({ id, met: isMet }) =>
    define(`${id}_chosen`, and([isMet, cell(firstAim).is(typology.types[id].firstAims)])),
  );
  const anyPossible = or(standings.map(({ possible }) => possible));
  const oneChosen = sql`${added(chosen.map(number))} = 1`;
  const settledAs = (kind: string) => {
    const places = keys.flatMap((key, at) => (possibleOutcome(key).kind === kind ? [at + 1] : []));
    return isOneOf(settled, places);
  };
  const word = (text: string) => constant(dialect.text(text));
  const outcome = define(
    "outcome",
    cases(
      [
        [outside, word("out_of_scope")],
        [settledAs("single"), word("single")],
        [settledAs("leading"), word("leading")],
        [settledAs("mixed"), word("mixed")],
        [settledAs("undetermined"), word("undetermined")],
        [sql`${met} = 1`, word("single")],
        [and([sql`${met} > 1`, oneChosen]), word("leading")],
        [sql`${met} > 1`, word("mixed")],
        [anyPossible, word("insufficient")],
      ],
      word("undetermined"),
    ),
  );
  const members = (of: (each: (typeof standings)[number]) => Expression) =>
    sql`substr(${joinedText(standings.map((each) => choose(of(each), word(` ${each.id}`), constant("''"))))}, 2)`;
  const type = cases(
    [
      [outside, constant("''")],
      ...keys.flatMap((key, at): readonly (readonly [Expression, Expression])[] => {
        const known = possibleOutcome(key);
        return "type" in known ? [[sql`${settled} = ${at + 1}`, word(known.type)]] : [];
      }),
      // A settled outcome of which no two members are certain names those that are possible as well.
      [and([sql`${outcome} = ${word("mixed")}`, sql`${met} < 2 OR ${oneChosen}`]), members((each) => each.possible)],
      [sql`${outcome} = ${word("mixed")}`, members((each) => each.met)],
      [sql`${outcome} = ${word("single")}`, members((each) => each.met)],
      ...standings.map(
        ({ id }, at) => [and([sql`${outcome} = ${word("leading")}`, chosen[at] as Expression]), word(id)] as const,
      ),
    ],
    constant("''"),
  );
  const unlessFaulty = (value: Expression) => choose(faults.any, constant("NULL"), value);
  const standing = ({ met: isMet, possible }: (typeof standings)[number]) =>
    cases(
      [
        [isMet, word("met")],
        [possible, word("possible")],
      ],
      word("ruled_out"),
    );
  const outputs = (
    [
      ["faults", faults.names],
      ["outcome", unlessFaulty(outcome)],
      ["type", unlessFaulty(type)],
      ...standings.map((each) => [each.id, unlessFaulty(standing(each))] as const),
    ] as const
  ).map(([name, value]) => [`${options.prefix ?? ""}${name}`, value] as const);
  const columns = outputs.map(([name]) => name);
  checkAdded(columns, options);
  return { statement: layers.statement(tableName(options), outputs), columns, leftOut };
}

const leftOut: readonly string[] = [
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

function keysOf<TypeId extends string>({
  cases: of,
  otherwise,
}: {
  readonly cases: readonly { readonly outcome: OutcomeKey<TypeId> }[];
  readonly otherwise: OutcomeKey<TypeId>;
}): readonly OutcomeKey<TypeId>[] {
  return [...new Set([...of.map(({ outcome }) => outcome), otherwise])];
}

function firstAimOf({ firstAim, instrument }: Typology): string {
  if (itemIn(instrument, firstAim)?.responses.kind === "choice") return firstAim;
  throw new AssessmentError([{ code: "wrong_rule_type", path: ["firstAim"], expected: ["an item with options"] }]);
}

import { AssessmentError } from "../issues/index.ts";
import { itemIn } from "../rules/index.ts";
import {
  type OutcomeKey,
  type PossibleOutcome,
  possibleOutcome,
  type Typology,
  typeDecision,
  typeIds,
} from "../typology/index.ts";
import { decisionColumn } from "./decision-sql.ts";
import { added, and, cases, choose, constant, type Expression, joinedText, or, over, sql } from "./expression.ts";
import { isOneOf } from "./is-among.ts";
import type { Layers } from "./layers.ts";
import type { SqlReader } from "./to-sql.ts";

/** Added columns in order, by name. */
export type Outputs = readonly (readonly [name: string, value: Expression])[];

/**
 * `outcome`, `type` and each type's standing in every row, step by step from a typology's rules.
 *
 * @throws {AssessmentError} `too_large` if the outcome's diagram is, `wrong_rule_type` for a first aim without options
 */
export function typeOutputs<TypeId extends string>(
  typology: Typology<TypeId>,
  outside: Expression,
  { cell, ends }: SqlReader,
  layers: Layers,
): Outputs {
  const { dialect, define } = layers;
  const { firstAim, types, instrument: scope } = typology;
  if (itemIn(scope, firstAim)?.responses.kind !== "choice")
    throw new AssessmentError([{ code: "wrong_rule_type", path: ["firstAim"], expected: ["an item with options"] }]);
  const standings = typeIds(typology).map((id) => {
    const [low, high] = ends(types[id].criteria);
    return { id, met: define(`${id}_met`, low), possible: define(`${id}_possible`, high) };
  });
  const decision = typeDecision(typology);
  const keys: readonly OutcomeKey<TypeId>[] = [
    ...new Set([...decision.cases.map(({ outcome }) => outcome), decision.otherwise]),
  ];
  const read = (possible: number) => ((possible & (possible - 1)) === 0 ? 32 - Math.clz32(possible) : 0);
  const settledColumn = decisionColumn({ decision, scope }, read, cell, layers);
  if (settledColumn === undefined) throw new AssessmentError([{ code: "too_large", path: ["typology"] }]);
  const settled = define("settled", settledColumn);
  const number = (condition: Expression) => choose(condition, constant("1"), constant("0"));
  const met = define("met", added(standings.map((each) => number(each.met))));
  const chosen = standings.map(({ id, met: isMet }) =>
    define(`${id}_chosen`, and([isMet, cell(firstAim).is(types[id].firstAims)])),
  );
  const anyPossible = or(standings.map(({ possible }) => possible));
  const oneChosen = sql`${added(chosen.map(number))} = 1`;
  const isSettled = (of: (outcome: PossibleOutcome<TypeId>) => boolean) =>
    isOneOf(
      settled,
      keys.flatMap((key, at) => (of(possibleOutcome(key)) ? [at + 1] : [])),
    );
  const word = (text: string) => constant(dialect.text(text));
  const settledText = (of: (outcome: PossibleOutcome<TypeId>) => string) =>
    over(dialect.lookUpText(["", ...keys.map((key) => of(possibleOutcome(key)))], settled.text), [settled]);
  const outcome = define(
    "outcome",
    cases(
      [
        [outside, word("out_of_scope")],
        [sql`${settled} > 0`, settledText(({ kind }) => kind)],
        [sql`${met} = 1`, word("single")],
        [and([sql`${met} > 1`, oneChosen]), word("leading")],
        [sql`${met} > 1`, word("mixed")],
        [anyPossible, word("insufficient")],
      ],
      word("undetermined"),
    ),
  );
  // A settled outcome of which no two members are certain names those that are possible as well.
  const isMixed = sql`${outcome} = ${word("mixed")}`;
  const isWide = define("wide", and([isMixed, sql`${met} < 2 OR ${oneChosen}`]));
  const isLed = define("led", sql`${outcome} = ${word("leading")}`);
  const isMet = define("named", or([isMixed, sql`${outcome} = ${word("single")}`]));
  const named = standings.map((each, at) => {
    const isNamed = or([and([isMet, each.met]), and([isWide, each.possible]), and([isLed, chosen[at] as Expression])]);
    return choose(isNamed, word(` ${each.id}`), constant("''"));
  });
  const type = cases(
    [
      [outside, constant("''")],
      [isSettled((known) => "type" in known), settledText((known) => ("type" in known ? known.type : ""))],
    ],
    sql`substr(${joinedText(named)}, 2)`,
  );
  const standing = ({ met: isCertain, possible }: (typeof standings)[number]) =>
    cases(
      [
        [isCertain, word("met")],
        [possible, word("possible")],
      ],
      word("ruled_out"),
    );
  return [["outcome", outcome], ["type", type], ...standings.map((each) => [each.id, standing(each)] as const)];
}

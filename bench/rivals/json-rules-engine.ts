import { Engine } from "json-rules-engine";
import type { Row, Typed } from "./hand-written.ts";
import { outcomeFrom } from "./json-logic.ts";

type Condition = Record<string, unknown>;
const is = (fact: string, ...codes: string[]): Condition => ({ fact, operator: "in", value: codes });
const isNot = (fact: string, ...codes: string[]): Condition => ({ fact, operator: "notIn", value: codes });
const yes = (id: string, sure: boolean) => (sure ? is(id, "yes") : isNot(id, "no"));
const no = (id: string, sure: boolean) => (sure ? is(id, "no") : isNot(id, "yes"));
const all = (...of: Condition[]): Condition => ({ all: of });
const any = (...of: Condition[]): Condition => ({ any: of });
const partner = is("prior_relationship", "former_intimate", "current_intimate");
const remote = is("prior_relationship", "public_role", "stranger");
const others = ["brief_romantic", "family", "friend", "work_study", "professional", "acquaintance"];
const other = is("prior_relationship", ...others);
const unknown = isNot(
  "prior_relationship",
  "former_intimate",
  "current_intimate",
  "public_role",
  "stranger",
  ...others,
);
const bond = (sure: boolean) =>
  sure
    ? any(partner, all(other, yes("mutual_bond", true)))
    : any(partner, unknown, all(other, yes("mutual_bond", false)));
const noBond = (sure: boolean) =>
  sure ? any(remote, all(other, no("mutual_bond", true))) : any(remote, unknown, all(other, no("mutual_bond", false)));
const criteria = (sure: boolean): Condition[] => [
  all(bond(sure), any(yes("wants_back", sure), yes("punishes_ending", sure))),
  all(yes("other_grievance", sure)),
  all(noBond(sure), yes("believes_bond", sure)),
  all(noBond(sure), yes("wants_contact", sure), any(no("believes_bond", sure), yes("knows_unreturned", sure))),
  any(
    yes("attack_preparation", sure),
    all(
      yes("sexual_drive", sure),
      yes("watches_unseen", sure),
      any(yes("sexual_acts", sure), yes("sexual_offence_record", sure), no("approaches_openly", sure)),
    ),
  ),
];
const engine = new Engine([], { allowUndefinedFacts: true });
for (const [value, sure] of [
  [2, true],
  [1, false],
] as const) {
  for (const [at, conditions] of criteria(sure).entries()) {
    engine.addRule({ conditions: conditions as never, event: { type: String(at), params: { value } } });
  }
}

/** The same form in json-rules-engine, which answers asynchronously. */
export async function classifyByRulesEngine(row: Row): Promise<Typed> {
  const { events } = await engine.run(row as Record<string, unknown>);
  const standings = [0, 0, 0, 0, 0];
  for (const { type, params } of events)
    standings[Number(type)] = Math.max(standings[Number(type)] ?? 0, Number(params?.value));
  return outcomeFrom(standings, row);
}

import { LogicEngine } from "json-logic-engine";
import type { Row, Typed } from "./hand-written.ts";

/** The same form in JSON logic, compiled: each criterion twice, once for "certainly" and once for "possibly". */
type Logic = Record<string, unknown>;
const answer = (id: string): Logic => ({ var: id });
const is = (id: string, ...codes: string[]): Logic => ({ in: [answer(id), codes] });
const yes = (id: string, sure: boolean): Logic => (sure ? is(id, "yes") : { "!": is(id, "no") });
const no = (id: string, sure: boolean): Logic => (sure ? is(id, "no") : { "!": is(id, "yes") });
const both = (...of: Logic[]): Logic => ({ and: of });
const either = (...of: Logic[]): Logic => ({ or: of });
const partner = is("prior_relationship", "former_intimate", "current_intimate");
const remote = is("prior_relationship", "public_role", "stranger");
const other = is(
  "prior_relationship",
  "brief_romantic",
  "family",
  "friend",
  "work_study",
  "professional",
  "acquaintance",
);
const unknown: Logic = { "!": either(partner, remote, other) };
const bond = (sure: boolean): Logic =>
  sure
    ? either(partner, both(other, yes("mutual_bond", true)))
    : either(partner, unknown, both(other, yes("mutual_bond", false)));
const noBond = (sure: boolean): Logic =>
  sure
    ? either(remote, both(other, no("mutual_bond", true)))
    : either(remote, unknown, both(other, no("mutual_bond", false)));

const criteria = (sure: boolean): readonly Logic[] => [
  both(bond(sure), either(yes("wants_back", sure), yes("punishes_ending", sure))),
  yes("other_grievance", sure),
  both(noBond(sure), yes("believes_bond", sure)),
  both(noBond(sure), yes("wants_contact", sure), either(no("believes_bond", sure), yes("knows_unreturned", sure))),
  either(
    yes("attack_preparation", sure),
    both(
      yes("sexual_drive", sure),
      yes("watches_unseen", sure),
      either(yes("sexual_acts", sure), yes("sexual_offence_record", sure), no("approaches_openly", sure)),
    ),
  ),
];

const engine = new LogicEngine();
const [sure, possible] = [true, false].map((each) =>
  criteria(each).map((logic) => engine.build(logic) as (row: Row) => unknown),
);
const types = ["rejected", "resentful", "intimacy_seeker", "incompetent_suitor", "predatory"];
const aims: Readonly<Record<string, number>> = {
  get_back: 0,
  punish_ending: 0,
  settle_wrong: 1,
  live_bond: 2,
  get_contact: 3,
  sexual: 4,
};

/** The outcome from standings, shared by the rivals that are rule engines. */
export function outcomeFrom(standings: readonly number[], row: Row): Typed {
  const [rejected = 1, resentful = 1, intimacy_seeker = 1, incompetent_suitor = 1, predatory = 1] = standings;
  const met = standings.flatMap((standing, at) => (standing === 2 ? [at] : []));
  const aim = aims[row.first_aim ?? ""];
  const result = { rejected, resentful, intimacy_seeker, incompetent_suitor, predatory };
  if (row.adult === "no") return { kind: "out_of_scope", type: null, ...result };
  if (met.length === 0)
    return {
      kind: standings.every((standing) => standing === 0) ? "undetermined" : "insufficient",
      type: null,
      ...result,
    };
  if (met.length === 1) return { kind: "single", type: types[met[0] ?? 0] ?? null, ...result };
  if (aim !== undefined && met.includes(aim)) return { kind: "leading", type: types[aim] ?? null, ...result };
  return { kind: "mixed", type: null, ...result };
}

export function classifyByJsonLogic(row: Row): Typed {
  return outcomeFrom(
    types.map((_, at) => (sure?.[at]?.(row) ? 2 : possible?.[at]?.(row) ? 1 : 0)),
    row,
  );
}

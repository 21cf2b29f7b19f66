import lodash from "lodash";
import { relationshipAndMotive } from "stalker-typology";
import * as z from "zod";
import type { Row, Typed } from "./hand-written.ts";
import { outcomeFrom } from "./json-logic.ts";

const words = ["not_sure", "prefer_not", "not_asked", "closed"];
const schema = z.object(
  Object.fromEntries(
    Object.entries(relationshipAndMotive.items).map(([id, { responses }]) => [
      id,
      z.enum([...Object.keys(responses.options), ...words]).optional(),
    ]),
  ),
);

/** The same form as a zod parse followed by rules with lodash. */
export function classifyByZodLodash(input: Row): Typed {
  const row = schema.parse(input) as Row;
  const yn = (id: string) => ({ yes: 2, no: 0 })[lodash.get(row, id) ?? ""] ?? 1;
  const relation = lodash.get(row, "prior_relationship");
  const bond = lodash.includes(["former_intimate", "current_intimate"], relation)
    ? 2
    : lodash.includes(["public_role", "stranger"], relation)
      ? 0
      : lodash.isUndefined(relation) || lodash.includes([...words, "unknown_person"], relation)
        ? 1
        : yn("mutual_bond");
  const all = (...of: number[]) => lodash.min(of) ?? 2;
  const any = (...of: number[]) => lodash.max(of) ?? 0;
  return outcomeFrom(
    [
      all(bond, any(yn("wants_back"), yn("punishes_ending"))),
      yn("other_grievance"),
      all(2 - bond, yn("believes_bond")),
      all(2 - bond, yn("wants_contact"), any(2 - yn("believes_bond"), yn("knows_unreturned"))),
      any(
        yn("attack_preparation"),
        all(
          yn("sexual_drive"),
          yn("watches_unseen"),
          any(yn("sexual_acts"), yn("sexual_offence_record"), 2 - yn("approaches_openly")),
        ),
      ),
    ],
    row,
  );
}

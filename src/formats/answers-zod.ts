import * as z from "zod";
import type { AnswersTo, Instrument, Items } from "../instrument/index.ts";
import { type Responses, states } from "../rules/index.ts";
import { formGiven } from "./given.ts";

/**
 * A zod schema of the answers to an instrument, with the types of its items and codes: it accepts exactly what
 * `parseAnswers` accepts. `null`, like a missing item, is not asked, and is left out of what it gives.
 *
 * @example
 * answersZod(relationshipAndMotive).parse({ adult: "yes", wants_back: null }); // => { adult: "yes" }
 * @example
 * answersZod(relationshipAndMotive).safeParse({ adult: "Yes" }).success; // => false
 */
export function answersZod<I extends Items>(
  instrument: Pick<Instrument, "id"> & { readonly items: I },
): z.ZodType<AnswersTo<I>> {
  formGiven(instrument);
  const shape = Object.fromEntries(
    Object.entries<Items[string]>(instrument.items).map(([id, { responses }]) => [
      id,
      z.union([known(responses), z.enum(states), z.null()]).optional(),
    ]),
  );
  const answers = z.strictObject(shape).overwrite(asked);
  return answers as unknown as z.ZodType<AnswersTo<I>>; // The shape was made from these items, one key for each.
}

function known(responses: Responses): z.ZodType<string | number> {
  if (responses.kind === "choice") return z.enum(Object.keys(responses.options));
  if (responses.kind === "date") return z.iso.date();
  const number = responses.integer ? z.number().refine(Number.isInteger) : z.number();
  return number
    .min(responses.min)
    .max(responses.max)
    .refine((each) => !Object.is(each, -0));
}

function asked(answers: Readonly<Record<string, string | number | null | undefined>>) {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null && answer !== undefined));
}

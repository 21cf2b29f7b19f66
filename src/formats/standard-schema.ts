import { type AnswersTo, type Instrument, type Items, parseAnswers } from "../instrument/index.ts";
import { messageOf } from "../issues/index.ts";
import { formGiven } from "./given.ts";

/** What Standard Schema (version 1) calls a failed validation's issue. */
interface SchemaIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** A validator in the shape that Standard Schema 1 describes, so that any tool which takes that shape takes it. */
export interface AnswersStandardSchema<Answers> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "stalker-typology";
    validate(value: unknown): { readonly value: Answers } | { readonly issues: readonly SchemaIssue[] };
    readonly types?: { readonly input: Answers; readonly output: Answers };
  };
}

/**
 * A Standard Schema of the answers to an instrument: exact codes and the words for not knowing, with every issue at
 * once and no answer's value in any of them. It is `parseAnswers` in another shape, and needs no schema library.
 *
 * @example
 * const result = answersStandardSchema(relationshipAndMotive)["~standard"].validate({ adult: "Yes" });
 * "issues" in result && result.issues[0]?.path; // => ["adult"]
 */
export function answersStandardSchema<I extends Items>(
  instrument: Pick<Instrument, "id"> & { readonly items: I },
): AnswersStandardSchema<AnswersTo<I>> {
  formGiven(instrument);
  return {
    "~standard": {
      version: 1,
      vendor: "stalker-typology",
      validate(value) {
        const result = parseAnswers(value, instrument);
        return result.ok
          ? { value: result.value as AnswersTo<I> } // Parsed answers hold only codes of the instrument's own items.
          : { issues: result.issues.map((issue) => ({ message: messageOf(issue), path: issue.path })) };
      },
    },
  };
}

import type { Instrument } from "../instrument/index.ts";
import { deepFreeze } from "../instrument/index.ts";
import { mustBeListOf, mustBeObject } from "../issues/index.ts";
import { type Answers, type Condition, evaluate, itemsOf } from "../rules/index.ts";

/** What two or more forms of one assessment say that does not fit together, or that together calls for something. */
export interface CrossCheck {
  readonly id: string;
  /** A condition on each form. The check is found if all are true; what is not known finds nothing. */
  readonly parts: readonly [CrossCheckPart, CrossCheckPart, ...CrossCheckPart[]];
  /** What to ask or do. Of two answers that do not fit, the one of more concern stands until it is cleared up. */
  readonly says: string;
  readonly codes?: readonly string[];
  /** Ids of the instruments to go on to. */
  readonly next?: readonly string[];
}

/** A condition on one form, read with that form's own rules and branching. */
export interface CrossCheckPart {
  readonly instrument: Instrument;
  readonly when: Condition;
}

/** A check that was found. */
export interface FoundCrossCheck {
  readonly id: string;
  readonly says: string;
  readonly codes: readonly string[];
  readonly next: readonly string[];
  readonly reads: readonly { readonly instrument: string; readonly items: readonly string[] }[];
}

/**
 * The checks that the answers to several forms of one assessment meet. A form that was not filled in meets none.
 *
 * @param answers By instrument id.
 * @throws {AssessmentError} `unknown_option`; `malformed` for what is no list of checks, or no answers
 * @example
 * const { is } = rulesOver(relationshipAndMotive.items);
 * const unknownAuthor = {
 *   id: "unknown_author_near",
 *   parts: [
 *     { instrument: relationshipAndMotive, when: is("attack_preparation", "yes") },
 *     { instrument: imminentConcern, when: oneOf("near_now", "yes") },
 *   ],
 *   says: "Preparation was seen and the person is near.",
 * } as const;
 * const answers = { "ssb-type": { attack_preparation: "yes" }, "ssb-imminent": { near_now: "yes" } };
 * crossChecksFound([unknownAuthor], answers).map(({ id }) => id); // => ["unknown_author_near"]
 */
export function crossChecksFound(
  checks: readonly CrossCheck[],
  answers: Readonly<Record<string, Answers>>,
): readonly FoundCrossCheck[] {
  mustBeListOf(checks, "parts", "checks");
  mustBeObject(answers, "answers");
  return deepFreeze(
    checks
      .filter(({ parts }) => parts.every((part) => holds(part, answers)))
      .map(({ id, parts, says, codes = [], next = [] }) => ({
        id,
        says,
        codes,
        next,
        reads: parts.map(({ instrument, when }) => ({ instrument: instrument.id, items: itemsOf(when, instrument) })),
      })),
  );
}

function holds({ instrument, when }: CrossCheckPart, answers: Readonly<Record<string, Answers>>): boolean {
  const given = Object.hasOwn(answers, instrument.id) ? answers[instrument.id] : undefined;
  return given !== undefined && evaluate(when, given, instrument)[0] === 1;
}

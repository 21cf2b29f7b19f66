import { deepFreeze, type Instrument, type Respondent } from "../instrument/index.ts";
import { AssessmentError, type Issue, mustHave, shapeOf } from "../issues/index.ts";
import { any } from "../rules/index.ts";

const made = new WeakMap<Instrument, Map<Respondent, Instrument>>();

/**
 * An instrument as one respondent meets it: items that only others are asked are closed, so that they count as not
 * part of this administration and not as unknown. Without such items it is the instrument itself.
 *
 * @throws {AssessmentError} `unknown_option` for who is no respondent of the form
 * @example
 * formFor(relationshipAndMotive, "target") === relationshipAndMotive; // => true
 */
export function formFor(instrument: Instrument, respondent: Respondent): Instrument {
  mustHave(instrument, "items", "instrument");
  mustHave(instrument, "respondents", "instrument");
  const issue = respondentFault(respondent, instrument.respondents);
  if (issue !== undefined) throw new AssessmentError([issue]);
  const others = otherItems(instrument, respondent);
  if (others.length === 0) return instrument;
  const known = made.get(instrument) ?? new Map<Respondent, Instrument>();
  made.set(instrument, known);
  const before = known.get(respondent);
  if (before !== undefined) return before;
  const items = Object.fromEntries(
    Object.entries(instrument.items).map(([id, item]) => [id, others.includes(id) ? { ...item, askIf: never } : item]),
  );
  const form = deepFreeze({ ...instrument, items });
  known.set(respondent, form);
  return form;
}

/** What is wrong with a respondent, if anything. */
export function respondentFault(respondent: unknown, expected: readonly Respondent[]): Issue | undefined {
  return (expected as readonly unknown[]).includes(respondent)
    ? undefined
    : { code: "unknown_option", path: ["respondent"], expected, shape: shapeOf(respondent) };
}

/** The items that only other respondents are asked. */
export function otherItems({ items }: Instrument, respondent: Respondent): readonly string[] {
  return Object.entries(items).flatMap(([id, { askOnly }]) =>
    askOnly === undefined || askOnly === respondent ? [] : [id],
  );
}

const never = any();

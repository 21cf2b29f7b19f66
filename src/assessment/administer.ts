import { contentHash, deepFreeze, faultIn, type Instrument, type Respondent } from "../instrument/index.ts";
import {
  AssessmentError,
  type Issue,
  mustBePlain,
  mustHave,
  nearestIn,
  type Parsed,
  parsed,
  shapeOf,
} from "../issues/index.ts";
import { type Answer, type Answers, evaluate, itemIn, type Scope } from "../rules/index.ts";
import { coverage } from "./coverage.ts";
import { formFor, respondentFault } from "./form-for.ts";

/**
 * One occasion on which an instrument is answered: frozen plain data, so that it can be saved as JSON and resumed.
 * It holds no clock, no name and no place; every step gives a new one and leaves the old one as it was.
 */
export interface Administration {
  /** The instrument as it was when this began. It can be resumed with that one only. */
  readonly instrument: { readonly id: string; readonly version: string; readonly hash: string };
  readonly respondent: Respondent;
  /** Every answer given, those behind a gate that has closed since included: rules do not read these. */
  readonly answers: Answers;
  /** The items answered, in the order in which each was last answered. */
  readonly history: readonly string[];
}

/** How far an administration has come. `visible` is `asked` and `remaining` together. */
export interface Progress {
  /** Visible items with a known answer. */
  readonly answered: number;
  /** Visible items with a known answer or a word for not knowing. */
  readonly asked: number;
  /** Items that are not closed. An item whose gate is still open counts. */
  readonly visible: number;
  readonly remaining: number;
  /** Items whose answers are kept but not read, because a revised answer has closed them. */
  readonly setAside: readonly string[];
}

/**
 * A new administration with no answers.
 *
 * @throws {AssessmentError} `unknown_option` if the instrument is not for this respondent
 * @example
 * startAdministration(relationshipAndMotive, { respondent: "rater" }).answers; // => {}
 */
export function startAdministration(
  instrument: Instrument,
  options: { readonly respondent: Respondent },
): Administration {
  mustHave(instrument, "items", "instrument");
  mustHave(options, "respondent", "options");
  const { respondent } = options;
  const issue = respondentFault(respondent, instrument.respondents);
  if (issue !== undefined) throw new AssessmentError([issue]);
  return deepFreeze({ instrument: identityOf(instrument), respondent, answers: {}, history: [] });
}

/**
 * The items that are shown, in the instrument's order. An item is hidden only if its `askIf` is false: while that is
 * unknown, the item is shown.
 *
 * @throws {AssessmentError} `unknown_option`
 * @example
 * visibleItems(relationshipAndMotive, { prior_relationship: "stranger" }).includes("mutual_bond"); // => false
 * @example
 * visibleItems(relationshipAndMotive, {}).includes("mutual_bond"); // => true
 */
export function visibleItems(instrument: Scope, answers: Answers): readonly string[] {
  mustHave(instrument, "items", "instrument");
  mustBePlain(answers);
  return Object.keys(instrument.items).filter((id) => isShown(id, answers, instrument));
}

/**
 * The first visible item that has not been asked, or `null` if there is none.
 *
 * @param order The order to ask in; the instrument's own if not given. Items that it leaves out are not asked, so an
 *   adaptive order (the `open` items of a result, say) ends the administration by becoming empty.
 * @throws {AssessmentError} `unknown_item` if the order names one that the instrument lacks
 * @example
 * const begun = startAdministration(relationshipAndMotive, { respondent: "rater" });
 * nextItem(relationshipAndMotive, begun); // => "adult"
 * nextItem(relationshipAndMotive, begun, ["wants_back", "first_aim"]); // => "wants_back"
 */
export function nextItem(
  instrument: Instrument,
  administration: Administration,
  order?: readonly string[],
): string | null {
  mustHave(administration, "answers", "administration");
  const { answers, respondent } = administration;
  const form = formFor(instrument, respondent);
  const asked = order ?? Object.keys(instrument.items);
  const unknown = asked.filter((id) => itemIn(instrument, id) === undefined);
  if (unknown.length > 0) throw new AssessmentError(unknown.map((id) => unknownItem(id, instrument)));
  return asked.find((id) => !isAsked(id, answers) && isShown(id, answers, form)) ?? null;
}

/**
 * The administration with one item answered, or answered anew. Answers behind a gate that this closes are kept and set
 * aside; `progress` names them, and they count again if the gate reopens.
 *
 * @param answer A code (or number, or day) of the item, `not_sure` or `prefer_not`. To take an answer back, `goBack`.
 * @returns issues `unknown_item`, `closed_item`, `unknown_option`, `wrong_type`, `out_of_range`; `version_mismatch` for an
 *   administration of another instrument or of another version
 * @example
 * const begun = startAdministration(relationshipAndMotive, { respondent: "rater" });
 * const result = answerItem(relationshipAndMotive, begun, "adult", "yes");
 * result.ok && result.value.answers; // => { adult: "yes" }
 */
export function answerItem(
  instrument: Instrument,
  administration: Administration,
  id: string,
  answer: unknown,
): Parsed<Administration> {
  mustHave(instrument, "items", "instrument");
  mustHave(administration, "answers", "administration");
  const { answers, history, instrument: begunWith } = administration;
  const other = (["id", "version"] as const).find((part) => begunWith[part] !== instrument[part]);
  const fault: Issue | undefined =
    other === undefined
      ? faultInAnswer(formFor(instrument, administration.respondent), answers, id, answer)
      : { code: "version_mismatch", path: ["instrument", other], expected: [begunWith[other]] };
  return parsed(
    () =>
      deepFreeze({
        ...administration,
        // An answer without a fault is a code, a number or a day.
        answers: { ...answers, [id]: answer as Answer },
        history: [...history.filter((other) => other !== id), id],
      }),
    fault === undefined ? [] : [fault],
  );
}

/**
 * The administration without the answer given last, so that its item is asked again. Without answers it stays as it is.
 *
 * @example
 * const begun = startAdministration(relationshipAndMotive, { respondent: "rater" });
 * const result = answerItem(relationshipAndMotive, begun, "adult", "yes");
 * result.ok && goBack(result.value).answers; // => {}
 */
export function goBack(administration: Administration): Administration {
  mustHave(administration, "answers", "administration");
  const last = administration.history.at(-1);
  if (last === undefined) return administration;
  const { [last]: _, ...answers } = administration.answers;
  return deepFreeze({ ...administration, answers, history: administration.history.slice(0, -1) });
}

/**
 * How far an administration has come, by count of items.
 *
 * @example
 * const begun = startAdministration(relationshipAndMotive, { respondent: "rater" });
 * const result = answerItem(relationshipAndMotive, begun, "adult", "not_sure");
 * const { answered, asked } = progress(relationshipAndMotive, result.ok ? result.value : begun);
 * [answered, asked]; // => [0, 1]
 */
export function progress(instrument: Instrument, administration: Administration): Progress {
  mustHave(administration, "answers", "administration");
  const { answers, respondent } = administration;
  const { items, answered, closed, notAsked, setAside } = coverage(formFor(instrument, respondent), answers);
  const visible = items - closed;
  return { answered, asked: visible - notAsked, visible, remaining: notAsked, setAside };
}

function isShown(id: string, answers: Answers, instrument: Scope): boolean {
  const askIf = itemIn(instrument, id)?.askIf;
  return askIf === undefined || evaluate(askIf, answers, instrument)[1] !== 0;
}

/** Whether an item holds an answer or a respondent's own word for not knowing. */
function isAsked(id: string, answers: Answers): boolean {
  const found = Object.hasOwn(answers, id) ? answers[id] : undefined;
  return found !== undefined && found !== "not_asked" && found !== "closed";
}

function faultInAnswer(instrument: Scope, answers: Answers, id: string, answer: unknown): Issue | undefined {
  const item = itemIn(instrument, id);
  if (item === undefined) return unknownItem(id, instrument);
  if (!isShown(id, answers, instrument)) return { code: "closed_item", path: [id] };
  return answer === "not_asked" || answer === "closed"
    ? { code: "unknown_option", path: [id], expected: ["an answer", "not_sure", "prefer_not"], shape: shapeOf(answer) }
    : faultIn(answer, id, item);
}

function unknownItem(id: string, { items }: Scope): Issue {
  return { code: "unknown_item", path: [id], ...nearestIn(id, Object.keys(items)) };
}

/** What an administration keeps of its instrument. */
export function identityOf(instrument: Instrument): Administration["instrument"] {
  return { id: instrument.id, version: instrument.version, hash: contentHash(instrument) };
}

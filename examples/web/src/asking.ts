import {
  type Administration,
  type Answers,
  answerItem,
  classify,
  formFor,
  goBack,
  type Issue,
  interruptionsNow,
  itemsOf,
  nextItem,
  type Parsed,
  startAdministration,
  visibleItems,
} from "stalker-typology";
import type { Form } from "./forms.ts";

type Respondent = Administration["respondent"];
type Interruption = ReturnType<typeof interruptionsNow>[number];

/** One form being asked: what was answered, what was passed over, and which questions stand on the page now. */
export interface Asking {
  readonly form: Form;
  readonly administration: Administration;
  /** One question on a page, or a whole part of the form. */
  readonly pages: "questions" | "parts";
  /** Items passed over without an answer. They count as not asked. */
  readonly passed: readonly string[];
  /** The pages shown before this one, oldest first. */
  readonly trail: readonly (readonly string[])[];
  /** The items on the page. Empty once nothing is left to ask. */
  readonly page: readonly string[];
}

/** What a page says: an answer for each item, or nothing. */
export type Given = Readonly<Record<string, unknown>>;

export function begin(form: Form, respondent: Respondent, pages: Asking["pages"]): Asking {
  return resumed(form, startAdministration(form.instrument, { respondent }), pages);
}

/** The same from a saved administration. */
export function resumed(form: Form, administration: Administration, pages: Asking["pages"]): Asking {
  return withNextPage({ form, administration, pages, passed: [], trail: [], page: [] });
}

/** The page's answers taken in and the next page set up, or every fault of the page. */
export function forward(asking: Asking, given: Given): Parsed<Asking> {
  const { page } = asking;
  const issues: Issue[] = [];
  let now = asking;
  for (const id of page) {
    const shown = visibleIn(now).includes(id);
    const answer = shown ? given[id] : undefined;
    if (answer === undefined)
      now = { ...now, administration: without(id, now), passed: shown ? [...now.passed, id] : now.passed };
    else {
      const result = answerItem(now.form.instrument, now.administration, id, answer);
      if (result.ok) now = { ...now, administration: result.value, passed: now.passed.filter((each) => each !== id) };
      else issues.push(...result.issues);
    }
  }
  const [first, ...rest] = issues;
  if (first !== undefined) return { ok: false, issues: [first, ...rest] };
  return { ok: true, value: withNextPage({ ...now, trail: [...asking.trail, page] }) };
}

/** The page before, with its answers as they are. */
export function back(asking: Asking): Asking {
  const before = asking.trail.at(-1);
  return before === undefined ? asking : { ...asking, page: before, trail: asking.trail.slice(0, -1) };
}

/** One item asked again, or for the first time. */
export function askItem(asking: Asking, id: string): Asking {
  return { ...asking, page: [id] };
}

/** The items answered with a day after today, which no result can be made of. A file can hold some. */
export function itemsToCome({ form, administration: { answers } }: Asking, today: string): readonly string[] {
  return Object.entries(form.instrument.items).flatMap(([id, { responses }]) =>
    responses.kind === "date" && Object.hasOwn(answers, id) && isLater(answers[id], today) ? [id] : [],
  );
}

/** The form with whatever is still worth asking, those passed over included. */
export function askOn(asking: Asking): Asking {
  return withNextPage({ ...asking, passed: [] });
}

/** The items to show for what is known so far and what the page says, in the form's order. */
export function visibleIn({ form, administration }: Asking, given: Given = {}): readonly string[] {
  const own = formFor(form.instrument, administration.respondent);
  return visibleItems(own, { ...administration.answers, ...(given as Answers) });
}

/** The pauses that one answer on the page calls for, beside the others on it. */
export function pausesFor(asking: Asking, given: Given, changed: string): readonly Interruption[] {
  const ids = [...Object.keys(given).filter((id) => id !== changed), changed];
  let { administration } = asking;
  for (const id of ids) {
    const result = answerItem(asking.form.instrument, administration, id, given[id]);
    if (result.ok) administration = result.value;
  }
  return administration.history.at(-1) === changed ? interruptionsNow(asking.form.instrument, administration) : [];
}

/** The forms that a pause points to. */
export function formsFor({ form }: Asking, { says }: Interruption): readonly string[] {
  return form.instrument.guidance?.find(({ interrupts }) => interrupts === says)?.next ?? [];
}

/** Every pause that the answers given so far call for, whichever was answered last. */
export function pausesStanding({ form, administration }: Asking): readonly Interruption[] {
  const found = administration.history.flatMap((id) =>
    interruptionsNow(form.instrument, { ...administration, history: [id] }),
  );
  return found.filter(({ says }, at) => found.findIndex((each) => each.says === says) === at);
}

function withNextPage(asking: Asking): Asking {
  const { form, administration, passed } = asking;
  const order = orderOf(asking).filter((id) => !passed.includes(id));
  const next = nextItem(form.instrument, administration, order);
  if (next === null) return { ...asking, page: [] };
  if (asking.pages === "questions") return { ...asking, page: [next] };
  const own = formFor(form.instrument, administration.respondent);
  const part = own.items[next]?.section;
  const never = Object.keys(own.items).filter((id) => isForOthers(asking, id));
  return {
    ...asking,
    page: Object.keys(own.items).filter((id) => own.items[id]?.section === part && !never.includes(id)),
  };
}

/** The type form in the order that settles it soonest; any other form in its own. */
function orderOf({ form: { instrument, typology }, administration: { answers }, pages }: Asking): readonly string[] {
  if (typology === undefined || pages === "parts") return Object.keys(instrument.items);
  const { scope, open } = classify(answers, { typology });
  return scope === "outside" ? [] : [...itemsOf(typology.scope.outside, instrument), ...open];
}

/** Both as `YYYY-MM-DD`. A word for not knowing is no day. */
function isLater(answer: unknown, day: string): boolean {
  return typeof answer === "string" && /^\d/.test(answer) && answer > day;
}

function isForOthers({ form, administration }: Asking, id: string): boolean {
  const only = form.instrument.items[id]?.askOnly;
  return only !== undefined && only !== administration.respondent;
}

/** An answer is taken back by making it the last one and going back. */
function without(id: string, { form, administration }: Asking): Administration {
  if (!Object.hasOwn(administration.answers, id)) return administration;
  const last = answerItem(form.instrument, administration, id, administration.answers[id]);
  return last.ok ? goBack(last.value) : administration;
}

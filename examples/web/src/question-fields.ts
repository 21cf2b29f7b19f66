import type { Instrument, Item } from "stalker-typology";
import { type Asking, formsFor, type Given, pausesFor } from "./asking.ts";
import { button, element } from "./element.ts";
import { formNamed } from "./forms.ts";
import { guidanceText } from "./guidance-text.ts";
import { stateWords } from "./state-words.ts";
import { today } from "./today.ts";

/** The fields of one question, and what they say now. */
export interface QuestionFields {
  readonly root: HTMLElement;
  given(): unknown;
  /** Whether what was typed can be read. If not, it is said beside the field, which takes the focus. */
  canBeRead(): boolean;
}

/**
 * One question as a group of fields under its wording. Every question has two words for not knowing, and an answer can
 * be taken back. `changed` is called after each change; a pause that the answer calls for is shown at once.
 */
export function questionFields(
  id: string,
  asking: Asking,
  title: HTMLElement,
  {
    given,
    changed,
    openForm,
  }: {
    readonly given: () => Given;
    readonly changed: () => void;
    readonly openForm: (id: string) => void;
  },
): QuestionFields {
  const { instrument } = asking.form;
  const { respondent, answers } = asking.administration;
  const item = instrument.items[id];
  const before = answers[id];
  const radios = Object.entries(choicesOf(item, respondent)).map(([code, label]) => radio(id, code, label, before));
  const typed = typedField(item, id, title.id, before);
  const notes = [
    ...noteOf(item, respondent),
    ...(item?.support ?? []).flatMap((code) => helpParagraph(code, respondent)),
  ];
  const said = element("div", { id: `${id}-says` }, ...notes);
  const fault = element("p", { id: `${id}-fault`, class: "fault" });
  const pause = element("div", { class: "pause" });
  const fields = {
    given: () => {
      const chosen = radios.find(({ input }) => input.checked)?.input.value;
      return chosen ?? typedValue(item, typed);
    },
    canBeRead: () => {
      if (typed === undefined || typed.validity.valid) return true;
      fault.textContent = faultOf(item, typed.validity);
      typed.setAttribute("aria-invalid", "true");
      typed.focus();
      return false;
    },
  };
  const clear = button("Take this answer back", () => {
    for (const { input } of radios) input.checked = false;
    if (typed !== undefined) typed.value = "";
    say();
    (radios[0]?.input ?? typed)?.focus();
  });
  const say = () => {
    fault.textContent = "";
    typed?.removeAttribute("aria-invalid");
    const answer = fields.given();
    clear.hidden = answer === undefined;
    const pauses = clear.hidden ? [] : pausesFor(asking, { ...given(), [id]: answer }, id);
    // An alert is read out when it comes in as a whole; one that waits empty would be read as an empty notification.
    pause.replaceChildren(
      ...pauses.flatMap((pause) => [
        element(
          "div",
          { role: "alert" },
          element("p", {}, element("strong", {}, pause.says)),
          ...pause.codes.flatMap((code) => helpParagraph(code, respondent)),
        ),
        ...formsFor(asking, pause).map((form) =>
          button(`Go to: ${formNamed(form)?.instrument.title ?? form}`, () => openForm(form)),
        ),
      ]),
    );
    changed();
  };
  const root = element(
    "fieldset",
    { "data-item": id, "aria-describedby": notes.length > 0 && said.id },
    element("legend", {}, title),
    said,
    ...(typed === undefined ? [] : [fault, typed]),
    ...radios.map(({ row }) => row),
    pause,
    clear,
  );
  // Choosing a word for not knowing and typing an answer exclude each other.
  root.addEventListener("change", ({ target }) => {
    if (typed !== undefined && target !== typed) typed.value = "";
    if (typed !== undefined && target === typed) for (const { input } of radios) input.checked = false;
    say();
  });
  say(); // an answer given before calls for its pause again
  if (typed !== undefined && typed.value !== "") fields.canBeRead(); // a file may hold a day that is still to come
  return { root, ...fields };
}

type Respondent = keyof Item["text"];

function choicesOf(
  item: Instrument["items"][string] | undefined,
  respondent: Respondent,
): Readonly<Record<string, string>> {
  const options = item?.responses.kind === "choice" ? Object.entries(item.responses.options) : [];
  return { ...Object.fromEntries(options.map(([code, { label }]) => [code, label])), ...stateWords[respondent] };
}

function radio(name: string, code: string, label: string, before: unknown) {
  const id = `${name}-${code}`;
  const input = element("input", { type: "radio", id, name, value: code, checked: code === before });
  return { input, row: element("div", { class: "choice" }, input, element("label", { for: id }, label)) };
}

function typedField(
  item: Item | undefined,
  id: string,
  labelledBy: string,
  before: unknown,
): HTMLInputElement | undefined {
  const responses = item?.responses;
  if (responses === undefined || responses.kind === "choice") return undefined;
  const own = before === undefined || Object.hasOwn(stateWords.target, String(before)) ? "" : String(before);
  const field = element("input", {
    type: responses.kind === "date" ? "date" : "number",
    id: `${id}-typed`,
    "aria-labelledby": labelledBy,
    "aria-describedby": `${id}-fault`,
    autocomplete: "off",
    ...(responses.kind === "number"
      ? { min: String(responses.min), max: String(responses.max), step: responses.integer ? "1" : "any" }
      : { min: firstDay, max: today() }),
  });
  field.value = own;
  return field;
}

function typedValue(item: Item | undefined, field: HTMLInputElement | undefined): unknown {
  if (field === undefined || field.value === "") return undefined;
  return item?.responses.kind === "number" ? field.valueAsNumber : field.value;
}

/** A year typed with two digits is a year of antiquity to a browser. */
const firstDay = "1900-01-01";

function faultOf(item: Item | undefined, { rangeOverflow, rangeUnderflow }: ValidityState): string {
  const responses = item?.responses;
  if (responses?.kind === "number")
    return `This cannot be read. Give a number from ${responses.min} to ${responses.max}, or leave the field empty.`;
  if (rangeOverflow) return "This day is still to come. Give a day up to today, or leave all of it empty.";
  if (rangeUnderflow) return "This day is too long ago. Give the year with four digits, or leave all of it empty.";
  return "This date cannot be read. Give a day, a month and a year, or leave all of it empty.";
}

function noteOf(item: Item | undefined, respondent: Respondent): readonly Node[] {
  if (respondent !== "rater" || item?.raterNote === undefined) return [];
  return [element("p", { class: "note" }, item.raterNote)];
}

/** Help by its code: a neutral line if there is one, and the full text for somebody who is trained. */
export function helpParagraph(code: string, respondent: Respondent): readonly Node[] {
  const text = guidanceText(code, respondent);
  return text === undefined ? [] : [element("p", { class: "help" }, text)];
}

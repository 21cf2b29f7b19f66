import { formFor, progress } from "stalker-typology";
import type { Loaded } from "./answers-file.ts";
import { type Asking, askItem, askOn, pausesStanding, visibleIn } from "./asking.ts";
import { button, caption, element, mainHeading } from "./element.ts";
import { faultList } from "./fault-list.ts";
import { formNamed, forms } from "./forms.ts";
import { helpParagraph } from "./question-fields.ts";
import { stateWords } from "./state-words.ts";

/** Every question with its answer, so that each can be changed before a result is shown. */
export function reviewView(
  asking: Asking,
  go: {
    readonly to: (asking: Asking) => void;
    readonly result: () => void;
    readonly save: () => void;
    readonly form: (id: string) => void;
  },
  faults: Loaded["issues"],
): readonly Node[] {
  const { form, administration } = asking;
  const own = formFor(form.instrument, administration.respondent);
  const shown = visibleIn(asking);
  const { setAside } = progress(form.instrument, administration);
  const further = askOn(asking);
  const parts = Object.entries(own.sections).map(([name, { title }]) => {
    const ids = shown.filter((id) => own.items[id]?.section === name);
    return ids.length === 0 ? [] : [element("h2", {}, title), answerList(ids, asking, go.to)];
  });
  return [
    caption(form.instrument.title),
    mainHeading("Check your answers", ...standingIds(asking)),
    ...faultList(faults),
    ...standing(asking),
    ...(further.page.length === 0
      ? [
          element(
            "p",
            {},
            "Nothing that is still open can change the result. You can answer further questions if you like.",
          ),
        ]
      : [
          element(
            "div",
            { class: "buttons" },
            button("Go on with the questions", () => go.to(further)),
          ),
        ]),
    ...parts.flat(),
    ...(setAside.length === 0
      ? []
      : [
          element(
            "p",
            {},
            `${setAside.length} answers are kept but not read, because a later answer closed their questions.`,
          ),
        ]),
    element("h2", { class: "no-print" }, "What next"),
    element(
      "div",
      { class: "buttons" },
      element("button", { type: "button", class: "main", click: go.result }, "Show the result"),
      ...forms
        .filter((each) => each !== form)
        .map(({ instrument }) => button(`Go to: ${instrument.title}`, () => go.form(instrument.id))),
    ),
    element("h2", { class: "no-print" }, "Keep a file"),
    element(
      "p",
      { class: "no-print" },
      "A file stays on this device until you delete it. Anyone who uses the device can open it.",
    ),
    element("div", { class: "buttons" }, button("Save the answers as a file", go.save)),
  ];
}

/** The ids of what `standing` shows, so that a page's heading can be described by it: it is read out before all else. */
export function standingIds(asking: Asking): readonly string[] {
  return pausesStanding(asking).length === 0 ? [] : [`pause-${asking.form.instrument.id}`];
}

/** The pauses that the answers call for, with the form that they point to. */
export function standing(asking: Asking): readonly Node[] {
  const pauses = pausesStanding(asking);
  if (pauses.length === 0) return [];
  const { respondent } = asking.administration;
  const [id = ""] = standingIds(asking);
  return [
    element(
      "div",
      { class: "pause", id },
      ...pauses.flatMap(({ says, codes }) => [
        element("p", {}, element("strong", {}, says)),
        ...codes.flatMap((code) => helpParagraph(code, respondent)),
      ]),
    ),
  ];
}

function answerList(ids: readonly string[], asking: Asking, go: (asking: Asking) => void): HTMLElement {
  const { form, administration } = asking;
  return element(
    "dl",
    { class: "answers" },
    ...ids.map((id) => {
      const item = form.instrument.items[id];
      const question = item?.text[administration.respondent] ?? id;
      const answer = answerWords(id, asking);
      return element(
        "div",
        {},
        element("dt", {}, question),
        element("dd", {}, answer ?? "No answer"),
        element(
          "dd",
          {},
          button(answer === undefined ? "Answer" : "Change", () => go(askItem(asking, id)), {
            "aria-label": `${answer === undefined ? "Answer" : "Change"}: ${question}`,
          }),
        ),
      );
    }),
  );
}

/** An answer in the words that were chosen. */
function answerWords(id: string, { form, administration: { answers, respondent } }: Asking): string | undefined {
  const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
  if (answer === undefined || answer === "not_asked" || answer === "closed") return undefined;
  const words: Readonly<Record<string, string>> = stateWords[respondent];
  const responses = formNamed(form.instrument.id)?.instrument.items[id]?.responses;
  const option = responses?.kind === "choice" ? responses.options[String(answer)]?.label : undefined;
  return option ?? words[String(answer)] ?? String(answer);
}

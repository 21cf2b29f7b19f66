import { messageOf, progress } from "stalker-typology";
import { type Asking, back, forward, type Given, visibleIn } from "./asking.ts";
import { button, element, mainHeading } from "./element.ts";
import { type QuestionFields, questionFields } from "./question-fields.ts";

/** A page of one question, or of one part of a form. */
export function questionView(
  asking: Asking,
  go: {
    readonly to: (asking: Asking) => void;
    readonly review: (asking: Asking) => void;
    readonly form: (asking: Asking, id: string) => void;
  },
): readonly Node[] {
  const { instrument } = asking.form;
  const { respondent } = asking.administration;
  const several = asking.pages === "parts" && asking.page.length > 1;
  const part = instrument.sections[instrument.items[asking.page[0] ?? ""]?.section ?? ""];
  const saidWithHeading = [...(part?.introduction === undefined ? [] : ["introduction"]), "progress"];
  const fields = new Map<string, QuestionFields>();
  const given = (): Given =>
    Object.fromEntries(
      [...fields].map(([id, each]) => [id, each.given()] as const).filter(([, answer]) => answer !== undefined),
    );
  const changed = () => {
    const visible = visibleIn(asking, given());
    for (const [id, { root }] of fields) root.hidden = !visible.includes(id);
  };
  const goOn = (to: (next: Asking) => void) => {
    const shown = [...fields.values()].filter(({ root }) => !root.hidden);
    // From the last to the first, so that the first one that cannot be read has the focus in the end.
    const readable = shown.reverse().map((each) => each.canBeRead());
    if (readable.includes(false)) return;
    const result = forward(asking, given());
    if (result.ok) to(result.value);
    else {
      const told = result.issues.map((issue) => element("p", {}, messageOf(issue)));
      faults.replaceChildren(element("div", { role: "alert" }, ...told));
    }
  };
  const openForm = (id: string) => goOn((next) => go.form(next, id));
  const faults = element("div", { class: "faults" });
  for (const id of asking.page) {
    const wording = instrument.items[id]?.text[respondent] ?? id;
    const title = several ? element("h2", {}, wording) : mainHeading(wording, ...saidWithHeading);
    title.id = `title-${id}`;
    fields.set(id, questionFields(id, asking, title, { given, changed, openForm }));
  }
  changed();
  const submit = (event: Event) => {
    event.preventDefault();
    goOn(go.to);
  };
  return [
    progressLine(asking, several ? instrument.title : `${instrument.title}. ${part?.title ?? ""}`),
    ...(several ? [mainHeading(part?.title ?? instrument.title, ...saidWithHeading)] : []),
    ...(part?.introduction === undefined ? [] : [element("p", { id: "introduction" }, part.introduction)]),
    element(
      "form",
      { submit, autocomplete: "off", novalidate: true },
      ...[...fields.values()].map(({ root }) => root),
      faults,
      element("p", { class: "hint" }, "You can go on without an answer."),
      element(
        "div",
        { class: "buttons" },
        element("button", { type: "submit", class: "main" }, "Continue"),
        ...(asking.trail.length === 0 ? [] : [button("Back", () => go.to(back(asking)))]),
        button("Check your answers", () => goOn(go.review)),
      ),
    ),
  ];
}

function progressLine({ form, administration, passed }: Asking, title: string): HTMLElement {
  const { asked, remaining } = progress(form.instrument, administration);
  const left = remaining - passed.length;
  const says = `${asked} answered${passed.length === 0 ? "" : `, ${passed.length} passed over`}, at most ${left} to go.`;
  return element(
    "div",
    { class: "progress" },
    element("p", { id: "progress" }, `${title}: ${says}`),
    element("progress", {
      max: String(asked + remaining),
      value: String(asked + passed.length),
      "aria-label": "How far you are",
    }),
  );
}

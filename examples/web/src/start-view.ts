import type { Loaded } from "./answers-file.ts";
import { caption, element, mainHeading } from "./element.ts";
import { faultList } from "./fault-list.ts";
import { forms } from "./forms.ts";
import { type Who, whoWords } from "./who.ts";

/** What a person chose on the start page. */
export interface Choice {
  readonly form: string;
  readonly who: Who;
  readonly pages: "questions" | "parts";
}

/** What this is, how to leave and what stays on the device: before the first question. */
export function startView(
  go: { readonly begin: (choice: Choice) => void; readonly open: (file: File, pages: Choice["pages"]) => void },
  faults: Loaded["issues"],
): readonly Node[] {
  const form = radios(
    "form",
    "Which questions?",
    forms.map(({ instrument }) => [instrument.id, instrument.title, instrument.purpose]),
  );
  const who = radios(
    "who",
    "Who answers?",
    Object.entries(whoWords).map(([id, says]) => [id, says]),
  );
  const pages = radios("pages", "How much on a page?", [
    ["questions", "One question at a time"],
    ["parts", "All questions of a part"],
  ]);
  const begin = (event: Event) => {
    event.preventDefault();
    go.begin({ form: form.chosen(), who: who.chosen() as Who, pages: pages.chosen() as Choice["pages"] });
  };
  const file = element("input", {
    type: "file",
    id: "file",
    accept: ".json,application/json",
    "aria-describedby": "file-says",
  });
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) go.open(chosen, pages.chosen() as Choice["pages"]);
  });
  return [
    caption("An example of what a service could offer"),
    mainHeading("Before you start"),
    ...faultList(faults),
    ...paragraphs(
      "This page asks about contact or attention that somebody does not want. Nobody reads your answers, and the page cannot protect you.",
      "What is happening to you matters, and it is not your fault. A specialist service can talk it through with you. You do not need proof to ask them.",
    ),
    element("h2", {}, "Leaving quickly"),
    ...paragraphs(
      "“Leave this page” stands at the top all the time. It hides this page at once, clears your answers and opens a page about the weather. Pressing the Shift key three times does the same.",
      "It does not clear your browser’s history, and it cannot hide anything from software that watches a device. If someone may be watching yours, use another one if you can.",
    ),
    element("h2", {}, "Your answers"),
    ...paragraphs(
      "They stay on this page until you leave it, close it or load it again. Nothing is stored and nothing is sent. Every question may be left out.",
    ),
    element(
      "form",
      { submit: begin, autocomplete: "off" },
      form.root,
      who.root,
      pages.root,
      element("div", { class: "buttons" }, element("button", { type: "submit", class: "main" }, "Start")),
    ),
    element("h2", {}, "Go on from a file"),
    element(
      "p",
      { id: "file-says" },
      "If you saved your answers as a file before, you can open it here. It is read on this device only.",
    ),
    element("p", {}, element("label", { for: "file" }, "File with answers")),
    file,
  ];
}

function paragraphs(...texts: readonly string[]): readonly Node[] {
  return texts.map((text) => element("p", {}, text));
}

function radios(
  name: string,
  legend: string,
  options: readonly (readonly [id: string, label: string, says?: string])[],
) {
  // The whole label can be pressed, but the name of a choice is its first line: what it is for is its description.
  const inputs = options.map(([id, , says], at) =>
    element("input", {
      type: "radio",
      name,
      id: `${name}-${id}`,
      value: id,
      checked: at === 0,
      "aria-labelledby": `${name}-${id}-label`,
      "aria-describedby": says !== undefined && `${name}-${id}-says`,
    }),
  );
  const rows = options.map(([id, label, says], at) =>
    element(
      "div",
      { class: "choice" },
      inputs[at] as Node,
      element(
        "label",
        { for: `${name}-${id}` },
        element("span", { id: `${name}-${id}-label` }, label),
        ...(says === undefined ? [] : [element("span", { class: "hint", id: `${name}-${id}-says` }, says)]),
      ),
    ),
  );
  return {
    root: element("fieldset", {}, element("legend", {}, element("h2", {}, legend)), ...rows),
    chosen: () => inputs.find(({ checked }) => checked)?.value ?? "",
  };
}

import type { CaseOverview } from "stalker-typology/reports";
import { element } from "./element.ts";

/** An overview in the calm form for the person it happens to: their own words first, then help, then what is open. */
export function targetView({ topics, guidance, contradictions, limits }: CaseOverview): readonly Node[] {
  const told = topics.flatMap(({ reported, notReported }) => [...reported, ...notReported]);
  const open = topics.flatMap((topic) => topic.open);
  return [
    element(
      "p",
      {},
      "These are your own answers, brought together. They can help when you speak with a service. They decide nothing and predict nothing.",
    ),
    ...(told.length === 0
      ? [element("p", {}, "You have not answered a question yet. That is fine.")]
      : [
          element(
            "dl",
            { class: "answers" },
            ...told.map(({ question, answer }) =>
              element("div", {}, element("dt", {}, question), element("dd", {}, answer)),
            ),
          ),
        ]),
    ...section("Answers that do not fit together", contradictions),
    element("p", {}, "A specialist service can talk this through with you. You do not need proof to ask them."),
    ...folded(
      "What may help",
      guidance.map(({ text }) => text),
    ),
    ...folded(
      `Questions that are open: ${open.length}`,
      open.map(({ question }) => question),
    ),
    ...section("What this cannot say", limits),
  ];
}

function section(title: string, texts: readonly string[]): readonly Node[] {
  return texts.length === 0 ? [] : [element("h2", {}, title), list(texts)];
}

function folded(title: string, texts: readonly string[]): readonly Node[] {
  return texts.length === 0 ? [] : [element("details", {}, element("summary", {}, title), list(texts))];
}

function list(texts: readonly string[]): HTMLElement {
  return element("ul", {}, ...texts.map((text) => element("li", {}, text)));
}

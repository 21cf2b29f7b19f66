import { classify, score } from "stalker-typology";
import { crossChecks } from "stalker-typology/content/cross-checks";
import { guidanceCodes } from "stalker-typology/content/guidance";
import { fiveTypeProfiles, separations } from "stalker-typology/content/typologies";
import { type CaseOverview, caseOverview, overviewPage, toHtml } from "stalker-typology/reports";
import type { Asking } from "./asking.ts";
import { button, caption, element, mainHeading } from "./element.ts";
import { printedView } from "./printed-view.ts";
import { standing, standingIds } from "./review-view.ts";
import { targetView } from "./target-view.ts";
import { today } from "./today.ts";
import type { Who } from "./who.ts";

/** What the answers to all forms come to, for one audience. The person it happens to is shown no type and no level. */
export function resultView(
  asked: readonly Asking[],
  who: Who,
  go: { readonly review: () => void; readonly save: (page: string) => void; readonly clear: () => void },
): readonly Node[] {
  const overview = overviewOf(asked, who);
  const page = overviewPage(overview);
  return [
    caption(asked.map(({ form }) => form.instrument.title).join(", ")),
    ...(who === "target"
      ? [
          mainHeading("What you have told", ...asked.flatMap(standingIds)),
          ...asked.flatMap(standing),
          ...targetView(overview),
        ]
      : [mainHeading(page.title), ...printedView(page)]),
    element("h2", { class: "no-print" }, "What next"),
    element(
      "p",
      { class: "no-print" },
      "A file stays on this device until you delete it. Anyone who uses the device can open it.",
    ),
    element(
      "div",
      { class: "buttons" },
      button("Back to the answers", go.review),
      button("Save this page as a file", () => go.save(toHtml(page))),
      button("Clear everything and start again", go.clear),
    ),
  ];
}

function overviewOf(asked: readonly Asking[], who: Who): CaseOverview {
  const asOf = today();
  const begun = asked.filter(({ administration }) => administration.history.length > 0);
  return caseOverview(
    {
      asOf,
      scores: begun.flatMap(({ form: { instrument, typology }, administration: { answers, respondent } }) =>
        typology === undefined
          ? [
              {
                instrument,
                answers,
                respondent,
                result: score(instrument, answers, { asOf, window: { from: null, to: asOf }, respondent }),
              },
            ]
          : [],
      ),
      classifications: begun.flatMap(({ form: { typology }, administration: { answers, respondent } }) =>
        typology === undefined
          ? []
          : [{ typology, answers, respondent, result: classify(answers, { typology, asOf }) }],
      ),
    },
    { guidance: guidanceCodes, profiles: Object.values(fiveTypeProfiles), separations, crossChecks },
    { audience: who },
  );
}

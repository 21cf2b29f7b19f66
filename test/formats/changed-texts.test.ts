import { Model } from "survey-core";
import { describe, expect, it } from "vitest";
import { fromRedcap, toRedcap, toSurveyJs, toXlsForm } from "../../src/formats/index.ts";
import { choice, type Instrument } from "../../src/instrument/index.ts";
import { toy } from "../support/toy-instruments.ts";

/** In each engine this would be the answer to another question, or hide the field. */
const dollar = ["$", "{met}"].join("");
const trap = `{met} ${dollar} [met] @HIDDEN`;
const form: Instrument = {
  ...toy,
  title: `Title ${trap}`,
  sections: { first: { title: `Section ${trap}`, introduction: `Introduction ${trap}` } },
  items: {
    ...toy.items,
    place: {
      ...toy.items.place,
      section: "first",
      text: { target: `Target ${trap}`, rater: `Rater ${trap}` },
      raterNote: `Note ${trap}`,
      responses: choice({ home: { label: `Label ${trap}` }, work: { label: "Work" } }),
    },
  },
};
const respondent = "rater";
const changed = ({ losses }: { readonly losses: readonly { code: string; path: readonly (string | number)[] }[] }) =>
  losses.filter(({ code }) => code === "text_changed").map(({ path }) => path.join(" "));
const places = [
  ...["title", "sections first", "items place text", "items place raterNote", "items place responses home"],
];

describe("a text in which an engine would put another question's answer", () => {
  it("is shown by SurveyJS as it was, but for the braces, and each such text is named", () => {
    const made = toSurveyJs(form, { respondent });
    const survey = new Model(made.document);
    survey.data = { met: "secret-answer" };
    const shown = [
      survey.locTitle.renderedHtml,
      ...survey.pages.flatMap((page) => [page.locTitle.renderedHtml, page.locDescription.renderedHtml]),
      survey.getQuestionByName("place").locTitle.renderedHtml,
      ...survey
        .getQuestionByName("place")
        .choices.map((each: { locText: { renderedHtml: string } }) => each.locText.renderedHtml),
    ].join("\n");
    expect(shown).not.toContain("secret-answer");
    for (const text of ["Title", "Section", "Introduction", "Rater", "Label"]) {
      expect(shown).toContain(`${text} (met) $(met) [met] @HIDDEN`);
    }
    expect(changed(made)).toEqual(places);
  });

  it("holds no field and no action tag in REDCap, and labels are still read back", () => {
    const made = toRedcap(form, { respondent });
    const texts = made.document.fields.flatMap((field) => [
      ...[field["Field Label"], field["Section Header"], field["Field Note"], field["Field Annotation"]],
      ...(field["Field Type"] === "radio" ? [field["Choices, Calculations, OR Slider Labels"]] : []),
    ]);
    const own = texts.filter((text) => text?.includes("met)"));
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter((text) => /\[met\]|@HIDDEN/.test(text?.replace(/@DEFAULT.*/, "") ?? ""))).toEqual([]);
    expect(changed(made)).toEqual(places);
    const row = { [`Rater {met} ${dollar} (met) @ HIDDEN`]: `Label {met} ${dollar} (met) @ HIDDEN` };
    expect(fromRedcap(row, form, { values: "label" })).toEqual({ answers: { place: "home" }, issues: [] });
  });

  it("names no question in an XLSForm", () => {
    const made = toXlsForm(form, { respondent });
    const cells = made.document.sheets.flatMap(({ rows }) => rows.flat());
    expect(cells.filter((cell) => cell.includes("HIDDEN") && cell.includes(dollar))).toEqual([]);
    expect(changed(made)).toEqual(places);
  });
});

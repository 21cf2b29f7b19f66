import { describe, expect, it } from "vitest";
import { AssessmentError } from "../../src/issues/index.ts";
import * as reports from "../../src/reports/index.ts";

/** What plain JavaScript can hand to a function: nothing checks the arguments before the function does. */
const plain = (value: unknown) => value as never;
const overviewFor = (options: unknown) =>
  reports.caseOverview({ asOf: "2026-03-01" }, { guidance: {} }, plain(options));

describe("an overview for a slip of a word is refused, since it could show a target what is for professionals", () => {
  it.each<[string, unknown, string]>([
    [
      "in capitals",
      { audience: "Target" },
      "unknown_option: audience. Expected one of: target, professional, researcher.",
    ],
    ["in the plural", { audience: "targets" }, "Nearest: target."],
    ["in another part", { audience: "target", alsoShowTarget: ["type"] }, "unknown_option: alsoShowTarget."],
    ["in text for a list", { audience: "target", alsoShowTarget: "types" }, "malformed: alsoShowTarget."],
    ["in nothing", {}, "malformed: options. Expected an object with audience."],
  ])("%s", (_, options, wanted) => {
    expect(() => overviewFor(options)).toThrow(AssessmentError);
    expect(() => overviewFor(options)).toThrow(wanted);
  });
});

describe("a page, a card or a summary of nothing names the argument", () => {
  it.each<[string, (nothing: never) => unknown, string]>([
    ["toHtml", reports.toHtml, "malformed: page. Expected an object with blocks."],
    ["toMarkdown", reports.toMarkdown, "malformed: page."],
    ["toLatex", reports.toLatex, "malformed: page."],
    ["toCsv", reports.toCsv, "malformed: rows. Expected a list."],
    ["overviewPage", reports.overviewPage, "malformed: overview."],
    ["cardPage", reports.cardPage, "malformed: card."],
    ["atrsPage", reports.atrsPage, "malformed: card."],
    ["instrumentCard", reports.instrumentCard, "malformed: instrument."],
    ["codebook", reports.codebook, "malformed: instrument."],
    ["codebookPage", reports.codebookPage, "malformed: book."],
    ["codebookRows", reports.codebookRows, "malformed: book."],
    ["changeSummary", (nothing) => reports.changeSummary(nothing, nothing), "malformed: changes."],
    ["caseSummary", (nothing) => reports.caseSummary(nothing, nothing), "malformed: result."],
    ["scoreSummary", (nothing) => reports.scoreSummary(nothing, nothing), "malformed: result."],
    ["caseOverview", (nothing) => reports.caseOverview(nothing, nothing, nothing), "malformed: input."],
  ])("%s", (_, call, wanted) => {
    expect(() => call(plain(undefined))).toThrow(wanted);
    expect(() => call(plain(null))).toThrow(wanted);
    expect(() => call(plain("ssb-quick"))).toThrow(wanted);
  });
});

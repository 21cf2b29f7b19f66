import { describe, expect, it } from "vitest";
import { AssessmentError } from "../../src/issues/index.ts";
import * as reports from "../../src/reports/index.ts";
import { messageOf } from "../support/message-of.ts";

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
    ["exampleAnswers", reports.exampleAnswers, "malformed: instrument."],
    ["list", reports.list, "malformed: items. Expected a list."],
    ["facts", reports.facts, "malformed: entries. Expected a list."],
    ["table, its head", (nothing) => reports.table("", nothing, []), "malformed: head. Expected a list."],
    ["table, its rows", (nothing) => reports.table("", [], nothing), "malformed: rows. Expected a list."],
    ["ruleWordsOf", reports.ruleWordsOf, "malformed: phrases."],
    ["estimateWordsOf", reports.estimateWordsOf, "malformed: phrases."],
    ["overviewOfRecord", (nothing) => reports.overviewOfRecord(nothing, nothing, nothing), "malformed: record."],
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

const found = (part: string) => `malformed: found. Expected an object with ${part}.`;
const nothings = [undefined, null, "ssb-quick"].map(plain);

describe("a table or a chart of no result names the argument", () => {
  it.each<[string, (nothing: never) => unknown, string]>([
    ["accuracyTables", reports.accuracyTables, found("byClass")],
    ["agreementChart", (nothing) => reports.agreementChart(nothing, "", ""), "malformed: lines. Expected a list."],
    ["agreementTables", (nothing) => reports.agreementTables(nothing, "", []), found("overall")],
    ["agreementTables, raters", (nothing) => reports.agreementTables(plain({ overall: {} }), "", nothing), "raters."],
    ["calibrationChart", (nothing) => reports.calibrationChart(nothing, ""), found("bins")],
    ["calibrationTables", reports.calibrationTables, found("bins")],
    ["caseloadCharts", (nothing) => reports.caseloadCharts(nothing, []), found("completeness")],
    ["caseloadPage", reports.caseloadPage, found("completeness")],
    ["changeTables", reports.changeTables, found("byClass")],
    ["comparisonTable", reports.comparisonTable, found("sample")],
    ["completenessChart", (nothing) => reports.completenessChart(nothing, ""), "malformed: lines. Expected a list."],
    ["consistencyTables", (nothing) => reports.consistencyTables(nothing, ""), found("byItem")],
    ["disagreementTable", reports.disagreementTable, found("withoutSingleItem")],
    ["distributionChart", (nothing) => reports.distributionChart(nothing, [], ""), found("shares")],
    ["distributionTable", reports.distributionTable, "malformed: counts. Expected object."],
    ["groupComparisonTable", (nothing) => reports.groupComparisonTable(nothing, [], plain([]), nothing), "groups."],
    ["groupComparisonTable, its test", (no) => reports.groupComparisonTable(["", ""], [], [[], []], no), "test."],
    ["itemAgreementTable", reports.itemAgreementTable, "malformed: items. Expected a list."],
    ["reliableChangeTable", reports.reliableChangeTable, found("counts")],
    ["rocChart", (nothing) => reports.rocChart(nothing, ""), found("curve")],
    ["rocTables", (nothing) => reports.rocTables(nothing, { first: "" }), found("curve")],
    ["rocTables, its names", (nothing) => reports.rocTables(plain({ curve: {} }), nothing), "malformed: names."],
    ["tableOneTable", reports.tableOneTable, found("groups")],
    [
      "timelineChart",
      (nothing) => reports.timelineChart(nothing, ""),
      "malformed: log. Expected an object with entries.",
    ],
    ["transitionChart", (no) => reports.transitionChart(no, [], { from: "", to: "" }, ""), "malformed: passages."],
    ["transitionChart, its axes", (nothing) => reports.transitionChart([], [], nothing, ""), "malformed: axes."],
  ])("%s", (_, call, wanted) => {
    for (const nothing of nothings) expect(messageOf(() => call(nothing))).toContain(wanted);
  });

  it.each<[string, () => unknown, string]>([
    ["a line that is none", () => reports.agreementChart(plain([null]), "", ""), "malformed: lines.1."],
    ["an item without its result", () => reports.itemAgreementTable(plain([{}])), "malformed: items.1."],
    ["a row that is none", () => reports.toCsv(plain([[], null])), "malformed: rows.2. Expected a list."],
    ["a chart without a title", () => reports.transitionChart([], [], { from: "", to: "" }, plain(null)), "title."],
    ["words that are none", () => reports.calibrationTables(plain({ bins: [] }), plain("de")), "malformed: phrases."],
    ["a log that is its entries", () => reports.timelineChart(plain([]), ""), "malformed: log."],
    ["an instrument for its codebook", () => reports.codebookPage(plain({ items: {} })), "malformed: book."],
    ["items for a form", () => reports.codebook(plain({ items: {} })), "malformed: instrument."],
    ["items for a form, as a card", () => reports.instrumentCard(plain({ items: {} })), "malformed: instrument."],
    [
      "an overview without content",
      () => reports.overviewOfRecord(plain({ entries: [] }), plain(undefined), { episode: "e1", asOf: "2026-03-01" }),
      "malformed: content.",
    ],
  ])("%s", (_, call, wanted) => expect(messageOf(call)).toContain(wanted));
});

describe("what is no text and no number is named, and not printed as if it were one", () => {
  it.each<[string, (nothing: never) => unknown, string]>([
    ["asWords", reports.asWords, "malformed: id. Expected text."],
    ["shownText", reports.shownText, "malformed: text. Expected text."],
    ["escapeHtml", reports.escapeHtml, "malformed: text."],
    ["escapeLatex", reports.escapeLatex, "malformed: text."],
    ["escapeMarkdown", reports.escapeMarkdown, "malformed: text."],
  ])("%s", (_, call, wanted) => {
    for (const nothing of [undefined, null, 1, {}].map(plain)) {
      expect(messageOf(() => call(nothing))).toContain(wanted);
    }
  });

  it.each<[string, (value: never) => unknown]>([
    ["apaNumber", reports.apaNumber],
    ["apaP", reports.apaP],
  ])("%s", (_, call) => {
    expect(messageOf(() => call(plain(undefined)))).toContain("malformed: value. Expected a number, or null.");
    expect(messageOf(() => call(plain("0.5")))).toContain("malformed: value.");
    expect(call(plain(null))).toBe("\u2014");
  });

  it("apaInterval", () => {
    expect(messageOf(() => reports.apaInterval(plain("0 to 1")))).toContain("malformed: bounds. Expected a list.");
    expect(messageOf(() => reports.apaInterval([0, 1], plain(null)))).toContain("malformed: style.");
  });
});

import { describe, expect, it } from "vitest";
import {
  answerItem,
  crossChecksFound,
  formFor,
  interruptionsNow,
  nextItem,
  progress,
  rowScorer,
  score,
  startAdministration,
} from "../../src/assessment/index.ts";
import { imminentConcern, quickScreen } from "../../src/content/instruments/index.ts";
import { designChoice } from "../../src/evidence/index.ts";
import { choice, defineInstrument, type Item, yesNo } from "../../src/instrument/index.ts";
import { AssessmentError, type Issue, valueOrThrow } from "../../src/issues/index.ts";
import { any, atLeast, mean, oneOf, value } from "../../src/rules/index.ts";

const context = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } } as const;

function issuesOf(act: () => unknown): readonly Issue[] {
  try {
    act();
  } catch (fault) {
    if (fault instanceof AssessmentError) return fault.issues;
  }
  return [];
}

describe("score", () => {
  it.each([
    ["asOf that is no day", { ...context, asOf: "2026-02-30" }, "malformed", ["asOf"]],
    [
      "a window that ends after asOf",
      { asOf: "2026-03-01", window: { from: null, to: "2026-03-02" } },
      "after_as_of",
      ["window", "to"],
    ],
    [
      "a window that ends before it begins",
      { asOf: "2026-03-01", window: { from: "2026-02-02", to: "2026-02-01" } },
      "out_of_range",
      ["window", "from"],
    ],
    ["a context without a window", { asOf: "2026-03-01" }, "malformed", ["window", "to"]],
  ])("refuses %s", (_, wrong, code, path) => {
    expect(issuesOf(() => score(quickScreen, {}, wrong as never))[0]).toMatchObject({ code, path });
  });

  it("refuses unknown items and codes with every issue and no value", () => {
    const issues = issuesOf(() =>
      score(quickScreen, { danger_nwo: "yes", on_two_occasions: "often_secret" } as never, context),
    );
    expect(issues.map(({ code, path }) => [code, path[0]])).toEqual([
      ["unknown_item", "danger_nwo"],
      ["unknown_option", "on_two_occasions"],
    ]);
    expect(issues[0]?.nearest).toBe("danger_now");
    expect(JSON.stringify(issues)).not.toContain("often_secret");
  });

  it("closes items for others, so that they are neither asked nor unknown", () => {
    const own = score(imminentConcern, { psychotic_target_beliefs: "yes" }, { ...context, respondent: "target" });
    expect(own.completeness.closed).toBe(1);
    expect(own.completeness.setAside).toEqual(["psychotic_target_beliefs"]);
    expect(own.guidance.map(({ code }) => code)).not.toContain("GC-PERP-MENTAL-HEALTH");
    const rated = score(imminentConcern, { psychotic_target_beliefs: "yes" }, { ...context, respondent: "rater" });
    expect(rated.guidance.map(({ code }) => code)).toContain("GC-PERP-MENTAL-HEALTH");
  });

  it("gives the codes of a level's floor and of all below it", () => {
    const found = score(imminentConcern, { near_now: "yes" }, context).guidance.map(({ code }) => code);
    for (const code of ["GC-EMERGENCY", "GC-POLICE-REPORT", "GC-SAFETY-PLAN", "GC-SPECIALIST-ADVOCATE"]) {
      expect(found).toContain(code);
    }
    expect(new Set(found).size).toBe(found.length);
  });

  it("leads on to every form that an open answer could still call for", () => {
    expect(score(quickScreen, {}, context).next).toContain("ssb-imminent");
    const none = Object.fromEntries(Object.keys(quickScreen.items).map((id) => [id, "no"]));
    const answers = { ...none, victim_refusal_status: "not_said" } as never;
    expect(score(quickScreen, answers, context).next).toEqual(["ssb-imminent"]);
  });

  it("keeps a code for medical care until strangling is ruled out", () => {
    const codes = (answers: Readonly<Record<string, string>>) =>
      score(imminentConcern, answers, context).guidance.map(({ code, by }) => [code, by]);
    expect(codes({ strangled: "not_sure" })).toContainEqual(["GC-STRANGULATION-MEDICAL", "not_ruled_out"]);
    expect(codes({ strangled: "earlier" })).toContainEqual(["GC-STRANGULATION-MEDICAL", "answers"]);
    expect(codes({ strangled: "never" }).map(([code]) => code)).not.toContain("GC-STRANGULATION-MEDICAL");
  });
});

describe("an administration", () => {
  it("never asks a target what only a rater is asked", () => {
    let now = startAdministration(imminentConcern, { respondent: "target" });
    for (let item = nextItem(imminentConcern, now); item !== null; item = nextItem(imminentConcern, now)) {
      expect(item).not.toBe("psychotic_target_beliefs");
      const result = answerItem(imminentConcern, now, item, "not_sure");
      if (!result.ok) throw new AssessmentError(result.issues);
      now = result.value;
    }
    expect(progress(imminentConcern, now).visible).toBe(Object.keys(imminentConcern.items).length - 1);
    expect(answerItem(imminentConcern, now, "psychotic_target_beliefs", "yes").ok).toBe(false);
  });

  it.each([
    ["near_now", "yes", "GC-EMERGENCY"],
    ["near_now", "prefer_not", "GC-EMERGENCY"],
    ["victim_suicidal_now", "prefer_not", "GC-VICTIM-SUICIDE"],
    ["victim_suicidal_now", "yes", "GC-VICTIM-SUICIDE"],
    ["strangled", "undated", "GC-STRANGULATION-MEDICAL"],
  ])("pauses after %s %s with %s", (item, answer, code) => {
    const begun = startAdministration(imminentConcern, { respondent: "target" });
    const result = answerItem(imminentConcern, begun, item, answer);
    const pauses = result.ok ? interruptionsNow(imminentConcern, result.value) : [];
    expect(pauses.flatMap(({ codes }) => codes)).toContain(code);
  });

  it("does not pause after an answer that rules the danger out", () => {
    const begun = startAdministration(imminentConcern, { respondent: "target" });
    const result = answerItem(imminentConcern, begun, "near_now", "no");
    expect(result.ok && interruptionsNow(imminentConcern, result.value)).toEqual([]);
    expect(interruptionsNow(imminentConcern, begun)).toEqual([]);
  });
});

describe("a form for one respondent", () => {
  it("is made once", () => {
    const form = formFor(imminentConcern, "target");
    expect(formFor(imminentConcern, "target")).toBe(form);
    expect(formFor(quickScreen, "target")).toBe(quickScreen);
  });
});

describe("rows of a table", () => {
  it("refuse a bad cell with its item, and read a blank as not asked", () => {
    const rows = rowScorer(quickScreen, context);
    const codes = rows.items.map((id) => (id === "danger_now" ? "Yes" : ""));
    const result = rows.cells(codes);
    expect(result.ok ? [] : result.issues.map(({ code, path }) => [code, path])).toEqual([
      ["unknown_option", ["danger_now"]],
    ]);
    const blank = rows.cells(rows.items.map(() => ""));
    expect(blank.ok && blank.value[0]).toBe("cannot_say");
  });
});

describe("cross-form checks", () => {
  const check = {
    id: "danger_and_weapon",
    parts: [
      { instrument: quickScreen, when: oneOf("danger_now", "no") },
      { instrument: imminentConcern, when: oneOf("near_now", "yes") },
    ],
    says: "Ask again.",
  } as const;

  it("are found only if every form's answers meet them", () => {
    const both = { "ssb-quick": { danger_now: "no" }, "ssb-imminent": { near_now: "yes" } };
    expect(crossChecksFound([check], both)).toMatchObject([{ id: "danger_and_weapon", codes: [], next: [] }]);
    expect(crossChecksFound([check], { "ssb-quick": { danger_now: "no" } })).toEqual([]);
    expect(crossChecksFound([check], { ...both, "ssb-imminent": { near_now: "not_sure" } })).toEqual([]);
  });
});

describe("a form whose branching rests on a mean", () => {
  const basis = [designChoice("a form of the tests")] as const;
  const item = <const R extends Item["responses"]>(responses: R, more: Partial<Item> = {}) => ({
    ...{ code: "T", text: { target: "Toy?", rater: "Toy?" }, construct: "toy", basis },
    responses,
    ...more,
  });
  const scale = choice({ low: { label: "Low", value: 0 }, high: { label: "High", value: 4 } });
  const facts = {
    version: "1.0.0",
    title: "Toy",
    purpose: "To test.",
    respondents: ["target", "rater"],
    notFor: [],
    referencePeriod: "any",
    validation: "none",
    sections: {},
  } as const;
  const branching = defineInstrument({
    ...facts,
    id: "branching",
    items: { a: item(scale), b: item(scale), c: item(yesNo) },
    askIf: { c: atLeast(mean([value("a"), value("b")], { minAnswered: 1, ifNone: 0 }), 2) },
    indicators: { hit: { means: "c", rule: oneOf("c", "yes"), basis } },
  });

  it.each([
    ["low", "false"],
    ["high", "true"],
  ])("has rows as score has results: both %s", (code, truth) => {
    const answers = { a: code, b: code, c: "yes" };
    expect(score(branching, answers, context).indicators.hit).toMatchObject({ truth });
    const { columns, cells } = rowScorer(branching, context);
    const row = valueOrThrow(cells([code, code, "yes"]));
    expect(row[columns.indexOf("hit")]).toBe(truth);
  });

  const pausing = defineInstrument({
    ...facts,
    id: "pausing",
    items: { a: item(yesNo), r: item(yesNo, { askOnly: "rater" }) },
    indicators: {},
    guidance: [
      { codes: ["GC-X"], when: any(oneOf("a", "yes"), oneOf("r", "yes")), unlessRuledOut: true, interrupts: "Pause." },
    ],
  });

  it("pauses no target for what only raters are asked", () => {
    const begun = startAdministration(pausing, { respondent: "target" });
    const no = valueOrThrow(answerItem(pausing, begun, "a", "no"));
    expect(interruptionsNow(pausing, no)).toEqual([]);
    const byRater = valueOrThrow(answerItem(pausing, startAdministration(pausing, { respondent: "rater" }), "a", "no"));
    expect(interruptionsNow(pausing, byRater).map(({ codes }) => codes)).toEqual([["GC-X"]]);
  });

  it("is not answered under another version than the one it was begun with", () => {
    const begun = startAdministration(pausing, { respondent: "target" });
    expect(answerItem({ ...pausing, version: "2.0.0" }, begun, "a", "yes")).toEqual({
      ok: false,
      issues: [{ code: "version_mismatch", path: ["instrument", "version"], expected: ["1.0.0"] }],
    });
  });

  it("makes no rows in which two results would be one column", () => {
    const twice = { ...branching, indicators: { open: { means: "a", rule: oneOf("a", "low"), basis } } };
    expect(() => rowScorer(twice, context)).toThrow("duplicate_name: columns.open (positions 1, 2).");
  });
});

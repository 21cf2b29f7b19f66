import { describe, expect, it } from "vitest";
import { section2A } from "../../src/content/definitions/index.ts";
import { conductAndPattern as conduct, imminentConcern } from "../../src/content/instruments/index.ts";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";
import { type CaseRecord, type NewEntry, recordedProfile, recordedScore } from "../../src/record/index.ts";
import { caseOverview, overviewOfRecord } from "../../src/reports/index.ts";
import { appended, assessment, everyKind, json } from "../record/records.ts";
import { run } from "../support/command.ts";

const content = { instruments: [imminentConcern, conduct], typologies: [fiveTypes] };
const scoredEntry = (id: string, answers: Record<string, string>, more: Partial<NewEntry> = {}): NewEntry =>
  assessment(id, {}, {
    content: recordedScore(answers, {
      instrument: imminentConcern,
      respondent: "target",
      asOf: "2026-01-06",
      window: { from: null, to: "2026-01-06" },
    }),
    ...more,
  } as Partial<NewEntry>);
const read = (record: CaseRecord, asOf = "2026-02-01", episode = "e1") =>
  overviewOfRecord(record, content, { episode, asOf });
const changed = (record: CaseRecord, edit: (content: Record<string, Record<string, unknown>>) => void) => {
  const copy = json(record) as unknown as { entries: { content: Record<string, Record<string, unknown>> }[] };
  edit(copy.entries[0]?.content ?? {});
  return copy as unknown as CaseRecord;
};

describe("overviewOfRecord", () => {
  it("takes scores and classifications that come out the same, with the steps and words of the episode", () => {
    const input = read(
      appended([...everyKind, scoredEntry("s1", { near_now: "yes" }, { at: "2026-02-13" })]),
      "2026-02-13",
    );
    expect(input.scores?.map(({ instrument, respondent }) => [instrument.id, respondent])).toEqual([
      ["ssb-imminent", "target"],
    ]);
    expect(input.steps?.[0]).toEqual({ at: "2026-01-05", kind: "referral", says: "police, accepted" });
    expect(input.words?.length).toBeGreaterThan(0);
  });

  it("leaves out a result that was changed by hand, and says so", () => {
    const record = appended([assessment("n1", { other_grievance: "yes" })]);
    const input = read(changed(record, ({ result }) => void Object.assign(result ?? {}, { settled: "perhaps" })));
    expect([input.classifications, input.notShown]).toEqual([[], [{ what: "n1", why: "differs" }]]);
  });

  it("leaves out a result of another version, and says so", () => {
    const record = appended([assessment("n1", { other_grievance: "yes" })]);
    const input = read(changed(record, ({ instrument }) => void Object.assign(instrument ?? {}, { version: "0.0.1" })));
    expect([input.classifications, input.notShown]).toEqual([[], [{ what: "n1", why: "other_version" }]]);
  });

  it("leaves out what came of one definition, and does not call it another version", () => {
    const kept = recordedProfile({ follows: "once" }, { profile: section2A, respondent: "rater" });
    const input = read(appended([assessment("n1", {}, { content: kept } as Partial<NewEntry>)]));
    expect(input.notShown).toEqual([{ what: "n1", why: "other_kind" }]);
  });

  it("takes the latest of the same form, function and respondent", () => {
    const entries = [assessment("n1", { other_grievance: "yes" }), assessment("n2", { other_grievance: "no" })];
    const input = read(appended(entries));
    expect(input.classifications?.map(({ answers }) => answers)).toEqual([{ other_grievance: "no" }]);
    expect(input.notShown).toEqual([{ what: "n1", why: "superseded_by_later" }]);
  });

  it("reads no entry of a later day, of another episode or one that was superseded", () => {
    const record = appended([
      assessment("n1", {}),
      assessment("n2", { adult: "yes" }, { supersedes: "n1" }),
      assessment("n3", { adult: "no" }, { episode: "e2" }),
      assessment("n4", { other_grievance: "yes" }, { at: "2026-03-01" }),
    ]);
    expect(read(record).classifications?.map(({ answers }) => answers)).toEqual([{ adult: "yes" }]);
    expect(read(record).notShown).toEqual([]);
    expect(read(record, "2026-03-01").notShown).toEqual([{ what: "n2", why: "superseded_by_later" }]);
  });

  it("holds each respondent's answers against a definition, and mixes none", () => {
    const by = (id: string, respondent: "target" | "rater", answers: Record<string, string>) =>
      scoredEntry(id, {}, {
        content: recordedScore(answers, {
          instrument: conduct,
          respondent,
          asOf: "2026-01-06",
          window: { from: null, to: "2026-01-06" },
        }),
      } as Partial<NewEntry>);
    const record = appended([by("n1", "target", {}), by("n2", "rater", {})]);
    const input = overviewOfRecord(
      record,
      { ...content, definitions: [section2A] },
      { episode: "e1", asOf: "2026-02-01" },
    );
    expect(input.definitions?.map(({ respondent, result }) => [respondent, result.caseness])).toEqual([
      ["target", "indeterminate"],
      ["rater", "indeterminate"],
    ]);
    const { definitions } = caseOverview(input, { guidance: {} }, { audience: "professional" });
    const questions = definitions?.flatMap(({ open }) => open.map(({ item, question }) => [item, question])) ?? [];
    expect(questions).toContainEqual(["amounts_to_harassment", section2A.judgements.amounts_to_harassment.text.rater]);
    expect(questions.filter(([item, question]) => item === question)).toEqual([]);
  });

  it("refuses an episode that is not there and names those that are", () => {
    const fault = (() => {
      try {
        return read(appended([]), "2026-02-01", "e9");
      } catch (error) {
        return error;
      }
    })();
    expect(fault).toBeInstanceOf(AssessmentError);
    expect((fault as AssessmentError).issues).toEqual([
      { code: "unknown_reference", path: ["e9"], expected: ["e1", "e2"] },
    ]);
  });
});

describe("report", () => {
  const record = JSON.stringify(appended([assessment("n1", { other_grievance: "yes" })]));
  const report = (...words: string[]) => run(["report", "-", ...words], record);
  const usual = ["--episode", "e1", "--as-of", "2026-02-01"];

  it("prints Markdown, HTML or JSON", async () => {
    expect((await report(...usual)).stdout).toMatch(/^# Overview of case case-0031, episode e1\n/);
    expect((await report(...usual, "--format", "html")).stdout).toMatch(/^<!doctype html>/);
    expect(JSON.parse((await report(...usual, "--json")).stdout)).toMatchObject({ audience: "professional" });
    expect((await report(...usual, "--definitions", section2A.id)).stdout).not.toBe("");
  });

  it("says no pseudonym to a researcher and no type to a target", async () => {
    expect((await report(...usual, "--audience", "researcher")).stdout).not.toContain("case-0031");
    expect((await report(...usual, "--audience", "target")).stdout).not.toMatch(/resentful/i);
  });

  it.each([
    [["--as-of", "2026-02-01"], "--episode"],
    [["--episode", "e1"], "--as-of"],
    [[...usual, "--audience", "everyone"], "--audience"],
    [[...usual, "--format", "pdf"], "--format"],
    [[...usual, "--definitions", "no-such"], "no-such"],
  ])("refuses %j and names the place", async (words, place) => {
    const { code, stderr, stdout } = await report(...words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(place);
  });

  it("refuses a day that is none", async () => {
    expect((await report("--episode", "e1", "--as-of", "yesterday")).code).toBe(2);
  });
});

import { describe, expect, it } from "vitest";
import { oneWayAnswers } from "../../src/content/cross-checks.ts";
import { section2A } from "../../src/content/definitions/index.ts";
import { guidanceCodes } from "../../src/content/guidance/index.ts";
import {
  conductAndPattern as conduct,
  imminentConcern,
  impactAndExposure,
  publicContact,
} from "../../src/content/instruments/index.ts";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import type { Instrument, Item } from "../../src/instrument/index.ts";
import { AssessmentError } from "../../src/issues/index.ts";
import { type CaseRecord, type NewEntry, recordedProfile, recordedScore } from "../../src/record/index.ts";
import {
  type CaseOverview,
  caseOverview,
  overviewOfRecord,
  overviewPage,
  toMarkdown,
} from "../../src/reports/index.ts";
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
    const recorded = { day: "2026-01-06", outcomes: ["Resentful"] };
    expect([input.classifications, input.notShown]).toEqual([[], [{ what: "n1", why: "differs", recorded }]]);
  });

  it("leaves out a result of another version, and says so", () => {
    const record = appended([assessment("n1", { other_grievance: "yes" })]);
    const input = read(changed(record, ({ instrument }) => void Object.assign(instrument ?? {}, { version: "0.0.1" })));
    const recorded = { day: "2026-01-06", outcomes: ["Resentful"] };
    expect([input.classifications, input.notShown]).toEqual([[], [{ what: "n1", why: "other_version", recorded }]]);
  });

  it("shows what another version made as it was recorded, but to a target", () => {
    const record = appended([scoredEntry("s1", { near_now: "yes" })]);
    const input = read(changed(record, ({ instrument }) => void Object.assign(instrument ?? {}, { version: "0.0.1" })));
    const pageFor = (audience: "professional" | "target") =>
      toMarkdown(overviewPage(caseOverview(input, { guidance: guidanceCodes }, { audience })));
    const label = imminentConcern.levels?.urgency?.outcomes.act_now?.label ?? "no label";
    expect(pageFor("professional")).toContain(`s1, 2026-01-06: ${label} (another version made it`);
    expect(pageFor("target")).not.toContain(label);
  });

  it("reads what was recorded whatever its shape", () => {
    for (const result of [
      null,
      7,
      [],
      { levels: { constructor: { shown: { outcome: "toString" } } } },
      { outcome: [] },
    ]) {
      const record = appended([scoredEntry("s1", { near_now: "yes" })]);
      const input = read(
        changed(record, (kept) => {
          Object.assign(kept.instrument ?? {}, { version: "0.0.1" });
          Object.assign(kept, { result });
        }),
      );
      expect(input.notShown).toHaveLength(1);
    }
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

describe("what was reported earlier and is not reported now", () => {
  const none = Object.fromEntries(
    Object.entries<Item>(imminentConcern.items).flatMap(([id, item]) =>
      item.askOnly === "rater" ? [] : [[id, item.concern?.[0] === "never" ? "never" : "no"]],
    ),
  );
  const on = (
    id: string,
    day: string,
    answers: Record<string, string>,
    {
      instrument = imminentConcern as Instrument,
      respondent = "target" as "target" | "rater",
      from = null as string | null,
    } = {},
    more: Partial<NewEntry> = {},
  ): NewEntry =>
    assessment(id, {}, {
      at: day,
      content: recordedScore(answers, { instrument, respondent, asOf: day, window: { from, to: day } }),
      ...more,
    } as Partial<NewEntry>);
  const overviewOf = (
    entries: readonly NewEntry[],
    audience: "professional" | "researcher" | "target" = "professional",
    asOf = "2026-02-01",
  ) => {
    const instruments = [imminentConcern, conduct, impactAndExposure, publicContact];
    const input = overviewOfRecord(appended(entries), { ...content, instruments }, { episode: "e1", asOf });
    return caseOverview(input, { guidance: guidanceCodes, oneWayAnswers }, { audience });
  };
  const foundIn = ({ reportedBefore }: CaseOverview) =>
    reportedBefore.map(({ item, day, answer, later, now, answerNow }) => [item, day, answer, later, now, answerNow]);
  const takenBack = [
    on("n1", "2026-01-10", { ...none, threatens_to_kill: "last_week", strangled: "last_week" }),
    on("n2", "2026-01-16", none),
  ];

  it("is listed once it is answered never, and stands near the top of the page with a question for the meeting", () => {
    const overview = overviewOf(takenBack);
    expect(foundIn(overview)).toEqual([
      ["strangled", "2026-01-10", "In the last 7 days", "2026-01-16", "taken_back", "Never"],
      ["threatens_to_kill", "2026-01-10", "In the last 7 days", "2026-01-16", "taken_back", "Never"],
    ]);
    const page = toMarkdown(overviewPage(overview));
    expect(page.indexOf("## Reported earlier, and not reported now")).toBeLessThan(page.indexOf("## Levels"));
    expect(page).toContain("Take the earlier answer as standing until this is cleared up, in private.");
    expect(page).toContain("Reported on 2026-01-10, and not reported on 2026-01-16.");
  });

  it("keeps the earlier level in sight, and what the earlier answers called for", () => {
    const overview = overviewOf(takenBack);
    expect(overview.levels?.[0]?.earlier).toEqual({ asOf: "2026-01-10", label: "Act now" });
    expect(toMarkdown(overviewPage(overview))).toContain("Earlier answers, of 2026-01-10, reached: Act now");
    const codes = overview.guidance.map(({ code, atOnce }) => [code, atOnce]);
    expect(codes[0]).toEqual(["GC-EMERGENCY", true]);
    expect(codes).toContainEqual(["GC-STRANGULATION-MEDICAL", true]);
  });

  it("is listed where the later answers leave it open", () => {
    const overview = overviewOf([
      ...takenBack.slice(0, 1),
      on("n2", "2026-01-16", { near_now: "no", strangled: "prefer_not" }),
    ]);
    expect(foundIn(overview).map(([item, , , , now]) => [item, now])).toEqual([
      ["strangled", "not_answered"],
      ["threatens_to_kill", "not_answered"],
    ]);
    expect(overview.levels?.[0]).toMatchObject({ shown: "cannot_say", earlier: { label: "Act now" } });
  });

  it("is listed where the record puts the later entry in the place of the earlier, and not after a correction", () => {
    const [first, second] = takenBack as [NewEntry, NewEntry];
    const replaced = overviewOf([first, { ...second, supersedes: "n1" } as NewEntry]);
    expect(replaced.reportedBefore.map(({ item, replaced: by }) => [item, by])).toEqual([
      ["strangled", true],
      ["threatens_to_kill", true],
    ]);
    const correction = {
      id: "c1",
      kind: "correction",
      at: "2026-01-11",
      by: "rater-2",
      supersedes: "n1",
      content: { reason: "the wrong line was ticked" },
    } as NewEntry;
    expect(overviewOf([first, correction, second]).reportedBefore).toEqual([]);
  });

  it("leaves out what may end: what was asked about now, or about a time that has passed", () => {
    const now = { near_now: "yes", weapon_access: "yes", sharp_escalation: "yes", victim_leaving: "yes" };
    expect(
      overviewOf([on("n1", "2026-01-10", { ...none, ...now }), on("n2", "2026-01-16", none)]).reportedBefore,
    ).toEqual([]);
    const form = { instrument: impactAndExposure as Instrument };
    const lately = [
      on("n1", "2026-01-10", { victim_afraid: "often" }, form),
      on("n2", "2026-01-16", { victim_afraid: "never" }, form),
    ];
    expect(overviewOf(lately).reportedBefore).toEqual([]);
  });

  it("knows the answers that take back a report in the whole course, unless they are about a later time", () => {
    const form = { instrument: conduct as Instrument };
    const first = on("n1", "2026-01-10", { uses_physical_force: "once" }, form);
    const later = (from: string | null) => on("n2", "2026-01-16", { uses_physical_force: "none" }, { ...form, from });
    expect(foundIn(overviewOf([first, later(null)]))).toEqual([
      ["uses_physical_force", "2026-01-10", "On one occasion", "2026-01-16", "taken_back", "Has not happened"],
    ]);
    expect(overviewOf([first, later("2026-01-11")]).reportedBefore).toEqual([]);
  });

  it("reads the day that answers bear, not the order in which they were written down", () => {
    const [first, second] = takenBack as [NewEntry, NewEntry];
    const lateIn = { ...first, at: "2026-01-20" } as NewEntry;
    const overview = overviewOf([second, lateIn]);
    expect(overview.forms[0]?.asOf).toBe("2026-01-16");
    expect(foundIn(overview).map(([item]) => item)).toEqual(["strangled", "threatens_to_kill"]);
  });

  it("does not mix respondents, and is not listed once it is reported again", () => {
    const [first, second] = takenBack as [NewEntry, NewEntry];
    expect(overviewOf([first, on("n2", "2026-01-16", none, { respondent: "rater" })]).reportedBefore).toEqual([]);
    const again = on("n3", "2026-01-20", { ...none, threatens_to_kill: "earlier", strangled: "earlier" });
    expect(overviewOf([first, second, again]).reportedBefore).toEqual([]);
  });

  it("reads the answers of another version of the form too, and shows no level of it", () => {
    const record = changed(
      appended(takenBack),
      ({ instrument }) => void Object.assign(instrument ?? {}, { version: "0.0.1" }),
    );
    const input = overviewOfRecord(record, content, { episode: "e1", asOf: "2026-02-01" });
    const overview = caseOverview(input, { guidance: {} }, { audience: "professional" });
    expect(foundIn(overview).map(([item]) => item)).toEqual(["strangled", "threatens_to_kill"]);
    expect(overview.levels?.[0]?.earlier).toBeNull();
  });

  it("is shown to a researcher, and nothing of it to a target, on whom it would tell", () => {
    expect(foundIn(overviewOf(takenBack, "researcher"))).toHaveLength(2);
    expect(overviewOf(takenBack, "target")).toEqual(overviewOf(takenBack.slice(1), "target"));
  });
});

describe("a level of answers that are not of late", () => {
  const old = (asOf: string) =>
    caseOverview(
      overviewOfRecord(appended([scoredEntry("n1", { near_now: "no" }, { at: "2026-01-06" })]), content, {
        episode: "e1",
        asOf,
      }),
      { guidance: guidanceCodes },
      { audience: "professional" },
    );
  it("says how many days ago they were given, once that is more than makes them current", () => {
    expect(old("2026-02-05").levels?.[0]?.daysOld).toBeNull();
    expect(old("2026-02-06").levels?.[0]?.daysOld).toBe(31);
    expect(toMarkdown(overviewPage(old("2027-01-06")))).toContain(
      "Asked 365 days before this day: it says nothing of now. Ask again.",
    );
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

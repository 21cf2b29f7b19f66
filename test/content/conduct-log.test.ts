import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conductBehaviours, conductLog } from "../../src/content/conduct-log.ts";
import { fourWeeksWithFear, nisvs, section2A, twoWeekWatershed } from "../../src/content/definitions/index.ts";
import { conductAndPattern } from "../../src/content/instruments/index.ts";
import { applyProfile } from "../../src/definition/index.ts";
import { answersFromLog, type IncidentEntry, occasions } from "../../src/incidents/index.ts";
import { parseAnswers } from "../../src/instrument/index.ts";
import type { Answers } from "../../src/rules/index.ts";
import { anyDate, logOf } from "../support/logs.ts";

const asOf = "2026-05-10";
const log = (...parts: readonly (Partial<IncidentEntry> | string)[]) =>
  logOf(
    parts.map((part) => (typeof part === "string" ? { date: part, behaviours: ["calls"] } : part)),
    { behaviours: conductBehaviours, asOf, notBefore: "2025-01-01" },
  );
const answersOf = (
  of: Parameters<typeof answersFromLog>[0],
  options: Parameters<typeof answersFromLog>[2] = {},
): Answers => answersFromLog(of, conductLog, options).answers;

describe("the answers of the conduct form that a log gives", () => {
  // Calls on 1 and 9 March, a visit on 20 April in breach of an order: three days, 50 days from first to last, 20 to today.
  const three = log("2026-03-01", "2026-03-09", {
    date: "2026-04-20",
    behaviours: ["comes_to_home"],
    breachOfOrder: "yes",
  });

  it("are its counts and times, and nothing is taken for none", () => {
    expect(answersOf(three)).toEqual({
      calls: "two_to_four",
      comes_to_home: "once",
      occasion_count: "two_to_four",
      course_length: "four_weeks_or_more",
      latest_event_date: "2026-04-20",
      latest_event_recency: "last_month",
    });
  });

  it("say none, the first day and the breaches only of a log that is said to be complete", () => {
    const settled = [
      { date: "2026-03-01", behaviours: ["calls"], breachOfOrder: "no" },
      { date: "2026-03-15", behaviours: ["calls"], breachOfOrder: "yes" },
    ] as const;
    const answers = answersOf(log(...settled), { complete: true });
    expect(answers).toMatchObject({ calls: "two_to_four", messages: "none", breaches_order: "once" });
    expect(answers).toMatchObject({ first_event_date: "2026-03-01", course_length: "two_weeks" });
    // Whether the first was a breach is not known: once or twice, in no one band.
    expect(
      answersOf(log({ date: "2026-03-01", behaviours: ["calls"] }, settled[1]), { complete: true }),
    ).not.toHaveProperty("breaches_order");
  });

  it("leave a breach open that an entry names and denies", () => {
    const entry = { date: "2026-03-01", behaviours: ["breaches_order"] };
    expect(answersOf(log(entry))).toMatchObject({ breaches_order: "once" });
    for (const breachOfOrder of ["no", "not_sure"] as const) {
      const { open } = answersFromLog(log({ ...entry, breachOfOrder }), conductLog);
      expect(open).toContainEqual({ item: "breaches_order", entered: [0, 1] });
    }
  });

  it("claim no upper end of a log that is said to have gaps", () => {
    // Twenty calls on twenty days can only become more; a latest call 4 days ago can only be followed by a later one.
    const days = Array.from({ length: 20 }, (_, at) => `2026-04-${String(at + 7).padStart(2, "0")}`);
    expect(answersOf(log(...days), { complete: false })).toEqual({
      calls: "twenty_or_more",
      occasion_count: "ten_or_more",
    });
    expect(answersOf(log("2026-05-06"), { complete: false })).toEqual({ latest_event_recency: "last_week" });
    expect(answersOf(log("2026-03-01", "2026-04-20"), { complete: false })).toEqual({
      course_length: "four_weeks_or_more",
    });
  });

  it("leave open what a partial date or a doubtful entry leaves open, with how far it goes", () => {
    const partial = log("2026-03", { date: "2026-04-01", behaviours: ["calls"], attribution: "possible" });
    const { answers, open } = answersFromLog(partial, conductLog, { complete: true });
    expect(answers).not.toHaveProperty("calls");
    expect(open).toContainEqual({ item: "calls", entered: [1, 2] });
    expect(open).toContainEqual({ item: "course_length", entered: [0, 31] });
    // 10 May less 1 March is 70 days, less 31 March 40; the doubtful call may be the latest, 39 days ago.
    expect(open).toContainEqual({ item: "first_event_date", entered: [40, 70] });
    expect(open).toContainEqual({ item: "latest_event_date", entered: [39, 70] });
    expect(answers.latest_event_recency).toBe("earlier");
  });

  it("are none of an empty log, but for what it is said to hold none of", () => {
    expect(answersOf(log())).toEqual({});
    const answers = answersOf(log(), { complete: true });
    expect(answers).toMatchObject({ calls: "none", occasion_count: "none" });
    expect(Object.keys(answers)).not.toContain("course_length");
  });

  it("are answers that the form takes, and the occasions are those of the log", () => {
    const parts = fc.array(
      fc
        .tuple(anyDate, fc.subarray([...conductBehaviours], { minLength: 1, maxLength: 3 }))
        .map(([when, behaviours]) => {
          return { ...when, behaviours };
        }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(parts, fc.constantFrom(true, false, undefined), (some, complete) => {
        const of = log(...some);
        const options = complete === undefined ? {} : { complete };
        const { answers, open } = answersFromLog(of, conductLog, options);
        expect(parseAnswers(answers, conductAndPattern)).toEqual({ ok: true, value: answers });
        expect(open.filter(({ item }) => Object.hasOwn(answers, item))).toEqual([]);
        const [low, high] = occasions(of, { gapHours: 12 });
        const band = conductLog.occasions.bands[String(answers.occasion_count)];
        if (band !== undefined)
          expect([band[0] <= low, (band[1] ?? Number.POSITIVE_INFINITY) >= high]).toEqual([true, true]);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a log through the conduct form to a definition", () => {
  const rated: Answers = {
    single_person: "one",
    victim_age_band: "eighteen_or_over",
    victim_fear_self: "very",
    contact_reason: "none",
    reasonable_person_fear: "yes",
    reasonable_person_distress: "yes",
    ought_to_know: "yes",
  };
  // Followed on 1 and on 20 March, 19 days apart.
  const entries = [
    { date: "2026-03-01", behaviours: ["follows"] },
    { date: "2026-03-20", behaviours: ["follows"] },
  ];
  const of = (profile: Parameters<typeof applyProfile>[0], more: Answers = {}, complete?: boolean) => {
    const answers = { ...answersOf(log(...entries), complete === undefined ? {} : { complete }), ...rated, ...more };
    return applyProfile(profile, answers, { asOf });
  };

  it("settles how long it went on only where the log is said to be complete, since it may begin late", () => {
    const course = ({ tests }: ReturnType<typeof of>) =>
      tests.find(({ means }) => /more than two weeks/.test(means))?.truth;
    expect(course(of(twoWeekWatershed))).toBe("unknown");
    expect(course(of(twoWeekWatershed, {}, true))).toBe("true");
    expect(of(fourWeeksWithFear, {}, true).caseness).toBe("not_met");
  });

  it("gives the occasions that a course of conduct needs", () => {
    const { tests, open } = of(section2A);
    expect(tests.find(({ name }) => name === "course_of_conduct")?.truth).toBe("true");
    expect(open).not.toContain("follows");
  });

  it("leaves a survey open while kinds of conduct are not asked, since the log holds none of them", () => {
    expect(of(nisvs).caseness).toBe("met");
    expect(of(nisvs, { follows: "once" }).caseness).toBe("indeterminate");
    expect(of(nisvs, { follows: "once", occasion_count: "one" }, true).caseness).toBe("not_met");
  });
});

import { describe, expect, it } from "vitest";
import {
  type Attribution,
  type AttributionChoice,
  contactAfterToldToStop,
  durationDays,
  escalation,
  firstAppearance,
  frequencyBands,
  gaps,
  newKinds,
  occasions,
  parseIncidentLog,
  rateOverTime,
} from "../../src/incidents/index.ts";
import { AssessmentError, valueOrThrow } from "../../src/issues/index.ts";
import { logOf } from "../support/logs.ts";

const two = (value: number) => String(value).padStart(2, "0");
const codesOf = (call: () => unknown) => {
  try {
    call();
    return [];
  } catch (error) {
    return error instanceof AssessmentError
      ? error.issues.map(({ code, path }) => `${code} ${path.join(".")}`)
      : [error];
  }
};

describe("occasions, worked by hand", () => {
  it("20 visits 11 hours apart do not chain into one", () => {
    const visits = Array.from({ length: 20 }, (_, at) => {
      return `2026-03-${two(1 + Math.floor((at * 11) / 24))}T${two((at * 11) % 24)}:00Z`;
    });
    // Hours of each day: 0 11 22 | 9 20 | 7 18 | 5 16 | 3 14 | 1 12 23 | 10 21 | 8 19 | 6 17. With 12 hours from the
    // first: 0+11, 22 | 9+20 | 7+18 | 5+16 | 3+14 | 1+12, 23 | 10+21 | 8+19 | 6+17, which is 2+1+1+1+1+2+1+1+1 = 11.
    expect(occasions(logOf(visits), { gapHours: 12 })).toEqual([11, 11]);
    // With 10 hours no two of a day go together: 20. Days with a visit: 9.
    expect(occasions(logOf(visits), { gapHours: 10 })).toEqual([20, 20]);
    expect(occasions(logOf(visits), { gapHours: 24 })).toEqual([9, 9]);
  });

  it("two attacks in one evening are one occasion or two, as the gap says", () => {
    const attacks = ["2026-03-01T19:00Z", "2026-03-01T22:30Z"];
    expect(occasions(logOf(attacks), { gapHours: 12 })).toEqual([1, 1]);
    expect(occasions(logOf(attacks), { gapHours: 3 })).toEqual([2, 2]);
    expect(occasions(logOf(attacks), { gapHours: 3.5 })).toEqual([1, 1]);
    // Without times they can be at once or 13 hours apart; as days they are one.
    expect(occasions(logOf(["2026-03-01", "2026-03-01"]), { gapHours: 12 })).toEqual([1, 2]);
    expect(occasions(logOf(["2026-03-01", "2026-03-01"]), { gapHours: 24 })).toEqual([1, 1]);
  });

  it("two acts known to a part of one day that the gap spans are one, to the second", () => {
    const one = { from: "2026-03-01T08:00Z", to: "2026-03-01T14:00Z" };
    // 08:00 to 20:00 is 12 hours.
    expect(occasions(logOf([one, { from: "2026-03-01T14:00Z", to: "2026-03-01T20:00Z" }]), { gapHours: 12 })).toEqual([
      1, 1,
    ]);
    expect(
      occasions(logOf([one, { from: "2026-03-01T14:00Z", to: "2026-03-01T20:00:01Z" }]), { gapHours: 12 }),
    ).toEqual([1, 2]);
  });

  it("midnight begins a new one, and the gap itself still belongs to the old one", () => {
    expect(occasions(logOf(["2026-03-01T23:50Z", "2026-03-02T00:10Z"]), { gapHours: 12 })).toEqual([2, 2]);
    expect(occasions(logOf(["2026-03-01T08:00Z", "2026-03-01T20:00Z"]), { gapHours: 12 })).toEqual([1, 1]);
    expect(occasions(logOf(["2026-03-01T08:00Z", "2026-03-01T20:00:01Z"]), { gapHours: 12 })).toEqual([2, 2]);
  });

  it("a day of 24 hours has room for 24 that are more than an hour apart, and for 2 at 12 hours", () => {
    // 24 starts at 1 h 1 s take 23 * 3601 = 82,823 s of 86,400; a 25th would be at 86,424.
    const many = logOf(Array.from({ length: 30 }, () => "2026-03-01"));
    expect(occasions(many, { gapHours: 1 })).toEqual([1, 24]);
    expect(occasions(many, { gapHours: 12 })).toEqual([1, 2]);
    expect(occasions(many, { gapHours: 0 })).toEqual([1, 30]);
  });

  it("dates of a month or a year take any of their days", () => {
    expect(occasions(logOf(["2026-02", "2026-03"]), { gapHours: 12 })).toEqual([2, 2]);
    expect(occasions(logOf(["2026-03", "2026-03", "2026-03-09"]), { gapHours: 12 })).toEqual([1, 3]);
    expect(occasions(logOf(["2026", {}, "2026-03-09T10:00Z"]), { gapHours: 12 })).toEqual([1, 3]);
    // Four acts somewhere in two days, counted as days: at most 2.
    const some = { from: "2026-03-01", to: "2026-03-02" };
    expect(occasions(logOf([some, some, some, some]), { gapHours: 24 })).toEqual([1, 2]);
  });

  it("disputed and possible entries are in the most only, unless the caller says otherwise", () => {
    const log = logOf([
      { date: "2026-03-01" },
      { date: "2026-03-05", attribution: "disputed" },
      { date: "2026-03-09", attribution: "possible" },
    ]);
    expect(occasions(log, { gapHours: 12 })).toEqual([1, 3]);
    expect(occasions(log, { gapHours: 12, attribution: { certain: ["confirmed", "possible"], open: [] } })).toEqual([
      2, 2,
    ]);
    expect(occasions(log, { gapHours: 12, attribution: { certain: ["confirmed"], open: ["disputed"] } })).toEqual([
      1, 2,
    ]);
    const every: readonly Attribution[] = ["confirmed", "disputed"];
    const untyped = { certain: every, open: [] } as unknown as AttributionChoice;
    expect(occasions(log, { gapHours: 12, attribution: untyped })).toEqual([1, 2]);
  });

  it("an empty log has none, and only the chosen behaviours count", () => {
    expect(occasions(logOf([]), { gapHours: 12 })).toEqual([0, 0]);
    const log = logOf([
      { date: "2026-03-01", behaviours: ["calls"] },
      { date: "2026-03-02", behaviours: ["visits", "calls"] },
    ]);
    expect(occasions(log, { gapHours: 12, behaviours: ["visits"] })).toEqual([1, 1]);
    expect(occasions(log, { gapHours: 12, behaviours: ["calls"] })).toEqual([2, 2]);
  });

  it("a gap that is no number from 0 is an error", () => {
    for (const gapHours of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(codesOf(() => occasions(logOf([]), { gapHours }))).toEqual(["out_of_range gapHours"]);
    }
  });
});

describe("durations and gaps, worked by hand", () => {
  it("of months run from neighbouring days to their outer ends", () => {
    // 28 February to 1 March; 1 February (day 32 of the year) to 31 March (day 90).
    const log = logOf(["2026-02", "2026-03"]);
    expect(durationDays(log)).toEqual([1, 58]);
    expect(gaps(log)).toEqual({ longest: [1, 58], sinceLast: [275, 305] });
  });

  it("of a year and of an open date are as wide as they are", () => {
    // 31 December 2025 to 1 January 2026; 1 January 2025 to 1 January 2026.
    expect(durationDays(logOf(["2025", "2026-01-01"]))).toEqual([1, 365]);
    // The open date may be that day, or the first of the log: 365 + 364 days before 2026-12-31.
    expect(durationDays(logOf([{}, "2026-12-31"]))).toEqual([0, 729]);
    expect(durationDays(logOf(["2026"]))).toEqual([0, 0]);
  });

  it("of one day or none are 0", () => {
    expect(durationDays(logOf([]))).toEqual([0, 0]);
    expect(durationDays(logOf(["2026-03-01T01:00Z", "2026-03-01T23:00Z"]))).toEqual([0, 0]);
    expect(gaps(logOf([]))).toEqual({ longest: [0, 0], sinceLast: null });
  });

  it("the least longest gap strings open dates as stepping stones, the one that ends first first", () => {
    // From 1 to 19 March with a stone until the 7th and one at any day: 1, 7, 13, 19 are steps of 6.
    const stones = ["2026-03-01", "2026-03-19", { from: "2026-03-02", to: "2026-03-07" }, "2026-03"];
    // At most both stones lie together at the start: from 2 to 19 March.
    expect(gaps(logOf(stones)).longest).toEqual([6, 17]);
  });
});

describe("kinds, periods and the telling, worked by hand", () => {
  it("a kind with an open date may have been there before", () => {
    const log = logOf([
      { date: "2026-03", behaviours: ["calls"] },
      { date: "2026-03-20", behaviours: ["visits"] },
      { date: "2026-03-01", behaviours: ["threats"] },
      { date: "2026-03-21", behaviours: ["threats"] },
      { date: "2026-03-22", behaviours: ["letters"], attribution: "disputed" },
    ]);
    expect(newKinds(log, { since: "2026-03-10" })).toEqual({
      certain: ["visits"],
      possible: ["calls", "letters"],
      count: [1, 3],
    });
    expect(firstAppearance(log, { behaviours: ["threats"] })).toEqual([
      { behaviour: "threats", earliest: "2026-03-01", latest: "2026-03-01" },
    ]);
    expect(codesOf(() => newKinds(log, { since: "March" }))).toEqual(["wrong_type since"]);
  });

  it("weeks begin on Monday and months have their own length, through a leap February", () => {
    // 2024-02-26 is a Monday.
    const log = logOf(["2024-02-28", "2024-03-03", "2024-03-04"], { notBefore: "2024-01-01", asOf: "2024-03-10" });
    expect(rateOverTime(log, { by: "week", gapHours: 24 })).toEqual([
      { from: "2024-02-26", to: "2024-03-03", occasions: [2, 2] },
      { from: "2024-03-04", to: "2024-03-10", occasions: [1, 1] },
    ]);
    expect(rateOverTime(log, { by: "month", gapHours: 24, from: "2024-01" })).toEqual([
      { from: "2024-01-01", to: "2024-01-31", occasions: [0, 0] },
      { from: "2024-02-01", to: "2024-02-29", occasions: [1, 1] },
      { from: "2024-03-01", to: "2024-03-31", occasions: [2, 2] },
    ]);
    expect(rateOverTime(logOf([]), { by: "week", gapHours: 24 })).toEqual([]);
    expect(codesOf(() => rateOverTime(log, { by: "week", gapHours: 24, from: "1000" }))).toEqual(["too_large from"]);
    expect(codesOf(() => rateOverTime(log, { by: "week", gapHours: 24, from: "2025" }))).toEqual(["from_after_to to"]);
  });

  it("a comparison says more or fewer only if every completion agrees", () => {
    const periods = { earlier: { from: "2026-02", to: "2026-02" }, later: { from: "2026-03-01", to: "2026-03-28" } };
    const verdicts = (parts: Parameters<typeof logOf>[0]) => {
      const { frequency, kind } = escalation(logOf(parts), {
        ...periods,
        seriousness: ["calls", "threats"],
        gapHours: 24,
      });
      return [frequency.difference, frequency.verdict, kind.verdict, kind.unranked];
    };
    const calls = { behaviours: ["calls"] };
    expect(verdicts(["2026-03-02", { ...calls, date: "2026-03-04" }])).toEqual([
      [2, 2],
      "more",
      "more_serious",
      ["visits"],
    ]);
    expect(verdicts([{ ...calls, date: "2026-02-04" }])).toEqual([[-1, -1], "fewer", "less_serious", []]);
    expect(
      verdicts([
        { ...calls, date: "2026-02-04" },
        { ...calls, date: "2026-03-04" },
      ]),
    ).toEqual([[0, 0], "same", "same", []]);
    expect(verdicts([{ ...calls, from: "2026-02-28", to: "2026-03-01" }])).toEqual([
      [-1, 1],
      "cannot_say",
      "cannot_say",
      [],
    ]);
    const wrong = (more: object) =>
      codesOf(() => escalation(logOf([]), { ...periods, seriousness: [], gapHours: 24, ...more }));
    expect(wrong({ later: { from: "2026-03", to: "2026-03" } })).toEqual(["out_of_range later"]);
    expect(wrong({ later: { from: "2026-02", to: "2026-02" } })).toEqual(["out_of_range later"]);
    expect(wrong({ later: { from: "2026-03", to: "2026-02" } })).toEqual(["from_after_to later"]);
    expect(wrong({ seriousness: ["nothing"] })).toEqual(["unknown_item seriousness.0"]);
  });

  it("contact at the second of the telling is not after it, and an entry's own word goes before its date", () => {
    const told = (parts: Parameters<typeof logOf>[0], toldOn?: string, gapHours = 12) =>
      contactAfterToldToStop(logOf(parts), { gapHours, ...(toldOn === undefined ? {} : { toldOn }) });
    expect(told(["2026-03-03T12:00Z"], "2026-03-03T12:00Z").occasions).toEqual([0, 0]);
    expect(told(["2026-03-03T12:00:01Z"], "2026-03-03T12:00Z").occasions).toEqual([1, 1]);
    expect(told(["2026-03-03"], "2026-03-03").occasions).toEqual([0, 1]);
    expect(told([{ date: "2026-03-03", afterToldToStop: "yes" }], "2026-03-03").occasions).toEqual([1, 1]);
    expect(told([{ date: "2026-03-03", afterToldToStop: "no" }], "2026-03-03").occasions).toEqual([0, 0]);
    expect(told([{ afterToldToStop: "yes" }, { afterToldToStop: "not_sure" }]).occasions).toEqual([1, 2]);
    // After 12:00 the first can be at 12:00:01 at the earliest, which is 6 hours before the second.
    const window = { from: "2026-03-03T12:00Z", to: "2026-03-03T12:00:30Z", afterToldToStop: "yes" } as const;
    expect(told([window, "2026-03-03T18:00:01Z"], "2026-03-03T12:00Z", 6).occasions).toEqual([1, 1]);
    expect(told([{ date: "2026-03-01", afterToldToStop: "yes" }, "2026-03-09"], "2026-03-03")).toEqual({
      occasions: [1, 2],
      contradictions: ["e0"],
    });
  });

  it("compares times with their offsets as moments", () => {
    const told = (date: string) =>
      contactAfterToldToStop(logOf([date]), { toldOn: "2026-03-09T12:00Z", gapHours: 12 }).occasions;
    expect(told("2026-03-09T12:30+02:00")).toEqual([0, 0]);
    expect(told("2026-03-09T11:30-02:00")).toEqual([1, 1]);
    expect(told("2026-03-10T00:30+14:00")).toEqual([0, 0]);
    expect(told("2026-03-09")).toEqual([0, 1]);
  });
});

describe("frequency bands, worked by hand", () => {
  const bands = { none: [0, 0], once: [1, 1], few: [2, 4], several: [5, 19], many: [20, null] } as const;
  const days = (count: number) => Array.from({ length: count }, (_, at) => `2026-03-${two(at + 1)}`);
  const banded = (parts: Parameters<typeof logOf>[0], complete?: boolean) =>
    frequencyBands(logOf(parts), {
      bands,
      gapHours: 12,
      behaviours: ["visits"],
      ...(complete === undefined ? {} : { complete }),
    });

  it("hold at their borders", () => {
    const codes = [1, 2, 4, 5, 19, 20].map((count) => banded(days(count)).answers.visits);
    expect(codes).toEqual(["once", "few", "few", "several", "several", "many"]);
  });

  it("leave a count open that can lie in two of them", () => {
    // The fifth may have been on the day of the first.
    const five = [...days(4), { from: "2026-03-01", to: "2026-03-31" }];
    expect(banded(five)).toEqual({ answers: {}, open: [{ behaviour: "visits", entered: [4, 5] }] });
    const disputed = [{ date: "2026-03-01", attribution: "disputed" } as const];
    expect(banded(disputed, true)).toEqual({ answers: {}, open: [{ behaviour: "visits", entered: [0, 1] }] });
  });

  it("never say none unless the log is stated to be complete, and claim no upper end if acts are missing", () => {
    expect(banded([]).answers).toEqual({});
    expect(banded([], false).answers).toEqual({});
    expect(banded([], true).answers).toEqual({ visits: "none" });
    expect(banded(days(3), false)).toEqual({ answers: {}, open: [{ behaviour: "visits", entered: [3, 3] }] });
    expect(banded(days(20), false).answers).toEqual({ visits: "many" });
  });

  it("are an error if they overlap or are not whole", () => {
    const wrong = (some: Record<string, readonly [number, number | null]>) =>
      codesOf(() => frequencyBands(logOf([]), { bands: some, gapHours: 12 }));
    expect(wrong({ a: [1, 3], b: [3, 4] })).toEqual(["out_of_range bands.b"]);
    expect(wrong({ a: [1, null], b: [3, 4] })).toEqual(["out_of_range bands.b"]);
    expect(wrong({ a: [0.5, 1], b: [-1, 0], c: [5, 4] })).toHaveLength(3);
  });
});

describe("a log of 100,000 entries", () => {
  it("is read by every function in a few seconds", () => {
    const dates = ["2026-03-01", "2026-03", "2026", "2026-05-01T10:00Z", undefined];
    const parts = Array.from({ length: 100_000 }, (_, at) => {
      const date = dates[at % dates.length];
      return { attribution: at % 3 === 0 ? "possible" : "confirmed", ...(date === undefined ? {} : { date }) } as const;
    });
    const log = logOf(parts);
    const start = performance.now();
    // Days from 2025-01-01 to 2026-12-31: 730, each once. The certain ones need two: 1 March and 1 May.
    expect(occasions(log, { gapHours: 24 })).toEqual([2, 730]);
    expect(durationDays(log)).toEqual([61, 729]);
    // 1 March to 1 May with as many stones as wanted. At most from the first day, alone, to 1 March, or from 1 May to the last.
    expect(gaps(log).longest[0]).toBe(1);
    expect(firstAppearance(log)).toHaveLength(1);
    expect(contactAfterToldToStop(log, { toldOn: "2026", gapHours: 12 }).occasions[0]).toBe(0);
    expect(performance.now() - start).toBeLessThan(20_000);
  }, 60_000);
});

describe("a large log", () => {
  it("is counted week by week without looking at every entry in every week", () => {
    // 30,000 entries without a date can fall in any of 6,622 weeks, 7 days with 2 occasions each at a gap of 12 hours.
    const entries = Array.from({ length: 30_000 }, (_, at) => ({
      id: String(at),
      behaviours: ["calls"],
      attribution: "confirmed",
      ...(at === 0 ? { date: "2026-11-24" } : {}),
    }));
    const log = valueOrThrow(parseIncidentLog(entries, { behaviours: ["calls"], asOf: "2026-11-29" }));
    const weeks = rateOverTime(log, { by: "week", gapHours: 12 });
    expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([
      6622,
      { from: "1900-01-01", to: "1900-01-07", occasions: [0, 14] },
      { from: "2026-11-23", to: "2026-11-29", occasions: [1, 14] },
    ]);
  }, 60_000);
});

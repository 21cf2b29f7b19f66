import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incidentLimits, parseIncidentLog } from "../../src/incidents/index.ts";
import { AssessmentError, messageOf } from "../../src/issues/index.ts";

const options = { behaviours: ["calls", "visits"], asOf: "2026-05-10", notBefore: "2024-01-01" };
const entry = { id: "1", date: "2026-05-03", behaviours: ["calls"], attribution: "confirmed" };
const parse = (...entries: unknown[]) => parseIncidentLog(entries, options);
const faults = (...entries: unknown[]) => {
  const result = parse(...entries);
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
};
const day = 86_400;
/** Counted by hand from the calendar: 2026-01-01 is day 20,454 (56 years, 14 of them leap). */
const newYear2026 = (56 * 365 + 14) * day;
const spanOf = (dates: object, more: object = {}) => {
  const result = parseIncidentLog([{ id: "1", behaviours: ["calls"], attribution: "confirmed", ...dates }], {
    ...options,
    ...more,
  });
  if (!result.ok) throw new Error(result.issues.map((issue) => messageOf(issue)).join());
  return result.value.entries[0]?.when;
};

describe("a date of the log", () => {
  it("is the span of all its seconds", () => {
    // January and February have 31 + 28 days.
    expect(spanOf({ date: "2026-03-01" })).toEqual([newYear2026 + 59 * day, newYear2026 + 60 * day - 1]);
    expect(spanOf({ date: "2026-02" })).toEqual([newYear2026 + 31 * day, newYear2026 + 59 * day - 1]);
    expect(spanOf({ date: "2025" })).toEqual([newYear2026 - 365 * day, newYear2026 - 1]);
    expect(spanOf({ date: "2024-02" })).toEqual([newYear2026 - (365 + 335) * day, newYear2026 - (365 + 306) * day - 1]);
  });

  it("with a time is one second on the clock as written, whatever the offset", () => {
    const at = newYear2026 + 9 * 3600 + 30 * 60;
    for (const zone of ["Z", "+14:00", "-09:30"]) expect(spanOf({ date: `2026-01-01T09:30${zone}` })).toEqual([at, at]);
    expect(spanOf({ date: "2026-01-01T09:30:00.999Z" })).toEqual([at, at]);
  });

  it("between two dates runs from the start of one to the end of the other", () => {
    expect(spanOf({ from: "2025", to: "2026-01-02" })).toEqual([newYear2026 - 365 * day, newYear2026 + 2 * day - 1]);
  });

  it("between two times is told on the clock of the first", () => {
    // 20:30 at +01:00 is 21:30 at +02:00.
    expect(spanOf({ from: "2026-01-01T20:00+02:00", to: "2026-01-01T20:30+01:00" })).toEqual([
      newYear2026 + 20 * 3600,
      newYear2026 + 21.5 * 3600,
    ]);
  });

  it("is cut to the time of the log, and is all of it if it is absent or null", () => {
    // 2026-05-10 is day 31 + 28 + 31 + 30 + 10 = 130 of the year; 2024 and 2025 have 366 + 365 days.
    const period = [newYear2026 - 731 * day, newYear2026 + 130 * day - 1];
    expect(spanOf({})).toEqual(period);
    expect(spanOf({ date: null })).toEqual(period);
    expect(spanOf({ from: "2020", to: "2030" })).toEqual(period);
    expect(spanOf({ date: "2026-05" })).toEqual([newYear2026 + 120 * day, newYear2026 + 130 * day - 1]);
    expect(spanOf({ from: "2026-05-10" })).toEqual([newYear2026 + 129 * day, newYear2026 + 130 * day - 1]);
    expect(spanOf({ to: "2024-01-01" })).toEqual([period[0], newYear2026 - 730 * day - 1]);
    // Without notBefore: 1900-01-01 is 70 * 365 + 17 days before 1970.
    expect(
      parseIncidentLog([{ ...entry, date: undefined }], { behaviours: ["calls"], asOf: "2026-05-10" }),
    ).toMatchObject({
      value: { notBefore: "1900-01-01", entries: [{ when: [-25_567 * day, newYear2026 + 130 * day - 1] }] },
    });
  });

  it.each([
    "2026-02-30",
    "2025-02-29",
    "1900-02-29",
    "2026-13",
    "2026-00",
    "2026-04-31",
    "2026-01-00",
    "2026-01-01T24:00Z",
    "2026-01-01T10:60Z",
    "2026-01-01T10:00:60Z",
    "2026-01-01T10:00+14:01",
    "2026-01-01T10:00+01:60",
  ])("%s is impossible", (date) => {
    expect(faults({ ...entry, date })).toEqual(["impossible_date 0.date"]);
  });

  it.each([
    "3 May",
    "03/05/2026",
    "2026-5-3",
    "2026-05-03T10:00",
    "2026-05-03 10:00Z",
    " 2026-05-03",
    "2026-05-03\n",
    "+2026-05-03",
    "２０２６",
    "",
    20260503,
    {},
    ["2026"],
    true,
  ])("%j is not read", (date) => {
    expect(faults({ ...entry, date })).toEqual(["wrong_type 0.date"]);
  });

  it("is at fault if it ends before it starts, after the log or before it", () => {
    expect(faults({ ...entry, date: undefined, from: "2026-05-04", to: "2026-05-03" })).toEqual([
      "from_after_to 0.from",
    ]);
    expect(faults({ ...entry, date: "2026-05-11" })).toEqual(["after_as_of 0.date"]);
    expect(faults({ ...entry, date: undefined, from: "2026-06" })).toEqual(["after_as_of 0.from"]);
    expect(faults({ ...entry, date: "2023" })).toEqual(["before_start 0.date"]);
    expect(faults({ ...entry, date: "0099-05-03" })).toEqual(["before_start 0.date"]);
    expect(faults({ ...entry, from: "2026-05-01" })).toEqual(["malformed 0.date"]);
  });
});

describe("parseIncidentLog", () => {
  it("gives back every field, deeply frozen", () => {
    const full = {
      ...entry,
      channel: "in_person",
      place: "home",
      witnesses: "not_sure",
      evidence: ["photo 3"],
      reportedTo: ["police", "advocate"],
      breachOfOrder: "no",
      fear: "very",
      reporter: "victim",
      afterToldToStop: "yes",
    };
    const result = parse(full);
    expect(result).toMatchObject({ ok: true, value: { ...options, entries: [full] } });
    expect(result.ok && Object.isFrozen(result.value.entries[0]?.evidence)).toBe(true);
  });

  it("lists all faults of all entries at once", () => {
    expect(
      faults(
        { id: "", date: "2026-02-30", behaviours: ["call", "calls", "calls"], attribution: "sure", note: "x" },
        { id: "a", behaviours: [], attribution: "confirmed", evidence: [1], reportedTo: ["none", "police"], fear: 3 },
        { ...entry, id: "a" },
        7,
      ),
    ).toEqual([
      "malformed 0.note",
      "malformed 0.id",
      "impossible_date 0.date",
      "unknown_item 0.behaviours.0",
      "duplicate_name 0.behaviours.2",
      "unknown_option 0.attribution",
      "malformed 1.behaviours",
      "wrong_type 1.fear",
      "malformed 1.evidence.0",
      "malformed 1.reportedTo",
      "duplicate_name 2.id",
      "malformed 3",
    ]);
  });

  it("names both places of a repeated id, and the nearest behaviour and code", () => {
    const result = parse(entry, { ...entry, behaviours: ["call"], channel: "phones" });
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: "unknown_item", nearest: "calls" },
      { code: "unknown_option", nearest: "phone" },
      { code: "duplicate_name", path: [1, "id"], positions: [1, 2] },
    ]);
  });

  it("never echoes a value", () => {
    const secret = "zq81x";
    const fields = [
      "id",
      "date",
      "from",
      "to",
      "behaviours",
      "attribution",
      "channel",
      "place",
      "witnesses",
      "evidence",
    ];
    for (const field of [...fields, "reportedTo", "breachOfOrder", "fear", "reporter", "afterToldToStop"]) {
      for (const value of [secret, [secret], { secret }, 8_181_818]) {
        const result = parse(entry, { ...entry, [field]: value });
        expect(JSON.stringify(result.ok ? [] : result.issues.map((issue) => [issue, messageOf(issue)]))).not.toMatch(
          new RegExp(`${secret}|8181818`),
        );
      }
    }
  });

  it("is not harmed by odd keys, getters, holes, proxies or odd prototypes", () => {
    let calls = 0;
    const getter = {
      get id() {
        calls += 1;
        return "1";
      },
    };
    expect(parseIncidentLog(JSON.parse('[{"__proto__": {"id": "1"}}]'), options).ok).toBe(false);
    expect(faults({ ...entry, id: "__proto__", behaviours: ["__proto__", "constructor"] })).toEqual([
      "unknown_item 0.behaviours.0",
      "unknown_item 0.behaviours.1",
    ]);
    expect(faults({ ...entry, id: "__proto__" }, { ...entry, id: "__proto__" })).toEqual(["duplicate_name 1.id"]);
    expect(faults(getter)).toEqual(["accessor_property 0.id"]);
    expect(calls).toBe(0);
    expect(faults(new Map())).toEqual(["malformed 0"]);
    // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
    expect(parseIncidentLog([, entry], options).ok).toBe(false);
    expect(
      parseIncidentLog(
        new Proxy([], {
          ownKeys: () => {
            throw new Error("zq81x");
          },
        }),
        options,
      ).ok,
    ).toBe(false);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("gives a value or issues for anything, and never throws for it", () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withSparseArray: true }),
        (input) => {
          const results = [parseIncidentLog(input, options), parseIncidentLog([input], options)];
          return results.every((result) => typeof result.ok === "boolean");
        },
      ),
    );
  });

  it("holds its limits", () => {
    const { length } = Array.from({ length: incidentLimits.entries + 1 });
    expect(
      parseIncidentLog(
        Array.from({ length }, () => 1),
        options,
      ),
    ).toMatchObject({
      issues: [{ code: "too_large", limit: 100_000 }],
    });
    const bad = parseIncidentLog(
      Array.from({ length: 5_000 }, () => 1),
      options,
    );
    expect(bad.ok ? 0 : bad.issues.length).toBe(incidentLimits.issues);
    expect(faults({ ...entry, id: "x".repeat(201) })).toEqual(["malformed 0.id"]);
    expect(faults({ ...entry, evidence: Array.from({ length: 101 }, () => "x") })).toEqual(["too_large 0.evidence"]);
  });

  it("takes 100,000 entries in a few seconds", () => {
    const entries = Array.from({ length: 100_000 }, (_, at) => ({ ...entry, id: String(at) }));
    const result = parseIncidentLog(entries, options);
    expect(result.ok && result.value.entries.length).toBe(100_000);
  }, 30_000);

  it("throws if the caller's own dates are wrong", () => {
    const codes = (more: object) => {
      try {
        parseIncidentLog([], { ...options, ...more });
        return [];
      } catch (error) {
        return error instanceof AssessmentError ? error.issues.map(({ code }) => code) : [error];
      }
    };
    expect(codes({ asOf: "2026-05" })).toEqual(["wrong_type"]);
    expect(codes({ asOf: "2026-02-30" })).toEqual(["impossible_date"]);
    expect(codes({ notBefore: "2026-05-11" })).toEqual(["from_after_to"]);
  });
});

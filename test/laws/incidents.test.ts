import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contactAfterToldToStop,
  durationDays,
  escalation,
  firstAppearance,
  frequencyBands,
  gaps,
  type IncidentEntry,
  newKinds,
  occasions,
  rateOverTime,
} from "../../src/incidents/index.ts";
import {
  type Act,
  candidates,
  completionCount,
  completions,
  dayCandidates,
  dayNumberOf,
  durationOf,
  firstOf,
  highestRankOf,
  inside,
  lastDayOf,
  longestGapOf,
  occasionsOf,
  spanOf,
} from "../oracle/incidents.ts";
import { anyDate, behaviours, logOf, partsWith, times, wholeDays } from "../support/logs.ts";

type Part = Partial<IncidentEntry>;
const gapHours = fc.constantFrom(0, 1, 5, 7, 12, 24, 48);
/** Gaps that leave few enough moments to try. */
const wideGap = fc.constantFrom(7, 12, 24);
const tries = 30_000;
const asOfDay = dayNumberOf("2026-12-31");
const two = (value: number) => String(value).padStart(2, "0");

/** The least and the most over all completions. */
function extent(all: readonly (readonly Act[])[], value: (acts: readonly Act[]) => number): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const acts of all) {
    low = Math.min(low, value(acts));
    high = Math.max(high, value(acts));
  }
  return [low, high];
}

const holds = ([low, high]: readonly [number, number], [least, most]: readonly [number, number]) => {
  expect(low).toBeLessThanOrEqual(least);
  expect(high).toBeGreaterThanOrEqual(most);
};

/** Whether a day has both a time and a date without time that could fall on it. */
const isMixed = (parts: readonly Part[]) => {
  const isTime = ({ date }: Part) => date?.includes("T") === true;
  const dayOf = (second: number) => Math.floor(second / 86_400);
  return parts.some(
    (part) =>
      isTime(part) &&
      parts.some((other) => {
        if (isTime(other)) return false;
        const [low, high] = spanOf(other);
        const at = dayOf(spanOf(part)[0]);
        return dayOf(low) <= at && at <= dayOf(high);
      }),
  );
};

describe("every completion of the dates and attributions lies inside", () => {
  it("the occasions, whose least is reached", () => {
    fc.assert(
      fc.property(partsWith(anyDate, 4), wideGap, (parts, hours) => {
        const moments = candidates(parts, hours * 3600);
        fc.pre(completionCount(moments) <= tries);
        const exact = extent(completions(parts, moments), (acts) => occasionsOf(acts, hours * 3600));
        const found = occasions(logOf(parts), { gapHours: hours });
        holds(found, exact);
        expect(found[0]).toBe(exact[0]);
      }),
      { numRuns: 300 },
    );
  });

  it("the occasions, both ends of which are reached if times and open days do not share a day", () => {
    fc.assert(
      fc.property(partsWith(fc.oneof(wholeDays, times), 4), wideGap, (parts, hours) => {
        fc.pre(!isMixed(parts));
        const moments = candidates(parts, hours * 3600);
        fc.pre(completionCount(moments) <= tries);
        const exact = extent(completions(parts, moments), (acts) => occasionsOf(acts, hours * 3600));
        expect(occasions(logOf(parts), { gapHours: hours })).toEqual(exact);
      }),
      { numRuns: 300 },
    );
  });

  it("the occasions, both ends of which are reached for any dates if whole days are counted", () => {
    fc.assert(
      fc.property(partsWith(anyDate, 5), (parts) => {
        const moments = dayCandidates(parts);
        fc.pre(completionCount(moments) <= tries);
        const exact = extent(completions(parts, moments), (acts) => occasionsOf(acts, 86_400));
        expect(occasions(logOf(parts), { gapHours: 24 })).toEqual(exact);
      }),
      { numRuns: 300 },
    );
  });

  it("the duration, the gaps and the first appearances, all ends of which are reached", () => {
    fc.assert(
      fc.property(partsWith(anyDate, 5), (parts) => {
        const moments = dayCandidates(parts);
        fc.pre(completionCount(moments) <= tries);
        const all = completions(parts, moments);
        const log = logOf(parts);
        expect(durationDays(log)).toEqual(extent(all, durationOf));
        expect(gaps(log).longest).toEqual(extent(all, longestGapOf));
        const since = all.some((acts) => acts.length === 0) ? null : extent(all, (acts) => asOfDay - lastDayOf(acts));
        expect(gaps(log).sinceLast).toEqual(since);
        const first = behaviours.flatMap((behaviour) => {
          const seen = all.map((acts) => firstOf(acts, behaviour));
          const known = seen.filter((at) => at !== undefined).map((at) => Math.floor(at / 86_400));
          if (known.length === 0) return [];
          return [
            { behaviour, earliest: Math.min(...known), latest: seen.includes(undefined) ? null : Math.max(...known) },
          ];
        });
        expect(
          firstAppearance(log).map(({ earliest, latest, behaviour }) => ({
            behaviour,
            earliest: dayNumberOf(earliest),
            latest: latest === null ? null : dayNumberOf(latest),
          })),
        ).toEqual(first);
      }),
      { numRuns: 400 },
    );
  });

  it("the new kinds since a day or a month, both ends of which are reached", () => {
    fc.assert(
      fc.property(
        partsWith(anyDate, 4),
        fc.constantFrom("2026-03-01", "2026-03-03", "2026-03-05", "2026-03"),
        (parts, since) => {
          const moments = dayCandidates(parts);
          fc.pre(completionCount(moments) <= tries);
          const days = since.length === 7 ? [1, 2, 3, 4, 5, 6, 7, 31].map((each) => `${since}-${two(each)}`) : [since];
          const from = days.map((each) => dayNumberOf(each) * 86_400);
          const kinds = completions(parts, moments).flatMap((acts) =>
            from.map((at) => behaviours.filter((behaviour) => (firstOf(acts, behaviour) ?? -1) >= at)),
          );
          const isNew = (behaviour: string) => kinds.filter((some) => some.includes(behaviour as never)).length;
          const counts = kinds.map(({ length }) => length);
          expect(newKinds(logOf(parts), { since })).toEqual({
            certain: behaviours.filter((behaviour) => isNew(behaviour) === kinds.length),
            possible: behaviours.filter((behaviour) => isNew(behaviour) > 0 && isNew(behaviour) < kinds.length),
            count: [Math.min(...counts), Math.max(...counts)],
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it("the comparison of two periods, all ends of which are reached if whole days are counted", () => {
    const order = ["calls", "visits", "threats"];
    const earlier = { from: "2026-03-01", to: "2026-03-03" };
    const later = { from: "2026-03-04", to: "2026-03-06" };
    fc.assert(
      fc.property(partsWith(anyDate, 4), (parts) => {
        const moments = dayCandidates(parts);
        fc.pre(completionCount(moments) <= tries);
        const all = completions(parts, moments);
        const log = logOf(parts);
        const count = (acts: readonly Act[], { from, to }: typeof later) => occasionsOf(inside(acts, from, to), 86_400);
        const rank = ({ from, to }: typeof later) =>
          extent(all, (acts) => highestRankOf(inside(acts, from, to), order));
        const firsts = all.map((acts) => {
          return behaviours.filter(
            (each) => inside([{ at: firstOf(acts, each) ?? -1, behaviours: [] }], later.from, later.to).length > 0,
          );
        });
        const { frequency, kind } = escalation(log, { earlier, later, seriousness: order, gapHours: 24 });
        expect(frequency.difference).toEqual(extent(all, (acts) => count(acts, later) - count(acts, earlier)));
        expect([kind.earlier, kind.later]).toEqual([rank(earlier), rank(later)]);
        expect(kind.firstTime.count).toEqual([
          Math.min(...firsts.map(({ length }) => length)),
          Math.max(...firsts.map(({ length }) => length)),
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it("the counts of every week", () => {
    fc.assert(
      fc.property(partsWith(anyDate, 4), wideGap, (parts, hours) => {
        const moments = candidates(parts, hours * 3600);
        fc.pre(completionCount(moments) <= tries);
        const all = completions(parts, moments);
        for (const { from, to, occasions: found } of rateOverTime(logOf(parts), { by: "week", gapHours: hours })) {
          const exact = extent(all, (acts) => occasionsOf(inside(acts, from, to), hours * 3600));
          holds(found, exact);
          expect(found[0]).toBe(exact[0]);
          if (dayNumberOf(from) > dayNumberOf("2026-03-07")) break;
        }
      }),
      { numRuns: 100 },
    );
  });

  /** How far an entry's clock is ahead of UTC, in seconds; 0 also for a day, which has none and is taken as written. */
  const offsetOf = ({ date = "", from = "" }: Part): number => {
    const [, sign, hours, minutes] = /T.*([+-])(\d\d):(\d\d)$/.exec(date === "" ? from : date) ?? [];
    return hours === undefined ? 0 : (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
  };

  it("the contact after being told to stop, for every moment of the telling", () => {
    const said = fc.constantFrom(undefined, undefined, "yes", "no", "not_sure");
    const withSaid = fc
      .tuple(partsWith(anyDate, 3), fc.array(said, { minLength: 3, maxLength: 3 }))
      .map(([parts, words]) => parts.map((part, at) => ({ part, word: words[at] })));
    const told = fc.constantFrom("2026-03-02", "2026-03", "2026-03-03T12:00Z", undefined);
    fc.assert(
      fc.property(withSaid, told, wideGap, (entries, toldOn, hours) => {
        const parts = entries.map(
          ({ part, word }) => (word === undefined ? part : { ...part, afterToldToStop: word }) as Part,
        );
        const moments = candidates(parts, hours * 3600);
        fc.pre(completionCount(moments) <= 3_000);
        const [low, high] = spanOf(
          toldOn === "2026-03"
            ? { from: "2026-03-01", to: "2026-03-31" }
            : toldOn === undefined
              ? {}
              : { date: toldOn },
        );
        // The telling on each entry's clock: two times with offsets are compared as moments.
        const later = parts.map((part) => (toldOn?.includes("T") ? offsetOf(part) : 0));
        const near = moments.flatMap((own, at) =>
          own.flatMap((each) => [each - 1, each].map((on) => on - (later[at] ?? 0))),
        );
        const tellings = [...new Set([low, high, ...near])].filter((at) => at >= low && at <= high);
        // Indices keep track of what each entry says of itself, and of its clock.
        const tagged = parts.map((part, at) => ({ ...part, behaviours: [String(at)] }));
        const isAfter = ({ at, behaviours: [index] }: Act, telling: number) =>
          at > telling + (later[Number(index)] ?? 0);
        const counts = completions(tagged, moments).flatMap((acts) =>
          tellings
            .filter((telling) =>
              acts.every((act) => {
                const word = parts[Number(act.behaviours[0])]?.afterToldToStop;
                return word === "yes" ? isAfter(act, telling) : word === "no" ? !isAfter(act, telling) : true;
              }),
            )
            .map((telling) =>
              occasionsOf(
                acts.filter((act) => isAfter(act, telling)),
                hours * 3600,
              ),
            ),
        );
        fc.pre(counts.length > 0);
        const { occasions: found } = contactAfterToldToStop(logOf(parts), {
          gapHours: hours,
          ...(toldOn === undefined ? {} : { toldOn }),
        });
        const exact = [
          counts.reduce((one, other) => Math.min(one, other)),
          counts.reduce((one, other) => Math.max(one, other)),
        ] as const;
        holds(found, exact);
        if (toldOn?.includes("T")) expect(found[0]).toBe(exact[0]);
      }),
      { numRuns: 200 },
    );
  });
});

/** Every number that a log gives, as intervals that have to narrow. */
function intervalsOf(parts: readonly Part[], hours: number, toldOn: string): readonly (readonly [number, number])[] {
  const log = logOf(parts);
  const compared = escalation(log, {
    earlier: { from: "2026-03-01", to: "2026-03-03" },
    later: { from: "2026-03-04", to: "2026-03-06" },
    seriousness: ["calls", "visits", "threats"],
    gapHours: hours,
  });
  return [
    occasions(log, { gapHours: hours }),
    durationDays(log),
    gaps(log).longest,
    newKinds(log, { since: "2026-03-03" }).count,
    contactAfterToldToStop(log, { toldOn, gapHours: hours }).occasions,
    compared.frequency.difference,
    compared.kind.earlier,
    compared.kind.later,
    compared.kind.firstTime.count,
    ...rateOverTime(log, { by: "week", from: "2026-03-01", to: "2026-03-08", gapHours: hours }).map(
      (week) => week.occasions,
    ),
  ];
}

const narrows = (before: readonly (readonly [number, number])[], after: readonly (readonly [number, number])[]) => {
  expect(after.length).toBe(before.length);
  for (const [at, [low, high]] of before.entries()) {
    expect(after[at]?.[0]).toBeGreaterThanOrEqual(low);
    expect(after[at]?.[1]).toBeLessThanOrEqual(high);
  }
};

describe("knowing more only narrows", () => {
  const hour = (at: number) => `2026-03-${two(1 + Math.floor(at / 24))}T${two(at % 24)}:00Z`;
  const day = (at: number) => `2026-03-${two(1 + Math.floor(at / 24))}`;
  const ordered = fc
    .tuple(...([0, 1, 2, 3] as const).map(() => fc.integer({ min: 0, max: 143 })))
    .map((hours) => hours.toSorted((one, other) => one - other) as [number, number, number, number]);
  /** The same entry with a wider and a narrower date. */
  const refined: fc.Arbitrary<readonly [Part, Part]> = fc.oneof(
    ordered.map(
      ([a, b, c, d]) =>
        [
          { from: hour(a), to: hour(d) },
          { from: hour(b), to: hour(c) },
        ] as const,
    ),
    ordered.map(([a, b, , d]) => [{ from: hour(a), to: hour(d) }, { date: hour(b) }] as const),
    ordered.map(
      ([a, b, c, d]) =>
        [
          { from: day(a), to: day(d) },
          { from: day(b), to: day(c) },
        ] as const,
    ),
    ordered.map(([a, b, , d]) => [{ from: day(a), to: day(d) }, { date: day(b) }] as const),
    ordered.map(([a]) => [{ date: day(a) }, { date: hour(a) }] as const),
    ordered.map(([a]) => [{ date: "2026-03" }, { date: day(a) }] as const),
    ordered.map(() => [{ date: "2026" }, { date: "2026-03" }] as const),
    ordered.map(() => [{}, { date: "2026" }] as const),
  );

  it("for a date, in every result", () => {
    fc.assert(
      fc.property(partsWith(anyDate, 5), refined, gapHours, (parts, [wide, narrow], hours) => {
        narrows(
          intervalsOf([...parts, wide], hours, "2026-03-03"),
          intervalsOf([...parts, narrow], hours, "2026-03-03"),
        );
      }),
      { numRuns: 600 },
    );
  });

  it("for an attribution that turns out to be certain, or to be someone else's act", () => {
    fc.assert(
      fc.property(partsWith(anyDate, 5), anyDate, gapHours, (parts, date, hours) => {
        const before = intervalsOf([...parts, { ...date, attribution: "possible" }], hours, "2026-03-03");
        narrows(before, intervalsOf([...parts, { ...date, attribution: "confirmed" }], hours, "2026-03-03"));
        narrows(before, intervalsOf(parts, hours, "2026-03-03"));
      }),
      { numRuns: 300 },
    );
  });

  it("for the date of the telling", () => {
    fc.assert(
      fc.property(partsWith(anyDate, 5), gapHours, (parts, hours) => {
        const counts = ["2026", "2026-03", "2026-03-03", "2026-03-03T12:00Z"].map((toldOn) => [
          contactAfterToldToStop(logOf(parts), { toldOn, gapHours: hours }).occasions,
        ]);
        for (const [at, count] of counts.entries()) narrows(counts[at - 1] ?? count, count);
      }),
    );
  });
});

describe("nothing changes", () => {
  const all = (parts: readonly Part[], hours: number) => {
    const log = logOf(parts);
    const bands = { once: [1, 1], few: [2, 3], many: [4, null] } as const;
    return [
      intervalsOf(parts, hours, "2026-03-03"),
      gaps(log),
      firstAppearance(log),
      frequencyBands(log, { bands, gapHours: hours }),
    ];
  };

  it("with the order of the entries", () => {
    fc.assert(
      fc.property(partsWith(anyDate, 7), gapHours, fc.infiniteStream(fc.nat()), (parts, hours, numbers) => {
        const keys = parts.map(() => numbers.next().value as number);
        const order = parts.map((_, at) => at).sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0));
        const moved = order.flatMap((at) => parts[at] ?? []);
        expect(all(moved, hours)).toEqual(all(parts, hours));
      }),
      { numRuns: 200 },
    );
  });

  it("with the offsets of the clocks, for a single time", () => {
    fc.assert(
      fc.property(partsWith(times, 6), gapHours, (parts, hours) => {
        const moved = parts.map((part) => ({
          ...part,
          date: part.date?.replace(/(Z|[+-]\d\d:\d\d)$/, "+03:00") ?? "",
        }));
        expect(all(moved, hours)).toEqual(all(parts, hours));
      }),
    );
  });

  it("in the counts when all dates move by the same number of days, over a year's end or a leap day", () => {
    fc.assert(
      fc.property(partsWith(anyDate, 6), gapHours, fc.integer({ min: -400, max: 900 }), (parts, hours, days) => {
        const moved = (text: string) => {
          const on = new Date(Date.parse(`${text.slice(0, 10)}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
          return on + text.slice(10);
        };
        const shifted = parts.map((part) => ({
          ...part,
          ...Object.fromEntries(
            (["date", "from", "to"] as const).flatMap((key) => (part[key] ? [[key, moved(part[key])]] : [])),
          ),
        }));
        const period = { asOf: moved("2026-12-31"), notBefore: moved("2025-01-01") };
        const [here, there] = [logOf(parts), logOf(shifted, period)];
        expect(occasions(there, { gapHours: hours })).toEqual(occasions(here, { gapHours: hours }));
        expect(durationDays(there)).toEqual(durationDays(here));
        expect(gaps(there)).toEqual(gaps(here));
        const told = { toldOn: moved("2026-03-03"), gapHours: hours };
        expect(contactAfterToldToStop(there, told)).toEqual(
          contactAfterToldToStop(here, { ...told, toldOn: "2026-03-03" }),
        );
      }),
      { numRuns: 200 },
    );
  });
});

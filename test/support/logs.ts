import fc from "fast-check";
import {
  type IncidentEntry,
  type IncidentLog,
  type IncidentLogOptions,
  parseIncidentLog,
} from "../../src/incidents/index.ts";
import { valueOrThrow } from "../../src/issues/index.ts";

export const behaviours = ["calls", "letters", "visits", "threats"] as const;
export const logOptions: IncidentLogOptions = { behaviours, asOf: "2026-12-31", notBefore: "2025-01-01" };

type Part = Partial<IncidentEntry>;

/** A log of confirmed entries, each written as a date or as the fields that matter. */
export function logOf(parts: readonly (string | Part)[], options: Partial<IncidentLogOptions> = {}): IncidentLog {
  const entries = parts.map((part, at) => ({
    id: `e${at}`,
    behaviours: ["visits"],
    attribution: "confirmed",
    ...(typeof part === "string" ? { date: part } : part),
  }));
  return valueOrThrow(parseIncidentLog(entries, { ...logOptions, ...options }));
}

const two = (value: number) => String(value).padStart(2, "0");
const dayIn = fc.integer({ min: 1, max: 6 }).map((day) => `2026-03-${two(day)}`);
const timeIn = fc
  .tuple(dayIn, fc.constantFrom(0, 2, 9, 12, 14, 20, 23), fc.constantFrom("Z", "+01:00", "-05:00"))
  .map(([day, hour, zone]) => `${day}T${two(hour)}:00${zone}`);
const between = (date: fc.Arbitrary<string>): fc.Arbitrary<Part> =>
  fc.tuple(date, date).map(([one, other]) => {
    const [from = "", to = ""] = [one, other].toSorted();
    // The same clock at both ends, or a later hour could come first.
    return { from: from.replace(/(Z|[+-]\d\d:\d\d)$/, "Z"), to: to.replace(/(Z|[+-]\d\d:\d\d)$/, "Z") };
  });

/** Dates inside one week of March 2026, from a second to several days, so that every completion can be tried. */
export const wholeDays: fc.Arbitrary<Part> = fc.oneof(
  dayIn.map((date) => ({ date })),
  between(dayIn),
);
export const times: fc.Arbitrary<Part> = timeIn.map((date) => ({ date }));
export const anyDate: fc.Arbitrary<Part> = fc.oneof(wholeDays, times, between(timeIn));

/** A few entries with any attribution and behaviours. */
export const partsWith = (date: fc.Arbitrary<Part>, maxLength: number): fc.Arbitrary<readonly Part[]> =>
  fc.array(
    fc
      .tuple(
        date,
        fc.subarray([...behaviours], { minLength: 1, maxLength: 2 }),
        fc.constantFrom("confirmed", "probable", "possible", "disputed"),
      )
      .map(([when, some, attribution]): Part => ({ ...when, behaviours: some, attribution })),
    { maxLength },
  );

import { type Issue, mustBeListOf, mustBeObject, throwIfAny } from "../issues/index.ts";
import { type Estimate, frozen, type IntervalOptions } from "./estimate.ts";
import { poissonRate, rateRatio } from "./poisson.ts";

/** What an area counted in one year, as it was published or recorded. */
export interface AreaYear {
  readonly year: number;
  readonly count: number;
  /** People who live there; leave it out where it is not known. */
  readonly population?: number;
}

/** The figures of one year. All intervals are exact; they speak of chance alone, not of how offences were recorded. */
export interface AreaFigure extends AreaYear {
  /** Of that calendar year, or of the length given. */
  readonly days: number;
  readonly perDay: Estimate;
  /** For each 100,000 people; `null` if the population is not known. */
  readonly perHundredThousand: Estimate | null;
  /** How many times the base year's rate per day; `null` in the base year. Not set against populations. */
  readonly foldChange: Estimate | null;
}

/**
 * An area's counts as rates: per day, per head, and against a base year. A rise can come from changed recording, changed
 * law or more reports, before it says anything of how much happened.
 *
 * @param options.base The base year; the first of the list if it is left out.
 * @param options.days The length of each year; that of the calendar if it is left out.
 * @throws {AssessmentError} `duplicate_name` for a year given twice, `unknown_category` for a base year that is not there,
 *   and as `poissonRate`
 * @example
 * const [year] = areaFigures([{ year: 2018, count: 1382 }]);
 * year?.perDay.estimate?.toFixed(2); // => "3.79"
 */
export function areaFigures(
  years: readonly AreaYear[],
  options: IntervalOptions & { readonly base?: number; readonly days?: number } = {},
): readonly AreaFigure[] {
  mustBeListOf(years, "year", "years");
  mustBeObject(options, "options");
  const { base, days, ...interval } = options;
  refuseFaults(years, base);
  const from = years.find(({ year }) => year === base) ?? years[0];
  const daysOf = (year: number) => days ?? (isLeap(year) ? 366 : 365);
  return frozen(
    years.map((each) => {
      const { year, count, population } = each;
      return Object.freeze({
        ...each,
        days: daysOf(year),
        perDay: poissonRate(count, daysOf(year), interval),
        perHundredThousand: population === undefined ? null : poissonRate(count, population / 100_000, interval),
        foldChange:
          from === undefined || from.year === year
            ? null
            : rateRatio(
                { count, exposure: daysOf(year) },
                { count: from.count, exposure: daysOf(from.year) },
                interval,
              ),
      });
    }),
  );
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function refuseFaults(years: readonly AreaYear[], base: number | undefined): void {
  const issues = years.flatMap(({ year }, at): Issue[] => {
    const first = years.findIndex((other) => other.year === year);
    return first === at ? [] : [{ code: "duplicate_name", path: ["years", at], positions: [first + 1, at + 1] }];
  });
  const known = years.map(({ year }) => String(year));
  if (base !== undefined && !known.includes(String(base)))
    issues.push({ code: "unknown_category", path: ["base"], expected: known });
  throwIfAny(issues);
}

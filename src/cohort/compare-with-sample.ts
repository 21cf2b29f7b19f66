import type { ReferenceSample } from "../evidence/index.ts";
import { type Issue, mustBeObject, mustHave, throwIfAny } from "../issues/index.ts";
import { frozen, sum } from "./estimate.ts";
import { homogeneityTest } from "./homogeneity-test.ts";
import { type CountTest, multinomialTest, type TestOptions } from "./multinomial-test.ts";

/** A caseload beside a published sample. No figure of it stands without `line`. */
export interface SampleComparison {
  /** What the sample is: its cases, setting, definition and how it was seen. It has to be printed with every figure. */
  readonly line: string;
  readonly sample: Pick<
    ReferenceSample,
    "id" | "label" | "year" | "n" | "nNote" | "setting" | "caseDefinition" | "mark" | "note"
  >;
  /** The classes compared; types that the sample gives only together are taken together, joined by " or ". */
  readonly classes: readonly { readonly types: readonly string[]; readonly count: number; readonly share: number }[];
  /** Cases of types that the sample does not report, which are left out. */
  readonly leftOut: number;
  /** `two_samples` takes the sample's own chance into account; `fixed_shares` cannot, as its counts are not known. */
  readonly comparison: "two_samples" | "fixed_shares" | "none";
  readonly test: CountTest | null;
  readonly reason?: "no_shares" | "shares_do_not_add_up";
}

/**
 * A caseload's counts beside a reference sample. A difference may come from who refers, what counts as a case and how
 * types were given, before it says anything of the people; so the comparison always carries the sample's line.
 *
 * @throws {AssessmentError} `out_of_range` unless counts are whole numbers from 0, `malformed` for what is no sample,
 *   and as the tests
 * @example
 * const sample = { id: "x", label: "X", source: "x", mark: "seen_in_source", year: 2000, n: 20, setting: "a clinic",
 *   countries: [], caseDefinition: null, complete: true, note: "", shares: { a: { share: 0.5, count: 10 },
 *   b: { share: 0.5, count: 10 } } } as const;
 * const { comparison, line } = compareWithSample({ a: 9, b: 1 }, sample);
 * [comparison, line]; // => ["two_samples", "X: n = 20; a clinic; case definition not known; seen in source."]
 */
export function compareWithSample(
  counts: Readonly<Record<string, number>>,
  sample: ReferenceSample,
  options: TestOptions = {},
): SampleComparison {
  mustBeObject(counts, "counts");
  mustHave(sample, "shares", "sample");
  refuseBadCounts(counts);
  const { id, label, year, n, nNote, setting, caseDefinition, mark, note } = sample;
  const classes = classesOf(counts, sample);
  const compared = sum(classes.map(({ count }) => count));
  const leftOut = sum(Object.values(counts)) - compared;
  const seen = classes.map(({ count }) => count);
  const known = classes.map(({ sampleCount }) => sampleCount).filter((count) => count !== undefined);
  const shares = classes.map(({ share }) => share);
  const addUp = Math.abs(sum(shares) - 1) <= 0.01 + 1e-9;
  const base = {
    line: `${label}: ${n === null ? `n not exactly known${sample.nNote === undefined ? "" : ` (${sample.nNote})`}` : `n = ${n}`}; ${setting}; case definition ${caseDefinition ?? "not known"}; ${mark.replaceAll("_", " ")}.`,
    sample: Object.freeze({
      ...{ id, label, year, n },
      ...(nNote === undefined ? {} : { nNote }),
      ...{ setting, caseDefinition, mark, note },
    }),
    classes: frozen(classes.map(({ types, count, share }) => Object.freeze({ types, count, share }))),
    leftOut,
  };
  if (classes.length < 2) return Object.freeze({ ...base, comparison: "none", test: null, reason: "no_shares" });
  if (n !== null && known.length === classes.length && sum(known) === n) {
    return Object.freeze({ ...base, comparison: "two_samples", test: homogeneityTest(seen, known, options) });
  }
  if (!addUp) return Object.freeze({ ...base, comparison: "none", test: null, reason: "shares_do_not_add_up" });
  const scaled = shares.map((share) => share / sum(shares));
  return Object.freeze({ ...base, comparison: "fixed_shares", test: multinomialTest(seen, scaled, options) });
}

function classesOf(counts: Readonly<Record<string, number>>, { shares, remainder }: ReferenceSample) {
  const own = (type: string) => (Object.hasOwn(counts, type) ? (counts[type] ?? 0) : 0);
  const single = Object.entries(shares).flatMap(([type, figure]) =>
    figure === undefined
      ? []
      : [{ types: frozen([type]), count: own(type), share: figure.share, sampleCount: figure.count }],
  );
  if (remainder === undefined) return single;
  const { types, share, count } = remainder;
  return [...single, { types: frozen<string>(types), count: sum(types.map(own)), share, sampleCount: count }];
}

function refuseBadCounts(counts: Readonly<Record<string, number>>): void {
  const issues = Object.entries(counts).flatMap(([type, count]): Issue[] =>
    Number.isSafeInteger(count) && count >= 0
      ? []
      : [{ code: "out_of_range", path: [type], expected: ["a whole number from 0"] }],
  );
  throwIfAny(issues);
}

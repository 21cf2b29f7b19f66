import { type Issue, mustBeList, mustBeOneOf, throwIfAny } from "../issues/index.ts";
import { frozen, sum } from "./estimate.ts";

/** A characteristic of cases: codes with their order, or a number. */
export type CaseVariable =
  | { readonly name: string; readonly kind: "codes"; readonly codes: readonly string[] }
  | { readonly name: string; readonly kind: "number" };

/** What is known of one characteristic in one group. `known` and `unknown` add up to the group. */
export type CaseColumn =
  | {
      readonly kind: "codes";
      readonly known: number;
      readonly unknown: number;
      /** In the order of the variable's codes. */
      readonly counts: readonly number[];
    }
  | {
      readonly kind: "number";
      readonly known: number;
      readonly unknown: number;
      readonly mean: number | null;
      /** With n - 1; `null` for fewer than two. */
      readonly sd: number | null;
      readonly median: number | null;
      readonly range: readonly [low: number, high: number] | null;
    };

/** What the cases of a study are: for each characteristic, all cases and each group. */
export interface TableOne {
  /** The groups in the order of their first case, each with its cases. */
  readonly groups: readonly { readonly group: string; readonly n: number }[];
  readonly n: number;
  readonly rows: readonly {
    readonly variable: CaseVariable;
    readonly all: CaseColumn;
    /** In the order of `groups`. */
    readonly byGroup: readonly CaseColumn[];
  }[];
}

/**
 * The first table of a study: counts for codes; mean, spread, median and range for numbers. A value of `null` is not
 * known, is counted as such, and is in no share. No test is made, since such a table describes.
 *
 * @param groupOf The group of a case; none if it is left out.
 * @throws {AssessmentError} `unknown_category` or `wrong_type` with the case's row, from 1; `unknown_option` for another kind
 * @example
 * const rows = [{ age: 30, sex: "f" }, { age: 40, sex: null }];
 * const variables = [{ name: "age", kind: "number" }, { name: "sex", kind: "codes", codes: ["f", "m"] }] as const;
 * tableOne(rows, variables).rows.map(({ all }) => (all.kind === "number" ? all.mean : all.counts)); // => [35, [1, 0]]
 */
export function tableOne(
  cases: readonly Readonly<Record<string, string | number | null>>[],
  variables: readonly CaseVariable[],
  groupOf?: (values: Readonly<Record<string, string | number | null>>) => string,
): TableOne {
  mustBeList(cases, "cases");
  mustBeList(variables, "variables");
  for (const { kind, name } of variables) mustBeOneOf(kind, ["codes", "number"], `variables.${name}.kind`);
  refuseFaults(cases, variables);
  const groups = new Map<string, (typeof cases)[number][]>();
  if (groupOf !== undefined) {
    for (const each of cases) {
      const group = groupOf(each);
      const own = groups.get(group);
      if (own === undefined) groups.set(group, [each]);
      else own.push(each);
    }
  }
  return Object.freeze({
    groups: frozen([...groups].map(([group, own]) => Object.freeze({ group, n: own.length }))),
    n: cases.length,
    rows: frozen(
      variables.map((variable) =>
        Object.freeze({
          variable,
          all: columnOf(cases, variable),
          byGroup: frozen([...groups.values()].map((own) => columnOf(own, variable))),
        }),
      ),
    ),
  });
}

function columnOf(cases: Parameters<typeof tableOne>[0], variable: CaseVariable): CaseColumn {
  const values = cases.map((each) => valueIn(each, variable.name));
  const known = values.filter((value) => value !== null);
  const unknown = values.length - known.length;
  if (variable.kind === "codes") {
    const tally = new Map<string | number, number>();
    for (const value of known) tally.set(value, (tally.get(value) ?? 0) + 1);
    const counts = frozen(variable.codes.map((code) => tally.get(code) ?? 0));
    return Object.freeze({ kind: "codes", known: known.length, unknown, counts });
  }
  const numbers = known.map(Number).sort((a, b) => a - b);
  const n = numbers.length;
  const mean = n === 0 ? null : sum(numbers) / n;
  return Object.freeze({
    kind: "number",
    known: n,
    unknown,
    mean,
    sd: mean === null || n < 2 ? null : Math.sqrt(sum(numbers.map((value) => (value - mean) ** 2)) / (n - 1)),
    median: n === 0 ? null : ((numbers[Math.floor((n - 1) / 2)] ?? 0) + (numbers[Math.ceil((n - 1) / 2)] ?? 0)) / 2,
    range: n === 0 ? null : Object.freeze([numbers[0] ?? 0, numbers[n - 1] ?? 0] as const),
  });
}

function valueIn(values: Readonly<Record<string, string | number | null>>, name: string): string | number | null {
  return Object.hasOwn(values, name) ? (values[name] ?? null) : null;
}

function refuseFaults(cases: Parameters<typeof tableOne>[0], variables: readonly CaseVariable[]): void {
  const issues = cases.flatMap((each, at) =>
    variables.flatMap((variable): Issue[] => {
      const value = valueIn(each, variable.name);
      const row = at + 1;
      const path = ["row", row, variable.name];
      if (value === null) return [];
      if (variable.kind === "number") {
        return Number.isFinite(value) ? [] : [{ code: "wrong_type", path, row, expected: ["a finite number"] }];
      }
      return variable.codes.some((code) => code === value)
        ? []
        : [{ code: "unknown_category", path, row, expected: variable.codes }];
    }),
  );
  throwIfAny(issues);
}

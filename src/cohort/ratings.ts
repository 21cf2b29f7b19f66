import { AssessmentError, type Issue, mustBeList, mustHave, nearestIn, type Parsed, parsed } from "../issues/index.ts";
import { frozen } from "./estimate.ts";
import { mustBeRows } from "./must-be-rows.ts";

/** What raters said of subjects: one row for each subject, one column for each rater. */
export interface Ratings<Category extends string = string> {
  readonly subjects: readonly string[];
  readonly raters: readonly string[];
  /** In their order, if they have one. Chance agreement of some coefficients depends on how many there are. */
  readonly categories: readonly Category[];
  /** Positions in `categories`; `null` where a rater did not rate a subject. */
  readonly codes: readonly (readonly (number | null)[])[];
}

/** One rating. `null` says that the rater did not rate, as does leaving the row out. */
export interface RatingRow {
  readonly subject: string;
  readonly rater: string;
  readonly category: string | null;
}

/**
 * Ratings from rows of subject, rater and category. Subjects and raters stand in the order of their first appearance.
 *
 * @returns `duplicate_rating` with both rows if a rater rated a subject twice; `unknown_category`; `duplicate_name` of a
 *   category; `empty_list` if there are no categories; `wrong_type` for a subject or a rater that is not text, since 1 and
 *   "1" would be two. Rows count from 1.
 * @example
 * const rows = [{ subject: "1", rater: "a", category: "yes" }, { subject: "1", rater: "b", category: "no" }];
 * const result = parseRatings(rows, ["yes", "no"]);
 * result.ok && result.value.codes; // => [[0, 1]]
 */
export function parseRatings<Category extends string>(
  rows: Iterable<RatingRow>,
  categories: readonly Category[],
): Parsed<Ratings<Category>> {
  mustBeRows(rows, "rows");
  mustBeList(categories, "categories");
  const issues = faultsOf(categories);
  const positions = new Map<string, number>(categories.map((category, at) => [category, at]));
  const bySubject = new Map<string, Map<string, { readonly code: number | null; readonly row: number }>>();
  const raters = new Set<string>();
  let row = 0;
  for (const { subject, rater, category } of rows) {
    row += 1;
    const unnamed = Object.entries({ subject, rater }).filter(([, name]) => typeof name !== "string");
    if (unnamed.length > 0) {
      for (const [key] of unnamed)
        issues.push({ code: "wrong_type", path: ["row", row, key], expected: ["text"], row });
      continue;
    }
    raters.add(rater);
    const given = bySubject.get(subject) ?? new Map<string, { readonly code: number | null; readonly row: number }>();
    bySubject.set(subject, given);
    const before = given.get(rater);
    if (before !== undefined) {
      issues.push({ code: "duplicate_rating", path: ["row", row], row, positions: [before.row, row] });
      continue;
    }
    const code = category === null ? null : positions.get(category);
    if (code === undefined) issues.push({ ...unknownCategory(category ?? "", categories, ["row", row]), row });
    given.set(rater, { code: code ?? null, row });
  }
  return parsed(
    () =>
      ratings(
        bySubject.keys(),
        raters,
        categories,
        [...bySubject.values()].map((given) => [...raters].map((rater) => given.get(rater)?.code ?? null)),
      ),
    issues,
  );
}

/**
 * Ratings from one list for each rater; all lists have the same subjects in the same order.
 *
 * @returns `unequal_subjects` with the rater and the first row that is missing or too many, `unknown_category` with rater and position (from 1), and as `parseRatings`
 * @example
 * const result = parseRatingColumns({ anna: ["yes", "no"], ben: ["yes", null] }, ["yes", "no"]);
 * result.ok && result.value.codes; // => [[0, 0], [1, null]]
 */
export function parseRatingColumns<Category extends string>(
  columns: Readonly<Record<string, readonly (string | null)[]>>,
  categories: readonly Category[],
): Parsed<Ratings<Category>> {
  mustBeList(categories, "categories");
  const issues = faultsOf(categories);
  const positions = new Map<string, number>(categories.map((category, at) => [category, at]));
  const lists = Object.entries(columns);
  const length = lists[0]?.[1].length ?? 0;
  for (const [rater, list] of lists) {
    if (list.length !== length) {
      const row = Math.min(list.length, length) + 1; // the first subject that one of the lists has not
      issues.push({ code: "unequal_subjects", path: [rater], expected: [`${length} ratings`], row });
    }
    for (const [at, category] of list.entries()) {
      if (category !== null && !positions.has(category)) {
        issues.push(unknownCategory(category, categories, [rater, at + 1]));
      }
    }
  }
  const subjects = Array.from({ length }, (_, at) => String(at + 1));
  const codeOf = (category: string | null | undefined) => positions.get(category ?? "") ?? null;
  const raters = lists.map(([rater]) => rater);
  return parsed(
    () =>
      ratings(
        subjects,
        raters,
        categories,
        subjects.map((_, at) => lists.map(([, list]) => codeOf(list[at]))),
      ),
    issues,
  );
}

/**
 * Ratings with every category but one taken together: whether a rater said it or not.
 *
 * @throws {AssessmentError} `unknown_category` if it is not one of theirs: no rater would have said it, and all would agree
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ a: ["x", "y"], b: ["x", null] }, ["x", "y", "z"]));
 * const { categories, codes } = oneAgainstRest(ratings, "x");
 * [categories, codes]; // => [["x", "not x"], [[0, 0], [1, null]]]
 */
export function oneAgainstRest<Category extends string>(from: Ratings<Category>, category: Category): Ratings {
  mustHave(from, "codes", "from");
  const at = from.categories.indexOf(category);
  if (at < 0) throw new AssessmentError([{ code: "unknown_category", path: ["category"], expected: from.categories }]);
  const codes = from.codes.map((row) => row.map((code) => (code === null ? null : code === at ? 0 : 1)));
  return ratings(from.subjects, from.raters, [category, `not ${category}`], codes);
}

function ratings<Category extends string>(
  subjects: Iterable<string>,
  raters: Iterable<string>,
  categories: readonly Category[],
  codes: readonly (readonly (number | null)[])[],
): Ratings<Category> {
  return Object.freeze({
    subjects: frozen(subjects),
    raters: frozen(raters),
    categories: frozen(categories),
    codes: frozen(codes.map(frozen)),
  });
}

function faultsOf(categories: readonly string[]): Issue[] {
  if (categories.length === 0) return [{ code: "empty_list", path: ["categories"] }];
  return categories.flatMap((category, at): Issue[] => {
    const first = categories.indexOf(category);
    return first === at ? [] : [{ code: "duplicate_name", path: ["categories"], positions: [first + 1, at + 1] }];
  });
}

function unknownCategory(found: string, categories: readonly string[], path: readonly (string | number)[]): Issue {
  return { code: "unknown_category", path, expected: categories, ...nearestIn(found, categories) };
}

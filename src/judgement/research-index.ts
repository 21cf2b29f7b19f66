import { deepFreeze } from "../instrument/index.ts";
import { mustHave } from "../issues/index.ts";
import type { Rating } from "./rating.ts";
import type { RatingForm } from "./rating-form.ts";
import { applies } from "./summarise-rating.ts";

/** A number for data sets: never shown for a case, and never a level. */
export interface ResearchIndex {
  readonly researchUseOnly: true;
  readonly form: { readonly id: string; readonly version: string };
  /** By domain: the mean of rated factors times the number that apply, or why there is none. */
  readonly index: Readonly<Record<string, number | null>>;
  readonly reason: Readonly<Record<string, "too_few_rated" | "no_values">>;
  readonly caveats: readonly string[];
}

/** The least share of a domain's factors that must be rated (design choice). */
const enoughForResearch = 0.8;

/**
 * A numeric index by domain, for research on data sets alone. The caller has to say so in the call; no other function of
 * this package adds factors up.
 *
 * @example
 * const rating = { form: { id: "rf-generic", version: "0.1.0" }, asOf: "2026-03-01", factors: { X1: { recent: "present" } } };
 * researchIndex(genericRating, rating, { researchUseOnly: true }).index; // => { user_defined: null }
 */
export function researchIndex(
  form: RatingForm,
  rating: Rating,
  _statement: { readonly researchUseOnly: true },
): ResearchIndex {
  mustHave(form, "factors", "form");
  mustHave(rating, "factors", "rating");
  const values = form.researchValues;
  const index: Record<string, number | null> = {};
  const reason: Record<string, "too_few_rated" | "no_values"> = {};
  const codes = [...new Set([...Object.keys(form.factors), ...Object.keys(rating.factors)])].filter((code) =>
    applies(code, form, rating),
  );
  const domainsOf = (code: string) =>
    form.factors[code]?.domains ?? (form.userCodes === undefined ? [] : [form.userCodes.domain]);
  for (const domain of new Set(codes.flatMap(domainsOf))) {
    const applying = codes.filter((code) => domainsOf(code).includes(domain));
    const rated = applying.flatMap((code) => {
      const { recent, past } = rating.factors[code] ?? {};
      const value = values?.[recent ?? ""] ?? values?.[past ?? ""];
      return value === undefined ? [] : [value];
    });
    const enough = rated.length > 0 && rated.length / applying.length >= enoughForResearch;
    index[domain] = enough ? (rated.reduce((sum, value) => sum + value, 0) / rated.length) * applying.length : null;
    if (!enough) reason[domain] = values === undefined ? "no_values" : "too_few_rated";
  }
  return deepFreeze({
    researchUseOnly: true,
    form: { id: form.id, version: form.version },
    index,
    reason,
    caveats: [
      "For data sets only. It is not a level, has no cut-off and must not be shown for a case.",
      "Nobody has tested this index.",
    ],
  });
}

import { type Agreement, type Coefficients, type DisagreementEffect, methodInWords } from "../cohort/index.ts";
import { mustBeList, mustBeListOf, mustHave } from "../issues/index.ts";
import { apaInterval, apaNumber, apaPercent } from "./apa-numbers.ts";
import type { Named } from "./as-words.ts";
import { englishPhrases, estimateWordsOf, type Phrases, type Say, sayer } from "./phrases.ts";
import { type Block, table } from "./printed.ts";
import { reasonsNote } from "./reasons-note.ts";

const beside = { atMostOne: true } as const;

const coefficientNames = [
  "percent",
  "cohen",
  "scott",
  "conger",
  "fleiss",
  "gwet",
  "brennanPrediger",
  "krippendorff",
] as const satisfies readonly (keyof Coefficients)[];

/**
 * Agreement as tables: every coefficient in all; each category against the rest; and, for two raters, how each category
 * was used. What is not defined is a dash, and a note says why.
 *
 * @param what What was rated, as it stands in the captions.
 * @param named What a category is called; its code if it is not given.
 * @throws {AssessmentError} `malformed` for what is no such result, or no list of raters
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ a: ["x", "x", "y", "y"], b: ["x", "y", "y", "y"] }, ["x", "y"]));
 * const [overall] = agreementTables(agreement(ratings), "the type", ["a", "b"]);
 * overall?.kind === "table" && overall.rows[1]?.slice(0, 3); // => ["Cohen's kappa", ".50", "[−.69, 1.00]"]
 */
export function agreementTables(
  found: Agreement,
  what: string,
  raters: readonly string[],
  phrases: Phrases = englishPhrases,
  named: Named = String,
): readonly Block[] {
  mustHave(found, "overall", "found");
  mustBeList(raters, "raters");
  const say = sayer(phrases);
  const overall = coefficientNames.flatMap((name) => {
    const each = found.overall[name];
    return each === undefined ? [] : [{ name: say(`study.${name}`), each }];
  });
  const level = levelOf(found.overall.percent);
  return [
    ...table(
      say("study.agreement_overall", { what }),
      [
        say("study.coefficient"),
        say("study.value"),
        say("study.interval", { level }),
        say("study.observed"),
        say("study.by_chance"),
        say("study.n"),
        say("study.method"),
      ],
      overall.map(({ name, each }) => [
        name,
        apaNumber(each.estimate, beside),
        apaInterval(each.interval, beside),
        apaNumber(each.observed, beside),
        apaNumber(each.expected, beside),
        String(each.n),
        methodInWords(each.method, estimateWordsOf(phrases)),
      ]),
      [
        countsNote(found, say),
        ...reasonsNote(
          overall.map(({ name, each }) => [name, each.reason] as const),
          say,
        ),
      ],
    ),
    ...categoryTable(found, what, named, say),
    ...useTable(found, what, raters, named, say),
  ];
}

/** What one item's ratings came to. */
export interface ItemAgreement {
  readonly item: string;
  readonly found: Agreement;
}

/**
 * Agreement on each of several items, one row each, in the order given; no table if there are none.
 *
 * @throws {AssessmentError} `malformed` for what is no list of such results
 * @example
 * const ratings = valueOrThrow(parseRatingColumns({ a: ["x", "x", "y", "y"], b: ["x", "y", "y", "y"] }, ["x", "y"]));
 * const [each] = itemAgreementTable([{ item: "adult", found: agreement(ratings) }]);
 * each?.kind === "table" && each.rows[0]?.slice(0, 4); // => ["adult", "4", "75.0%", ".50"]
 */
export function itemAgreementTable(
  items: readonly ItemAgreement[],
  phrases: Phrases = englishPhrases,
): readonly Block[] {
  mustBeListOf(items, "found", "items");
  const say = sayer(phrases);
  const first = items[0];
  if (first === undefined) return [];
  const level = levelOf(first.found.overall.percent);
  const rows = items.map(({ item, found: { overall } }) => {
    const kappa = overall.cohen ?? overall.conger;
    return [
      item,
      String(kappa.n),
      apaPercent(overall.percent.estimate),
      apaNumber(kappa.estimate, beside),
      apaInterval(kappa.interval, beside),
      apaNumber(overall.gwet.estimate, beside),
      apaInterval(overall.gwet.interval, beside),
      apaNumber(overall.krippendorff.estimate, beside),
    ];
  });
  const kappaName = say(first.found.overall.cohen === undefined ? "study.conger" : "study.cohen");
  return table(
    say("study.agreement_items"),
    [
      say("study.item"),
      say("study.n"),
      say("study.percent"),
      kappaName,
      say("study.interval", { level }),
      say("study.gwet"),
      say("study.interval", { level }),
      say("study.krippendorff"),
    ],
    rows,
    reasonsNote(
      items.flatMap(({ item, found: { overall } }) => [
        [item, (overall.cohen ?? overall.conger).reason] as const,
        [item, overall.gwet.reason] as const,
      ]),
      say,
    ),
  );
}

/**
 * Which items make two raters' outcomes differ; no table if none does.
 *
 * @throws {AssessmentError} `malformed` for what is no such result
 * @example
 * const pairs = [{ case: "1", first: { a: "yes", b: "no" }, second: { a: "no", b: "yes" } }];
 * const [drivers] = disagreementTable(disagreementEffect(pairs, ({ a }) => String(a)));
 * drivers?.kind === "table" && drivers.rows; // => [["a", "1", "1", "1"], ["b", "1", "1", "0"]]
 */
export function disagreementTable(found: DisagreementEffect, phrases: Phrases = englishPhrases): readonly Block[] {
  mustHave(found, "withoutSingleItem", "found");
  const { cases, sameOutcome, withoutSingleItem, items } = found;
  const say = sayer(phrases);
  return table(
    say("study.drivers"),
    [say("study.item"), say("study.differed"), say("study.with_outcome"), say("study.decisive")],
    items
      .filter(({ differedWithOutcome }) => differedWithOutcome > 0)
      .map(({ item, differed, differedWithOutcome, decisive }) => [
        item,
        String(differed),
        String(differedWithOutcome),
        String(decisive),
      ]),
    [say("study.drivers_note", { same: sameOutcome, cases, none: withoutSingleItem.length })],
  );
}

/** How sure an interval is, such as `95%`. */
export const levelOf = ({ confidence }: { readonly confidence: number }): string =>
  `${Number((confidence * 100).toPrecision(6))}%`;

function categoryTable({ byCategory, overall }: Agreement, what: string, named: Named, say: Say): readonly Block[] {
  const level = levelOf(overall.percent);
  return table(
    say("study.agreement_categories", { what }),
    [
      say("study.category"),
      say("study.percent"),
      say(overall.cohen === undefined ? "study.conger" : "study.cohen"),
      say("study.interval", { level }),
      say("study.gwet"),
      say("study.interval", { level }),
      say("study.krippendorff"),
    ],
    byCategory.map(({ category, coefficients }) => {
      const kappa = coefficients.cohen ?? coefficients.conger;
      return [
        named(category),
        apaPercent(coefficients.percent.estimate),
        apaNumber(kappa.estimate, beside),
        apaInterval(kappa.interval, beside),
        apaNumber(coefficients.gwet.estimate, beside),
        apaInterval(coefficients.gwet.interval, beside),
        apaNumber(coefficients.krippendorff.estimate, beside),
      ];
    }),
    reasonsNote(
      byCategory.flatMap(({ category, coefficients }) => [
        [named(category), (coefficients.cohen ?? coefficients.conger).reason] as const,
        [named(category), coefficients.gwet.reason] as const,
      ]),
      say,
    ),
  );
}

function useTable(
  { prevalenceAndBias = [] }: Agreement,
  what: string,
  [first = "1", second = "2"]: readonly string[],
  named: Named,
  say: Say,
): readonly Block[] {
  return table(
    say("study.agreement_tables", { what }),
    [
      say("study.category"),
      say("study.both"),
      say("study.only_first", { rater: first }),
      say("study.only_first", { rater: second }),
      say("study.neither"),
      say("study.prevalence"),
      say("study.bias"),
      say("study.positive"),
      say("study.negative"),
    ],
    prevalenceAndBias.map(({ category, table: counts, prevalence, bias, positive, negative }) => [
      named(category),
      ...counts.map(String),
      ...[prevalence, bias, positive, negative].map((value) => apaNumber(value, beside)),
    ]),
  );
}

function countsNote({ subjects, raters, missing }: Agreement, say: Say): string {
  return say("study.agreement_note", { subjects, raters, missing, all: subjects * raters });
}

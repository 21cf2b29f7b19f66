import * as cohort from "../../src/cohort/index.ts";
import { referenceSamples } from "../../src/content/figures.ts";
import { imminentConcern, relationshipAndMotive } from "../../src/content/instruments/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { valueOrThrow } from "../../src/issues/index.ts";
import * as reports from "../../src/reports/index.ts";

type Named = Readonly<Record<string, (word: string) => readonly reports.Block[]>>;

/** Other words that stand beside the one under test. */
const two = (word: string) => [word, `${word} 2`] as const;
const ratings = (word: string) => {
  const [x, y] = two(word);
  return cohort.agreement(valueOrThrow(cohort.parseRatingColumns({ a: [x, x, y, y], b: [x, y, y, y] }, [x, y])));
};
const form = (word: string): Instrument => ({ ...imminentConcern, title: word, purpose: word, limits: [word] });
const card = (word: string) =>
  reports.instrumentCard(form(word), { licence: word, contact: word, groupsStudied: [word] });
const present = [false, true, false, true];
const caseOf = (word: string): cohort.CaseloadCase => ({
  id: word,
  person: word,
  referrals: [{ agency: word, on: "2026-01-03", decision: word }],
  offered: ["health"].filter((each): each is cohort.Service => (cohort.services as readonly string[]).includes(each)),
  assessedOn: ["2026-02-01"],
  outcomes: [{ label: word, possible: [...two(word)] }],
  unclassified: 1,
  overridden: 1,
  monitoring: [{ signs: [word] }],
  forms: [{ [word]: "answered" }],
});

/** Every table and page of `reports`, made with a word in every place where a caller's own text may stand. */
export const tablesAndPages: Named = {
  accuracyTables: (word) => {
    const [x, y] = two(word);
    const rows = [
      { case: word, criterion: x, found: x },
      { case: "2", criterion: y, found: x },
      { case: "3", criterion: y, found: null, possible: [x, y] },
    ];
    return reports.accuracyTables(cohort.accuracy(valueOrThrow(cohort.parseCriterion(rows, [x, y]))));
  },
  agreementTables: (word) => reports.agreementTables(ratings(word), word, two(word)),
  itemAgreementTable: (word) => reports.itemAgreementTable([{ item: word, found: ratings(word) }]),
  disagreementTable: (word) =>
    reports.disagreementTable(
      cohort.disagreementEffect([{ case: word, first: { [word]: "yes" }, second: { [word]: "no" } }], (answers) =>
        String(answers[word]),
      ),
    ),
  distributionTable: (word) => reports.distributionTable({ [word]: 2, mixed: 1 }),
  comparisonTable: (word) => {
    const [sample] = referenceSamples;
    if (sample === undefined) throw new Error("no sample");
    const trapped = { ...sample, id: word, label: word, setting: word, caseDefinition: word, note: word };
    return reports.comparisonTable(cohort.compareWithSample({ rejected: 3, [word]: 2 }, trapped, { seed: 1 }));
  },
  groupComparisonTable: (word) => {
    const counts = [
      [3, 2],
      [1, 4],
    ] as const;
    return reports.groupComparisonTable(two(word), two(word), counts, cohort.homogeneityTest(...counts, { seed: 1 }));
  },
  calibrationTables: () => reports.calibrationTables(cohort.calibration([0.1, 0.4, 0.6, 0.9], present)),
  changeTables: (word) => {
    const [x, y] = two(word);
    const rows = [
      { case: word, first: x, second: y },
      { case: "2", first: y, second: y },
      { case: "3", first: x, second: null },
    ];
    return reports.changeTables(cohort.change(valueOrThrow(cohort.parseTwoTimes(rows, [x, y]))));
  },
  reliableChangeTable: (word) => {
    const pairs = [
      { case: word, first: 1, second: 4 },
      { case: "2", first: 3, second: 3 },
      { case: "3", first: 5, second: 2 },
    ];
    return reports.reliableChangeTable(cohort.reliableChange(pairs, { reliability: 0.9 }));
  },
  consistencyTables: (word) => {
    const rows = [
      [1, 2],
      [2, 2],
      [3, 1],
      [4, 4],
    ];
    return reports.consistencyTables(cohort.consistency(rows, { items: [...two(word)] }), word);
  },
  rocTables: (word) => {
    const scores = [1, 2, 2, 3];
    const found = { area: cohort.auc(scores, present), curve: cohort.rocCurve(scores, present) };
    return reports.rocTables(found, { first: word, second: word });
  },
  tableOneTable: (word) => {
    const cases = [{ [word]: word }, { [word]: null }];
    const variables = [{ name: word, kind: "codes", codes: [word] }] as const;
    return reports.tableOneTable(
      cohort.tableOne(cases, variables, () => word),
      { [`${word}.${word}`]: word },
    );
  },
  caseloadPage: (word) => {
    const found = cohort.caseload([caseOf(word)], { asOf: "2026-06-30", labels: [word] });
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"><title>${word}</title></svg>`;
    return reports.caseloadPage(found, { types: svg, completeness: svg }).blocks;
  },
  cardPage: (word) => reports.cardPage(card(word)).blocks,
  atrsPage: (word) => reports.atrsPage(card(word)).blocks,
  codebookPage: (word) =>
    reports.codebookPage(reports.codebook({ ...relationshipAndMotive, title: word, purpose: word })).blocks,
  overviewPage: (word) => {
    const overview = reports.caseOverview({ asOf: "2026-03-01" }, { guidance: {} }, { audience: "professional" });
    return reports.overviewPage({
      ...overview,
      definitions: [
        {
          title: word,
          respondent: word,
          caseness: "indeterminate",
          says: word,
          open: [{ item: word, question: word, who: ["target"] }],
        },
      ],
      judgement: { domains: [{ domain: word, response: word, reason: word }], discrepancies: [word] },
      formulation: word,
    }).blocks;
  },
};

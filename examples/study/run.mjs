// A worked study: two codings of the published cases, from the coded files to a page of methods and results with tables
// and charts. Everything on the page is made here, from the files, each time.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { classify, fiveTypes, parseAnswers, valueOrThrow } from "stalker-typology";
import { chartToSvg, svgToPng } from "stalker-typology/charts";
import * as cohort from "stalker-typology/cohort";
import { referenceSamples } from "stalker-typology/content/figures";
import { fiveTypesAxes } from "stalker-typology/content/typologies";
import { contentHash, libraryVersion } from "stalker-typology/instrument";
import * as reports from "stalker-typology/reports";
import { readRows } from "stalker-typology/tables";

const here = fileURLToPath(new URL(".", import.meta.url));
const files = fileURLToPath(new URL("../published-cases/", import.meta.url));
const { heading, paragraph, list, facts, noticeBlock } = reports;
const seed = 20_260_301;
const form = fiveTypes.instrument;
const raters = ["a", "b"];

// 1. The files.

const accounts = await rowsOf("cases.csv");
const codings = [];
for (const rater of raters) {
  for (const row of await rowsOf(`coded-by-${rater}.csv`)) {
    const given = Object.keys(form.items).flatMap((id) => (row[id] === "" ? [] : [[id, row[id]]]));
    codings.push({ case: row.case_id, rater, answers: valueOrThrow(parseAnswers(Object.fromEntries(given), form)) });
  }
}
const codedBy = Object.fromEntries(raters.map((rater) => [rater, codings.filter((each) => each.rater === rater)]));
const cases = codedBy.a.map((each) => each.case);

// 2. The analysis.

const variables = [
  cohort.outcomeVariable(fiveTypes),
  ...cohort.typeVariables(fiveTypes),
  ...cohort.axisVariables(form, fiveTypesAxes),
  ...cohort.itemVariables(form),
];
const [outcome, ...others] = valueOrThrow(cohort.agreementByVariable(codings, variables));
const kindOf = (kind) =>
  others.filter((each) => each.kind === kind).map(({ name, agreement }) => ({ item: name, found: agreement }));
const bootstrap = await cohort.bootstrapAgreement(outcome.ratings, "cohen", { seed, draws: 2000 });

const labels = [...Object.keys(fiveTypes.types), "mixed", "undetermined", "insufficient", "out_of_scope"];
const results = Object.fromEntries(
  raters.map((rater) => [rater, codedBy[rater].map(({ answers }) => classify(answers, { typology: fiveTypes }))]),
);
const labelOf = ({ kind, type }) => type ?? kind;
const countsOf = (rater) => {
  const own = results[rater].map((result) => labelOf(result.outcome));
  return Object.fromEntries(labels.map((label) => [label, own.filter((each) => each === label).length]));
};
const boundsOf = (rater) =>
  cohort.shareBounds(
    results[rater].map(({ possible }) => [...new Set(possible.map(labelOf))]),
    labels,
  );
const settled = (rater) => results[rater].filter((each) => each.settled).length;

const pairs = cases.map((name) => ({
  case: name,
  first: codedBy.a.find((each) => each.case === name).answers,
  second: codedBy.b.find((each) => each.case === name).answers,
}));
const effect = cohort.disagreementEffect(pairs, (answers) => variables[0].read(answers));

const profileOf = (rater) => {
  const profiler = cohort.dataProfiler(form);
  for (const { answers } of codedBy[rater]) profiler.add(answers, [], []);
  return profiler.result();
};
const profiles = Object.fromEntries(raters.map((rater) => [rater, profileOf(rater)]));
const known = (rater) => profiles[rater].items.reduce((sum, { answered }) => sum + answered, 0);
const apply = (rater) =>
  cases.length * Object.keys(form.items).length - profiles[rater].items.reduce((sum, { closed }) => sum + closed, 0);
const neverKnownToB = profiles.b.items.filter(({ answered }) => answered === 0).map(({ item }) => item);

// Without the items that b was never asked: the outcome of a is worked out again with these left open.
const withoutThem = codings.map((coding) => ({
  ...coding,
  answers: Object.fromEntries(Object.entries(coding.answers).filter(([item]) => !neverKnownToB.includes(item))),
}));
const [sensitivity] = valueOrThrow(cohort.agreementByVariable(withoutThem, [cohort.outcomeVariable(fiveTypes)]));

const tableOne = cohort.tableOne(
  accounts.map(({ fictional, type_in_source, difficulty, year }) => ({
    fictional,
    type_in_source: type_in_source === "" ? null : type_in_source,
    difficulty: difficulty === "" ? null : difficulty,
    year: year === "" || Number.isNaN(Number(year)) ? null : Number(year),
  })),
  [
    { name: "fictional", kind: "codes", codes: ["yes", "no"] },
    { name: "type_in_source", kind: "codes", codes: valuesIn("type_in_source") },
    { name: "difficulty", kind: "codes", codes: valuesIn("difficulty") },
    { name: "year", kind: "number" },
  ],
);

// 3. The charts.

mkdirSync(`${here}out`, { recursive: true });
const references = referenceSamples.flatMap(({ label: sample, shares }) =>
  Object.entries(shares).map(([label, { share }]) => ({ sample, label, share })),
);
const distributionOf = (rater) =>
  cohort.distribution(
    results[rater].map((each) => labelOf(each.outcome)),
    labels,
  );
const crossed = labels.flatMap((from) =>
  labels.map((to) => ({
    from,
    to,
    count: results.a.filter((each, at) => labelOf(each.outcome) === from && labelOf(results.b[at].outcome) === to)
      .length,
  })),
);
const used = labels.filter((label) =>
  crossed.some(({ from, to, count }) => count > 0 && (from === label || to === label)),
);
const charts = {
  "figure-1": reports.distributionChart(distributionOf("a"), references, "Outcomes of coding a"),
  "figure-2": reports.transitionChart(
    crossed.filter(({ from, to }) => used.includes(from) && used.includes(to)),
    used,
    { from: "coding a", to: "coding b" },
    "Outcomes of the same cases by both codings",
  ),
  "figure-3": reports.agreementChart(
    others
      .filter(({ kind }) => kind === "item")
      .map(({ name, agreement }) => ({ label: name, found: agreement.overall.gwet })),
    "Gwet's AC1",
    "Agreement on each item",
  ),
  "figure-4": reports.completenessChart(
    profiles.b.items.map(({ item, ...counts }) => ({ label: item, ...counts })),
    "What coding b holds",
  ),
};
const figures = {};
for (const [name, chart] of Object.entries(charts)) {
  const svg = await chartToSvg(chart);
  writeFileSync(`${here}out/${name}.svg`, svg);
  writeFileSync(`${here}out/${name}.png`, await svgToPng(svg));
  writeFileSync(`${here}out/${name}.json`, `${JSON.stringify(chart, null, 2)}\n`);
  figures[name] = {
    kind: "figure",
    caption: `${name.replace("figure-", "Figure ")}. ${chart.title.text}`,
    says: chart.description,
    svg,
    file: `${name}.svg`,
  };
}

// 4. The page.

const cell = (found) =>
  `${reports.apaNumber(found.estimate, { atMostOne: true })}, 95% interval ${reports.apaInterval(found.interval, { atMostOne: true })}`;
const { percent, cohen, gwet } = outcome.agreement.overall;
const same = results.a.filter((each, at) => labelOf(each.outcome) === labelOf(results.b[at].outcome)).length;
const fiction = accounts.filter(({ fictional }) => fictional === "yes").length;
const stated = accounts.filter(({ type_in_source }) => type_in_source !== "").length;

const page = {
  title: "Two codings of 24 published cases: a worked example",
  lang: "en",
  blocks: [
    noticeBlock(
      "This page shows how a study is made with this package. It is not evidence about the form, the types or any person. The cases were picked for variety, many are famous and violent, and some accounts hold violence. Coding a was made by one reader who knew the compiler's reading of each case. Coding b was made by an automated reader (a language model), on an earlier version of the form, and mapped: items that it lacked are not sure. So where a and b agree or differ says nothing of how trained people would.",
    ),
    heading(2, "Question"),
    paragraph(
      "How far do two codings of the same short accounts give the same outcome and the same answers, and which answers make outcomes differ? No hypothesis was stated beforehand, and nothing was registered.",
    ),
    heading(2, "Methods"),
    ...facts([
      [
        "Material",
        `${cases.length} accounts from court reports, press, journals and fiction (${fiction} of them fiction), each a paragraph. No sampling frame: they are neither random nor consecutive.`,
      ],
      [
        "Coders",
        "Two, as described above. Neither interviewed anyone. They did not confer, but were not independent in what they knew: a had seen a reading of each case, b had not.",
      ],
      [
        "Form",
        `${form.title} (${form.id}, version ${form.version}, SHA-256 ${contentHash(form).slice(0, 16)}…), ${Object.keys(form.items).length} items.`,
      ],
      [
        "Outcome",
        `The five-type rules (${fiveTypes.id}, version ${fiveTypes.version}): one type alone, one type leading, mixed, none of them, too little known, or out of scope. The rules have not been validated.`,
      ],
      [
        "Not known",
        "Not sure, refused and blank are open. They are no ratings in a coefficient, and never count as no. An item that another answer closes does not apply. Nothing was imputed.",
      ],
      [
        "Agreement",
        "Share of pairs that agree, Cohen's kappa, Scott's pi, Gwet's AC1 or AC2 and Krippendorff's alpha, on cases that both rated. All are shown and none is singled out, since which one to report was not fixed beforehand. No coefficient is weighted.",
      ],
      [
        "Intervals",
        `Analytic, 95%. For Cohen's kappa of the outcome also by ${bootstrap.draws} bootstrap draws of cases (percentile, seed ${seed}), since the analytic one is for large samples.`,
      ],
      [
        "Shares",
        "Wilson intervals for one share, Goodman's for all at once, and for each outcome the least and the most it can be once open answers arrive.",
      ],
      [
        "Many comparisons",
        "No adjustment was made, and no p value is used to decide anything. Intervals of single items are descriptive.",
      ],
      [
        "Software",
        `stalker-typology ${libraryVersion}. The coefficients are held to R and Python packages by its tests.`,
      ],
    ]),
    heading(2, "Results"),
    heading(3, "The cases and what was coded"),
    ...reports.tableOneTable(tableOne, {
      fictional: "Fiction",
      type_in_source: "Type that the source itself states",
      difficulty: "Difficulty, as the compiler saw it",
      year: "Year of the source",
    }),
    paragraph(
      `All ${cases.length} cases were coded twice; no case was left out. Coding a holds an answer in ${known("a")} of the ${apply("a")} cells that apply, coding b in ${known("b")} of ${apply("b")}. ${neverKnownToB.length} items are never answered in coding b, since its version of the form did not have them: ${neverKnownToB.join(", ")}.`,
    ),
    figures["figure-4"],
    heading(3, "Outcomes"),
    paragraph(
      `An outcome is settled, so that no open answer can change it, in ${settled("a")} cases by coding a and ${settled("b")} by coding b. Types that lead are counted with those that stand alone.`,
    ),
    ...raters.flatMap((rater) => [
      heading(4, `Coding ${rater}`),
      ...reports.distributionTable(countsOf(rater), boundsOf(rater)),
    ]),
    figures["figure-1"],
    paragraph(
      "The published samples are drawn to show how such a figure is printed, with what each sample is. These cases were picked, so no test against a sample is made.",
    ),
    ...list(
      referenceSamples
        .filter(({ shares }) => Object.keys(shares).length > 0)
        .map((sample) => cohort.compareWithSample(countsOf("a"), sample, { seed }).line),
    ),
    heading(3, "Agreement on the outcome"),
    paragraph(
      `${same} of ${cases.length} cases have the same type or other outcome. With single and leading kept apart, agreement is ${cell(percent)}; Cohen's kappa ${cell(cohen)} (bootstrap ${reports.apaInterval(bootstrap.interval, { atMostOne: true })}); Gwet's AC1 ${cell(gwet)}. With ${cases.length} cases the intervals are wide: they fit both poor and good agreement.`,
    ),
    figures["figure-2"],
    ...reports.agreementTables(outcome.agreement, "the outcome", ["a", "b"]),
    heading(3, "Which answers make outcomes differ"),
    ...reports.disagreementTable(effect),
    heading(3, "Where each type stands"),
    ...reports.itemAgreementTable(kindOf("type")),
    heading(3, "The axes and the items"),
    ...reports.itemAgreementTable(kindOf("axis")),
    ...reports.itemAgreementTable(kindOf("item")),
    figures["figure-3"],
    heading(3, "Sensitivity"),
    paragraph(
      `Left open in both codings, the ${neverKnownToB.length} items that b was never asked give Cohen's kappa ${cell(sensitivity.agreement.overall.cohen)} for the outcome, in place of ${cell(cohen)}. Part of what differs is thus what was asked, and not what was read.`,
    ),
    heading(2, "What was not done, and why"),
    ...list([
      `Accuracy against a reading. ${stated} sources state a type; the other readings were made by whoever compiled the list. Neither is a criterion.`,
      "Internal consistency. The form's items are answers to different questions, not repeated measures of one.",
      "Change. Every case was coded once.",
      "A test against published samples. A picked set has no chance error to test.",
    ]),
    heading(2, "Limits"),
    ...list([
      `${cases.length} cases, and few of each outcome: a category used once or never has a coefficient of zero or none, whatever the coders do.`,
      "The accounts are short, so much is open, and agreement on what is stated in a paragraph is easier than on a file or an interview.",
      "The coders knew different things and used different versions. Agreement here is neither reliability between raters nor validity.",
      "Famous and violent cases are over-represented by choice.",
      "The analysis was written after the codings were known.",
    ]),
    heading(2, "To make this page again"),
    paragraph(
      "node examples/study/run.mjs: from examples/published-cases/coded-by-a.csv and coded-by-b.csv. Every number above is worked out then; none is typed in.",
    ),
  ],
};

const written = {
  "study.md": reports.toMarkdown(page),
  "study.html": reports.toHtml(page),
  "study.tex": reports.toLatex({
    ...page,
    blocks: page.blocks.map((block) =>
      block.kind === "figure" ? { ...block, file: block.file.replace(".svg", ".png") } : block,
    ),
  }),
  "tables.csv": page.blocks
    .filter(({ kind }) => kind === "table")
    .map(({ caption, head, rows }) => reports.toCsv([[caption], head, ...rows]))
    .join("\n"),
};
for (const [name, text] of Object.entries(written)) writeFileSync(`${here}out/${name}`, text);

console.log(
  `Two codings of ${cases.length} published cases. They were picked for variety: nothing here is evidence about the form.`,
);
console.log(`same outcome: ${same} of ${cases.length}`);
console.log(`Cohen's kappa of the outcome: ${cell(cohen)}`);
console.log(
  `written to examples/study/out: ${[...Object.keys(written), ...Object.keys(charts).map((name) => `${name}.svg`)].join(", ")}`,
);

async function rowsOf(file) {
  const records = [];
  const { rows } = await readRows(files + file);
  for await (const row of rows) records.push(row.record());
  return records;
}

function valuesIn(column) {
  return [...new Set(accounts.map((row) => row[column]))].filter((value) => value !== "").sort();
}

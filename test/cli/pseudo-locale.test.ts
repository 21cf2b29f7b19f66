import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commonOptions } from "../../src/cli/command.ts";
import { exportFormats } from "../../src/cli/export-formats.ts";
import { importFormats } from "../../src/cli/import-formats.ts";
import { allContent } from "../../src/cli/registry.ts";
import { bibliography } from "../../src/content/bibliography.ts";
import { fiveTypes, fiveTypesAxes } from "../../src/content/typologies/index.ts";
import { issueCodes } from "../../src/issues/index.ts";
import { asWords } from "../../src/reports/index.ts";
import { states } from "../../src/rules/index.ts";
import { dialects } from "../../src/sql/index.ts";
import { appended, everyKind, key } from "../record/records.ts";
import { run } from "../support/command.ts";
import { commands, english } from "../support/commands.ts";
import { inPseudo, latinWordsIn, namesIn, pseudo, pseudoWords } from "../support/pseudo-locale.ts";

const a = resolve("examples/published-cases/coded-by-a.csv");
const b = resolve("examples/published-cases/coded-by-b.csv");
const record = resolve("examples/published-cases/case-record.json");
const scores = resolve("examples/made-up/made-up-scores.csv");
const impact = resolve("examples/made-up/made-up-impact.csv");
const folder = mkdtempSync(join(tmpdir(), "pseudo-"));
const own = (name: string) => join(folder, name);

const example = readFileSync(record, "utf8");
const whole = JSON.stringify(appended(everyKind));
const chained = JSON.stringify(appended(everyKind, { key }));
const advisory = {
  ...{
    id: "ADV-1",
    published: "2026-02-01",
    versions: { from: "0.1.0" },
    effect: "A made-up fault.",
    effectIn: { xx: pseudo("A made-up fault.") },
  },
  ...{ about: { kind: "typology", id: "five-types" }, rules: ["predatory"], action: "run_again" },
};

/** Records and advisories that are wrong, each in ways of its own. */
const brokenRecords: readonly string[] = [
  "[]",
  "{}",
  ...Object.entries({
    ...{ personOfConcern: "Jo Bloggs", target: "p-014", by: "Jo Bloggs", at: "yesterday", createdAsOf: "yesterday" },
    ...{ from: "yesterday", to: "x", kind: 7, entries: {}, episodes: null, id: "", secondPerson: "rater-3" },
  }).map(([key, value]) => JSON.stringify(JSON.parse(whole, (own, each) => (own === key ? value : each)))),
  JSON.stringify({ ...JSON.parse(whole), other: 1 }),
  JSON.stringify(JSON.parse(chained, (own, each) => (own === "previousDigest" ? undefined : each))),
];
const brokenAdvisories: readonly string[] = [
  { id: 7 },
  { id: "" },
  { published: "yesterday" },
  { versions: {} },
  { versions: [] },
  { about: {} },
  { rules: "all" },
  { action: "wait" },
  { effectIn: { xx: "" } },
  { other: 1 },
].map((change) => JSON.stringify([{ ...advisory, ...change }]));

/** Files that are wrong in many ways, and some that are right. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  "bad.csv": 'case_id,adlut,adult,first_aim\nc1,yes,Yes,get_back\nc2,x,,nowhere\nc3,"yes\n',
  "guarded.csv": "case_id,adult,remark\nc1,yes,=1+1\n",
  "few.csv": readFileSync(a, "utf8").split("\n").slice(0, 10).join("\n"),
  "twice.csv": "case_id,adult\nc1,yes\nc1,no\n",
  "numbers.csv": "case_id,age,adult\nc1,3,yes\nc2,4,no\nc3,,\n",
  "bad-scores.csv": "case_id,rating,came_back\nc1,x,yes\nc2,1,maybe\n",
  "referrals.csv":
    "case_id,agency,referred_on,decision,offered,outcome,type\nc1,police,2026-01-02,accepted,monitoring,single,rejected\nc2,police,2026-02-02,,,mixed,\n",
  "bad-referrals.csv": "case_id,referred_on,offered,outcome,type\n,2026-13-02,nonsense,single,rejectd\n",
  "map.json": JSON.stringify({ columns: { adlut: "x" }, codes: { adult: { J: "Yes" } }, others: 1 }),
  "not.json": "{",
  "answers.json": JSON.stringify({ adult: "yes", first_aim: "get_back" }),
  "empty.csv": "",
  "exists.csv": "x",
  "columns.json": JSON.stringify({ columns: {}, codes: { adult: { J: "yes" } } }),
  "closed.csv": "case_id,adult,prior_relationshp,mutual_bond\nc1,yes,stranger,yes\n",
  "closes.csv": "case_id,prior_relationship,mutual_bond\nc1,stranger,yes\n",
  "edited.json": example.replace('"settled": false', '"settled": true'),
  "older.json": example.replaceAll('"version": "0.', '"version": "9.'),
  "chained.json": chained,
  "broken.json": chained.replace("desk-1", "desk-2"),
  "advisories.json": JSON.stringify([
    advisory,
    { ...advisory, id: "ADV-2", rules: [], action: "review_by_a_person" },
    { ...advisory, id: "ADV-3", action: "do_not_use" },
  ]),
  ...Object.fromEntries(brokenRecords.map((text, at) => [`record-${at}.json`, text])),
  ...Object.fromEntries(brokenAdvisories.map((text, at) => [`advisories-${at}.json`, text])),
  "long.csv": `case_id,adult,first_aim\n${["a", "7", "a 7", "?", "x".repeat(201)].map((cell) => `c,${cell},yes`).join("\n")}\n`,
  "key.bin": "k".repeat(40),
  "own-key.bin": key,
  "short.bin": "k",
  "words.json": JSON.stringify(pseudoWords(english)),
};

beforeAll(() => {
  for (const [name, content] of Object.entries(files)) writeFileSync(own(name), content);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every word of the English catalogues. */
const catalogued: ReadonlySet<string> = new Set(
  [english.commands, english.phrases, english.issues].flatMap(({ texts }) =>
    Object.values(texts).flatMap((text) => text.replace(/\{\w+\}/g, "").match(/[A-Za-z][\w-]*/g) ?? []),
  ),
);
/** What content calls things. A word of the catalogues is none of these: it has to be among the names below. */
const namesOfContent = [
  ...namesIn(...allContent.map((content) => inPseudo(content)), fiveTypesAxes, Object.keys(bibliography.sources)),
].filter((name) => !catalogued.has(name));
/** Names that stay in every language. */
const namesOfProgram = [
  ...commands.flatMap(({ name, arguments: taken }) => [name, ...taken.flatMap((each) => each.name.split("|"))]),
  ...commands.flatMap(({ options }) => Object.values(options).flatMap(({ value = "" }) => value.split(","))),
  ...Object.values(commonOptions).flatMap(({ value = "" }) => value),
  ...[...issueCodes, ...issueCodes.map((code) => code.toUpperCase())],
  ...[...Object.keys(exportFormats), ...Object.keys(importFormats), ...Object.keys(dialects)],
  ...[...allContent.map(({ id }) => id), ...Object.keys(fiveTypes.types), ...states, "single", "leading"],
  ...listed("mixed undetermined insufficient out_of_scope not_classified yes no other never adult"),
  ...listed("csv tsv ndjson jsonl parquet gz md html latex atrs atrs-html wordings svg png json xlsx table"),
  ...listed("professional target researcher rater month quarter year scattered from_the_end equal recolo"),
  ...listed("assessment treatment management consultation signposting monitoring Q1 columns codes all window from"),
  ...listed(
    "previousDigest run_again review_by_a_person do_not_use commands phrases issues key schemaVersion createdAsOf episodes entries id",
  ),
  ...listed("evidence_not_carried state_not_carried pause_not_carried level_not_carried rule_not_expressible"),
  ...listed("contradictions_not_carried both_wordings_not_carried stalker-typology https rejects manifest"),
];
function listed(text: string): readonly string[] {
  return text.split(" ");
}
const names: ReadonlySet<string> = new Set([...namesOfContent, ...namesOfProgram]);
/** Codes that are words, and that some commands print. */
const plainCodes: Readonly<Record<string, string>> = {
  show: "definition costs life often similar once less more same stopped none earlier present absent",
  ask: "costs life often similar once less more same none earlier present absent",
  codebook: "once less more same none earlier often levels guidance life costs",
  card: "life costs",
  accuracy: "outcome",
  export: "items levels guidance life row calculation section_danger section_features",
  agree: "aim relationship outcome",
};
/** Ids as they are printed for people, and what stands in the bibliography. The longest first. */
const phrasesOfNames = [
  ...[...names].filter((name) => name.includes("_")).map(asWords),
  ...Object.values(bibliography.sources).flatMap((source) =>
    Object.values(source).filter((each) => typeof each === "string"),
  ),
].toSorted((one, other) => other.length - one.length);

/** What an exported form says to the person who fills it in, and to the one who builds it. */
const shownKeys: ReadonlySet<string> = new Set([
  ...["title", "text", "display", "description", "summary", "purpose", "preferredReportName", "valueString"],
  ...["Field Label", "Field Note", "Section Header", "Field Annotation", "Choices, Calculations, OR Slider Labels"],
]);
function shownIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null || ("Field Type" in value && value["Field Type"] === "calc"))
    return [];
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === "string" && shownKeys.has(key) ? [each] : shownIn(each),
  );
}

/** Words that are no name of the library, of the command line or of its files. */
function strayIn(text: string, ofCaller: ReadonlySet<string>): readonly string[] {
  const plain = text
    .replaceAll("\\", "")
    .replace(/--[a-z0-9-]+/g, "")
    .replace(/\b[0-9a-f]{64}\b/g, "");
  const rest = phrasesOfNames.reduce((left, phrase) => left.replaceAll(phrase, ""), plain);
  return [...new Set(latinWordsIn(rest, names).filter((word) => !ofCaller.has(word)))];
}

/** The words that the caller's own arguments and files hold, and the codes that the command prints. */
const wordsOfCaller = (args: readonly string[]): ReadonlySet<string> =>
  new Set(
    [...args, plainCodes[args[0] ?? ""] ?? ""]
      .flatMap((arg) => [arg, ...(/\.(csv|json|bin)$/.test(arg) ? [contentOf(arg)] : [])])
      .flatMap((text) => text.match(/[A-Za-z][\w-]*/g) ?? [])
      .flatMap((word) => [word, word.toLowerCase(), ...word.split("_")]),
  );
function contentOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Types and other outcomes by their ids, which tables and charts for people never show. */
const outcomeIds = new RegExp(
  `\\b(${[...Object.keys(fiveTypes.types), "mixed", "undetermined", "insufficient", "out_of_scope"]
    .concat("single", "leading", "not_classified", "not_recorded")
    .map((id) => id.replaceAll("_", "[_ ]"))
    .join("|")})\\b`,
);

const inWords = (args: readonly string[], stdin = "") => run([...args, "--words", own("words.json")], stdin);
const day = ["--as-of", "2026-03-01"];

describe("in the pseudo-locale, help", () => {
  it.each([[["--help"]], ...commands.map(({ name }) => [[name, "--help"]])])(
    "of %j has no other word",
    async (args) => {
      const { stdout } = await inWords(args);
      const lines = stdout.split("\n").filter((line) => !line.includes("stalker-typology "));
      expect(strayIn(lines.join("\n"), new Set())).toEqual([]);
      expect(stdout).toContain(pseudo(args.length > 1 ? "print this help" : "It advises and never decides."));
    },
  );
});

describe("in the pseudo-locale, what is printed has no word from outside the catalogues", () => {
  const lines: readonly (readonly [args: readonly string[], stdin?: string])[] = [
    [["list"]],
    [["classify", a, "--out", own("scored.csv")]],
    [["classify", a, "--dry-run"]],
    [["classify", own("bad.csv"), "--out", own("from-bad.csv")]],
    [["classify", own("guarded.csv"), "--out", own("from-guarded.csv")]],
    [["classify", own("long.csv")]],
    [["classify", own("closed.csv"), "--out", own("from-closed.csv")]],
    [["summary", a]],
    [["summary", own("bad.csv")]],
    [["profile", a]],
    [["profile", own("bad.csv")]],
    [["profile", own("closes.csv")]],
    [["table1", own("numbers.csv"), "--vars", "age,adult"]],
    [["report", record, ...day]],
    [["report", record, ...day, "--audience", "target", "--definitions", "all"]],
    [["report", record, ...day, "--definitions", "all"]],
    [["report", own("edited.json"), ...day]],
    [["report", record, ...day, "--audience", "researcher"]],
    [["explain", a, "--row", "3"]],
    ...["1", "2", "9", "17", "24"].map((row) => [["explain", a, "--row", row]] as const),
    [["explain", own("answers.json")]],
    [["ask", ...day], "yes\nfoo\n\nb\nq\n"],
    [["ask", "ssb-imminent", ...day], `foo\n${"yes\n".repeat(12)}q\n`],
    [["ask", "ssb-conduct", ...day], `yes\n1\n2\n3\n2025-01-01\n5\n${"no\n".repeat(30)}`],
    [["ask", "ssb-risk", ...day], "yes\n".repeat(60)],
    [["ask", "--rater"], "no\n"],
    [["verify", record]],
    [["verify", record, "--key", own("key.bin")]],
    [["verify", own("edited.json")]],
    [["verify", own("older.json")]],
    [["verify", own("chained.json"), "--key", own("own-key.bin")]],
    [["verify", own("broken.json"), "--key", own("own-key.bin"), "--kept", "0".repeat(64)]],
    [["affected", record]],
    [["affected", record, "--advisories", own("advisories.json")]],
    [["sql", "ssb-quick"]],
    [
      [
        "import",
        own("bad.csv"),
        "--instrument",
        "ssb-type",
        "--format",
        "redcap",
        "--id",
        "case_id",
        "--out",
        own("i.csv"),
      ],
    ],
    ...["rejected", "intimacy_seeker", "ssb-impact", "ssb-monitor", "mullen1999", "recolo2019"].map(
      (id) => [["show", id]] as const,
    ),
    ...["ssb-quick", "ssb-impact"].flatMap((id) => [
      [["card", id]] as const,
      [["card", id, "--format", "atrs"]] as const,
      [["codebook", id]] as const,
    ]),
    [["explain", "COUNTS_DIFFER"]],
    ...Object.keys(exportFormats).map(
      (format) => [["export", "ssb-imminent", "--format", format, "--out", own(format)]] as const,
    ),
    ...["surveyjs", "xlsform"].map(
      (format) => [["export", "ssb-impact", "--format", format, "--out", own("f")]] as const,
    ),
    [["export", "ssb-imminent", "--format", "xlsform", "--against", own("xlsform")]],
    [["export", "ssb-quick", "--format", "xlsform", "--against", own("xlsform")]],
  ];
  it.each(lines.map(([args, stdin]) => ({ args, stdin })))("$args", async ({ args, stdin }) => {
    const { stdout, stderr } = await inWords(args, stdin);
    expect(`${stdout}${stderr}`).toMatch(/[Ａ-Ｚａ-ｚ]/);
    const isForPrograms = args.includes("--dry-run") || (args[0] === "classify" && !args.includes("--out"));
    const readable = isForPrograms ? stderr : `${stdout}\n${stderr}`;
    expect(strayIn(readable, wordsOfCaller(args))).toEqual([]);
  });

  it.each(["surveyjs", "fhir", "fhir-definitions", "json-schema", "result-schema", "openapi", "redcap"])(
    "a form exported to %s says nothing else",
    async (format) => {
      for (const form of ["ssb-conduct", "ssb-monitor", "ssb-impact"]) {
        const { stdout } = await inWords(["export", form, "--format", format, "--json"]);
        const shown = shownIn(JSON.parse(stdout).document).map((text) => text.replace(/@[A-Z]+|(^|\| )\w+, /g, ""));
        expect(shown.length).toBeGreaterThan(format === "result-schema" ? 1 : 20);
        expect(shown.filter((text) => strayIn(text, new Set()).length > 0)).toEqual([]);
      }
    },
  );

  it("a form exported to xlsform or as a table of its items says nothing else", async () => {
    for (const form of ["ssb-conduct", "ssb-monitor", "ssb-impact"]) {
      const { document } = JSON.parse((await inWords(["export", form, "--format", "xlsform", "--json"])).stdout);
      const sheets: readonly { readonly rows: readonly (readonly string[])[] }[] = document.sheets;
      const languages = sheets.flatMap(({ rows: [header = [], ...rows] }) =>
        header.flatMap((column, at) =>
          column.includes("::") || ["default_language", "form_title"].includes(column)
            ? [column.split("::")[1] ?? "", ...rows.map((row) => row[at] ?? "")]
            : [],
        ),
      );
      expect(languages.length).toBeGreaterThan(100);
      expect(languages.filter((text) => latinWordsIn(text, new Set()).length > 0)).toEqual([]);
      const table = JSON.parse((await inWords(["export", form, "--format", "codebook-csv", "--json"])).stdout);
      const rows: readonly (readonly string[])[] = table.document.slice(1);
      const codes = new Set(rows.flatMap((row) => [0, 2, 5, 13, 14].flatMap((at) => (row[at] ?? "").split(/[ .]/))));
      expect(strayIn(rows.map((row) => [row[3], ...row.slice(6, 16)].join(" ")).join("\n"), codes)).toEqual([]);
    }
  });

  it.each(["--schema", "--result-schema"])("template %s says nothing else", async (option) => {
    const shown = shownIn(JSON.parse((await inWords(["template", "ssb-quick", option])).stdout));
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.filter((text) => strayIn(text, new Set()).length > 0)).toEqual([]);
  });

  it("an export with labels is read back in the same words, and in no others", async () => {
    const header = `${pseudo("Record ID")},adult,mutual_bond,${pseudo("Relationship and motive form: id of the form")}`;
    writeFileSync(own("labels.csv"), `${header}\nc1,${pseudo("Yes")},${pseudo("I am not sure")},ssb-type\n`);
    const args = ["import", own("labels.csv"), "--instrument", "ssb-type", "--format", "redcap-labels", "--json"];
    const { cases } = JSON.parse((await inWords(args)).stdout);
    expect(cases).toEqual([{ case_id: "c1", answers: { adult: "yes", mutual_bond: "not_sure" } }]);
    expect((await run(args)).code).toBe(4);
  });

  const studies: readonly (readonly string[])[] = [
    ["caseload", record, ...day],
    ["caseload", record, ...day, "--own"],
    ["caseload", own("referrals.csv"), ...day, "--own"],
    ["agree", a, b],
    ["agree", a, own("few.csv"), "--unequal"],
    ["compare", a],
    ["compare", a, b],
    ["accuracy", a, b],
    ["change", a, b],
    ["roc", scores, "--score", "forecast", "--criterion", "came_back", "--other", "rating", "--calibration"],
    ["consistency", impact, "--instrument", "ssb-impact"],
    ["consistency", scores, "--items", "rating,second_rating"],
    ["table1", a, "--vars", "prior_relationship,first_aim", "--by", "outcome"],
    ["table1", a, "--vars", "prior_relationship", "--by", "first_aim"],
  ];
  it.each(studies.map((args) => [args]))("%j", async (args) => {
    const { stdout } = await inWords(args);
    expect(strayIn(stdout, wordsOfCaller(args))).toEqual([]);
    expect(stdout).not.toMatch(outcomeIds);
  });

  const drawn: readonly (readonly string[])[] = [
    ["summary", a],
    ["agree", a, b],
    ["change", a, b],
    ["profile", a],
    ["roc", scores, "--score", "rating", "--criterion", "came_back"],
    ["roc", scores, "--score", "forecast", "--criterion", "came_back", "--calibration"],
  ];
  it.each(drawn.map((args) => [args]))("on the chart of %j", async (args) => {
    await inWords([...args, "--chart", own("chart.json"), "--overwrite"]);
    const shown: string[] = [];
    JSON.parse(contentOf(own("chart.json")), (key, value) => {
      if (["description", "title", "text", "state", "shown"].includes(key) && typeof value === "string")
        shown.push(value);
      if (key === "subtitle") shown.push(...value);
      return value;
    });
    expect(shown.length).toBeGreaterThan(3);
    expect(
      strayIn(shown.filter((text) => text !== "count" && text !== "shown").join("\n"), wordsOfCaller(args)),
    ).toEqual([]);
    expect(shown.join("\n")).not.toMatch(outcomeIds);
  });
});

describe("in the pseudo-locale, an error has no word from outside the catalogues", () => {
  const wrong: readonly (readonly string[])[] = [
    ["lst"],
    ...commands
      .filter(({ arguments: [first] }) => first !== undefined && first.optional !== true)
      .map(({ name }) => [name]),
    ["classify", a, "--otu", "x"],
    ["classify", a, "--quiet=1"],
    ["classify", a, "--map"],
    ["classify", a, b],
    ["classify", "no-such-file.csv"],
    ["classify", "x.xlsx"],
    ["classify", own("empty.csv")],
    ["classify", a, "--out", own("exists.csv")],
    ["classify", a, "--out", a, "--overwrite"],
    ["classify", a, "--map", own("map.json")],
    ["classify", a, "--map", "no-map.json"],
    ["classify", folder, "--format", "csv"],
    ["classify", a, "--format", "csv.gz"],
    ["classify", a, "--format", "parquet"],
    ["classify", a, "--out", folder, "--overwrite"],
    ["classify", a, "--engine", "duckdb", "--map", own("columns.json"), "--out", own("e.csv")],
    ["classify", a, "--workers", "x"],
    ["classify", a, "--max-rejects", "few"],
    ["classify", a, "--engine", "x"],
    ["classify", a, "--engine", "duckdb"],
    ["classify", a, "--engine", "duckdb", "--resume", "--out", own("e.csv")],
    ["classify", a, "--engine", "duckdb", "--respondent", "x"],
    ["score", a, "--instrument", "ssb-tpye"],
    ["score", a, "--instrument", "ssb-type", "--respondent", "x"],
    ["score", a, "--instrument", "ssb-type", "--definitions", "x"],
    ["score", a, "--instrument", "ssb-quick", "--definitions", "all"],
    ["score", a, "--instrument", "ssb-type", ...day, "--from", "2027-01-01"],
    ["summary", a, "--chart", own("x.gif")],
    ["profile", a, "--format", "x"],
    ["agree", a],
    ["agree", a, own("few.csv")],
    ["agree", own("twice.csv"), own("twice.csv")],
    ["compare", a, "--sample", "x"],
    ["compare", a, "--seed", "x"],
    ["accuracy", a],
    ["accuracy", own("few.csv"), b],
    ["roc", scores, "--score", "rating"],
    ["roc", own("bad-scores.csv"), "--score", "rating", "--criterion", "came_back"],
    ["roc", scores, "--score", "rating", "--criterion", "came_back", "--absent", "yes"],
    ["roc", scores, "--score", "forecast", "--criterion", "came_back", "--calibration", "--bins", "x"],
    ["roc", scores, "--score", "forecast", "--criterion", "came_back", "--confidence", "2"],
    ["consistency", impact, "--instrument", "ssb-type"],
    ["consistency", impact, "--instrument", "ssb-impact", "--min-answered", "1"],
    ["consistency", scores, "--items", "rating,rating"],
    ["consistency", scores, "--items", "rating,forecast", "--min-answered", "x"],
    ["change", a, b, "--score", "adult", "--reliability", "7"],
    ["table1", own("numbers.csv"), "--vars", "nothing"],
    ["caseload", own("bad-referrals.csv"), ...day],
    ["caseload", record, "--as-of", "x"],
    ["caseload", record, "--by", "x"],
    ["caseload", record, "--under", "x"],
    ["report", record],
    ["report", record, ...day, "--audience", "x"],
    ["report", record, ...day, "--format", "x"],
    ["report", own("not.json"), ...day],
    ["report", own("answers.json"), ...day],
    ["explain", a, "--row", "99"],
    ["explain", a, "--row", "x"],
    ["explain", "UNKNOWN_OPTON"],
    ["explain", own("referrals.csv")],
    ["show", "nothing"],
    ["card", "ssb-quick", "--format", "x"],
    ["codebook", "ssb-type", "--format", "x"],
    ["export", "ssb-type", "--format", "x"],
    ["export", "ssb-type", "--format", "redcap", "--against", "x.xlsx"],
    ["export", "ssb-type", "--format", "xlsform", "--against", own("exists.csv")],
    ["export", "ssb-type", "--format", "redcap", "--respondent", "x"],
    ["import", a, "--instrument", "ssb-type"],
    ["import", "x.json", "--instrument", "ssb-type", "--format", "redcap"],
    ["sql", "ssb-type"],
    ["sql", "ssb-type", "--table", "x", "--dialect", "duckdb", "--map", own("map.json")],
    ["sql", "ssb-type", "--table", "x", "--dialect", "duckdb", "--map", own("columns.json")],
    ["sql", "ssb-type", "--table", "x", "--dialect", "duckdb", "--columns", "adult,faults"],
    ["sql", "ssb-type", "--table", "x", ...day],
    ["simulate", "--n", "x"],
    ["simulate", "--mix", "x"],
    ["simulate", "--pattern", "x"],
    ["verify", record, "--kept", "x"],
    ...brokenRecords.map((_, at) => ["verify", own(`record-${at}.json`)]),
    ...brokenAdvisories.map((_, at) => ["affected", record, "--advisories", own(`advisories-${at}.json`)]),
    ["verify", record, "--key", own("short.bin")],
    ["verify", record, "--key", "no-key.bin"],
    ["words", "x"],
  ];
  it.each(wrong.map((args) => [args]))("%j", async (args) => {
    const { code, stderr } = await inWords(args);
    expect(code).toBeGreaterThan(1);
    expect(stderr).toContain(pseudo("error"));
    expect(strayIn(stderr, wordsOfCaller(args))).toEqual([]);
  });
});

describe("the search for stray words", () => {
  it("finds a word that came out of no catalogue, and leaves names alone", () => {
    expect(strayIn("Ａ perhaps ssb-type --out first_aim first aim UNKNOWN_OPTION", new Set())).toEqual(["perhaps"]);
    for (const word of [
      "rows",
      "Rows",
      "read",
      "error",
      "cases",
      "share",
      "expected",
      "Written",
      "the",
      "none",
      "not",
    ]) {
      expect(names).not.toContain(word);
    }
  });
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { writeRows } from "../../src/tables/index.ts";
import { inFolder, run } from "../support/command.ts";
import { faultsOfPage } from "../support/html.ts";

const a = "examples/published-cases/coded-by-a.csv";
const b = "examples/published-cases/coded-by-b.csv";
const scores = "examples/made-up/made-up-scores.csv";
const impact = "examples/made-up/made-up-impact.csv";
const record = "examples/published-cases/case-record.json";
const both: readonly (readonly string[])[] = [
  ["agree", a, b],
  ["compare", a, b],
  ["compare", a],
  ["accuracy", a, b],
  ["change", a, b],
  ["roc", scores, "--score", "forecast", "--criterion", "came_back", "--other", "rating", "--calibration"],
  ["consistency", impact, "--instrument", "ssb-impact"],
  ["consistency", scores, "--items", "rating,second_rating", "--confidence", "0.9"],
  ["profile", a],
  ["table1", a, "--vars", "prior_relationship", "--by", "outcome"],
  ["caseload", record, "--as-of", "2026-03-01", "--own"],
  ["caseload", record, "--as-of", "2026-03-01"],
];

/** Runs a command on one small file. */
const on = (text: string, words: readonly string[], name = "in.csv") =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, name), text);
    return run([words[0] ?? "", join(folder, name), ...words.slice(1)]);
  });

describe("a command of studies and caseloads", () => {
  it.each(both.map((words) => [words.join(" "), words] as const))(
    "%s prints a page, JSON, CSV and LaTeX",
    async (_, words) => {
      const [page, json, csv, latex, html] = await Promise.all(
        [[], ["--json"], ["--format", "csv"], ["--format", "latex"], ["--format", "html"]].map((more) =>
          run([...words, ...more]),
        ),
      );
      expect([page?.code, json?.code, csv?.code, latex?.code, html?.code]).toEqual([0, 0, 0, 0, 0]);
      expect(() => JSON.parse(json?.stdout ?? "")).not.toThrow();
      expect(faultsOfPage(html?.stdout ?? "")).toEqual([]);
      expect(latex?.stdout).toContain("\\begin{tabular}");
      for (const text of [page?.stdout, csv?.stdout, latex?.stdout, html?.stdout])
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
    },
  );

  it.each([
    ["table1"],
    ["consistency", "--instrument", "ssb-impact"],
    ["agree", "--rater", "by", "--id", "id"],
    ["profile"],
    ["summary"],
    ["compare"],
  ])("%s refuses objects of which none has any item, as it refuses such a table", async (...words) => {
    const [csv, ndjson] = await Promise.all([
      on("id,by\na,x\na,y\n", words),
      on('{"id":"a","by":"x"}\n{"id":"a","by":"y"}\n', words, "in.ndjson"),
    ]);
    expect([csv.code, ndjson.code, ndjson.stdout]).toEqual([3, 3, ""]);
    expect(ndjson.stderr.replaceAll(".ndjson", ".csv").replace(/\S*in\.csv/, "")).toBe(
      csv.stderr.replace(/\S*in\.csv/, ""),
    );
  });

  it("profile names the items that no object has", async () => {
    const { stdout } = await on('{"adult":"yes"}\n{"lonely":"no"}\n', ["profile", "--json"], "in.ndjson");
    const { missing } = JSON.parse(stdout) as { missing: readonly string[] };
    expect([missing.includes("adult"), missing.includes("lonely"), missing.includes("wants_back")]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("reads the same from standard input, and the same bytes come out twice", async () => {
    const first = await run(["profile", "-"], readFileSync(a));
    expect(first.stdout).toBe((await run(["profile", a])).stdout);
  });
});

describe("agree", () => {
  it("takes two raters from one file by a column, as from two files", async () => {
    const [head = "", ...rowsA] = readFileSync(a, "utf8").trimEnd().split("\n");
    const [, ...rowsB] = readFileSync(b, "utf8").trimEnd().split("\n");
    const long = [
      `who,${head}`,
      ...rowsA.map((row) => `coded-by-a,${row}`),
      ...rowsB.map((row) => `coded-by-b,${row}`),
    ];
    const one = await on(`${long.join("\n")}\n`, ["agree", "--rater", "who", "--json"]);
    expect(one.stdout).toBe((await run(["agree", a, b, "--json"])).stdout);
  });

  it("names the rows of a case that stands twice and of a code that is none, and ends with 3", async () => {
    const text = "case_id,rater,adult\n1,x,yes\n1,x,no\n2,x,maybe\n";
    const { code, stderr } = await on(text, ["agree", "--rater", "rater"]);
    expect(code).toBe(3);
    expect(stderr).toContain("DUPLICATE_RATING  row 2 (line 3)");
    expect(stderr).toContain("positions 1, 2");
    expect(stderr).toContain("UNKNOWN_OPTION  row 3 (line 4)");
    expect(stderr).not.toContain("maybe");
  });

  it("refuses cases that not every rater coded, by rater and case, unless it is told to take them", async () => {
    const text = "case_id,rater,adult\n1,x,yes\n1,y,yes\n2,x,no\n";
    const refused = await on(text, ["agree", "--rater", "rater"]);
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain("UNEQUAL_SUBJECTS  y.2");
    const taken = await on(text, ["agree", "--rater", "rater", "--unequal", "--json"]);
    expect(taken.code).toBe(0);
    expect(JSON.parse(taken.stdout).variables[0]).toMatchObject({ subjects: 2, missing: 1 });
  });

  it("needs two files, or one and the column of raters", async () => {
    expect((await run(["agree", a])).code).toBe(2);
    expect((await run(["agree", a, b, "--rater", "x"])).code).toBe(2);
    expect((await run(["agree", a, b, "--id", "no_such"])).stderr).toContain("MISSING_COLUMN");
  });
});

describe("compare", () => {
  it("prints every sample with its line, and refuses an unknown one with the nearest", async () => {
    const { stdout } = await run(["compare", a]);
    expect(stdout).toContain("n not exactly known");
    expect(stdout).toContain("n = 145; forensic psychiatry clinic");
    const wrong = await run(["compare", a, "--sample", "mullen_1998"]);
    expect([wrong.code, wrong.stderr.includes("nearest   mullen_1999")]).toEqual([2, true]);
  });
});

describe("accuracy", () => {
  const head = "case_id,adult,prior_relationship,wants_back,reading\n";

  it("takes a criterion from a column, leaves out cases without one, and counts the undetermined apart", async () => {
    const text = `${head}1,yes,former_intimate,yes,rejected\n2,yes,former_intimate,yes,\n3,yes,stranger,,predatory\n`;
    const ran = await on(text, ["accuracy", "--criterion", "reading", "--json"]);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ cases: 2, withoutCriterion: 1, decided: 1, undetermined: 1 });
  });

  it("refuses a criterion that no finding can be, naming its rows and not its text", async () => {
    const text = `${head}1,yes,former_intimate,yes,rejected\n2,yes,former_intimate,yes,SECRET\n`;
    const { code, stderr } = await on(text, ["accuracy", "--criterion", "reading"]);
    expect(code).toBe(3);
    expect(stderr).toContain("MISSING_CLASS");
    expect(stderr).toContain("positions 2");
    expect(stderr).not.toContain("SECRET");
  });

  it("needs a criterion", async () => {
    expect((await run(["accuracy", a])).code).toBe(2);
  });
});

describe("roc", () => {
  const words = ["roc", "--score", "s", "--criterion", "y"];

  it("gives the area, its bounds and every point, and counts what is left out", async () => {
    const text = "s,y\n1,no\n3,no\n2,yes\n4,yes\n5,yes\n,yes\n9,\n9,not_sure\n";
    const found = JSON.parse((await on(text, [...words, "--json"])).stdout);
    expect(found.area).toMatchObject({ estimate: 5 / 6, undetermined: 1, bounds: [0.625, 0.875] });
    expect(found.withoutCriterion).toBe(2);
    expect(found.curve.points.map(({ threshold }: { threshold: number | null }) => threshold)).toEqual([
      null,
      5,
      4,
      3,
      2,
      1,
    ]);
    expect(found.calibration).toBeNull();
  });

  it("names each row whose score is no number and whose criterion is neither word, and shows no value", async () => {
    const text = "s,y\nSECRET,no\n3,SECRET\n2,yes\n";
    const { code, stderr } = await on(text, words);
    expect(code).toBe(3);
    expect(stderr).toContain("WRONG_TYPE  row 1 (line 2)");
    expect(stderr).toContain("UNKNOWN_OPTION  row 2 (line 3)");
    expect(stderr).not.toContain("SECRET");
  });

  it("takes the criterion's own words, and refuses forecasts that are none", async () => {
    const text = "s,y\n0.5,1\n0.25,0\n1.5,1\n";
    const own = [...words, "--present", "1", "--absent", "0"];
    expect((await on(text, own)).code).toBe(0);
    const { code, stderr } = await on(text, [...own, "--calibration"]);
    expect([code, stderr.includes("OUT_OF_RANGE")]).toEqual([3, true]);
    expect((await on(text, [...words, "--present", "1", "--absent", "1"])).code).toBe(2);
    expect((await on(text, [...own, "--confidence", "1"])).code).toBe(2);
  });

  it("says why there is no area where all cases are of one kind", async () => {
    const { code, stdout } = await on("s,y\n1,yes\n2,yes\n", words);
    expect([code, stdout.includes("all cases are of one class")]).toEqual([0, true]);
  });
});

describe("consistency", () => {
  it("takes columns of numbers with a share that has to be answered", async () => {
    const text = "a,b,c\n1,2,2\n3,3,4\n0,1,0\n2,2,3\n4,3,\n2,,\n";
    const words = ["consistency", "--items", "a,b,c", "--min-answered", "0.6", "--json"];
    const { scales } = JSON.parse((await on(text, words)).stdout);
    expect(scales[0].found).toMatchObject({ n: 5, prorated: 1, leftOut: 1 });
    expect(scales[0].found.alpha.estimate).toBeCloseTo(0.94, 2);
  });

  it("takes each mean that a form scores, and names the forms that have some if this one has none", async () => {
    const { scales } = JSON.parse((await run(["consistency", impact, "--instrument", "ssb-impact", "--json"])).stdout);
    expect(scales.map(({ name }: { name: string }) => name).slice(0, 3)).toEqual(["fear", "distress", "life"]);
    const { code, stderr } = await run(["consistency", impact, "--instrument", "ssb-quick"]);
    expect([code, stderr.includes("ssb-impact")]).toEqual([2, true]);
  });

  it("refuses a column that is not there, one that is named twice, and a cell that is no number, by its row", async () => {
    expect((await on("a,b\n1,2\n", ["consistency", "--items", "a,c"])).stderr).toContain("MISSING_COLUMN");
    expect((await on("a,b\n1,2\n", ["consistency", "--items", "a,a"])).code).toBe(2);
    const { code, stderr } = await on("a,b\n1,2\n1,x\n", ["consistency", "--items", "a,b"]);
    expect([code, stderr.includes("row 2 (line 3)")]).toEqual([3, true]);
  });
});

describe("a table of studies", () => {
  it("is read from Parquet and from compressed files as from CSV", async () => {
    await inFolder(async (folder) => {
      const [head = "", ...rows] = readFileSync(a, "utf8").trimEnd().split("\n");
      const [parquet, compressed] = [join(folder, "coded-by-a.parquet"), join(folder, "coded-by-a.csv.gz")];
      await writeRows(
        parquet,
        head.split(","),
        rows.map((row) => row.split(",")),
      );
      writeFileSync(compressed, gzipSync(readFileSync(a)));
      const wanted = (await run(["summary", a, "--json"])).stdout;
      for (const path of [parquet, compressed]) expect((await run(["summary", path, "--json"])).stdout).toBe(wanted);
      const compared = (await run(["agree", a, b, "--json"])).stdout;
      expect((await run(["agree", parquet, b, "--json"])).stdout).toBe(compared);
    });
  });
});

describe("change", () => {
  const at = (scores: readonly string[]) =>
    `case_id,adult,score\n${scores.map((score, row) => `${row},yes,${score}\n`).join("")}`;

  it("gives reliable change only for a reliability that is given", async () => {
    await inFolder(async (folder) => {
      const [first, second] = [join(folder, "first.csv"), join(folder, "second.csv")];
      writeFileSync(first, at(["10", "20", "30", ""]));
      writeFileSync(second, at(["10", "21", "60", "5"]));
      const words = ["change", first, second, "--score", "score", "--json"];
      const none = JSON.parse((await run(words)).stdout);
      expect(none.reliable).toMatchObject({ counts: null, reason: "no_reliability" });
      const given = JSON.parse((await run([...words, "--reliability", "0.8", "--sd", "10"])).stdout);
      expect(given.reliable.counts).toEqual({ higher: 1, lower: 0, within_error: 2, open: 1 });
      writeFileSync(second, at(["10", "x", "60", "5"]));
      const wrong = await run(words.slice(0, -1));
      expect([wrong.code, wrong.stderr.includes("row 2 (line 3)")]).toEqual([3, true]);
    });
  });
});

describe("profile", () => {
  it("counts every state, the bad cells, constant items and answers behind a closed gate, and shows no value", async () => {
    const text =
      "adult,prior_relationship,mutual_bond\nyes,stranger,yes\nyes,not_sure,\nprefer_not,SECRET,\nyes,stranger,\n";
    const ran = await on(text, ["profile", "--json"]);
    expect(ran.code).toBe(4);
    expect(ran.stdout + ran.stderr).not.toContain("SECRET");
    expect(ran.stderr).toContain("row 3 (line 4)");
    const { rows, items, missing } = JSON.parse(ran.stdout);
    const of = (item: string) => items.find((each: { item: string }) => each.item === item);
    expect(rows).toBe(4);
    expect(of("adult")).toMatchObject({ answered: 3, preferNot: 1, constant: true });
    expect(of("prior_relationship")).toMatchObject({ answered: 2, notSure: 1, bad: 1, constant: true });
    expect(of("mutual_bond")).toMatchObject({ closed: 2, setAside: 1, blank: 2 });
    expect(missing).toContain("wants_back");
  });

  it("counts rows that cannot be read", async () => {
    const ran = await on("adult,wants_back\nyes\nyes,no\n", ["profile", "--json"]);
    expect([ran.code, JSON.parse(ran.stdout).unreadable, JSON.parse(ran.stdout).rows]).toEqual([4, 1, 1]);
  });
});

describe("table1", () => {
  it("takes items, numbers and words, in all and by group", async () => {
    const text = "site,age,adult\nn,30,yes\ns,41,not_sure\nn,,no\n";
    const { stdout } = await on(text, ["table1", "--vars", "age,adult", "--by", "site"]);
    expect(stdout).toContain("| Characteristic | All (n = 3) | n (n = 2) | s (n = 1) |");
    expect(stdout).toContain("| age, mean (SD) | 35.50 (7.78) | 30.00 (—) | 41.00 (—) |");
    expect(stdout).toContain("| age: not known | 1 | 1 | 0 |");
  });

  it("refuses a column that is not there", async () => {
    expect((await run(["table1", a, "--vars", "agee"])).code).toBe(3);
  });
});

describe("caseload", () => {
  const head = "case_id,person_id,agency,referred_on,assessed_on,offered,signs,outcome,type";
  const rows = Array.from({ length: 30 }, (_, at) => {
    const agency = at < 22 ? "police" : at < 28 ? "probation" : "health";
    const type = at < 20 ? "rejected" : at < 27 ? "resentful" : "predatory";
    return `c${at},p${at},${agency},2026-0${1 + (at % 6)}-10,2026-0${1 + (at % 6)}-2${at % 9},assessment monitoring,${at < 9 ? "new_contact" : ""},single,${type}`;
  });
  const table = `${[head, ...rows].join("\n")}\n`;
  const words = ["caseload", "--as-of", "2026-06-30"];

  it("counts a table of referrals, and hides small counts with what gives them away unless it is the service's own", async () => {
    const own = JSON.parse((await on(table, [...words, "--own", "--json"])).stdout);
    expect(own.referred).toMatchObject({
      agencies: ["health", "police", "probation"],
      byAgency: [2, 22, 6],
      total: 30,
    });
    expect(own.types.counts.slice(0, 5)).toEqual([20, 7, 0, 0, 3]);
    expect(own.monitoring).toMatchObject({ withSigns: 9, withoutSigns: 21, notMonitored: 0 });
    expect(own.toAssessment).toMatchObject({ happened: 30, waiting: 0 });
    const shared = JSON.parse((await on(table, [...words, "--json"])).stdout);
    expect(shared.hiddenUnder).toBe(5);
    expect(shared.referred.byAgency[0]).toBeNull();
    expect(shared.referred.byAgency.filter((count: number | null) => count === null).length).toBeGreaterThan(1);
    expect(shared.types.counts.filter((count: number | null) => count === null)).toHaveLength(2);
    expect(shared.cases).toBe(30);
  });

  it("takes a map from the service's own columns", async () => {
    await inFolder(async (folder) => {
      const [file, map] = [join(folder, "in.csv"), join(folder, "map.json")];
      writeFileSync(file, "nr,von\n1,police\n");
      writeFileSync(map, JSON.stringify({ columns: { case_id: "nr", agency: "von" } }));
      const ran = await run(["caseload", file, "--map", map, "--own", "--as-of", "2026-06-30", "--json"]);
      expect(JSON.parse(ran.stdout)).toMatchObject({ cases: 1, referred: { withoutReferral: 1 } });
    });
  });

  it("takes rows of one case as further referrals of it", async () => {
    const text = "case_id,agency,referred_on\n1,police,2026-01-05\n1,health,2026-02-05\n2,health,2026-02-05\n";
    const own = JSON.parse((await on(text, [...words, "--own", "--json"])).stdout);
    expect(own).toMatchObject({ cases: 2, referrals: [2, 1], again: { cases: 1, first: 1 } });
  });

  it("names the rows at fault: a day that is none, a word that is no service, a case without a name", async () => {
    const text = "case_id,referred_on,offered\n1,2026-02-30,\n2,,therapie\n,,\n";
    const { code, stderr } = await on(text, words);
    expect(code).toBe(3);
    expect(stderr).toContain("IMPOSSIBLE_DATE  row 1 (line 2)");
    expect(stderr).toContain("UNKNOWN_OPTION  row 2 (line 3)");
    expect(stderr).toContain("MISSING_TEXT  row 3 (line 4)");
    expect(stderr).not.toContain("therapie");
  });

  it("names a column that no object of NDJSON has, as it does one that a header lacks", async () => {
    await inFolder(async (folder) => {
      const [file, map] = [join(folder, "in.ndjson"), join(folder, "map.json")];
      writeFileSync(file, '{"nr":"1","von":"police"}\n{"nr":"2","von":"health"}\n');
      writeFileSync(map, JSON.stringify({ columns: { case_id: "nr", agency: "wer" } }));
      const mapped = await run(["caseload", file, "--map", map, "--own", "--as-of", "2026-06-30"]);
      expect([mapped.code, mapped.stderr]).toEqual([3, expect.stringMatching(/MISSING_COLUMN .*in\.ndjson\.wer\n/)]);
      expect(mapped.stderr).not.toContain("in.ndjson.nr");
      const bare = await run(["caseload", file, "--own", "--as-of", "2026-06-30"]);
      expect([bare.code, bare.stderr]).toEqual([3, expect.stringMatching(/MISSING_COLUMN .*in\.ndjson\.case_id\n/)]);
      expect(bare.stderr).not.toContain("row 1");
    });
  });

  it("leaves no column of NDJSON out that only a later object has", async () => {
    const text = '{"case_id":"1"}\n{"case_id":"2","agency":"police","referred_on":"2026-01-05"}\n';
    const ran = await on(text, [...words, "--own", "--json"], "in.ndjson");
    expect(JSON.parse(ran.stdout)).toMatchObject({ cases: 2, referrals: [1] });
  });

  it("refuses what it could only leave out: a second day of a referral, another person of a case, a type alone", async () => {
    const text = `${head}
1,p1,police,2026-01-05 2026-02-05,,,,,
2,p2,police,2026-01-05,,,,,
2,p3,police,2026-02-05,,,,,
3,p4,police,2026-01-05,,,,,rejected
4,p5,police,2026-01-05,,,,mixed,
5,,police,2026-01-05,,,,,
5,p6,police,2026-02-05,,,,,
`;
    const { code, stderr } = await on(text, words);
    expect(code).toBe(3);
    expect(stderr.replaceAll(/\S*in\.csv/g, "in.csv").match(/^error .*/gm)).toEqual([
      "error SEVERAL_ANSWERS  row 1 (line 2)  in.csv.referred_on",
      "error SEVERAL_ANSWERS  row 3 (line 4)  in.csv.person_id  positions 2, 3",
      "error MISSING_TEXT  row 4 (line 5)  in.csv.outcome",
    ]);
  });

  it("takes rows without a case's name as no case of several persons", async () => {
    const { stderr } = await on("case_id,person_id\n,p1\n,p2\n", words);
    expect(stderr).toContain("MISSING_TEXT  row 2 (line 3)");
    expect(stderr).not.toContain("SEVERAL_ANSWERS");
  });

  it("leaves a column of types that are not the typology's alone", async () => {
    const ran = await on("case_id,type,adult\n1,self-referral,yes\n2,rejected,yes\n", [...words, "--own", "--json"]);
    expect(JSON.parse(ran.stdout)).toMatchObject({ cases: 2 });
  });

  it("carries its charts in HTML", async () => {
    const { stdout } = await on(table, [...words, "--own", "--format", "html"]);
    expect(stdout).toContain('src="data:image/svg+xml,');
    expect(faultsOfPage(stdout)).toEqual([]);
  });
});

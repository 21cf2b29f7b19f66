import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Lines that each example has to print. */
const lines: Readonly<Record<string, readonly string[]>> = {
  adaptive: [
    'outcome: {"kind":"single","type":"resentful"} settled',
    "questions asked: 9; in the printed order: 16",
    "same outcome: true",
  ],
  library: ["outcome       { kind: 'single', type: 'rejected' }", "settled       false", "next question first_aim"],
  "made-up": [
    "The rows are made up. They are about nobody, and nothing can be learnt from the figures.",
    "Paired test of DeLong, two-sided: z = 1.68, p = .093.",
    "**Calibration of the forecasts**",
    "## fear: mean of four effects, 0 to 3",
  ],
  study: [
    "Two codings of 24 published cases. They were picked for variety: nothing here is evidence about the form.",
    "same outcome: 15 of 24",
    "Cohen's kappa of the outcome: .56, 95% interval [.32, .79]",
    "written to examples/study/out: study.md, study.html, study.tex, tables.csv, figure-1.svg, figure-2.svg, figure-3.svg, figure-4.svg",
  ],
  "published-cases": [
    "Published cases: 24 short accounts, retold, with people by initials. Some accounts hold violence.",
    "  The cases were picked for variety. They are not a validation sample, and shares among them mean nothing.",
    "Cases: 24. single and leading are counted under their type.",
    "  pc-01  predatory *                predatory * ?              predatory (compiler); or intimacy_seeker",
    "  pc-23  undetermined * ?           undetermined * ?           not_stalking (source)",
  ],
};

/** Examples that need a browser or another program, with the test that runs them. */
const elsewhere: Readonly<Record<string, string>> = {
  recipes: "test/engines/recipes.test.ts",
  spark: "test/engines/equality.test.ts",
  web: "test/engines/web.test.ts",
};

it("every example has lines that it must print, or a test of its own", () => {
  expect(readdirSync(`${root}examples`).sort()).toEqual([...Object.keys(lines), ...Object.keys(elsewhere)].sort());
  expect(Object.values(elsewhere).filter((file) => !existsSync(`${root}${file}`))).toEqual([]);
});

it.each(Object.entries(lines))("the example %s runs and prints what it is for", (name, wanted) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`examples/${name}/run.mjs`], {
    cwd: root,
    encoding: "utf8",
  });
  expect(stderr).not.toContain("Error");
  expect(status).toBe(0);
  expect(stdout.split("\n")).toEqual(expect.arrayContaining([...wanted]));
});

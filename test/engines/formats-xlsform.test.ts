import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formFor, visibleItems } from "../../src/assessment/index.ts";
import { workbookOf } from "../../src/cli/workbook.ts";
import * as content from "../../src/content/instruments/index.ts";
import { toXlsForm } from "../../src/formats/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { type Answers, evaluate } from "../../src/rules/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { conductWithShared } from "../support/conduct-with-shared.ts";
import { toy, toyAlike } from "../support/toy-instruments.ts";

const python = ".engines/python/bin/python";
const forms: readonly Instrument[] = Object.values(content);

/** Converts each workbook with pyxform and checks the result with ODK Validate; prints the warnings of each. */
const convert = `
import json, sys
from pyxform.xls2xform import xls2xform_convert
print(json.dumps({path: xls2xform_convert(path, path + ".xml", validate=True) for path in sys.argv[1:]}))
`;
/** Where the validator is that pyxform brings along; JavaRosa is in it. */
const whereIsJavaRosa = `
from pathlib import Path
import pyxform
print(Path(pyxform.__file__).parent / "validators" / "odk_validate" / "bin" / "ODK_Validate.jar")
`;

let folder: string;
beforeAll(() => {
  if (!existsSync(python)) throw new Error("no Python with pyxform: run scripts/setup-engines");
  folder = mkdtempSync(join(tmpdir(), "xlsform-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runPython = (code: string, ...words: readonly string[]) =>
  execFileSync(python, ["-W", "ignore", "-c", code, ...words], { encoding: "utf8", maxBuffer: 1e8 });

/** Workbooks of forms, converted: the warnings by workbook, of which each XForm stands beside its own. */
async function converted(of: readonly { readonly form: Instrument; readonly respondent: "rater" | "target" }[]) {
  const paths: string[] = [];
  for (const [at, { form, respondent }] of of.entries()) {
    const path = join(folder, `${at}-${form.id}-${respondent}.xlsx`);
    writeFileSync(path, await workbookOf(toXlsForm(form, { respondent }).document.sheets));
    paths.push(path);
  }
  return { paths, warnings: JSON.parse(runPython(convert, ...paths)) as unknown };
}

it("pyxform converts the workbook of every form without a warning, and ODK Validate accepts what it made", async () => {
  const every = forms.flatMap((form) => form.respondents.map((respondent) => ({ form, respondent })));
  const { paths, warnings } = await converted(every);
  expect(warnings).toEqual(Object.fromEntries(paths.map((path) => [path, []])));
});

describe("JavaRosa, the engine of ODK Collect", () => {
  it("shows the questions that the library shows and calculates the same bounds, whatever is open", async () => {
    const tried = [...forms, toy, toyAlike, conductWithShared].map((form) => ({
      form,
      respondent: form.respondents[0] ?? "rater",
    }));
    const { paths } = await converted(tried);
    const cases = tried.flatMap(({ form, respondent }, at) =>
      fc.sample(answersTo(form), { seed: 20260101, numRuns: 10 }).map((answers, number) => ({
        form,
        own: formFor(form, respondent),
        answers,
        key: `${paths[at]}.xml\t${number}`,
        fields: fieldsOf(answers, form, respondent),
      })),
    );
    const lines = cases.flatMap(({ key, fields }) => [`${key}\t\t`, ...fields.map((field) => `${key}\t${field}`)]);
    const found = filledIn(lines);
    for (const { form, own, answers, key } of cases) {
      const shown = visibleItems(own, answers);
      const fields = found.get(key) ?? new Map<string, Field>();
      const asked = Object.keys(form.items).filter((id) => fields.has(id));
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((id) => fields.get(id)?.shown)).toEqual(asked.filter((id) => shown.includes(id)));
      const written = Object.entries(form.indicators).filter(([name]) => fields.has(`${name}_low`));
      for (const [name, { rule }] of written) {
        const ends = [fields.get(`${name}_low`), fields.get(`${name}_high`)].map((field) => Number(field?.value));
        expect([name, ...ends]).toEqual([name, ...evaluate(rule, answers, own)]);
      }
    }
  });
});

interface Field {
  readonly shown: boolean;
  readonly value: string;
}

/** Each answer as a field of the form and its value; a word for not knowing a number or a date has a field of its own. */
function fieldsOf(answers: Answers, form: Instrument, respondent: "rater" | "target"): readonly string[] {
  return Object.entries(answers).flatMap(([id, answer]) => {
    const item = form.items[id];
    if (item === undefined || (item.askOnly !== undefined && item.askOnly !== respondent)) return [];
    if (answer === "not_asked" || answer === "closed") return [];
    const word = answer === "not_sure" || answer === "prefer_not";
    return [`${word && item.responses.kind !== "choice" ? `${id}_not_known` : id}\t${answer}`];
  });
}

/** What JavaRosa makes of answers: every field of each form and case. */
function filledIn(lines: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, Field>> {
  const records = join(folder, "records.tsv");
  writeFileSync(records, lines.join("\n"));
  const path = `${runPython(whereIsJavaRosa).trim()}:${folder}`;
  execFileSync("javac", ["-cp", path, "-d", folder, "test/engines/OdkCheck.java"]);
  const printed = execFileSync("java", ["-cp", path, "OdkCheck", records], {
    encoding: "utf8",
    maxBuffer: 1e9,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const found = new Map<string, Map<string, Field>>();
  for (const line of printed.split("\n")) {
    const [form = "", number = "", name = "", shown, value = ""] = line.split("\t");
    if (!form.endsWith(".xml")) continue; // what JavaRosa says of its own work
    const key = `${form}\t${number}`;
    found.set(key, (found.get(key) ?? new Map()).set(name, { shown: shown === "true", value }));
  }
  return found;
}

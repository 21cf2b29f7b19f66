import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { workbookOf } from "../../src/cli/workbook.ts";
import * as content from "../../src/content/instruments/index.ts";
import { toXlsForm } from "../../src/formats/index.ts";

const python = ".engines/python/bin/python";

/** Converts each workbook with pyxform and checks the result with ODK Validate; prints the warnings of each. */
const convert = `
import json, sys
from pyxform.xls2xform import convert
print(json.dumps({path: convert(path, validate=True).warnings for path in sys.argv[1:]}))
`;

it("pyxform converts the workbook of every form without a warning, and ODK Validate accepts what it made", async () => {
  if (!existsSync(python)) throw new Error("no Python with pyxform: run scripts/setup-engines");
  const folder = mkdtempSync(join(tmpdir(), "xlsform-"));
  try {
    const paths: string[] = [];
    for (const form of Object.values(content)) {
      for (const respondent of form.respondents) {
        const path = join(folder, `${form.id}-${respondent}.xlsx`);
        writeFileSync(path, await workbookOf(toXlsForm(form, { respondent }).document.sheets));
        paths.push(path);
      }
    }
    const words = ["-W", "ignore", "-c", convert, ...paths];
    const warnings = JSON.parse(execFileSync(python, words, { encoding: "utf8", maxBuffer: 1e8 }));
    expect(warnings).toEqual(Object.fromEntries(paths.map((path) => [path, []])));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

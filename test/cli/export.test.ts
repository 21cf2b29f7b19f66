import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workbookOf } from "../../src/cli/workbook.ts";
import { relationshipAndMotive as form } from "../../src/content/instruments/index.ts";
import { toXlsForm } from "../../src/formats/index.ts";
import { inFolder, run } from "../support/command.ts";

const { sheets } = toXlsForm(form, { respondent: "rater" }).document;
const edited = sheets.map(({ name, rows }) => ({
  name,
  rows: rows.map((row) => row.map((cell) => (cell === "wants_back" ? "wants_bak" : cell))),
}));

/** What export says of a file of those bytes. */
async function against(bytes: Uint8Array | string, ...words: readonly string[]) {
  return inFolder(async (folder) => {
    const path = join(folder, "edited.xlsx");
    writeFileSync(path, bytes);
    return await run(["export", form.id, "--respondent", "rater", "--against", path, ...words]);
  });
}

describe("export --against", () => {
  it("finds nothing in the workbook that export writes", async () => {
    const { code, stdout, stderr } = await against(await workbookOf(sheets), "--format", "xlsform");
    expect([code, stdout, stderr]).toEqual([0, `Nothing in it differs from ${form.id} ${form.version}.\n`, ""]);
  });

  it("names the sheet and the row of what was edited, on standard error or as JSON, and ends with 7", async () => {
    const { code, stdout, stderr } = await against(await workbookOf(edited), "--format", "xlsform");
    expect([code, stdout]).toEqual([7, ""]);
    expect(stderr).toMatch(/UNKNOWN_ITEM.*survey.*row.*name[\s\S]*nearest +wants_back/);
    const json = await against(await workbookOf(edited), "--format", "xlsform", "--json");
    const { issues } = JSON.parse(json.stdout) as { issues: readonly { code: string }[] };
    expect([json.code, json.stderr, [...new Set(issues.map((each) => each.code))].sort()]).toEqual([
      7,
      "",
      ["changed_form", "unknown_item"],
    ]);
  });

  it("refuses what is no workbook, one that is too large, a file that is not there, and other formats", async () => {
    const [text, large, gone, below, long, other] = await Promise.all([
      against("a,b\n", "--format", "xlsform"),
      against(new Uint8Array(2_000_001), "--format", "xlsform"),
      run(["export", form.id, "--format", "xlsform", "--against", "no-such.xlsx"]),
      run(["export", form.id, "--format", "xlsform", "--against", "package.json/no.xlsx"]),
      run(["export", form.id, "--format", "xlsform", "--against", `${"long".repeat(100)}.xlsx`]),
      against("", "--format", "redcap"),
    ]);
    expect([text, large, gone, below, long, other].map(({ code, stdout }) => [code, stdout])).toEqual([
      [3, ""],
      [3, ""],
      [3, ""],
      [3, ""],
      [3, ""],
      [2, ""],
    ]);
    expect(text.stderr).toContain("UNREADABLE_FILE");
    expect(large.stderr).toContain("TOO_LARGE");
  });

  it("refuses a small file that decompresses to a large one, before it is decompressed", async () => {
    const compressed = await workbookOf([{ name: "survey", rows: [["x".repeat(20_000_000)]] }]);
    expect(compressed.length).toBeLessThan(200_000);
    const { code, stdout, stderr } = await against(compressed, "--format", "xlsform");
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("TOO_LARGE");
    expect(stderr).toContain("20000000");
  });
});

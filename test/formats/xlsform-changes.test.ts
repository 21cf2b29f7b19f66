import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as content from "../../src/content/instruments/index.ts";
import { fromOdk, toXlsForm, xlsFormChanges } from "../../src/formats/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";

const all: readonly Instrument[] = Object.values(content);
const form = content.relationshipAndMotive;
const options = { respondent: "rater" } as const;

type Rows = string[][];
/** The form's workbook after somebody edited its cells. */
function edited(change: (sheets: { survey: Rows; choices: Rows; settings: Rows }) => void) {
  const sheets = toXlsForm(form, options).document.sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => [...row]),
  }));
  const rows = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  change({ survey: rows("survey"), choices: rows("choices"), settings: rows("settings") });
  return xlsFormChanges(sheets, form, options);
}
const place = (rows: Rows, column: string) => rows[0]?.indexOf(column) ?? -1;
const rowAt = (rows: Rows, name: string) => rows.findIndex((row) => row[place(rows, "name")] === name);
const put = (rows: Rows, name: string, column: string, cell: string) => {
  const row = rows[rowAt(rows, name)];
  if (row !== undefined) row[place(rows, column)] = cell;
};

describe("An XLSForm that nobody edited", () => {
  it.each(all.map((each) => [each.id, each] as const))("differs in nothing: %s", (_, each) => {
    const respondent = each.respondents[0] ?? "rater";
    expect(xlsFormChanges(toXlsForm(each, { respondent }).document.sheets, each, { respondent })).toEqual([]);
  });

  it("differs in nothing if only its order, its looks and its spaces changed, and if notes were added", () => {
    const issues = edited(({ survey, choices }) => {
      survey[0]?.push("appearance", "label::Cymraeg (cy)");
      for (const row of survey.slice(1)) row.push("minimal", "geiriau");
      survey.push(["note", "thanks"], ["start", "start"], []);
      choices.splice(1, 0, ...choices.splice(5, 3));
      put(survey, "adult", "type", `  select_one   ${survey[rowAt(survey, "adult")]?.[0]?.split(" ")[1]} `);
    });
    expect(issues).toEqual([]);
  });
});

describe("An edited XLSForm", () => {
  it("is told by sheet, row and column what was changed, and what stood there", () => {
    let row = 0;
    const issues = edited(({ survey }) => {
      row = rowAt(survey, "wants_back") + 1;
      put(survey, "wants_back", "label::Wording for the rater (en)", "Does he want her back?");
    });
    const path = ["survey", "row", row, "label::Wording for the rater (en)"];
    expect(issues).toEqual([{ code: "changed_form", path, expected: [form.items.wants_back.text.rater] }]);
  });

  it("is told of a question that was renamed, and of the one that it replaced", () => {
    const issues = edited(({ survey }) => put(survey, "wants_back", "name", "wants_bak"));
    expect(issues).toEqual([
      { code: "changed_form", path: ["survey", "wants_back"], expected: ["a row of this name"] },
      { code: "unknown_item", path: ["survey", "row", expect.any(Number), "name"], nearest: "wants_back" },
    ]);
  });

  it("is told of a code that was changed, added or doubled", () => {
    const issues = edited(({ choices }) => {
      const [list = "", , ...labels] = choices[1] ?? [];
      choices.push([list, "yess", ...labels], [...(choices[1] ?? [])]);
    });
    expect(issues.map(({ code, nearest }) => [code, nearest])).toEqual([
      ["unknown_option", "yes"],
      ["duplicate_name", undefined],
    ]);
  });

  it("is told of what now decides when a question is shown or has to be answered", () => {
    const issues = edited(({ survey }) => {
      for (const column of ["required", "relevant"].filter((each) => place(survey, each) < 0)) survey[0]?.push(column);
      put(survey, "adult", "required", "yes");
      put(survey, "wants_back", "relevant", "false()");
    });
    expect(issues.map(({ path, expected }) => [path.at(-1), expected])).toEqual([
      ["required", ["an empty cell"]],
      ["relevant", ["an empty cell"]],
    ]);
  });

  it("is told of another version, of a sheet and of a column that are gone", () => {
    expect(edited(({ settings }) => settings[1]?.splice(place(settings, "version"), 1, "9"))).toEqual([
      { code: "changed_form", path: ["settings", "row", 2, "version"], expected: [form.version] },
    ]);
    const [survey, , settings] = toXlsForm(form, options).document.sheets;
    if (survey === undefined || settings === undefined) throw new Error("no sheets");
    const [header = [], ...rows] = settings.rows;
    const without = { name: "settings", rows: [header.slice(1), ...rows.map((row) => row.slice(1))] };
    expect(xlsFormChanges([survey, without], form, options)).toEqual([
      { code: "changed_form", path: ["choices"], expected: ["a sheet of this name"] },
      { code: "missing_column", path: ["settings", header[0]] },
    ]);
  });

  it("never passes with one cell of the export changed, and names the sheet", () => {
    const { sheets } = toXlsForm(form, options).document;
    const cells = sheets.flatMap(({ rows }, sheet) =>
      rows.flatMap((row, at) => (at === 0 ? [] : row.map((_, column) => [sheet, at, column] as const))),
    );
    const isFree = ([sheet, at]: readonly [number, number, number]) => sheets[sheet]?.rows[at]?.[0] === "end_group";
    const places = fc.constantFrom(...cells.filter((cell) => !isFree(cell)));
    fc.assert(
      fc.property(places, fc.constantFrom("x", "", "yes or no"), ([sheet, at, column], cell) => {
        const copy = sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
        const row = copy[sheet]?.rows[at] ?? [];
        fc.pre(row[column] !== cell);
        row[column] = cell;
        const issues = xlsFormChanges(copy, form, options);
        expect(issues).not.toEqual([]);
        expect(issues.every(({ path }) => path[0] === copy[sheet]?.name)).toBe(true);
      }),
    );
  });
});

describe("A submission to an edited form", () => {
  it("keeps what could be read beside what could not", () => {
    const xml = `<data id="ssb-type" version="9"><section_scope><adult>yes</adult><adult_too>yes</adult_too></section_scope><section_motive><wants_back>yess</wants_back><campaigns>no</campaigns></section_motive></data>`;
    const { answers, issues } = fromOdk(xml, form);
    expect(answers).toEqual({ adult: "yes", campaigns: "no" });
    expect(issues.map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ["version_mismatch", "@version"],
      ["unknown_option", "wants_back"],
      ["unknown_item", "adult_too"],
    ]);
  });
});

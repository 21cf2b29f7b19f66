import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formFor, visibleItems } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import { type RedcapField, redcapColumns, toRedcap, toRedcapRow } from "../../src/formats/index.ts";
import { contentHash, type Instrument } from "../../src/instrument/index.ts";
import { evaluate } from "../../src/rules/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { conductWithShared } from "../support/conduct-with-shared.ts";
import { calculate, formLogic } from "../support/form-logic.ts";
import { toy, toyFractions } from "../support/toy-instruments.ts";

const all: readonly Instrument[] = [...Object.values(content), toy, toyFractions, conductWithShared];
const name = (field: RedcapField) => field["Variable / Field Name"] ?? "";
const logic = (field: RedcapField) => field["Branching Logic (Show field only if...)"];
const choices = (field: RedcapField) => field["Choices, Calculations, OR Slider Labels"] ?? "";

describe.each(all.map((form) => [form.id, form] as const))("%s as a REDCap data dictionary", (_, form) => {
  const respondent = form.respondents[0] ?? "rater";
  const own = formFor(form, respondent);
  const { document, losses } = toRedcap(form, { respondent });
  const { fields, rows } = document;

  it("has the columns of the template, and a cell for each of them in every row", () => {
    expect(rows[0]).toEqual(redcapColumns);
    expect(rows.filter((row) => row.length !== 18)).toEqual([]);
  });

  it("keeps the published rules of its columns", () => {
    const names = fields.map(name);
    expect(names.filter((each) => !/^[a-z](?:_?[a-z0-9])*$/.test(each) || each.length > 100)).toEqual([]);
    expect(names.filter((each, at) => names.indexOf(each) !== at)).toEqual([]);
    expect(new Set(fields.map((field) => field["Form Name"]))).toEqual(new Set([form.id.replaceAll("-", "_")]));
    expect(fields[0]).toMatchObject({ "Variable / Field Name": "record_id", "Field Type": "text" });
    for (const field of fields) {
      const validation = field["Text Validation Type OR Show Slider Number"];
      expect(field["Field Label"]?.trim()).toBeTruthy();
      expect(["text", "radio", "calc"]).toContain(field["Field Type"]);
      expect([undefined, "integer", "number", "date_ymd"]).toContain(validation);
      if (validation !== undefined) expect(field["Field Type"]).toBe("text");
      if (field["Field Type"] !== "radio") continue;
      const pairs = choices(field)
        .split("|")
        .map((pair) => /^\s*([A-Za-z0-9_]+)\s*,\s*(\S.*?)\s*$/.exec(pair));
      expect(pairs).not.toContain(null);
      expect(new Set(pairs.map((pair) => pair?.[1])).size).toBe(pairs.length);
    }
  });

  it("has every item's codes and the words for not knowing, both wordings, and the form's id, version and hash", () => {
    const byName = new Map(fields.map((field) => [name(field), field]));
    for (const [id, { responses, text, askOnly }] of Object.entries(form.items)) {
      const field = byName.get(id);
      if (askOnly !== undefined && askOnly !== respondent) expect(field).toBeUndefined();
      else {
        expect(field?.["Field Label"]).toBe(text[respondent]);
        expect(field?.["Field Annotation"]).toContain(text[respondent === "rater" ? "target" : "rater"]);
        const holder = byName.get(responses.kind === "choice" ? id : `${id}_not_known`);
        const codes = choices(holder ?? {})
          .split(" | ")
          .map((pair) => pair.split(",")[0]);
        const wanted = responses.kind === "choice" ? Object.keys(responses.options) : [];
        expect(codes).toEqual([...wanted, "not_sure", "prefer_not"]);
      }
    }
    expect(Object.values(toRedcapRow({}, form))).toEqual([form.id, form.version, contentHash(form)]);
  });

  it("has cells that a spreadsheet can hold, and formulas that are much shorter, each alone and all together", () => {
    expect(rows.flat().filter((cell) => cell.length > 32_767)).toEqual([]);
    const lengths = fields.map((field) => (field["Field Type"] === "calc" ? choices(field).length : 0));
    expect(Math.max(...lengths)).toBeLessThan(12_000);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThan(110_000);
  });

  it("names in its logic only fields that it has", () => {
    const known = new Set(fields.map(name));
    const read = fields.flatMap((field) => [
      logic(field) ?? "",
      ...(field["Field Type"] === "calc" ? [choices(field)] : []),
    ]);
    const named = read.flatMap((text) => [...text.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? ""));
    expect(named.filter((each) => !known.has(each))).toEqual([]);
  });

  it("shows by its branching logic what the library shows, and calculates the same bounds, whatever is open", () => {
    const gates = fields.flatMap((field) => {
      const written = logic(field);
      return written === undefined || !Object.hasOwn(form.items, name(field))
        ? []
        : [[name(field), formLogic(written)] as const];
    });
    const bounds = new Map(
      fields.flatMap((field) =>
        field["Field Type"] === "calc" ? [[name(field), formLogic(choices(field))] as const] : [],
      ),
    );
    const lost = losses.filter(({ code }) => code === "rule_not_expressible").map(({ path }) => path[1]);
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const record = toRedcapRow(answers, form);
        const shown = new Set(visibleItems(own, answers));
        const calculated = calculate(record, bounds);
        for (const [id, shows] of gates) expect([id, shows(record)]).toEqual([id, shown.has(id)]);
        for (const [rule, { rule: of }] of Object.entries(form.indicators)) {
          const ends = [calculated.get(`${rule}_low`), calculated.get(`${rule}_high`)];
          if (lost.includes(rule)) expect(ends).toEqual([undefined, undefined]);
          else expect([rule, ...ends]).toEqual([rule, ...evaluate(of, answers, own)]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it("a label with a | in it is changed, and said to be", () => {
  const items = {
    ...toy.items,
    met: {
      ...toy.items.met,
      responses: { kind: "choice", options: { yes: { label: "Yes | so" }, no: { label: "No" } } },
    },
  } as const;
  const { document, losses } = toRedcap({ ...toy, items }, { respondent: "rater", recordId: null });
  const field = document.fields.find((each) => name(each) === "met");
  expect(choices(field ?? {})).toContain("yes, Yes / so | no, No");
  expect(losses).toContainEqual(
    expect.objectContaining({ code: "text_changed", path: ["items", "met", "responses", "yes"] }),
  );
  expect(document.fields.map(name)).not.toContain("record_id");
});

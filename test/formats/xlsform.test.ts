import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formFor, visibleItems } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import { toXlsForm } from "../../src/formats/index.ts";
import { contentHash, type Instrument } from "../../src/instrument/index.ts";
import { evaluate, isState } from "../../src/rules/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { conductWithShared } from "../support/conduct-with-shared.ts";
import { calculate, formLogic } from "../support/form-logic.ts";
import { toy, toyFractions } from "../support/toy-instruments.ts";

const all: readonly Instrument[] = [...Object.values(content), toy, toyFractions, conductWithShared];

describe.each(all.map((form) => [form.id, form] as const))("%s as an XLSForm", (_, form) => {
  const respondent = form.respondents[0] ?? "rater";
  const own = formFor(form, respondent);
  const { document, losses } = toXlsForm(form, { respondent });
  const rowsOf = (sheet: string) => {
    const [header = [], ...rows] = document.sheets.find(({ name }) => name === sheet)?.rows ?? [];
    return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ""])));
  };
  const survey = rowsOf("survey");

  it("names its id, version and hash, every row once, and in its choices every code", () => {
    expect(rowsOf("settings")).toMatchObject([{ form_id: form.id, version: form.version }]);
    const hash = survey.find(({ name }) => name === "instrument_hash");
    expect(hash?.calculation).toBe(`'${contentHash(form)}'`);
    const names = survey.flatMap(({ name, type }) => (type === "end_group" ? [] : [name]));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const choices = rowsOf("choices");
    for (const { type = "", name = "" } of survey) {
      if (!type.startsWith("select_one ")) continue;
      const codes = choices.filter((row) => row.list_name === type.slice("select_one ".length)).map((row) => row.name);
      const responses = form.items[name]?.responses;
      const options = responses?.kind === "choice" ? Object.keys(responses.options) : [];
      expect(codes).toEqual([...options, "not_sure", "prefer_not"]);
    }
  });

  it("has cells that a spreadsheet can hold, and formulas that are much shorter, each alone and all together", () => {
    const cells = document.sheets.flatMap(({ rows }) => rows.flat());
    expect(cells.filter((cell) => cell.length > 32_767)).toEqual([]);
    const lengths = survey.map(({ calculation = "" }) => calculation.length);
    expect(Math.max(...lengths)).toBeLessThan(12_000);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThan(110_000);
  });

  it("shows by its relevants what the library shows, and calculates the same bounds, whatever is open", () => {
    const gates = survey.flatMap(({ name = "", relevant = "" }) =>
      relevant === "" || !Object.hasOwn(form.items, name) ? [] : [[name, formLogic(relevant)] as const],
    );
    const bounds = new Map(
      survey.flatMap(({ name = "", type, calculation = "" }) =>
        type === "calculate" ? [[name, formLogic(calculation)] as const] : [],
      ),
    );
    const lost = losses.filter(({ code }) => code === "rule_not_expressible").map(({ path }) => path[1]);
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const record = Object.fromEntries(
          Object.entries(answers).flatMap(([id, answer]) =>
            answer === "not_asked" ||
            answer === "closed" ||
            (form.items[id]?.responses.kind !== "choice" && isState(answer))
              ? []
              : [[id, String(answer)] as const],
          ),
        );
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

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allProfiles } from "../../src/content/definitions/index.ts";
import { guidanceCodes } from "../../src/content/guidance/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import type { GuidanceCode } from "../../src/evidence/index.ts";
import { scoringConditions } from "../../src/instrument/check-scoring.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { itemsOf } from "../../src/rules/index.ts";

const all: readonly Instrument[] = Object.values(content);
const ids = all.map(({ id }) => id);

describe("the battery", () => {
  it("names every item once, and every short code once", () => {
    const names = all.flatMap(({ items }) => Object.keys(items));
    const codes = all.flatMap(({ items }) => Object.values(items).map(({ code }) => code));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });

  it("has one file for each instrument, and an index with a line for each", () => {
    const folder = "src/content/instruments";
    const files = readdirSync(folder).filter((name) => name !== "index.ts");
    const lines = readFileSync(join(folder, "index.ts"), "utf8").trim().split("\n");
    expect(lines.length).toBe(files.length);
    expect(all.length).toBe(files.length);
  });

  it("says every prompt for the person it was done to in words to that person, and no other", () => {
    const said = Object.entries<GuidanceCode>(guidanceCodes).map(([code, { audience, forTarget }]) => {
      return [code, audience.includes("victim"), forTarget !== undefined] as const;
    });
    expect(said.filter(([, isForThem, isSaid]) => isForThem !== isSaid)).toEqual([]);
  });

  it("is known by name nowhere in the source but in content", () => {
    const sources = readdirSync("src", { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.startsWith(join("src", "content")));
    const naming = sources.filter((file) => {
      const code = readFileSync(file, "utf8").replace(/\/\*\*.*?\*\//gs, "");
      return ids.filter((id) => id !== "ssb-type").some((id) => code.includes(`"${id}"`));
    });
    expect(naming).toEqual([]);
  });
});

describe.each(all.map((form) => [form.id, form] as const))("%s", (_, form) => {
  it("says who may use it, whom it is not about, its window, what current means, its limits and that nothing is validated", () => {
    for (const said of [form.mayUse, form.notFor, form.notAbout, form.limits]) expect(said?.length).toBeGreaterThan(0);
    expect(form.current).toMatch(/\w/);
    expect(form.referencePeriod).toMatch(/\w/);
    expect(form.validation).toMatch(/^none/);
  });

  it("gives only guidance codes and forms that exist", () => {
    const codes = [
      ...Object.values(form.levels ?? {}).flatMap(({ outcomes, unsettled }) => [
        ...unsettled,
        ...Object.values(outcomes).flatMap(({ guidance }) => guidance),
      ]),
      ...(form.guidance ?? []).flatMap(({ codes: given }) => given),
      ...Object.values(form.items).flatMap(({ support = [] }) => support),
    ];
    const next = [
      ...Object.values(form.levels ?? {}).flatMap(({ outcomes }) =>
        Object.values(outcomes).flatMap(({ next: on = [] }) => on),
      ),
      ...(form.guidance ?? []).flatMap(({ next: on = [] }) => on),
    ];
    expect(codes.filter((code) => !Object.hasOwn(guidanceCodes, code))).toEqual([]);
    expect(next.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("has a reader for every item: a rule, a level, guidance, a contradiction, a gate or another form", () => {
    const rules = [
      ...Object.values(form.indicators).map(({ rule }) => rule),
      ...scoringConditions(form).map(([, when]) => when),
      ...Object.values(form.items).flatMap(({ askIf }) => (askIf === undefined ? [] : [askIf])),
    ];
    const read = new Set(rules.flatMap((rule) => itemsOf(rule, form)));
    const dates = Object.keys(form.items).filter((id) => form.items[id]?.responses.kind === "date"); // held to asOf
    expect(Object.keys(form.items).filter((id) => ![...read, ...readElsewhere, ...dates].includes(id))).toEqual([]);
  });
});

/** Items that something outside their form reads: the five types, and the definitions. */
const readElsewhere: ReadonlySet<string> = new Set([
  ...Object.keys(content.relationshipAndMotive.items),
  ...allProfiles.flatMap(({ scope, tests }) => Object.values(tests).flatMap(({ rule }) => itemsOf(rule, scope))),
]);

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as content from "../../src/content/instruments/index.ts";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { contentHash, defineInstrument, type Instrument } from "../../src/instrument/index.ts";
import { defineTypology, type Typology } from "../../src/typology/index.ts";

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const forms: readonly Instrument[] = Object.values(content);
const typologies: readonly Typology[] = [fiveTypes];

describe("content that is declared without a check at run time", () => {
  it.each(forms.map((form) => [form.id, form] as const))("%s passes every check of defineInstrument", (_, form) => {
    const defined: unknown = defineInstrument(copy(form) as never);
    expect(contentHash(defined as object)).toBe(contentHash(form));
    expect(Object.isFrozen(form) && Object.values(form.items).every(Object.isFrozen)).toBe(true);
  });

  it.each(typologies.map((each) => [each.id, each] as const))("%s passes every check of defineTypology", (_, each) => {
    expect(defineTypology(copy(each))).toEqual(each);
    expect(Object.isFrozen(each) && Object.values(each.types).every(Object.isFrozen)).toBe(true);
  });

  it("is told from content with a fault: a rule over an item that the form has not is found in each form and typology", () => {
    const astray = { kind: "one_of", item: "no_such_item", codes: ["yes"] } as const;
    for (const form of forms) {
      const indicators = { ...form.indicators, astray: { means: "m", rule: astray, basis: [] } };
      expect(() => defineInstrument({ ...copy(form), indicators } as never), form.id).toThrow("indicators.astray.item");
    }
    for (const each of typologies) {
      expect(() => defineTypology({ ...copy(each), scope: { ...each.scope, outside: astray } })).toThrow(
        "scope.outside.item",
      );
    }
  });

  it("is one form in each file of the folder, or a typology named here, and nothing else is declared so", () => {
    const declaring = readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .filter((name) => /^(?! \*).*\bdeclare(Instrument|Typology)\(/m.test(readFileSync(join("src", name), "utf8")));
    const instruments = declaring.filter((name) => name.startsWith(join("content", "instruments")));
    expect(instruments.length).toBe(forms.length);
    expect(declaring.filter((name) => !instruments.includes(name)).sort()).toEqual([
      join("content", "typologies", "five-types.ts"),
      join("typology", "define-typology.ts"),
    ]);
  });
});

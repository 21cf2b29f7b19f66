import { describe, expect, it } from "vitest";
import { besideForms } from "../../src/cli/registry.ts";
import { allProfiles } from "../../src/content/definitions/index.ts";
import * as instruments from "../../src/content/instruments/index.ts";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { inWordings, parseInstrument, type Versioned, wordingsOf } from "../../src/instrument/index.ts";
import { faults } from "../record/records.ts";
import { inPseudo } from "../support/pseudo-locale.ts";
import { toy } from "../support/toy-instruments.ts";

const shipped: readonly Versioned[] = [...Object.values(instruments), fiveTypes, ...allProfiles, besideForms];
const { of, texts, grounds } = wordingsOf(toy);
const catalogue = { lang: "xx", version: "1.0.0", of, texts, grounds };
const refused = (changed: object) => faults(inWordings(toy, { ...catalogue, ...changed }));
const without = (key: string) => Object.fromEntries(Object.entries(texts).filter(([each]) => each !== key));

describe.each(shipped.map((content) => [content.id, content] as const))("the wordings of %s", (_, content) => {
  it("give the same content back, but for the version, which names the language", () => {
    const english = wordingsOf(content, { lang: "en-GB" });
    const result = inWordings(content, english);
    expect(result.ok && { ...result.value, version: content.version }).toEqual({ ...content });
    expect(result.ok && result.value.version).toBe(`${content.version}+en-GB.1.0.0`);
  });

  it("change no id, code or rule", () => {
    const translated = inPseudo(content);
    expect(Object.keys(translated)).toEqual(Object.keys(content));
    expect(JSON.stringify(rulesIn(translated))).toBe(JSON.stringify(rulesIn(content)));
  });
});

/** Every condition, quantity and list of codes in a value. */
function rulesIn(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  if ("kind" in value && ("of" in value || "codes" in value || "item" in value)) return [value];
  return Object.values(value).flatMap(rulesIn);
}

describe("a catalogue of wordings", () => {
  it("is refused with the name of each text that is missing, empty or no text", () => {
    expect(refused({ texts: without("items.met.text.target") })).toEqual(["missing_text texts.items.met.text.target"]);
    expect(refused({ texts: { ...texts, title: "  " } })).toEqual(["missing_text texts.title"]);
    expect(refused({ texts: { ...texts, title: 7 } })).toEqual(["missing_text texts.title"]);
    expect(refused({ grounds: {} })).toEqual(["missing_text grounds.a toy instrument of the tests"]);
    expect(refused({ texts: {} })).toHaveLength(Object.keys(texts).length);
  });

  it("is refused with the name of each text that nothing asks for", () => {
    expect(refused({ texts: { ...texts, "items.gone.text.target": "x" } })).toEqual([
      "unknown_text texts.items.gone.text.target",
    ]);
    expect(refused({ extra: 1 })).toEqual(["unknown_text extra"]);
  });

  it("is refused for content of another version, or with one word changed since", () => {
    expect(refused({ of: { ...of, version: "0.9.0" } })).toEqual(["version_mismatch of"]);
    expect(faults(inWordings({ ...toy, title: "Other" }, catalogue))).toEqual(["version_mismatch of"]);
  });

  it("is refused without a language or a version of its own", () => {
    expect(refused({ lang: "the usual" })).toEqual(["malformed lang"]);
    expect(refused({ version: "one" })).toEqual(["malformed version"]);
    expect(faults(inWordings(toy, null))).toContain("malformed lang");
  });

  it("takes no inherited text for a text", () => {
    expect(refused({ texts: Object.create(texts) })).toHaveLength(Object.keys(texts).length);
  });

  it("gives a form that is taken as data, too", () => {
    const result = inWordings(toy, catalogue);
    expect(result.ok && parseInstrument(JSON.parse(JSON.stringify(result.value))).ok).toBe(true);
  });
});

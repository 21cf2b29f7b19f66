import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "../../src/instrument/index.ts";
import { contentHash, relationshipAndMotive } from "../support/library.ts";

const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
};

it("canonical JSON sorts keys at every depth and writes no spaces", () => {
  expect(canonicalJson({ b: [1, { d: "é", c: null }], a: 1e21 })).toBe('{"a":1e+21,"b":[1,{"c":null,"d":"é"}]}');
});

it.each([Number.NaN, { a: [Number.POSITIVE_INFINITY] }, 1n])("canonical JSON has no form for %s", (value) => {
  expect(() => canonicalJson(value)).toThrow("malformed");
});

it("canonical JSON is the same under any order of keys, and reads back as the same value", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
    }),
  );
});

it("the content hash is SHA-256 of the canonical JSON, as Node finds it", () => {
  const expected = createHash("sha256").update(canonicalJson(relationshipAndMotive), "utf8").digest("hex");
  expect(contentHash(relationshipAndMotive)).toBe(expected);
});

it("the content hash of a form is the same under any order of keys, and another after any change", () => {
  const copy = JSON.parse(JSON.stringify(relationshipAndMotive));
  expect(contentHash(turned(copy) as object)).toBe(contentHash(relationshipAndMotive));
  copy.items.adult.text.rater += " ";
  expect(contentHash(copy)).not.toBe(contentHash(relationshipAndMotive));
});

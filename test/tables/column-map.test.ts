import { describe, expect, test } from "vitest";
import { AssessmentError } from "../../src/issues/index.ts";
import { parseColumnMap } from "../../src/tables/index.ts";

const codes: Readonly<Record<string, readonly string[]>> = {
  adult: ["yes", "no", "not_sure"],
  tone: ["loving", "none"],
};
const parse = (text: string) => parseColumnMap(text, Object.keys(codes), (item) => codes[item] ?? []);

function placesIn(text: string): readonly string[] {
  try {
    parse(text);
  } catch (fault) {
    if (fault instanceof AssessmentError) return fault.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
    throw fault;
  }
  return [];
}

describe("A column map", () => {
  test("names columns and gives codes their meaning, a blank among them", () => {
    const map = { columns: { adult: "Adult?" }, codes: { adult: { "1": "yes", "0": "no", "": "not_sure", "9": "" } } };
    expect(parse(JSON.stringify(map))).toEqual(map);
  });

  test("may leave out either part", () => {
    expect(parse("{}")).toEqual({ columns: {}, codes: {} });
    expect(parse('{"columns":{"tone":"t"}}')).toEqual({ columns: { tone: "t" }, codes: {} });
  });

  test.each([
    ["is not JSON", "{columns:", ["bad_map "]],
    ["is a list", "[]", ["bad_map "]],
    ["has an unknown part", '{"column":{}}', ["bad_map "]],
    ["names an item that is not there", '{"columns":{"adlut":"a"}}', ["bad_map columns.adlut"]],
    ["holds a key that reaches for a prototype", `{"codes":{"__proto__":{}}}`, ["bad_map __proto__"]],
    ["gives a column that is not text", '{"columns":{"adult":3}}', ["bad_map columns.adult"]],
    ["means a code that is not there", '{"codes":{"adult":{"1":"Yes","2":"no"}}}', ["bad_map codes.adult.0"]],
    [
      "has several faults",
      '{"columns":{"x":"a","y":"b"},"codes":{"tone":{"1":"hot"}}}',
      ["bad_map columns.x", "bad_map columns.y", "bad_map codes.tone.0"],
    ],
  ])("that %s is refused, with every place", (_, text, places) => {
    expect(placesIn(text)).toEqual(places);
  });

  test("never shows the codes of the file in its faults", () => {
    expect(() => parse('{"codes":{"adult":{"SECRET":"OTHER"}}}')).toThrow(/^(?!.*(?:SECRET|OTHER))/s);
  });
});

import fc from "fast-check";
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
  test("names columns and gives codes their meaning, which may be that nothing was asked", () => {
    const map = { columns: { adult: "Adult?" }, codes: { adult: { "1": "yes", "0": "no", "": "", "9": "" } } };
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
    ["makes a blank an answer", '{"codes":{"adult":{"1":"yes","":"no"}}}', ["bad_map codes.adult.1"]],
    ["makes a blank not sure", '{"codes":{"adult":{"":"not_sure"}}}', ["bad_map codes.adult.0"]],
    ["gives a column that is not text", '{"columns":{"adult":3}}', ["bad_map columns.adult"]],
    ["means a code that is not there", '{"codes":{"adult":{"1":"Yes","2":"no"}}}', ["bad_map codes.adult.0"]],
    ["reads two items from one column", '{"columns":{"adult":"A","tone":"A"}}', ["duplicate_name columns.tone"]],
    ["reads an item from another item's own", '{"columns":{"adult":"tone"}}', ["duplicate_name columns.adult"]],
    [
      "has several faults",
      '{"columns":{"x":"a","y":"b"},"codes":{"tone":{"1":"hot"}}}',
      ["bad_map columns.x", "bad_map columns.y", "bad_map codes.tone.0"],
    ],
  ])("that %s is refused, with every place", (_, text, places) => {
    expect(placesIn(text)).toEqual(places);
  });

  test.each([
    ["a part", '{"columns":{},"columns":{}}', ["duplicate_key  1"]],
    ["an item's column", '{"columns":{\n"adult":"A",\n"adult":"B"}}', ["duplicate_key columns 3"]],
    ["an item's codes", '{"codes":{"adult":{},"adult":{}}}', ["duplicate_key codes 1"]],
    ["a code", '{"codes":{"adult":{"SECRET":"yes",\n"SECRET":"no"}}}', ["duplicate_key codes.adult 2"]],
    ["a code, once escaped", '{"codes":{"adult":{"1":"yes","\\u0031":"no"}}}', ["duplicate_key codes.adult 1"]],
    [
      "codes of two items",
      '{"codes":{"adult":{"1":"yes","1":"no"},"tone":{"x":"none","x":"loving","x":"none"}}}',
      ["duplicate_key codes.adult 1", "duplicate_key codes.tone 1", "duplicate_key codes.tone 1"],
    ],
  ])("that names %s twice is refused, with each place and line and no code of the file", (_, text, places) => {
    const found: string[] = [];
    try {
      parse(text);
    } catch (fault) {
      if (!(fault instanceof AssessmentError)) throw fault;
      expect(fault.message).not.toContain("SECRET");
      found.push(...fault.issues.map(({ code, path, line }) => `${code} ${path.join(".")} ${line}`));
    }
    expect(found).toEqual(places);
  });

  test("may have the same code for different items, and one like a part's name", () => {
    const map = {
      columns: { adult: "columns" },
      codes: { adult: { codes: "yes", "a:b": "no" }, tone: { codes: "none" } },
    };
    expect(parse(JSON.stringify(map))).toEqual(map);
  });

  test("may give two items each other's column, and several of its other names one column", () => {
    const swapped = { columns: { adult: "tone", tone: "adult" }, codes: {} };
    expect(parse(JSON.stringify(swapped))).toEqual(swapped);
    const shared = { columns: { from: "day", to: "day" }, codes: {} };
    expect(parseColumnMap(JSON.stringify(shared), ["adult"], () => [], ["from", "to"])).toEqual(shared);
  });

  test("never lets two items read one column, whichever it names", () => {
    const items = ["a", "b", "c", "d"];
    const columns = fc.dictionary(fc.constantFrom(...items), fc.constantFrom(...items, "x", "y"));
    fc.assert(
      fc.property(columns, (named) => {
        const read = items.map((item) => named[item] ?? item);
        const text = JSON.stringify({ columns: named });
        const isOne = new Set(read).size === items.length;
        if (isOne) expect(parseColumnMap(text, items, () => []).columns).toEqual({ ...named });
        else expect(() => parseColumnMap(text, items, () => [])).toThrow(AssessmentError);
      }),
    );
  });

  test("never shows the codes of the file in its faults", () => {
    expect(() => parse('{"codes":{"adult":{"SECRET":"OTHER"}}}')).toThrow(/^(?!.*(?:SECRET|OTHER))/s);
  });
});

import { describe, expect, test } from "vitest";
import type { Input } from "../../src/tables/index.ts";
import { cutsOf, inputOf, tableOf } from "./inputs.ts";

async function rowsOf(input: Input): Promise<readonly unknown[]> {
  const { rows } = await tableOf(input, "ndjson");
  return (rows as { row: number; fault?: string; raw?: string; value?: object }[]).map(({ row, fault, raw, value }) =>
    fault === undefined ? value : `${row} ${fault} ${raw}`,
  );
}

describe("An NDJSON file", () => {
  test("gives one object for each line, at LF and CRLF, with and without a byte order mark and a last line end", async () => {
    for (const text of ['{"a":"é"}\n{"b":2}', '{"a":"é"}\r\n{"b":2}\r\n', '\ufeff{"a":"é"}\n{"b":2}\n']) {
      for (const cut of cutsOf(Buffer.from(text)))
        expect(await rowsOf(inputOf(...cut))).toEqual([{ a: "é" }, { b: 2 }]);
    }
  });

  test.each([
    ["that is no JSON", "{a:1}", "malformed_json"],
    ["that is blank", "", "malformed_json"],
    ["that holds a list", "[1]", "malformed_json"],
    ["that holds null", "null", "malformed_json"],
    ["that holds text", '"yes"', "malformed_json"],
    ["with two objects", "{}{}", "malformed_json"],
    ["with the same key twice", '{"adult":"yes","adult":"no"}', "duplicate_key"],
    ["with the same key twice, once escaped", '{"adult":"yes","\\u0061dult":"no"}', "duplicate_key"],
    ["with the same key twice behind a colon in a value", '{"x":"a:b","x":{"y":1}}', "duplicate_key"],
    ["with a NUL", '{"a":"\0"}', "nul_character"],
    ["with a NUL as an escape", '{"a":"\\u0000"}', "nul_character"],
    ["with a NUL as an escape, deep in a name", '{"a":[{"b\\u0000":1}]}', "nul_character"],
    ["with an unpaired surrogate as an escape", '{"a":"é\\ud83d"}', "malformed_text"],
    ["with halves of a pair in the wrong order", '{"a":"\\ude00\\ud83d"}', "malformed_text"],
  ])("keeps a line %s as a row at fault, and the lines around it as rows", async (_, line, fault) => {
    expect(await rowsOf(inputOf(`{"n":1}\n${line}\n{"n":2}\n`))).toEqual([{ n: 1 }, `2 ${fault} ${line}`, { n: 2 }]);
  });

  test("may nest as deep as it likes", async () => {
    const deep = `{"a:":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
    expect(await rowsOf(inputOf(`${deep}\n{}\n`))).toHaveLength(2);
  });

  test("keeps every byte of a line that is not UTF-8", async () => {
    expect(await rowsOf(inputOf(Buffer.from('{"a":"\xe9\xff"}\n{}\n', "latin1")))).toEqual([
      '1 malformed_text {"a":"éÿ"}',
      {},
    ]);
  });

  test("takes a key that reaches for a prototype as a plain key", async () => {
    const [row] = await rowsOf(inputOf('{"__proto__":{"adult":"yes"},"constructor":1}'));
    expect(Object.keys(row as object)).toEqual(["__proto__", "constructor"]);
    expect((row as { adult?: string }).adult).toBeUndefined();
    expect(({} as { adult?: string }).adult).toBeUndefined();
  });

  test("takes a whole pair as escapes, and what only looks like an escape, as no fault", async () => {
    const line = '{"a":"\\ud83d\\ude00","b":"\\\\u0000 \\\\ud83d"}';
    expect(await rowsOf(inputOf(line))).toEqual([{ a: "\u{1f600}", b: "\\u0000 \\ud83d" }]);
  });

  test("takes equal keys in different objects, and colons in text, as no fault", async () => {
    const line = '{"a":{"x":1},"b":[{"x":2},{"x":":"}],"x":"a\\":b"}';
    expect(await rowsOf(inputOf(line))).toEqual([JSON.parse(line)]);
  });

  test.each([
    ["nothing", "", "empty_file"],
    ["only a byte order mark", "\ufeff", "empty_file"],
    ["UTF-16", Buffer.from('\ufeff{"a":1}\n', "utf16le"), "wrong_encoding"],
  ])("that holds %s is refused", async (_, content, code) => {
    await expect(rowsOf(inputOf(content))).rejects.toMatchObject({ issues: [{ code }] });
  });
});

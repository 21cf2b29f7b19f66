import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutRecords, longestRecord, nextRecord } from "../../src/tables/records.ts";
import { csvRows } from "../support/files.ts";
import { cutsOf } from "./inputs.ts";

const comma = 0x2c;

/** The records of chunks that arrive one after another: their text, line and fault. */
function recordsIn(chunks: readonly Buffer[]): readonly string[] {
  let pending: Buffer = Buffer.alloc(0);
  let line = 1;
  const texts: string[] = [];
  const take = (last: boolean) => {
    const bytes = pending;
    const search = { delimiter: comma, longest: longestRecord, last };
    const { used } = cutRecords(bytes, search, (start, { end, lines, fault }) => {
      texts.push(`${line}:${fault ?? ""}:${bytes.toString("utf8", start, end)}`);
      line += lines;
    });
    pending = bytes.subarray(used);
  };
  for (const chunk of chunks) {
    pending = Buffer.concat([pending, chunk]);
    take(false);
  }
  take(true);
  return texts;
}

const whole = (text: string) => recordsIn([Buffer.from(text)]);

describe("Records", () => {
  test("end at LF, CR and CRLF, also mixed, with and without a last line end", () => {
    const records = ["1::a,b", "2::c,d", "3::e,f"];
    for (const text of ["a,b\nc,d\ne,f", "a,b\rc,d\re,f", "a,b\r\nc,d\r\ne,f", "a,b\r\nc,d\re,f"]) {
      expect(whole(text)).toEqual(records);
      for (const end of ["\n", "\r", "\r\n"]) expect(whole(`${text}${end}`)).toEqual(records);
    }
  });

  test("are none in an empty text, and one for each empty line", () => {
    expect(whole("")).toEqual([]);
    expect(whole("a\n\n\nb\n")).toEqual(["1::a", "2::", "3::", "4::b"]);
  });

  test("keep line breaks inside quotes, and count them as lines", () => {
    expect(whole('"a\r\nb\nc\rd",x\ny\n')).toEqual(['1::"a\r\nb\nc\rd",x', "5::y"]);
  });

  test("take a doubled quote as a quote and a quote inside a bare cell as text", () => {
    expect(whole('"a""\nb",x\ny"z,\n')).toEqual(['1::"a""\nb",x', '3::y"z,']);
  });

  test("with a stray quote end at their first line end", () => {
    expect(whole('"a"b,c\nd,e\n')).toEqual(['1:stray_quote:"a"b,c', "2::d,e"]);
  });

  test("with a quote that is never closed do not swallow the rows that follow", () => {
    expect(whole('a,"b\nc,d\ne,f\n')).toEqual(['1:unclosed_quote:a,"b', "2::c,d", "3::e,f"]);
    expect(whole('a,"b\nc,"d"\ne,f\n')).toEqual(['1:unclosed_quote:a,"b', '2::c,"d"', "3::e,f"]);
  });

  test("hold a quoted cell of up to the longest record, whatever its lines look like", () => {
    const lines = "no,quoted line\n".repeat(100_000);
    expect(whole(`a,"${lines}"\nb,c\n`)).toEqual([`1::a,"${lines}"`, "100002::b,c"]);
  });

  test("of the longest length are whole, and one of a byte more is left with all after it", () => {
    for (const row of ["x".repeat(longestRecord), `"${"x\n".repeat(longestRecord / 2 - 1)}"`]) {
      expect(row).toHaveLength(longestRecord);
      expect(whole(`a\n${row}\nb\n`)).toEqual(["1::a", `2::${row}`, expect.stringMatching(/^\d+::b$/)]);
      expect(whole(`a\n${row.replace("x", "xx")}\nb\n`)).toEqual(["1::a"]);
    }
  });

  test("with a quote that is not closed before the longest record are left, since their lines may be of a cell", () => {
    const lines = "no,line\n".repeat(longestRecord / 8);
    expect(whole(`a\nb,"${lines}c"\nd\n`)).toEqual(["1::a"]);
    expect(whole(`a\nb,"${lines}`)).toEqual(["1::a"]);
  });

  test("with a quote that the text does not close are read on from the next line, however many follow", () => {
    const found = whole(`a\nb,"${"no,line\n".repeat(1_000_000)}`);
    expect(found.slice(0, 3)).toEqual(["1::a", '2:unclosed_quote:b,"no,line', "3::no,line"]);
    expect(found).toHaveLength(1_000_001);
  });

  test.each([
    'id,a\r\n1,"x\r\ny"\r\n2,"u""v"\r\n',
    'id,a\r\n1,"x\r\n2,y\r\n3,"b"c\r\n4,d\r\n',
    '"a"b\r\r\n"c\n\n\r',
    'a,"é\r"\r"",""\r\n"""\r\n',
  ])("are the same wherever the chunks of %j end", (text) => {
    const bytes = Buffer.from(text);
    const expected = recordsIn([bytes]);
    for (const cut of cutsOf(bytes)) expect(recordsIn(cut)).toEqual(expected);
  });

  test("of any bytes are the same wherever a chunk ends", () => {
    const text = fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "a"), maxLength: 12 });
    fc.assert(
      fc.property(text, (found) => {
        const bytes = Buffer.from(found);
        const expected = recordsIn([bytes]);
        for (const cut of cutsOf(bytes)) expect(recordsIn(cut)).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });

  test("of any bytes cover every byte but line ends", () => {
    const text = fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "a", "b"), maxLength: 30 });
    fc.assert(
      fc.property(text, (found) => {
        const bytes = Buffer.from(found);
        let at = 0;
        cutRecords(bytes, { delimiter: comma, longest: longestRecord, last: true }, (start, { end }) => {
          expect(bytes.toString("utf8", at, start)).toMatch(/^(?:\r\n?|\n)?$/);
          at = end;
        });
        expect(bytes.toString("utf8", at)).toMatch(/^(?:\r\n?|\n)?$/);
      }),
      { numRuns: 3000 },
    );
  });

  test("of well-formed text are as many as a plain reader finds", () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "a", "ß", " "), maxLength: 6 });
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    const end = fc.constantFrom("\n", "\r", "\r\n");
    fc.assert(
      fc.property(rows, end, (table, lineEnd) => {
        const text = table
          .map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(",") + lineEnd)
          .join("");
        expect(csvRows(text)).toEqual(table);
        expect(whole(text)).toHaveLength(table.length);
      }),
      { numRuns: 2000 },
    );
  });

  test("are the same whether or not what earlier ones found is known", () => {
    const text = fc.string({ unit: fc.constantFrom('"', '"', ",", "\n", "\r", "a"), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.boolean(), (written, last) => {
        const bytes = Buffer.from(written);
        const search = { delimiter: comma, longest: longestRecord, last };
        const known = {};
        for (let at = 0; at < bytes.length; ) {
          const record = nextRecord(bytes, at, search, known);
          expect(record).toEqual(nextRecord(bytes, at, search));
          if (record === undefined) break;
          at = record.next;
        }
      }),
      { numRuns: 5000 },
    );
  });

  test("whose quotes open on every line and never fit are not walked to the end each", () => {
    const lines = 50_000; // seven thousand million bytes, if they were
    const found = whole('a","b\n'.repeat(lines));
    expect(found).toHaveLength(lines);
    expect(found.at(-2)).toBe(`${lines - 1}:unclosed_quote:a","b`);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellWriter } from "../../src/tables/index.ts";
import { csvRows } from "../support/files.ts";

describe("A text cell", () => {
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    "\ttext",
    "  =1",
    "\u00a0=1",
    "\ufeff=1",
    '"=1',
    "'=1",
    ' " =1',
    "\n\n-1\nb",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff201",
    "=1,2\n3",
  ])("%j, which a spreadsheet would run, gets a quote before it and is counted", (cell) => {
    const writer = cellWriter(",", false);
    expect(csvRows(writer.row(["a", cell], []))).toEqual([["a", `'${cell}`]]);
    expect(writer.guarded()).toBe(1);
  });

  test.each(["", "text", "a=1", "1-2", "x\n=1", "'quoted'", '"said"', " spaced ", "a@b.example", "ünïcode", "00123"])(
    "%j, which a spreadsheet would not run, is written as it is",
    (cell) => {
      const writer = cellWriter(",", false);
      expect(csvRows(writer.row([cell, "b"], []))).toEqual([[cell, "b"]]);
      expect(writer.guarded()).toBe(0);
    },
  );

  test("that is guarded already gets a quote like any that starts with one, so that taking one off gives back what it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", "-", "=", "5", "a"), maxLength: 4 }), (text) => {
        const { guard } = cellWriter(",", false);
        const once = guard(text);
        if (once !== text) expect([once, guard(once)]).toEqual([`'${text}`, `''${text}`]);
      }),
    );
  });

  test("is written as it is where raw text was asked for", () => {
    const writer = cellWriter(",", true);
    expect(csvRows(writer.row(["=1", "-2"], []))).toEqual([["=1", "-2"]]);
    expect(writer.guarded()).toBe(0);
  });

  test("of our own is never touched, so a negative number stays a number", () => {
    const writer = cellWriter(",", false);
    expect(writer.row(["a"], ["-1", "=x"])).toBe("a,-1,=x\n");
    expect(writer.line(["-1"])).toBe("-1\n");
    expect(writer.guarded()).toBe(0);
  });

  test("known to be a code is not looked at, and the others are", () => {
    const writer = cellWriter(",", false);
    expect(writer.row(["yes", "=1"], ["x"], [1])).toBe("yes,'=1,x\n");
    expect(writer.row(["yes", "plain text"], ["x"], [1])).toBe("yes,plain text,x\n");
  });

  test("is read back as it was but for the quote, for any text, with commas and with tabs", () => {
    const unit = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\n",
      '"',
      "'",
      ",",
      " ",
      "a",
      "1",
      "é",
      "\uff1d",
      "\ufeff",
    );
    const cells = fc.array(fc.string({ unit, maxLength: 5 }), { minLength: 2, maxLength: 4 });
    for (const delimiter of [",", "\t"] as const) {
      fc.assert(
        fc.property(cells, fc.boolean(), (row, all) => {
          const writer = cellWriter(delimiter, false);
          const text = writer.row(row, ["x"], all ? [...row.keys()] : undefined);
          const found = csvRows(text, delimiter);
          expect(found).toHaveLength(1);
          const back = found[0]!.slice(0, -1);
          const guarded = back.map((cell, at) => cell === `'${row[at]}`);
          back.forEach((cell, at) => {
            expect([row[at], `'${row[at]}`]).toContain(cell);
            expect(cell).not.toMatch(/^["\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
          });
          expect(writer.guarded()).toBe(guarded.filter(Boolean).length);
        }),
        { numRuns: 3000 },
      );
    }
  });

  test("of 100,000 spaces and quotes takes no more than its length's time", () => {
    const started = performance.now();
    const cell = `${` "'`.repeat(50_000)}x`;
    cellWriter(",", false).row([cell, cell], [], [0, 1]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

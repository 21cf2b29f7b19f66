import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const page = readFileSync("docs/explanation/attacks-and-faults.md", "utf8");
const rows = page.split("\n").filter((line) => /^\|(?! *(?:-+|What may happen) *\|)/.test(line));
const named = rows.map((row) => {
  const [, , , shown = ""] = row.split(/(?<!\\)\|/);
  const [, file = "", title = ""] = /^\s*`([^`]+)`: (.*?)\s*$/.exec(shown) ?? [];
  return { row: row.slice(0, 60), file, title };
});

it("every row of the page on attacks and faults names a test", () => {
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter(({ file, title }) => !/^test\/.+\.test\.ts$/.test(file) || title === "")).toEqual([]);
});

it("every test that the page on attacks and faults names is there, by its whole title", () => {
  const missing = named.filter(({ file, title }) => {
    const text = existsSync(file) ? readFileSync(file, "utf8").replaceAll('\\"', '"') : "";
    return !text.includes(`"${title}"`);
  });
  expect(missing).toEqual([]);
});

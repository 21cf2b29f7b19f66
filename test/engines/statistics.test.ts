import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const python = join(process.env.ENGINES_DIR ?? ".engines", "python", "bin", "python");
const folder = mkdtempSync(join(tmpdir(), "reference-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const absent = (what: string) => `${what} is not installed: run scripts/setup-engines`;
const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

/** Where two values differ by more than the last digits, which hang on the processor and its libraries. */
function differences(
  found: unknown,
  stored: unknown,
  path: string,
  digits: number | ((path: string) => number),
): readonly string[] {
  if (typeof found === "number" && typeof stored === "number") {
    const off = Math.abs(found - stored) / Math.max(Math.abs(stored), 1e-3);
    return off < 10 ** -(typeof digits === "number" ? digits : digits(path))
      ? []
      : [`${path}: ${found}, stored ${stored}`];
  }
  if (typeof found !== "object" || typeof stored !== "object" || found === null || stored === null) {
    return found === stored ? [] : [`${path}: ${String(found)}, stored ${String(stored)}`];
  }
  const keys = new Set([...Object.keys(found), ...Object.keys(stored)]);
  const part = (of: object, key: string): unknown => (of as Readonly<Record<string, unknown>>)[key];
  return [...keys].flatMap((key) => differences(part(found, key), part(stored, key), `${path}.${key}`, digits));
}

/** Values of a file, without the versions that gave them, which may be newer here. */
const values = (path: string) => ({ ...(read(path) as Readonly<Record<string, unknown>>), versions: "any" });
const again = (name: string, digits: number | ((path: string) => number)) =>
  differences(values(join(folder, name)), values(join("test", "reference", name)), name, digits);

/** lavaan and factanal search until some seven digits; all else is worked out. */
const digitsInR = (path: string): number => (/omega|loading|\.standardised$/i.test(path) ? 6 : 10);

describe("the stored reference values are what the packages give today", () => {
  it("in Python", () => {
    expect(existsSync(python), absent(python)).toBe(true);
    execFileSync(python, ["-W", "ignore", "scripts/reference/reference.py", folder], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    for (const name of ["agreement", "distribution", "accuracy"]) expect(again(`${name}.python.json`, 10)).toEqual([]);
  });

  it("in R", () => {
    const found = (() => {
      try {
        return execFileSync("Rscript", ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
      } catch {
        return undefined;
      }
    })();
    expect(found, absent("Rscript")).toBeDefined();
    execFileSync("Rscript", ["scripts/reference/reference.R", folder], { stdio: ["ignore", "ignore", "pipe"] });
    expect(again("r.json", digitsInR)).toEqual([]);
  });
});

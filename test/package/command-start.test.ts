import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { binary } from "../support/files.ts";

const dataUrl = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;

/** Says on standard error the address of every module that is read. */
const hook = dataUrl(`export async function load(url, context, next) {
  process._rawDebug("read " + url);
  return next(url, context);
}`);
const watch = dataUrl(`import { register } from "node:module"; register(${JSON.stringify(hook)});`);

/** The modules that a command reads, but for the engine's own. */
function modulesOf(args: readonly string[], input: string): readonly string[] {
  const { status, stderr } = spawnSync(process.execPath, ["--import", watch, binary, ...args], {
    input,
    encoding: "utf8",
  });
  expect(status).toBe(0);
  return [...stderr.matchAll(/^read file:\S+?\/((?:node_modules|dist)\/\S+)$/gm)].map(([, path]) => path ?? "");
}

const cases = "case_id,adult,other_grievance\n1,yes,yes\n";

describe("what a command reads when it starts", () => {
  it("is for classify a few files, with none of the packages and no form but its own", () => {
    const read = modulesOf(["classify", "-", "--quiet"], cases);
    expect(read.filter((path) => path.startsWith("node_modules/"))).toEqual([]);
    expect(read.length).toBeGreaterThan(1);
    expect(read.length).toBeLessThan(12);
    expect(read.filter((path) => /registry/.test(path))).toEqual([]);
  });

  it("is for score all forms, and the definitions only if some are asked for", () => {
    const words = ["score", "-", "--instrument", "ssb-conduct", "--as-of", "2026-03-01", "--quiet"];
    const definitions = (more: readonly string[]) =>
      modulesOf([...words, ...more], "case_id,calls\n1,\n").filter((path) => /definitions/.test(path)).length;
    expect(definitions([])).toBe(0);
    expect(definitions(["--definitions", "ew-pha-4a-fear"])).toBeGreaterThan(0);
  });

  it("is all content for a command that lists it, and every command for one that is asked what there is", () => {
    expect(modulesOf(["list"], "").filter((path) => /registry/.test(path))).toHaveLength(1);
    expect(modulesOf(["help"], "").length).toBeGreaterThan(40);
  });
});

import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import * as content from "../../src/content/instruments/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";

const all: readonly Instrument[] = Object.values(content);

/** What an application's bundle holds that imports one form and scores it, from the built package. */
async function bundleOf(code: string): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: process.cwd() },
    bundle: true,
    format: "esm",
    write: false,
    platform: "neutral",
    mainFields: ["module", "main"],
    logLevel: "silent",
  });
  return result.outputFiles[0]?.text ?? "";
}

describe("a bundle", () => {
  it("that scores one form holds no item of any other", async () => {
    const text = await bundleOf(`
      import { score } from "./dist/assessment/index.js";
      import { quickScreen } from "./dist/content/instruments/quick-screen.js";
      console.log(score(quickScreen, {}, { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } }));
    `);
    expect(text).toContain("victim_finds_unwanted");
    const others = all.filter(({ id }) => id !== "ssb-quick");
    const wordings = others.flatMap(({ items }) => Object.values(items).map(({ text: { rater } }) => rater));
    expect(wordings.length).toBeGreaterThan(200);
    expect(wordings.filter((wording) => text.includes(JSON.stringify(wording)))).toEqual([]);
  });

  it("of the rules alone holds no form and no source", async () => {
    const text = await bundleOf(`import { evaluate } from "./dist/rules/index.js"; console.log(evaluate);`);
    expect(text).not.toContain("wants_back");
    expect(text).not.toContain("citation");
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { libraryVersion } from "../../src/instrument/index.ts";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, text: readFileSync(join("src", name), "utf8") }));
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
const impure = [
  /\bfetch\s*\(/,
  /\bXMLHttpRequest\b/,
  /\bWebSocket\b/,
  /\bsendBeacon\b/,
  /\bDate\.now\b/,
  /\bnew Date\b/,
  /\bMath\.random\b/,
  /\bprocess\./,
  /\bsetTimeout\b/,
  /\bsetInterval\b/,
  /\btoLocale\w*/,
  /\blocaleCompare\b/,
  /\bIntl\./,
  /\blocalStorage\b/,
];

describe("the source", () => {
  it.each(impure.map((pattern) => [pattern.source, pattern] as const))(
    "outside tables and cli never uses %s",
    (_, pattern) => {
      const found = files
        .filter(({ name, text }) => !/^(tables|cli)\//.test(name) && pattern.test(code(text)))
        .map(({ name }) => name);
      expect(found).toEqual([]);
    },
  );

  it("never makes code from text and never ends the process", () => {
    const found = files.filter(({ text }) =>
      /\beval\s*\(|\bnew Function\b|\bFunction\s*\(|process\.exit\s*\(/.test(code(text)),
    );
    expect(found.map(({ name }) => name)).toEqual([]);
  });

  it("carries the version of the manifest", () => {
    expect(libraryVersion).toBe(manifest.version);
  });
});

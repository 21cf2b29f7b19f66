import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const cruise = (folder: string, cwd?: string) =>
  spawnSync(
    process.execPath,
    [
      join(process.cwd(), "node_modules/dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      join(process.cwd(), ".dependency-cruiser.cjs"),
      folder,
    ],
    { encoding: "utf8", cwd: cwd ?? process.cwd() },
  );

describe("the layers", () => {
  it("hold: no folder imports one above it, and mechanism never imports content", () => {
    const { status, stdout } = cruise("src");
    expect(stdout).toContain("no dependency violations");
    expect(status).toBe(0);
  });

  it.each([
    [
      "an import upwards",
      "rules/a.ts",
      'import { b } from "../typology/index.ts"; export const a = b;',
      "rules-imports-upwards",
    ],
    [
      "content in mechanism",
      "typology/a.ts",
      'import { b } from "../content/index.ts"; export const a = b;',
      "mechanism-imports-content",
    ],
    [
      "an import past an index",
      "typology/a.ts",
      'import { b } from "../rules/b.ts"; export const a = b;',
      "past-an-index",
    ],
    [
      "Node in pure code",
      "rules/a.ts",
      'import { readFileSync } from "node:fs"; export const a = readFileSync;',
      "node-in-pure-code",
    ],
  ])("fail for %s", (_, file, text, rule) => {
    const root = mkdtempSync(join(process.cwd(), "tmp-layers-"));
    try {
      for (const folder of ["rules", "typology", "content"]) {
        mkdirSync(join(root, "src", folder), { recursive: true });
        writeFileSync(join(root, "src", folder, "index.ts"), "export const b = 1;\n");
        writeFileSync(join(root, "src", folder, "b.ts"), "export const b = 1;\n");
      }
      writeFileSync(
        join(root, "tsconfig.json"),
        '{ "compilerOptions": { "allowImportingTsExtensions": true, "noEmit": true } }',
      );
      writeFileSync(join(root, "src", file), text);
      const { status, stdout } = cruise("src", root);
      expect(stdout).toContain(rule);
      expect(status).not.toBe(0);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});

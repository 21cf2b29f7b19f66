import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A fresh project outside the repository, into which the packed package was installed. */
export interface InstalledProject {
  readonly folder: string;
  remove(): void;
}

/**
 * Packs the built package, installs it as a user would and copies the recipes beside it. Other packages that a recipe
 * needs are linked from the repository, so that only the package itself is under test.
 */
export function installedProject(others: readonly string[]): InstalledProject {
  if (!existsSync(join(root, "dist/index.js"))) throw new Error("The package is not built: run npm run build");
  const folder = mkdtempSync(join(tmpdir(), "recipes-"));
  const run = (words: readonly string[], cwd: string) => execFileSync("npm", words, { cwd, encoding: "utf8" });
  const [packed] = JSON.parse(run(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root)) as {
    filename: string;
  }[];
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "fresh", private: true, type: "module" }));
  run(["install", "--prefer-offline", "--no-audit", "--no-fund", `./${packed?.filename}`], folder);
  for (const name of others) {
    const to = join(folder, "node_modules", name);
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    symlinkSync(join(root, "node_modules", name), to);
  }
  cpSync(join(root, "examples/recipes"), folder, { recursive: true });
  cpSync(join(root, "examples/published-cases/coded-by-a.csv"), join(folder, "cases.csv"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

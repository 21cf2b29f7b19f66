// Packs the built package and holds it to what a user gets: the manifest, the files, publint and the types.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const run = (command, ...words) =>
  execFileSync(command, words, { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
const folder = mkdtempSync(join(tmpdir(), "package-check-"));
const faults = [];
try {
  const [packed] = JSON.parse(run("npm", "pack", "--json", "--ignore-scripts", "--pack-destination", folder));
  const tarball = join(folder, packed.filename);
  const names = packed.files.map(({ path }) => path);
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  if (Object.keys(manifest.dependencies).join() !== "zod") faults.push("the only dependency must be zod");
  if (manifest.optionalDependencies !== undefined) faults.push("there must be no optional dependencies");
  for (const script of ["preinstall", "install", "postinstall", "prepare"]) {
    if (manifest.scripts[script] !== undefined) faults.push(`there must be no ${script} script`);
  }
  const stray = names.filter((name) => /(^|\/)(test|bench|src|node_modules)\/|\.map$|\.part$|\/out\//.test(name));
  if (stray.length > 0) faults.push(`files that must not be packed: ${stray.join(", ")}`);
  for (const needed of [
    "dist/index.js",
    "dist/index.cjs",
    "dist/index.d.ts",
    "dist/cli/bin.js",
    "dist/cli/score-worker.js",
    "advisories.json",
    "LICENSE",
    "README.md",
  ]) {
    if (!names.includes(needed)) faults.push(`${needed} is not packed`);
  }
  run("npx", "publint", "--strict", tarball);
  run("npx", "attw", "--profile", "node16", tarball);
  console.log(`${names.length} files packed, ${packed.size} bytes; publint and attw found nothing`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;

// Builds dist: modules by esbuild (through tsup), the command line by rolldown, and one declaration file for each source
// file, for ESM and for CommonJS. The compiler writes the declarations once, with the sources' own `.ts` specifiers; here
// those get the endings of dist.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildCli } from "./build-cli.mjs";
import { mergeEntries } from "./merge-entries.mjs";

const run = (...words) =>
  new Promise((resolve, reject) => {
    spawn("npx", words, { stdio: "inherit" }).on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${words.join(" ")} ended with ${code}`)),
    );
  });

const specifier = /(from |import\()"(\.{1,2}\/[^"]+)\.ts"/g;

rmSync("dist", { recursive: true, force: true });
await Promise.all([run("tsup", "--silent"), run("tsc", "-p", "tsconfig.declarations.json"), buildCli()]);
mergeEntries("dist");
for (const name of readdirSync("dist", { recursive: true })) {
  if (!name.endsWith(".d.ts")) continue;
  const path = join("dist", name);
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(specifier, '$1"$2.js"'));
  writeFileSync(path.replace(/\.d\.ts$/, ".d.cts"), text.replace(specifier, '$1"$2.cjs"'));
}

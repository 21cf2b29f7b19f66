// Builds the command line. esbuild would put whatever any command reaches through a folder's index into one file that all
// of them read; this bundler gives each command the code that it uses, so that it starts sooner.
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { build } from "rolldown";

const entries = { bin: "src/cli/bin.ts", "score-worker": "src/cli/score-worker.ts" };

/**
 * Whether a module is in the file that every command begins with, if it is reached from the start: not an entry, which runs
 * when it is read, nor one that checks structure, since most commands have none to check.
 */
const isCommon = (id) =>
  !Object.values(entries).some((path) => id.endsWith(path)) && !/from "zod/.test(readFileSync(id, "utf8"));

/** Writes the command and the program of its worker threads to `dist/cli`. */
export async function buildCli() {
  rmSync("dist/cli", { recursive: true, force: true });
  const { output } = await build({
    input: entries,
    platform: "node",
    external: [/^zod/, /^vega/, /^@duckdb\//, "@resvg/resvg-js"],
    // Some packages have their modules only there, and beside them a form that no bundler can follow.
    resolve: { mainFields: ["module", "main"] },
    preserveEntrySignatures: false,
    logLevel: "warn",
    checks: { ineffectiveDynamicImport: false },
    output: {
      dir: "dist/cli",
      format: "esm",
      entryFileNames: "[name].js",
      chunkFileNames: "[name]-[hash].js",
      codeSplitting: {
        // One file and not fifty, which takes half as long to read.
        groups: [{ name: "common", tags: ["$initial"], test: isCommon }],
        includeDependenciesRecursively: false,
      },
    },
  });
  const common = output.filter(({ name }) => name === "common");
  // If it needed another chunk, each would run before the other was ready.
  const needed = common.flatMap(({ imports }) => imports).filter((path) => !isBuiltin(path));
  if (common.length !== 1 || needed.some((path) => !path.startsWith("rolldown-runtime")))
    throw new Error(`the file that every command begins with needs ${needed.join(" ")}`);
  chmodSync("dist/cli/bin.js", 0o755);
}

// Bundles the page into `out`, which needs no server: open `out/index.html`, or put the folder on any static host.
import { cpSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Builds the page and returns the folder that holds it. */
export async function buildPage() {
  const from = (name) => fileURLToPath(new URL(name, import.meta.url));
  mkdirSync(from("out"), { recursive: true });
  for (const name of ["index.html", "app.css", "icon.svg"]) cpSync(from(name), from(`out/${name}`));
  await build({
    entryPoints: [from("src/main.ts")],
    outfile: from("out/app.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    logOverride: { "ignored-bare-import": "silent" }, // the package has no side effects, so these imports may go
  });
  return from("out");
}

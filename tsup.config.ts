import { defineConfig, type Options } from "tsup";
import manifest from "./package.json" with { type: "json" };

const layers = [
  "issues",
  "evidence",
  "rules",
  "instrument",
  "inquiry",
  "assessment",
  "incidents",
  "definition",
  "judgement",
  "typology",
  "record",
  "cohort",
  "sql",
  "formats",
  "reports",
];
const content = ["instruments", "typologies", "guidance", "definitions", "rating-forms"];
const contentFiles = [
  "bibliography",
  "figures",
  "cross-checks",
  "conduct-log",
  "risk-evidence",
  ...content.map((folder) => `${folder}/index`),
];

/** Files of those folders that the manifest shuts, since they only serve the others. */
const shut = Object.entries(manifest.exports).flatMap(([path, target]) =>
  target === null ? [path.replace("./", "!src/").concat(".ts")] : [],
);

const shared: Options = {
  target: "node20",
  sourcemap: false,
  clean: false,
  splitting: true,
  treeshake: true,
  external: ["zod", "vega", "vega-lite", "@resvg/resvg-js"],
  esbuildOptions: (options) => {
    // It asks by `eval` whether the engine has generators, which a page with a strict policy must not do. All have them.
    options.alias = { "@stdlib/assert-has-generator-support": "./scripts/has-generator-support.cjs" };
  },
};

export default defineConfig([
  {
    ...shared,
    format: ["esm", "cjs"],
    entry: [
      "src/index.ts",
      ...layers.map((layer) => `src/${layer}/index.ts`),
      ...contentFiles.map((file) => `src/content/${file}.ts`),
      "src/formats/*.ts",
      "src/content/instruments/*.ts",
      "src/content/typologies/*.ts",
      "src/content/definitions/*.ts",
      ...shut,
      "src/tables/index.ts",
      "src/charts/index.ts",
    ],
  },
]);

import { configDefaults, defineConfig } from "vitest/config";

/** Tests that put something in the place of a module, so that no other file may share their process. */
const replacesModules = ["test/tables/broken-disk.test.ts", "test/tables/duckdb-session.test.ts"];
const exclude = [...configDefaults.exclude, "test/engines/**"];

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: { provider: "v8", include: ["src/**"] },
    projects: [
      {
        extends: true,
        test: {
          name: "shared",
          include: ["test/**/*.test.ts"],
          exclude: [...exclude, ...replacesModules],
          // What a file has imported serves the next one too. The code is pure, and its objects are frozen.
          isolate: false,
          typecheck: { enabled: true, include: ["test/types/*.test-d.ts"], tsconfig: "./tsconfig.json" },
        },
      },
      { extends: true, test: { name: "alone", include: replacesModules, exclude } },
    ],
  },
});

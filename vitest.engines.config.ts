import { defineConfig } from "vitest/config";

/** Tests that need another program: `scripts/setup-engines` installs them all. An absent engine is a failure here. */
export default defineConfig({
  test: { include: ["test/engines/**/*.test.ts"], testTimeout: 600_000, hookTimeout: 600_000, fileParallelism: false },
});

import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Those that take longest, in that order; the others follow. */
const longest = ["equality", "web", "formats-lforms", "reports"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Tests that need another program: `scripts/setup-engines` installs them all. An absent engine is a failure here. */
export default defineConfig({
  test: {
    include: ["test/engines/**/*.test.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Much of it is waiting for the other program. More at once would be too many browsers and Java machines.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});

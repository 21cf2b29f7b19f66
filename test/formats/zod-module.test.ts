import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import * as content from "../../src/content/instruments/index.ts";
import { toZodModule } from "../../src/formats/index.ts";
import { type Instrument, parseAnswers } from "../../src/instrument/index.ts";
import { answersOrOther } from "../support/arbitraries.ts";

const all: readonly Instrument[] = Object.values(content);
mkdirSync("tmp", { recursive: true });
/** In the project, so that the modules find zod as they would in a user's. */
const folder = mkdtempSync(join(process.cwd(), "tmp/zod-"));
for (const form of all) writeFileSync(join(folder, `${form.id}.ts`), toZodModule(form).document);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a zod module", () => {
  it("compiles under strict TypeScript, with the types of its codes", () => {
    writeFileSync(
      join(folder, "use.ts"),
      [
        'import { type Answers, answers } from "./ssb-type.ts";',
        'const good: Answers = { adult: "yes", wants_back: "not_sure", first_aim: null };',
        "// @ts-expect-error: no such code",
        'const bad: Answers = { adult: "Yes" };',
        "// @ts-expect-error: no such item",
        'const other: Answers = { adlut: "yes" };',
        "export const all = [answers.parse(good), bad, other];",
      ].join("\n"),
    );
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--allowImportingTsExtensions", "--skipLibCheck"];
    const files = [...all.map(({ id }) => `${id}.ts`), "use.ts"].map((name) => join(folder, name));
    const tsc = join(process.cwd(), "node_modules/typescript/bin/tsc");
    const ignore = ["--ignoreConfig", "--types", "node"];
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, ...ignore, ...files], {
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([0, ""]);
  });

  it.each(all.map((form) => [form.id, form] as const))(
    "of %s accepts exactly what parseAnswers does",
    async (id, form) => {
      const { answers } = (await import(join(folder, `${id}.ts`))) as { answers: z.ZodType };
      let good = 0;
      fc.assert(
        fc.property(answersOrOther(form), (given) => {
          const { ok } = parseAnswers(given, form);
          if (ok) good += 1;
          expect(answers.safeParse(given).success).toBe(ok);
        }),
        { numRuns: 300 },
      );
      expect(good).toBeGreaterThan(30);
      expect(good).toBeLessThan(300);
    },
  );

  it("names its form, version and hash, and what it does not carry", () => {
    const { document, losses } = toZodModule(content.quickScreen);
    expect(document.split("\n")[0]).toMatch(/ssb-quick \d+\.\d+\.\d+, sha256:[0-9a-f]{64}/);
    expect(losses.map(({ code }) => code)).toEqual(["evidence_not_carried", "rule_not_expressible"]);
  });
});

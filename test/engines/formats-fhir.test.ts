import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import * as content from "../../src/content/instruments/index.ts";
import { toFhir, toFhirDefinitions, toFhirResponse } from "../../src/formats/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { answersTo } from "../support/arbitraries.ts";

const forms: readonly Instrument[] = Object.values(content);
const packages = ".engines/java";
const random = { seed: 20260101, numRuns: 1 };

/**
 * What is passed over: a wish of good practice for a page of text in every resource, and that a response is looked at by
 * itself, without its questionnaire.
 */
const wished = /dom-6|The questionnaire '[^']*' could not be resolved/;

it("HAPI's validator finds no fault in any questionnaire, definition or response", () => {
  if (!existsSync(packages)) throw new Error("no HAPI validator: run scripts/setup-engines java");
  const folder = mkdtempSync(join(tmpdir(), "fhir-"));
  try {
    const files: string[] = [];
    const write = (name: string, resource: unknown) => {
      files.push(join(folder, name));
      writeFileSync(join(folder, name), JSON.stringify(resource));
    };
    for (const form of forms) {
      write(`definitions-${form.id}.json`, toFhirDefinitions(form).document);
      for (const respondent of form.respondents) {
        const name = `${form.id}-${respondent}.json`;
        write(`questionnaire-${name}`, toFhir(form, { respondent }).document);
        const [answers = {}] = fc.sample(answersTo(form), random);
        const asked = Object.fromEntries(
          Object.entries(answers).filter(([id]) => {
            const only = form.items[id]?.askOnly;
            return only === undefined || only === respondent;
          }),
        );
        write(`response-${name}`, toFhirResponse(asked, form, { respondent, authored: "2026-03-01T10:00:00Z" }));
      }
    }
    const path = `${packages}/*:${folder}`;
    execFileSync("javac", ["-cp", path, "-d", folder, "test/engines/FhirCheck.java"]);
    const words = ["-Xmx1500m", "-cp", path, "FhirCheck", ...files];
    const lines = execFileSync("java", words, { encoding: "utf8", maxBuffer: 1e9, stdio: ["ignore", "pipe", "ignore"] })
      .trim()
      .split("\n");
    expect(lines.filter((line) => line.endsWith("\tchecked"))).toHaveLength(files.length);
    expect(lines.filter((line) => !line.endsWith("\tchecked") && !wished.test(line))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

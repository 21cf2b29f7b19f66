import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import * as content from "../../src/content/instruments/index.ts";
import { toFhir, toFhirDefinitions, toFhirResponse } from "../../src/formats/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { toyAlike } from "../support/toy-instruments.ts";

const forms: readonly Instrument[] = [...Object.values(content), toyAlike];
const packages = ".engines/java";
const random = { seed: 20260101, numRuns: 1 };
const authored = "2026-03-01T10:00:00Z";

/** What is passed over: a wish of good practice for a page of text in every resource. */
const wished = /dom-6/;

/** What HAPI finds in resources, by file: questionnaires and definitions among them are known to the responses. */
function faultsIn(resources: ReadonlyMap<string, unknown>): readonly string[] {
  if (!existsSync(packages)) throw new Error("no HAPI validator: run scripts/setup-engines java");
  const folder = mkdtempSync(join(tmpdir(), "fhir-"));
  try {
    const files = [...resources].map(([name, resource]) => {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(resource));
      return file;
    });
    const path = `${packages}/*:${folder}`;
    execFileSync("javac", ["-cp", path, "-d", folder, "test/engines/FhirCheck.java"]);
    const words = ["-Xmx1500m", "-cp", path, "FhirCheck", ...files];
    const lines = execFileSync("java", words, { encoding: "utf8", maxBuffer: 1e9, stdio: ["ignore", "pipe", "ignore"] })
      .trim()
      .split("\n");
    expect(lines.filter((line) => line.endsWith("\tchecked"))).toHaveLength(files.length);
    return lines.filter((line) => !line.endsWith("\tchecked") && !wished.test(line));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every questionnaire with its definitions and a random response. */
function exported(): ReadonlyMap<string, unknown> {
  const resources = new Map<string, unknown>();
  for (const form of forms) {
    resources.set(`definitions-${form.id}`, toFhirDefinitions(form).document);
    for (const respondent of form.respondents) {
      const [answers = {}] = fc.sample(answersTo(form), random);
      resources.set(`questionnaire-${form.id}-${respondent}`, toFhir(form, { respondent }).document);
      const { document } = toFhirResponse(answers, form, { respondent, authored });
      resources.set(`response-${form.id}-${respondent}`, document);
    }
  }
  return resources;
}

/** Responses that a questionnaire does not allow. */
function broken(): ReadonlyMap<string, unknown> {
  const answers = { prior_relationship: "friend", mutual_bond: "yes" } as const;
  const { document } = toFhirResponse(answers, content.relationshipAndMotive, { respondent: "rater", authored });
  const changed = (from: string, to: string): unknown => JSON.parse(JSON.stringify(document).replace(from, to));
  return new Map([
    ["broken-code", changed('"code":"yes"', '"code":"friend"')],
    ["broken-gate", changed('"code":"friend"', '"code":"stranger"')],
    ["broken-question", changed('"linkId":"mutual_bond"', '"linkId":"mutual_bonds"')],
  ]);
}

let faults: readonly string[];
beforeAll(() => {
  faults = faultsIn(new Map([...exported(), ...broken()]));
});

describe("HAPI's validator", () => {
  const isBroken = (fault: string) => fault.startsWith("broken-");

  it("finds no fault in any questionnaire, its definitions, or a random response to it", () => {
    expect(faults.filter((fault) => !isBroken(fault))).toEqual([]);
  });

  it("refuses another question's code, an answer behind a closed gate and an unknown question", () => {
    const told = new Set(faults.filter(isBroken).map((fault) => fault.split("\t", 2).join(" ")));
    expect([...told]).toEqual(["broken-code.json ERROR", "broken-gate.json ERROR", "broken-question.json ERROR"]);
  });
});

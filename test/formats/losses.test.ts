import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exportFormats } from "../../src/cli/export-formats.ts";
import * as content from "../../src/content/instruments/index.ts";
import { englishFormWords } from "../../src/formats/index.ts";
import { contentHash } from "../../src/instrument/index.ts";
import { englishPhrases } from "../../src/reports/index.ts";

const guide = readFileSync("docs/guide/exports.md", "utf8");

/** What the guide says that a format does not carry, as codes of losses. */
const codes: Readonly<Record<string, string>> = {
  evidence: "evidence_not_carried",
  state: "state_not_carried",
  pause: "pause_not_carried",
  level: "level_not_carried",
  contradictions: "contradictions_not_carried",
  rule: "rule_not_expressible",
  wordings: "both_wordings_not_carried",
};

describe.each(Object.entries(exportFormats))("the format %s", (format, make) => {
  const exports = Object.values(content).flatMap((form) =>
    form.respondents.map((respondent) => ({ form, ...make(form, respondent, englishFormWords, englishPhrases) })),
  );

  it("loses what the guide says, and nothing else", () => {
    const row = guide.split("\n").find((line) => line.startsWith(`| \`${format}\``));
    const said = row
      ?.split("|")[3]
      ?.split(",")
      .map((word) => codes[word.trim()]);
    const lost = new Set(exports.flatMap(({ losses }) => losses.map(({ code }) => code)));
    expect(said?.sort()).toEqual([...lost].sort());
  });

  it("holds the id, version and hash of the form", () => {
    for (const { form, document } of exports) {
      const text = JSON.stringify(document);
      for (const told of [form.id, form.version, contentHash(form)]) expect(text).toContain(told);
    }
  });
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commonOptions } from "../../src/cli/command.ts";
import { allContent } from "../../src/cli/registry.ts";
import { commandTexts, voiceOf } from "../../src/cli/words.ts";
import { englishWords, parseWords } from "../../src/cli/words-file.ts";
import { quickScreen } from "../../src/content/instruments/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { shapeOf, valueOrThrow } from "../../src/issues/index.ts";
import { appendEntry, recordedScore } from "../../src/record/index.ts";
import { begun } from "../record/records.ts";
import { inFolder, run } from "../support/command.ts";
import { commands, english } from "../support/commands.ts";
import { inPseudo, latinWordsIn, pseudo, pseudoWords } from "../support/pseudo-locale.ts";
import { filesUnder } from "../support/run-snippets.ts";

const file = englishWords(english);
const faultsOf = (given: unknown) => {
  const result = parseWords(given, english);
  return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
};
const without = (texts: Readonly<Record<string, string>>, key: string) =>
  Object.fromEntries(Object.entries(texts).filter(([each]) => each !== key));

/** Runs a command with these words. */
const inWords = (words: unknown, ...args: readonly string[]) =>
  inFolder((folder) => {
    const path = join(folder, "words.json");
    writeFileSync(path, JSON.stringify(words));
    return run([...args, "--words", path]);
  });

describe("the words of the command line", () => {
  it("hold every text of every command's help", () => {
    for (const { name, summary, arguments: taken, options, notes = [] } of commands) {
      const said = [
        summary,
        ...taken.map(({ says }) => says),
        ...Object.values(options).map(({ says }) => says),
        ...notes,
      ];
      const texts = Object.entries(english.commands.texts).filter(([key]) => key.startsWith(`help.${name}.`));
      expect(texts.map(([, text]) => text)).toEqual(said.filter((text) => text !== ""));
    }
    for (const [name, { says }] of Object.entries(commonOptions)) {
      expect(english.commands.texts[`help.options.${name}`]).toBe(says);
    }
  });

  it("are printed as one file that can be taken back, whole or part by part", async () => {
    const printed = JSON.parse((await run(["words"])).stdout);
    expect(printed).toEqual(JSON.parse(JSON.stringify(file)));
    expect(faultsOf(printed)).toEqual([]);
    expect(Object.keys(JSON.parse((await run(["words", "issues"])).stdout))).toEqual(["issues"]);
    const quick = JSON.parse((await run(["words", "ssb-quick"])).stdout);
    expect(quick.wordings.map(({ of }: { of: { id: string } }) => of.id)).toEqual(["ssb-quick"]);
    expect((await run(["words", "ssb-quikc"])).stderr).toContain("nearest   ssb-quick");
  });

  it("show what data say in English to a person, longest match first, and leave codes alone", () => {
    const voice = voiceOf({ ...english, commands: pseudoWords(english).commands });
    for (const value of ["", "Yes", "a b 1 ?", "x".repeat(300), undefined, [], {}, 7, true]) {
      const said = voice.said("shape", shapeOf(value));
      expect(latinWordsIn(said, new Set())).toEqual([]);
      expect(voiceOf(english).said("shape", shapeOf(value))).toBe(shapeOf(value));
    }
    for (const [key, text] of Object.entries(commandTexts).filter(([each]) => /^(expected|loss)\./.test(each))) {
      const part = key.startsWith("loss.") ? "loss" : "expected";
      const filled = text.replace(/\{\w+\}/g, "7");
      expect(latinWordsIn(voice.said(part, filled), new Set()), key).toEqual([]);
      expect(voiceOf(english).said(part, filled)).toBe(filled);
    }
    expect(voice.said("expected", "not_sure")).toBe("not_sure");
  });
});

describe("what a person reads of an issue", () => {
  /** The texts with a space in what a pattern finds. */
  const proseIn = (folder: string, pattern: RegExp) =>
    filesUnder(folder, ".ts").flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(pattern)].flatMap(([found]) =>
        [...found.matchAll(/"([^"\n]*)"|`([^`]*)`/g)]
          .map(([, plain, template = ""]) => plain ?? template.replace(/\$\{[^}]*\}/g, "7"))
          .filter((text) => text.includes(" ")),
      ),
    );

  it("is in no command's code, but for options with their values", () => {
    const written = proseIn("src/cli", /usageError\([^;]*?\);|expected: \[[^\]]*\]/g);
    expect(written.filter((text) => !text.startsWith("--"))).toEqual([]);
  });

  it("is in the catalogue for all that reading and writing files expects", () => {
    const voice = voiceOf({ ...english, commands: pseudoWords(english).commands });
    const expected = ["src/tables", "src/charts"].flatMap((folder) =>
      proseIn(folder, /expected: \[[^\]]*\]|(notExact|refuse|wrongType)\([^;]*;|(wanted|who) = [^;]*;/g),
    );
    expect(expected.length).toBeGreaterThan(15);
    const isSaid = (text: string) =>
      latinWordsIn(voice.said("expected", text), new Set(["resvg", "resvg-js"])).length === 0;
    // A reason may follow in brackets.
    expect(expected.filter((text) => !isSaid(text) && !isSaid(`${text} (7)`))).toEqual([]);
  });
});

describe("a file of words", () => {
  it("may have any of its parts, and says in English what it does not have", async () => {
    expect(faultsOf({})).toEqual([]);
    const { stdout } = await inWords({ commands: pseudoWords(english).commands }, "list");
    expect(stdout).toContain("Ｉｎｓｔｒｕｍｅｎｔｓ");
    expect(stdout).toContain("Relationship and motive form");
  });

  it("is refused part by part with every fault at its place", () => {
    const { commands: own, phrases, issues } = file;
    expect(
      faultsOf({
        commands: { ...own, texts: { ...own.texts, "table.rows": "Rows {read}", "help.list.summary": " " } },
        phrases: { ...phrases, texts: without(phrases.texts, "notice") },
        issues: { ...issues, lang: "the usual", texts: { ...issues.texts, more: "x" } },
        others: {},
      }),
    ).toEqual([
      "malformed commands.texts.table.rows",
      "missing_text commands.texts.help.list.summary",
      "missing_text phrases.texts.notice",
      "malformed issues.lang",
      "unknown_text issues.texts.more",
      "unknown_text others",
    ]);
  });

  it("is refused for wordings of other content, of an older word, twice, or in no list", () => {
    const [first] = file.wordings;
    const old = { ...first, of: { ...first?.of, hash: "0" } };
    const unknown = { ...first, of: { id: "ssb-monitro" } };
    expect(faultsOf({ wordings: [old, first, unknown] })).toEqual([
      "version_mismatch wordings.0.of",
      "duplicate_name wordings.1.of.id",
      "unknown_reference wordings.2.of.id",
    ]);
    expect(faultsOf({ wordings: {} })).toEqual(["malformed wordings"]);
    for (const none of [null, [], "x", 7]) expect(faultsOf(none)).toEqual(["malformed "]);
  });

  it("ends a command with 3 and every fault in English, and wrong usage of the option with 2", async () => {
    const refused = await inWords({ phrases: { lang: "xx", texts: {} } }, "list");
    expect(refused.code).toBe(3);
    expect(refused.stdout).toBe("");
    expect(refused.stderr).toContain("error MISSING_TEXT  phrases.texts.");
    expect((await run(["list", "--words"])).code).toBe(2);
    expect((await run(["list", "--words", "no-such-file.json"])).stderr).toContain("UNREADABLE_FILE");
  });

  it("leaves what programs read as it is", async () => {
    const words = pseudoWords(english);
    const cases = "examples/published-cases/coded-by-a.csv";
    for (const args of [
      ["classify", cases],
      ["score", cases, "--instrument", "ssb-type", "--as-of", "2026-03-01"],
      ["agree", cases, "examples/published-cases/coded-by-b.csv", "--json"],
      ["verify", "examples/published-cases/case-record.json", "--json"],
      ["classify", "no-such-file.csv", "--json"],
      ["sql", "ssb-quick", "--table", "t", "--dialect", "duckdb"],
    ]) {
      const [own, other] = [await run(args), await inWords(words, ...args)];
      expect({ code: other.code, stdout: other.stdout }).toEqual({ code: own.code, stdout: own.stdout });
      if (args.includes("--json")) expect(other.stderr).toBe(own.stderr);
    }
  });

  it("lets results of a form in its words be run again, and a report show them", async () => {
    const form = inPseudo<Instrument>(quickScreen);
    const today = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } };
    const content = recordedScore({ danger_now: "yes" }, { instrument: form, respondent: "target", ...today });
    const entry = { id: "n1", kind: "assessment", at: "2026-03-01", by: "r-2", episode: "e1", content } as const;
    const record = JSON.stringify(valueOrThrow(appendEntry(begun, entry)));
    const words = pseudoWords(english);
    await inFolder(async (folder) => {
      const path = join(folder, "record.json");
      writeFileSync(path, record);
      expect((await run(["verify", path])).stdout).toContain("cannot be run here (instrument version)");
      expect((await inWords(words, "verify", path)).code).toBe(0);
      expect((await run(["verify", path])).code).toBe(8);
      const { stdout } = await inWords(words, "report", path, "--episode", "e1", "--as-of", "2026-03-01");
      expect(stdout).toContain(pseudo("danger"));
      expect(stdout).not.toContain(pseudo("another version"));
    });
  });

  it("calls types by their labels where cases are counted", async () => {
    const words = pseudoWords(english);
    for (const command of ["summary", "compare"]) {
      const { stdout } = await inWords(words, command, "examples/published-cases/coded-by-a.csv");
      for (const name of ["incompetent suitor", "out of scope"]) {
        expect(stdout).toContain(pseudo(name));
        expect(stdout).not.toContain(name);
      }
    }
  });

  it("gives each form in its words a version that names them", async () => {
    const { stdout } = await inWords(pseudoWords(english), "codebook", "ssb-quick", "--json");
    const version = allContent.find(({ id }) => id === "ssb-quick")?.version;
    expect(JSON.parse(stdout).instrument.version).toBe(`${version}+xx.1.0.0`);
  });
});

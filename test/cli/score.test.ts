import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { allProfiles } from "../../src/content/definitions/index.ts";
import { guidanceCodes } from "../../src/content/guidance/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { applyProfile } from "../../src/definition/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { inFolder, run } from "../support/command.ts";

const all: readonly Instrument[] = Object.values(content);
const asOf = ["--as-of", "2026-03-01"];

/** A table for a form: one row for each option of its longest item, then a bad row and a blank one. */
function tableFor(form: Instrument): { readonly text: string; readonly good: number } {
  const ids = Object.keys(form.items);
  const answer = (id: string, row: number): string => {
    const responses = form.items[id]?.responses;
    if (responses?.kind === "number") return String(responses.min);
    if (responses?.kind === "date") return "2026-02-01";
    const codes = Object.keys(responses?.options ?? {});
    return codes[row % codes.length] ?? "";
  };
  const rows = [0, 1, 2, 3, 4, 5].map((row) => [`c${row}`, ...ids.map((id) => answer(id, row))]);
  const bad = ["bad", ...ids.map((_, at) => (at === 0 ? "NO SUCH CODE" : ""))];
  const blank = ["blank", ...ids.map(() => "")];
  const lines = [["case_id", ...ids], ...rows, bad, blank].map((cells) => cells.join(","));
  return { text: `${lines.join("\n")}\n`, good: rows.length + 1 };
}

describe.each(all.map((form) => [form.id, form] as const))("score --instrument %s", (id, form) => {
  it("puts every row in exactly one of scored and rejected, and says so in the manifest", async () => {
    await inFolder(async (folder) => {
      const { text, good } = tableFor(form);
      writeFileSync(join(folder, "in.csv"), text);
      const out = join(folder, "out.csv");
      const { code, stderr } = await run(["score", join(folder, "in.csv"), "--instrument", id, ...asOf, "--out", out]);
      expect([code, stderr.includes("NO SUCH CODE")]).toEqual([4, false]);
      const manifest = JSON.parse(readFileSync(join(folder, "out.manifest.json"), "utf8"));
      expect(manifest.rows).toEqual({ read: good + 1, scored: good, rejected: 1 });
      expect(manifest).toMatchObject({
        command: "score",
        asOf: "2026-03-01",
        instrument: { id, version: form.version },
      });
      expect(readFileSync(out, "utf8").trim().split("\n")).toHaveLength(good + 1);
    });
  });

  it("gives the same bytes twice", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "in.csv"), tableFor(form).text);
      const once = await run(["score", join(folder, "in.csv"), "--instrument", id, ...asOf]);
      expect((await run(["score", join(folder, "in.csv"), "--instrument", id, ...asOf])).stdout).toBe(once.stdout);
    });
  });

  it("prints a template that score accepts, and asks its questions in the terminal", async () => {
    await inFolder(async (folder) => {
      const { stdout } = await run(["template", id]);
      writeFileSync(join(folder, "filled.csv"), `${stdout}one${",".repeat(Object.keys(form.items).length)}\n`);
      expect((await run(["score", join(folder, "filled.csv"), "--instrument", id, ...asOf])).code).toBe(0);
      const asked = await run(["ask", id, "--json", ...asOf], "not_sure\n".repeat(200));
      expect([asked.code, Object.keys(JSON.parse(asked.stdout).answers).length > 0]).toEqual([0, true]);
    });
  });
});

describe("score", () => {
  it.each([
    [["score"], "a file"],
    [["score", "x.csv"], "an instrument's id"],
    [["score", "x.csv", "--instrument", "ssb-quik"], "nearest   ssb-quick"],
    [["score", "x.csv", "--instrument", "ssb-quick", "--respondent", "victim"], "target"],
    [["score", "x.csv", "--instrument", "ssb-risk", "--respondent", "target"], "error WRONG_USAGE  --respondent"],
  ])("%j says what would be right", async (words, said) => {
    const { code, stderr } = await run(words);
    expect([code, stderr.includes(said)]).toEqual([2, true]);
  });

  it.each(["--as-of", "--from"])("refuses a day that the calendar lacks, for %s", async (option) => {
    const { code, stderr } = await run(["score", "x.csv", "--instrument", "ssb-quick", option, "2026-02-30"]);
    expect([code, stderr.includes(`error WRONG_USAGE  ${option}`)]).toEqual([2, true]);
  });

  it("pauses with help after danger now, and never shows the answer of another item", async () => {
    const { stderr } = await run(["ask", "ssb-imminent", ...asOf], "yes\nq\n");
    expect(stderr).toContain("GC-EMERGENCY");
    expect(stderr).toContain("You can go on with the questions later.");
  });
});

describe("ask", () => {
  it("says guidance to a target as it is said to them, and to a rater as a rater's", async () => {
    const code = guidanceCodes["GC-VICTIM-SUICIDE"];
    const lines = "no\nyes\nq\n";
    const target = await run(["ask", "ssb-imminent", ...asOf], lines);
    const rater = await run(["ask", "ssb-imminent", "--rater", ...asOf], lines);
    expect(target.stderr).toContain(code.forTarget);
    expect(target.stderr).not.toContain(code.text);
    expect(rater.stderr).toContain(code.text);
    const { open } = JSON.parse((await run(["ask", "ssb-imminent", "--json", ...asOf], lines)).stdout);
    const next = (content.imminentConcern as Instrument).items[open[0].item]?.text;
    expect([target.stdout, rater.stdout]).toEqual([
      expect.stringContaining(`Ask next: ${next?.target}`),
      expect.stringContaining(`Ask next: ${next?.rater}`),
    ]);
  });

  it("shows a rater how a doubtful case is decided, and a target no note for raters", async () => {
    const { raterNote } = content.relationshipAndMotive.items.adult;
    const rater = await run(["ask", "ssb-type", "--rater"], "yes\nq\n");
    const target = await run(["ask", "ssb-type"], "yes\nq\n");
    expect(rater.stderr).toContain(`  note for raters: ${raterNote}\n  1 yes\n`);
    expect(target.stderr).not.toContain("note for raters");
  });

  it("shows the words for not knowing among the answers, and takes them by number and as they are spoken", async () => {
    const { stdout, stderr } = await run(["ask", "ssb-imminent", "--json", ...asOf], "3\n4\nnot sure\nq\n");
    expect(stderr).toContain("  1 yes\n  2 no\n  3 not_sure\n  4 prefer_not\n");
    expect(Object.values(JSON.parse(stdout).answers)).toEqual(["not_sure", "prefer_not", "not_sure"]);
  });

  it("goes on after the level is settled through what could still call for help", async () => {
    const { stdout } = await run(["ask", "ssb-imminent", "--json", ...asOf], `yes\nno\n${"\n".repeat(60)}`);
    const { answers, levels } = JSON.parse(stdout);
    expect(levels.urgency.settled).toBe(true);
    expect(Object.keys(answers)).toContain("weapon_access");
  });

  it("asks the judgements of a form without levels, though no rule reads them", async () => {
    const { stdout } = await run(["ask", "ssb-risk", "--rater", "--json", ...asOf], "1\n".repeat(80));
    const asked = Object.keys(JSON.parse(stdout).answers);
    expect(asked.sort()).toEqual(Object.keys(content.riskGuide.items).sort());
  });

  it("raises an alert of the type form as soon as an answer calls for it, once", async () => {
    const alert = fiveTypes.alerts.attack_preparation?.says ?? "";
    const lines = Array.from({ length: 40 }, () => "1").join("\n");
    const { stderr } = await run(["ask", "ssb-type", "--rater"], `${lines}\n`);
    expect(alert).not.toBe("");
    expect(stderr.split(alert)).toHaveLength(2);
  });
});

describe("score --definitions", () => {
  const conduct = content.conductAndPattern;
  const ids = [
    "single_person",
    "victim_age_band",
    "follows",
    "victim_fear_self",
    "first_event_date",
    "latest_event_date",
  ];
  const header = ["case_id", ...ids, "one_person_alone", "reasonable_person_fear"];
  const rows = [
    ["met", "one", "eighteen_or_over", "two_to_four", "very", "2026-01-01", "2026-02-20", "", "yes"],
    ["judged", "separate", "eighteen_or_over", "two_to_four", "very", "2026-01-01", "2026-02-20", "yes", "unclear"],
    ["open", "", "", "", "not_sure", "", "", "", ""],
  ];
  const table = (more: readonly (readonly string[])[]) =>
    `${[header, ...rows, ...more].map((cells) => cells.join(",")).join("\n")}\n`;
  const scoreWith = (text: string, ...words: readonly string[]) =>
    run(["score", "-", "--instrument", conduct.id, ...asOf, ...words], text);

  it("adds a column for each definition that says what applyProfile says of the same answers", async () => {
    const { code, stdout } = await scoreWith(table([]), "--definitions", "all");
    expect(code).toBe(0);
    const { data } = Papa.parse<Record<string, string>>(stdout, { header: true, skipEmptyLines: true });
    expect(data.map(({ case_id }) => case_id)).toEqual(["met", "judged", "open"]);
    for (const [at, row] of data.entries()) {
      const answers = Object.fromEntries(
        header.slice(1).flatMap((id, place) => {
          const cell = rows[at]?.[place + 1] ?? "";
          return cell === "" ? [] : [[id, cell]];
        }),
      );
      for (const profile of allProfiles) {
        const { caseness } = applyProfile(profile, answers, { asOf: "2026-03-01" });
        expect([profile.id, row[`definition_${profile.id.replaceAll("-", "_")}`]]).toEqual([profile.id, caseness]);
      }
    }
    expect(new Set(data.map((row) => row.definition_research_two_week))).toEqual(new Set(["met", "indeterminate"]));
  });

  it("reads a judgement in the codes of the file, by a map", async () => {
    await inFolder(async (folder) => {
      const map = join(folder, "map.json");
      const codes = { reasonable_person_fear: { "1": "yes", "2": "unclear" } };
      writeFileSync(map, JSON.stringify({ columns: { reasonable_person_fear: "q9" }, codes }));
      const coded = table([])
        .replace("reasonable_person_fear", "q9")
        .replace(",yes\n", ",1\n")
        .replace(",unclear\n", ",2\n");
      const outcomes = (text: string) =>
        Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data.map((row) =>
          Object.entries(row).filter(([name]) => name.startsWith("definition_")),
        );
      const [plain, mapped] = [
        await scoreWith(table([]), "--definitions", "all"),
        await scoreWith(coded, "--definitions", "all", "--map", map),
      ];
      expect([plain.code, mapped.code], mapped.stderr).toEqual([0, 0]);
      expect(outcomes(mapped.stdout)).toEqual(outcomes(plain.stdout));
      writeFileSync(map, JSON.stringify({ codes: { reasonable_person_fear: { "1": "Yes" } } }));
      const wrong = await scoreWith(table([]), "--definitions", "all", "--map", map);
      expect(wrong.code).toBe(2);
      expect(wrong.stderr).toContain("codes.reasonable_person_fear.0");
    });
  });

  it("reads a judgement that only a definition asks for, and rejects a row for a wrong code of it", async () => {
    const bad = ["bad", "one", "", "", "", "", "", "NO SUCH CODE", ""];
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "in.csv"), table([bad]));
      const words = ["--definitions", "research-two-week", "--out", join(folder, "out.csv")];
      const { code, stderr } = await run([
        "score",
        join(folder, "in.csv"),
        "--instrument",
        conduct.id,
        ...asOf,
        ...words,
      ]);
      expect([code, stderr.includes("NO SUCH CODE"), stderr.includes("UNKNOWN_OPTION")]).toEqual([4, false, true]);
      const manifest = JSON.parse(readFileSync(join(folder, "out.manifest.json"), "utf8"));
      expect(manifest.rows).toEqual({ read: 4, scored: 3, rejected: 1 });
      expect(manifest.definitions).toMatchObject([
        { id: "research-two-week", hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ]);
      const { data } = Papa.parse<Record<string, string>>(readFileSync(join(folder, "out.csv"), "utf8"), {
        header: true,
      });
      expect(data[1]?.definition_research_two_week).toBe("met");
    });
  });

  it("sets aside what is not asked of this respondent", async () => {
    const rated = table([["rated", "one", "eighteen_or_over", "two_to_four", "a_little", "", "", "", "yes"]]);
    const read = async (...words: readonly string[]) => {
      const { stdout } = await scoreWith(rated, "--definitions", "all", ...words);
      return Papa.parse<Record<string, string>>(stdout, { header: true }).data;
    };
    const [both, own] = [await read(), await read("--respondent", "target")];
    for (const [at, row] of own.entries()) {
      for (const [column, cell] of Object.entries(row)) {
        if (column.startsWith("definition_") && cell !== "indeterminate") expect(both[at]?.[column]).toBe(cell);
      }
    }
  });

  it.each([
    [["--definitions", "ew-pha-2b"], "nearest   ew-pha-2a"],
    [["--definitions", ","], "--definitions"],
  ])("%j is refused with what would be right", async (words, said) => {
    const { code, stderr, stdout } = await scoreWith(table([]), ...words);
    expect([code, stdout, stderr.includes(said)]).toEqual([2, "", true]);
  });

  it("is refused for a form that no definition reads", async () => {
    const { code, stderr } = await run(["score", "-", "--instrument", "ssb-monitor", "--definitions", "all"], "");
    expect([code, stderr.includes("an instrument that definitions read")]).toEqual([2, true]);
  });
});

describe("simulate", () => {
  it("writes cases that classify accepts, and a manifest that says they are synthetic", async () => {
    await inFolder(async (folder) => {
      const out = join(folder, "made.csv");
      const words = ["simulate", "--n", "200", "--mix", "recolo", "--noise", "0.1", "--blank", "0.2", "--raters", "2"];
      expect((await run([...words, "--out", out])).code).toBe(0);
      expect(JSON.parse(readFileSync(join(folder, "made.manifest.json"), "utf8"))).toMatchObject({
        synthetic: "made by a generator; about nobody, and never data",
        rows: 400,
      });
      const scored = join(folder, "scored.csv");
      expect((await run(["classify", out, "--out", scored])).code).toBe(0);
      expect(readFileSync(scored, "utf8").trim().split("\n")).toHaveLength(401);
    });
  });

  it.each([
    [["--mix", "jealous=1"], "rejected=1"],
    [["--noise", "-1"], "a number from 0"],
    [["--pattern", "odd"], "scattered"],
    [["--noise", "2"], "--noise\n  The command cannot be run like this.\n  expected  a number from 0 to 1\n"],
    [["--n", "0.5"], "WRONG_USAGE  --n\n"],
    [["--raters", "0"], "WRONG_USAGE  --raters\n"],
    [["--mix", "rejected=0"], "WRONG_USAGE  --mix\n"],
    [["--mix", "rejected=1,rejected=2"], "WRONG_USAGE  --mix\n"],
    [["--mix", "rejected=1=2"], "WRONG_USAGE  --mix\n"],
    [["--blank", "0.6", "--not-sure", "0.6"], "WRONG_USAGE  --blank\n"],
  ])("%j is refused before anything is written", async (words, said) => {
    const { code, stdout, stderr } = await run(["simulate", ...words]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
  });
});

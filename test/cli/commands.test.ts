import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bibliography } from "../../src/content/bibliography.ts";
import { allProfiles } from "../../src/content/definitions/index.ts";
import * as instruments from "../../src/content/instruments/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { inFolder, run } from "../support/command.ts";
import { commands } from "../support/commands.ts";

const cases = "examples/published-cases/coded-by-a.csv";
const bin = join(process.cwd(), "dist/cli/bin.js");

describe("commands", () => {
  it.each(commands.flatMap(({ name, examples }) => examples.map((example) => [name, example] as const)))(
    "%s: the example `%s` of its help runs",
    async (_, example) => {
      await inFolder(async (folder) => {
        const text = example
          .replaceAll("coded-by-a.csv", join(process.cwd(), cases))
          .replaceAll("case-record.json", join(process.cwd(), "examples/published-cases/case-record.json"))
          .replaceAll("coded-by-b.csv", join(process.cwd(), "examples/published-cases/coded-by-b.csv"))
          .replaceAll("made-up-", join(process.cwd(), "examples/made-up/made-up-"))
          .replace("stalker-typology", `'${process.execPath}' '${bin}'`);
        const { status, stderr } = spawnSync("sh", ["-c", text], { cwd: folder, encoding: "utf8" });
        expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
      });
    },
  );

  it.each([
    ["list", "--json"],
    ["template", "ssb-type", "--json"],
    ["template", "ssb-type", "--schema"],
    ["summary", cases, "--json"],
    ["explain", cases, "--row", "3", "--json"],
    ["explain", "UNKNOWN_OPTION", "--json"],
    ["ask", "--json"],
    ["show", "rejected", "--json"],
    ["show", "mullen1999", "--json"],
  ])("%s %s prints JSON", async (...words) => {
    const { code, stdout } = await run(words);
    expect(code).toBe(0);
    expect(() => JSON.parse(stdout)).not.toThrow();
  });

  it("list gives id, version and title of each definition, in words and as JSON", async () => {
    const [page, json] = [await run(["list"]), await run(["list", "--json"])];
    const shipped = allProfiles.map(({ id, version, title }) => ({ id, version, title }));
    expect(JSON.parse(json.stdout).definitions).toEqual(shipped);
    for (const { id, version, title } of shipped) expect(page.stdout).toContain(`  ${id}  ${version}  ${title}\n`);
  });

  it("every id that list prints for sql is one that sql takes", async () => {
    const { instruments: forms, definitions } = JSON.parse((await run(["list", "--json"])).stdout);
    for (const { id } of [...forms, ...definitions]) {
      const { code, stderr } = await run(["sql", id, "--dialect", "duckdb"]);
      expect([code, stderr]).toEqual([2, expect.stringContaining("error WRONG_USAGE  --table")]);
    }
  });

  it("list says how to see the sources, and show prints each id that list --json has", async () => {
    expect((await run(["list"])).stdout).toMatch(/^Sources: \d+ \(list --json has their ids; show prints one\)$/m);
    const { sources } = JSON.parse((await run(["list", "--json"])).stdout);
    expect(sources.length).toBe(Object.keys(bibliography.sources).length);
    for (const { id, citation } of sources.slice(0, 3)) expect((await run(["show", id])).stdout).toContain(citation);
  });

  it("show prints of every question of a form its answers and its note for raters", async () => {
    for (const { id, items } of Object.values<Instrument>(instruments)) {
      const { stdout } = await run(["show", id]);
      for (const { text, raterNote } of Object.values(items)) {
        expect(stdout).toContain(text.rater);
        if (raterNote !== undefined) expect(stdout).toContain(`  note for raters: ${raterNote}\n`);
      }
    }
  });

  it("list gives id, version, title and the number of items of each instrument", async () => {
    const { stdout } = await run(["list", "--json"]);
    const shipped = Object.values<Instrument>(instruments).map(({ id, version, title, items }) => ({
      id,
      version,
      title,
      items: Object.keys(items).length,
    }));
    expect(JSON.parse(stdout).instruments).toEqual(shipped);
    expect(shipped).toContainEqual({
      id: "ssb-type",
      version: "0.5.0",
      title: "Relationship and motive form",
      items: 29,
    });
  });

  it.each([
    [["clasify", cases], "nearest   classify"],
    [["classify", cases, "--otu", "x.csv"], "nearest   --out"],
    [["classify"], "WRONG_USAGE"],
    [["classify", cases, "--max-rejects", "few"], "WRONG_USAGE"],
    [["classify", cases, "--out", "--quiet"], "error WRONG_USAGE  --out"],
    [["classify", cases, "--out", "a.csv", "--out=b.csv"], "error WRONG_USAGE  --out"],
    [["explain", cases, "--row", "1", "--row", "2"], "expected  one value"],
    [["show", "rejectd"], "WRONG_USAGE"],
    [["explain", cases, "--row", "99"], "WRONG_USAGE"],
    [["classify", "cases.xlsx"], "UNKNOWN_FORMAT"],
    [["simulate", "--n", "1e3"], "expected  a whole number from 0"],
    [["simulate", "--raters", "1.5"], "expected  a whole number from 0"],
    [["caseload", cases, "--own", "--under", "7"], "expected  no --under"],
  ])("%j is wrong usage and says what is right", async (words, said) => {
    const { code, stderr } = await run(words);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  it("-h is --help, of all commands and of each", async () => {
    for (const words of [[], ["classify"]]) {
      const [short, long] = [await run([...words, "-h"]), await run([...words, "--help"])];
      expect([short.code, short.stdout]).toEqual([0, long.stdout]);
    }
  });

  it("a file that is not there, and a folder, cannot be read", async () => {
    for (const path of ["no-such-file.csv", "examples/x.csv/.."]) {
      const { code, stderr } = await run(["classify", path, "--format", "csv"]);
      expect(code).toBe(3);
      expect(stderr).toContain("UNREADABLE_FILE");
    }
  });

  it("output that exists, a link and the input itself are refused, and what was there stays", async () => {
    await inFolder(async (folder) => {
      const [out, link, source] = ["out.csv", "link.csv", "in.csv"].map((name) => join(folder, name)) as [
        string,
        string,
        string,
      ];
      writeFileSync(out, "before");
      writeFileSync(source, readFileSync(cases));
      symlinkSync(out, link);
      expect((await run(["classify", cases, "--out", out])).code).toBe(5);
      expect((await run(["classify", cases, "--out", link, "--overwrite"])).code).toBe(5);
      expect((await run(["classify", source, "--out", source, "--overwrite"])).code).toBe(5);
      expect(readFileSync(out, "utf8")).toBe("before");
      expect(readFileSync(source, "utf8")).toBe(readFileSync(cases, "utf8"));
      expect((await run(["classify", cases, "--out", out, "--overwrite"])).code).toBe(0);
    });
  });

  it("only the owner can read a rejects file", async () => {
    await inFolder(async (folder) => {
      await run(["classify", cases, "--out", join(folder, "out.csv")]);
      expect(statSync(join(folder, "out.rejects.csv")).mode & 0o777).toBe(0o600);
    });
  });

  it("a column map gives a file's own names and codes their meaning, and a wrong map is refused with its places", async () => {
    await inFolder(async (folder) => {
      const [source, map] = [join(folder, "in.csv"), join(folder, "map.json")];
      writeFileSync(source, "id,Wants return?,Link\n1,J,ex\n2,N,ex\n3,,ex\n");
      writeFileSync(
        map,
        JSON.stringify({
          columns: { wants_back: "Wants return?", prior_relationship: "Link" },
          codes: { wants_back: { J: "yes", N: "no" }, prior_relationship: { ex: "former_intimate" } },
        }),
      );
      const { code, stdout } = await run(["classify", source, "--map", map]);
      expect(code).toBe(0);
      expect(
        stdout
          .split("\n")
          .slice(1, 4)
          .map((line) => line.split(",")[6]),
      ).toEqual(["met", "possible", "possible"]);
      writeFileSync(map, JSON.stringify({ columns: { wants_bak: "x" }, codes: { adult: { J: "Yes" } }, other: 1 }));
      const wrong = await run(["classify", source, "--map", map]);
      expect(wrong.code).toBe(2);
      expect(wrong.stderr).toContain("BAD_MAP");
    });
  });

  it.each([
    [["classify", "in.csv"]],
    [["classify", "in.ndjson"]],
    [["classify", "in.csv", "--engine", "duckdb", "--dry-run"]],
    [["sql", "ssb-type", "--dialect", "duckdb", "--table", "t"]],
  ])("%j refuses a map that gives two items one column, and writes nothing", async (words) => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "in.csv"), "punishes_ending\nyes\n");
      writeFileSync(join(folder, "in.ndjson"), '{"punishes_ending":"yes"}\n');
      writeFileSync(join(folder, "map.json"), '{"columns":{"wants_back":"punishes_ending"}}');
      const named = words.map((word) => (word.startsWith("in.") ? join(folder, word) : word));
      const { code, stdout, stderr } = await run([...named, "--map", join(folder, "map.json")]);
      expect([code, stdout]).toEqual([3, ""]);
      expect(stderr).toMatch(/DUPLICATE_NAME\s+columns\.wants_back/);
      expect(stderr).toContain("a column that no other item reads");
    });
  });

  it.each([
    ["classify", "in.csv"],
    ["score", "in.csv", "--instrument", "ssb-type"],
    ["caseload", "in.csv"],
    ["sql", "ssb-type", "--dialect", "duckdb", "--table", "t"],
  ])("%s %s refuses a map that names a key twice", async (...words) => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "in.csv"), "case_id,a,b\n1,yes,no\n");
      writeFileSync(join(folder, "map.json"), '{"columns":{"adult":"a",\n"adult":"b"}}');
      const named = words.map((word) => (word.startsWith("in.") ? join(folder, word) : word));
      const { code, stdout, stderr } = await run([...named, "--map", join(folder, "map.json")]);
      expect([code, stdout]).toEqual([3, ""]);
      expect(stderr).toMatch(/DUPLICATE_KEY\s+line 2\s+columns/);
    });
  });

  it("a column map may begin with a byte order mark, and is refused if it is not UTF-8", async () => {
    await inFolder(async (folder) => {
      const map = join(folder, "map.json");
      const classify = (bytes: string | Buffer) => {
        writeFileSync(map, bytes);
        return run(["classify", "-", "--map", map], "a\nyes\n");
      };
      expect((await classify('\ufeff{"columns":{"adult":"a"}}')).code).toBe(0);
      const wrong = await classify(Buffer.from('{"columns":{"adult":"\xe9"}}', "latin1"));
      expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("BAD_MAP")]);
    });
  });

  it("--max-rejects lets a stated number of rows be rejected", async () => {
    const text = "case_id,adult\na,yes\nb,nope\n";
    expect((await run(["classify", "-"], text)).code).toBe(4);
    expect((await run(["classify", "-", "--max-rejects", "1"], text)).code).toBe(0);
  });

  it("summary counts every case once, shows mixed and insufficient, and draws a chart", async () => {
    await inFolder(async (folder) => {
      const svg = join(folder, "chart.svg");
      const { code, stdout } = await run(["summary", cases, "--svg", svg]);
      expect(code).toBe(0);
      for (const word of ["Cases: 24.", "mixed", "insufficient", "Recolo", "Mullen", "no base rate"])
        expect(stdout).toContain(word);
      expect(readFileSync(svg, "utf8")).toMatch(/^<svg[\s\S]*Types in this caseload[\s\S]*<\/svg>\s*$/);
      const { stdout: json } = await run(["summary", cases, "--json"]);
      const { cases: total, shares } = JSON.parse(json) as { cases: number; shares: { count: number }[] };
      expect(shares.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    });
  });

  it("a scored file can be summarised, with the same counts", async () => {
    await inFolder(async (folder) => {
      const out = join(folder, "out.csv");
      await run(["classify", cases, "--out", out]);
      const counts = async (path: string) => JSON.parse((await run(["summary", path, "--json"])).stdout).shares;
      expect(await counts(out)).toEqual(await counts(cases));
    });
  });

  it("says for how many cases it is not known whether the types are for them, of cases and of scored rows", async () => {
    await inFolder(async (folder) => {
      const [file, out] = [join(folder, "in.csv"), join(folder, "out.csv")];
      writeFileSync(file, "adult,other_grievance\nyes,yes\nnot_sure,yes\n,yes\nno,yes\n");
      await run(["classify", file, "--out", out]);
      for (const path of [file, out]) {
        expect((await run(["summary", path])).stdout).toContain("not known whether the person is an adult: 2.");
        expect(JSON.parse((await run(["summary", path, "--json"])).stdout)).toMatchObject({ cases: 4, scopeOpen: 2 });
      }
    });
  });

  it("summary says how many are not settled, how many meet each type's criteria, and prints shares as published", async () => {
    await inFolder(async (folder) => {
      const [file, out] = [join(folder, "in.csv"), join(folder, "out.csv")];
      const settled = "yes,former_intimate,yes,yes,get_back,no,no";
      writeFileSync(
        file,
        `adult,prior_relationship,wants_back,other_grievance,first_aim,attack_preparation,sexual_drive\n${settled}\nyes,,,yes,,,\nno,,,yes,,,\n`,
      );
      await run(["classify", file, "--out", out]);
      for (const path of [file, out]) {
        const found = JSON.parse((await run(["summary", path, "--json"])).stdout);
        expect(found).toMatchObject({ cases: 3, notSettled: 1, settledNotSaid: 0, metNotSaid: 0 });
        expect(found.met).toMatchObject({ rejected: 1, resentful: 2, predatory: 0 });
        const { stdout } = await run(["summary", path]);
        expect(stdout).toContain("Cases that are not settled, since open answers can change their outcome: 1.");
        expect(stdout).toMatch(/ 69% /);
        expect(stdout).not.toMatch(/69\.0%/);
      }
      const bare = join(folder, "bare.csv");
      writeFileSync(bare, "outcome,type\nleading,resentful\nmixed,rejected resentful\n");
      const found = JSON.parse((await run(["summary", bare, "--json"])).stdout);
      expect(found).toMatchObject({ settledNotSaid: 2, metNotSaid: 2, met: { rejected: 1, resentful: 2 } });
    });
  });

  it("explain prints what each code says, and gives no code of a type to a person under 18", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "case.json");
      const explained = async (answers: Record<string, string>) => {
        writeFileSync(file, JSON.stringify(answers));
        return (await run(["explain", file])).stdout;
      };
      const none = { adult: "yes", prior_relationship: "stranger", other_grievance: "no", believes_bond: "no" };
      const text = await explained({ ...none, wants_contact: "no", sexual_drive: "no", attack_preparation: "no" });
      expect(text).toContain("GC-T-UNDETERMINED: Do not wait for a type before acting.");
      const child = await explained({ adult: "no", attack_preparation: "yes" });
      expect(child).not.toContain("GC-T-");
      expect(child).toContain("the under-18 form");
    });
  });

  it("ask stops once the outcome is settled", async () => {
    const { code, stdout } = await run(
      ["ask", "--json", "--rater"],
      `${Array.from({ length: 40 }, () => "no").join("\n")}\n`,
    );
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as { settled: boolean; outcome: { kind: string }; answers: object };
    expect(result.outcome.kind).toBe("out_of_scope");
    expect(result.settled).toBe(true);
    expect(Object.keys(result.answers)).toEqual(["adult"]);
  });

  it("ask takes numbers, codes, an empty line as not sure, b for back and q to stop", async () => {
    const { stdout } = await run(["ask", "--json"], "yes\n\nb\nq\n");
    expect(JSON.parse(stdout).answers).toEqual({ adult: "yes" });
    const numbered = await run(["ask", "--json"], "1\nq\n");
    expect(JSON.parse(numbered.stdout).answers).toEqual({ adult: "yes" });
  });

  it("all bytes reach a slow reader through a pipe, and a reader that goes away ends it quietly", () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `case-${at},yes,yes,note`).join("\n");
    const input = `case_id,adult,other_grievance,note\n${rows}\n`;
    const all = spawnSync("sh", ["-c", `'${process.execPath}' '${bin}' classify - --quiet | (sleep 1; cat)`], {
      input,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    expect(all.stdout.trimEnd().split("\n")).toHaveLength(20_001);
    const one = spawnSync("sh", ["-c", `'${process.execPath}' '${bin}' classify - --quiet | head -1`], {
      input,
      encoding: "utf8",
    });
    expect(one.stdout.split("\n")[0]).toContain("case_id");
    expect(one.stderr).toBe("");
    expect(existsSync("out.csv")).toBe(false);
  });

  it("no forbidden claim is printed by any command", async () => {
    const outputs = await Promise.all([
      run(["summary", cases]),
      ...Array.from({ length: 24 }, (_, at) => run(["explain", cases, "--row", String(at + 1)])),
      ...["rejected", "resentful", "intimacy_seeker", "incompetent_suitor", "predatory", "ssb-type"].map((id) =>
        run(["show", id]),
      ),
    ]);
    const forbidden =
      /\b(safe|no risk|low risk|is a stalker|not a stalker|guarantee[ds]?|truthful|credible person|lying|false report|score out of|probability of)\b/i;
    for (const { stdout } of outputs) expect(forbidden.exec(stdout)?.[0]).toBeUndefined();
  });
});

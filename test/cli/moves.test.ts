import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { relationshipAndMotive } from "../../src/content/instruments/index.ts";
import { run } from "../support/command.ts";
import { binary, csvRows, runShell, withFiles } from "../support/files.ts";

const items = Object.keys(relationshipAndMotive.items);
const cases = "examples/published-cases/coded-by-a.csv";

describe("From template to result", () => {
  test("the CSV template names every item, and a file filled in under it is scored", async () => {
    const { stdout } = await run(["template", "ssb-type"]);
    expect(stdout).toBe(`case_id,${items.join(",")}\n`);
    const { code } = await run(["classify", "-"], `${stdout}a,yes${",".repeat(items.length - 1)}\n`);
    expect(code).toBe(0);
  });

  test("the JSON template is a case that explain takes as it stands", () =>
    withFiles(async ({ put }) => {
      const { stdout } = await run(["template", "ssb-type", "--json"]);
      expect(Object.keys(JSON.parse(stdout))).toEqual(items);
      const explained = await run(["explain", put("case.json", stdout), "--json"]);
      expect(JSON.parse(explained.stdout).outcome).toEqual({ kind: "insufficient" });
      expect((await run(["explain", put("marked.json", `\ufeff${stdout}`), "--json"])).code).toBe(0);
    }));

  test("the schema takes the codes of every item and the words for not knowing, and nothing else", async () => {
    const { stdout } = await run(["template", "ssb-type", "--schema"]);
    const { properties, additionalProperties, type } = JSON.parse(stdout);
    expect([type, additionalProperties, Object.keys(properties)]).toEqual(["object", false, items]);
    const taken = (item: string) => properties[item].oneOf.map((each: { const: string }) => each.const);
    for (const row of csvRows(await read(cases)).slice(1)) {
      for (const [at, answer] of row.slice(1).entries())
        if (answer !== "") expect(taken(items[at] ?? "")).toContain(answer);
    }
    expect(taken("adult")).not.toContain("Yes");
    expect(taken("adult")).toEqual(expect.arrayContaining(["yes", "no", "not_sure", "prefer_not"]));
  });

  test("classify reads standard input in every format and gives the same outcomes", async () => {
    const table = csvRows(await read(cases));
    const [header = [], ...rows] = table;
    const objects = rows.map((cells) =>
      JSON.stringify(Object.fromEntries(header.map((name, at) => [name, cells[at]]))),
    );
    const csv = await run(["classify", "-", "--json"], await read(cases));
    const tsv = await run(
      ["classify", "-", "--format", "tsv", "--json"],
      table.map((row) => `${row.join("\t")}\n`).join(""),
    );
    const ndjson = await run(["classify", "-", "--format", "ndjson"], `${objects.join("\n")}\n`);
    expect(csv.stdout.trimEnd().split("\n")).toHaveLength(24);
    expect(tsv.stdout).toBe(csv.stdout);
    expect(ndjson.stdout).toBe(csv.stdout);
    expect([csv.code, tsv.code, ndjson.code]).toEqual([0, 0, 0]);
  });

  test("--out - writes to standard output", async () => {
    const { code, stdout } = await run(["classify", cases, "--out", "-"]);
    expect(code).toBe(0);
    expect(csvRows(stdout)).toHaveLength(25);
  });
});

describe("Output", () => {
  test("is refused before any row is read if any of its three files is there", () =>
    withFiles(async ({ put, file, names }) => {
      for (const name of ["out.csv", "out.rejects.csv", "out.manifest.json"]) {
        const there = put(name, "old");
        const { code, stderr } = await run(["classify", cases, "--out", file("out.csv")]);
        expect(code).toBe(5);
        expect(stderr).toContain("OUTPUT_EXISTS");
        expect(stderr).toContain(there);
        expect(names()).toEqual([name]);
        runShell(`rm '${there}'`, file("."));
      }
    }));

  test("never takes the place of the input or the column map, by whatever name", () =>
    withFiles(async ({ put, file, get }) => {
      const input = put("a.rejects.csv", "adult\nyes\n");
      const map = put("b.manifest.json", "{}");
      const words = ["--overwrite", "--map", map];
      expect((await run(["classify", input, "--out", file("a.csv"), ...words])).code).toBe(5);
      expect((await run(["classify", input, "--out", file("b.csv"), ...words])).code).toBe(5);
      expect([get("a.rejects.csv"), get("b.manifest.json")]).toEqual(["adult\nyes\n", "{}"]);
    }));

  test("of two forms of the same table is written under the name's own form", () =>
    withFiles(async ({ file, get }) => {
      expect((await run(["classify", cases, "--out", file("a.ndjson"), "--quiet"])).stderr).toBe("");
      expect(get("a.ndjson").trimEnd().split("\n")).toHaveLength(24);
    }));
});

describe("Explain", () => {
  test("gives one row of a table in plain words, whatever the format", async () => {
    const { code, stdout } = await run(["explain", cases, "--row", "1"]);
    expect(code).toBe(0);
    expect(stdout).toContain("predatory");
    const line = JSON.stringify({ adult: "no" });
    const found = await run(["explain", "-", "--format", "ndjson", "--json"], `${line}\n{}\n`);
    expect(JSON.parse(found.stdout).outcome).toEqual({ kind: "out_of_scope" });
  });

  test("refuses objects of which none has an item, and explains one of which nothing was asked beside others", () =>
    withFiles(async ({ put }) => {
      const none = put("none.ndjson", '{"id":"a"}\n{"id":"b"}\n');
      const some = put("some.ndjson", '{"id":"a"}\n{"id":"b","adult":"no"}\n');
      const [refused, explained, after, beyond] = await Promise.all([
        run(["explain", none]),
        run(["explain", some, "--json"]),
        run(["explain", some, "--row", "2", "--json"]),
        run(["explain", none, "--row", "3"]),
      ]);
      expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining("MISSING_COLUMN  none.ndjson")]);
      expect([explained.code, JSON.parse(explained.stdout).outcome.kind]).toEqual([0, "insufficient"]);
      expect([after.code, JSON.parse(after.stdout).outcome.kind]).toEqual([0, "out_of_scope"]);
      expect(beyond.code).toBe(2);
    }));

  test("explains every code in any letter case, and suggests the nearest for a misspelt one", async () => {
    expect((await run(["explain", "unknown_option"])).stdout).toContain("UNKNOWN_OPTION: ");
    const { code, stderr } = await run(["explain", "UNKNOWN_OPTIN"]);
    expect(code).toBe(2);
    expect(stderr).toContain("nearest   unknown_option");
  });

  test("refuses a table that has no item's column, and a file that is not UTF-8", () =>
    withFiles(async ({ put }) => {
      const empty = await run(["explain", put("a.csv", "id\n1\n")]);
      expect([empty.code, empty.stderr]).toEqual([3, expect.stringContaining("MISSING_COLUMN")]);
      const latin = await run(["explain", put("a.json", Buffer.from('{"adult":"\xe9"}', "latin1"))]);
      expect([latin.code, latin.stderr]).toEqual([3, expect.stringContaining("MALFORMED_TEXT")]);
    }));
});

describe("Ask", () => {
  test("asks a published case in fewer questions than are printed, stops once it is settled and reads no further", async () => {
    const [header = [], ...rows] = csvRows(await read(cases));
    const row = rows.find(([id]) => id === "pc-13") ?? [];
    const coded = (item: string) => row[header.indexOf(item)] || "not_sure";
    const lines: string[] = [];
    for (let item: string | undefined = "adult"; item !== undefined; ) {
      lines.push(coded(item));
      const { answers, open } = JSON.parse((await run(["ask", "--json"], `${lines.join("\n")}\n`)).stdout);
      expect(Object.keys(answers)).toHaveLength(lines.length);
      item = (open as string[]).find((each) => !Object.hasOwn(answers, each));
    }
    const { code, stdout, stderr } = await run(["ask", "--json"], `${[...lines, "yes", "no"].join("\n")}\n`);
    const result = JSON.parse(stdout);
    expect(code).toBe(0);
    expect([result.settled, result.outcome]).toEqual([true, { kind: "single", type: "resentful" }]);
    expect(Object.keys(result.answers)).toHaveLength(lines.length);
    expect(stderr.match(/^> /gm)).toHaveLength(lines.length);
    expect(lines.length).toBeLessThan(16);
  });

  test("asks again after a word that is no code, and never shows what was said", async () => {
    const { stdout, stderr } = await run(["ask", "--json"], "Yes\nmaybe\nyes\nq\n");
    expect(JSON.parse(stdout).answers).toEqual({ adult: "yes" });
    expect(stderr.match(/That is not one of the answers/g)).toHaveLength(2);
    expect(stderr).not.toContain("maybe");
  });
});

describe("Names", () => {
  test.each([
    [["template", "ssb-typ"], "ssb-type"],
    [["show", "rejectd"], "rejected"],
    [["sumary", cases], "summary"],
    [["summary", cases, "--sgv", "x.svg"], "--svg"],
  ])("%j gets the nearest", async (words, nearest) => {
    const { code, stderr } = await run(words);
    expect(code).toBe(2);
    expect(stderr).toContain(`nearest   ${nearest}`);
  });

  test("a fault is JSON on standard error where JSON was asked for", async () => {
    const { stderr } = await run(["template", "ssb-typ", "--json"]);
    expect(JSON.parse(stderr).issues[0]).toMatchObject({ code: "wrong_usage", nearest: "ssb-type" });
  });
});

describe("Summary", () => {
  test("counts a row with an outcome that is not ours as rejected, and every other row once", async () => {
    const text =
      "outcome,type\nsingle,rejected\nmixed,rejected resentful\nsingle,convicted\nconvicted,\ninsufficient,\n";
    const { code, stdout } = await run(["summary", "-", "--json"], text);
    expect(code).toBe(4);
    const { cases: all, rejected, shares } = JSON.parse(stdout);
    expect([all, rejected]).toEqual([3, 2]);
    expect(shares.filter(({ count }: { count: number }) => count > 0)).toEqual([
      expect.objectContaining({ label: "rejected", count: 1 }),
      expect.objectContaining({ label: "mixed", count: 1 }),
      expect.objectContaining({ label: "insufficient", count: 1 }),
    ]);
  });
});

describe("The built program", () => {
  test("gives 5 MB through a slow pipe whole, and says nothing of listeners", () =>
    withFiles(async ({ folder, put }) => {
      put("in.csv", `id,adult,note\n${`a,yes,${"n".repeat(90)}\n`.repeat(40_000)}`);
      const { code, stdout, stderr } = runShell("stalker-typology classify - < in.csv | (sleep 1; wc -lc)", folder);
      const [rows = 0, bytes = 0] = stdout.trim().split(/\s+/).map(Number);
      expect(code).toBe(0);
      expect(rows).toBe(40_001);
      expect(bytes).toBeGreaterThan(5_000_000);
      expect(stderr).toMatch(/^No column for: .*\nRows read 40000, scored 40000, rejected 0\.\n$/);
    }));

  test("ends quietly and soon when its reader goes away", () =>
    withFiles(async ({ folder, put }) => {
      put("in.csv", `id,adult,note\n${`a,yes,${"n".repeat(90)}\n`.repeat(100_000)}`);
      const { stdout, stderr } = runShell(
        "stalker-typology classify in.csv --quiet | head -1; echo $PIPESTATUS",
        folder,
      );
      expect(stdout).toMatch(/^id,adult,note,outcome.*\n141\n$/);
      expect(stderr).toBe("");
    }));

  test("reads a pipe by its name", () =>
    withFiles(async ({ folder, put }) => {
      put("in.csv", "adult\nyes\n");
      const piped = runShell("stalker-typology classify <(cat in.csv) --format csv --out out.csv", folder);
      expect(piped.code).toBe(0);
    }));

  test("that is stopped leaves no part of a file", () =>
    withFiles(async ({ folder, names }) => {
      for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
        const child = spawn(process.execPath, [binary, "classify", "-", "--out", "out.csv"], { cwd: folder });
        child.stdin.write("adult\nyes\n");
        while (!names().some((name) => name.endsWith(".part"))) await new Promise((done) => setTimeout(done, 20));
        child.kill(signal);
        const [, ended] = await once(child, "exit");
        expect(ended).toBe(signal);
        expect(names()).toEqual([]);
      }
    }));

  test("that waits for a pipe nobody writes to is stopped", () =>
    withFiles(async ({ folder, file, put, names }) => {
      spawnSync("mkfifo", [file("pipe.csv")]);
      put("in.csv", "adult\nyes\n");
      const lines = [
        ["pipe.csv", "--format", "csv"],
        ["in.csv", "--map", "pipe.csv"],
      ];
      for (const words of lines) {
        const child = spawn(process.execPath, [binary, "classify", ...words, "--out", "out.csv"], { cwd: folder });
        await new Promise((done) => setTimeout(done, 1500));
        child.kill("SIGTERM");
        const [, ended] = await once(child, "exit");
        expect(ended).toBe("SIGTERM");
        expect(names()).toEqual(["in.csv", "pipe.csv"]);
      }
    }));

  test("ends once ask is settled, though its input stays open", async () => {
    const child = spawn(process.execPath, [binary, "ask", "--json"], { stdio: ["pipe", "ignore", "ignore"] });
    child.stdin.write("no\n");
    const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    const [code] = await once(child, "exit");
    clearTimeout(timer);
    expect(code).toBe(0);
  });

  test("prints no colour and no progress where no one watches", () => {
    const { stderr } = runShell("stalker-typology classify - ", ".", "adult\nYes\n");
    expect(stderr).toContain("error UNKNOWN_OPTION");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for the very character
    expect(stderr).not.toMatch(/[\u001b\r]/);
  });
});

const read = async (path: string) => (await import("node:fs/promises")).readFile(path, "utf8");

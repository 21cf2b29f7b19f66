import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exampleFile, exampleRecord } from "../../scripts/example-record.ts";
import { appended, everyKind, key } from "../record/records.ts";
import { run } from "../support/command.ts";
import { withFiles } from "../support/files.ts";

const example = readFileSync(exampleFile, "utf8");
const chained = JSON.stringify(appended(everyKind, { key }));
const advisory = {
  id: "ADV-2026-01",
  published: "2026-02-01",
  about: { kind: "typology", id: "five-types" },
  versions: { from: "0.1.0" },
  rules: ["predatory"],
  effect: "A made-up fault.",
  action: "run_again",
};

test("the shipped example record is what the shipped rules give (npm run lock writes it)", () => {
  expect(JSON.parse(example)).toEqual(JSON.parse(JSON.stringify(exampleRecord())));
});

describe("verify", () => {
  test("finds the example's results the same, as lines and as JSON", async () => {
    const { code, stdout } = await run(["verify", exampleFile]);
    expect(code).toBe(0);
    expect(stdout).toContain("Results: 2. The same: 2. Different: 0. Cannot be run here: 0.");
    const json = await run(["verify", exampleFile, "--json"]);
    expect(JSON.parse(json.stdout)).toMatchObject({ record: "case-0031", same: 2, chain: null });
    expect((await run(["verify", "-"], example)).code).toBe(0);
  });

  test.each<[string, (text: string) => string, number, string]>([
    ["an edited answer", (text) => text.replaceAll('"work_study"', '"stranger"'), 7, "different at /because/1/answer"],
    ["an edited result", (text) => text.replace('"settled": false', '"settled": true'), 7, "n2  different at /settled"],
    [
      "an answer that is no code",
      (text) => text.replace('"work_study"', '"CANARY"'),
      7,
      "different at /answers/prior_relationship",
    ],
    [
      "a version that is not here",
      (text) => text.replaceAll('"version": "0.', '"version": "9.'),
      8,
      "cannot be run here (instrument version): needs classify of ssb-type 9.",
    ],
    [
      "a release that is not here",
      (text) => text.replaceAll(/"library": "[^"]*"/g, '"library": "9.9.9"'),
      8,
      "release 9.9.9",
    ],
  ])("reports %s", async (_, edit, wanted, said) => {
    const changed = edit(example);
    expect(changed).not.toBe(example);
    const { code, stdout, stderr } = await run(["verify", "-"], changed);
    expect({ code, stderr }).toEqual({ code: wanted, stderr: "" });
    expect(stdout).toContain(said);
    expect(stdout).not.toContain("CANARY");
  });

  test("with the key checks the chain, and against a kept digest its end", () =>
    withFiles(async ({ put }) => {
      const keyFile = put("key", Buffer.from(key));
      const other = put("other", Buffer.alloc(32, 1));
      const file = put("record.json", chained);
      const entries = (JSON.parse(chained) as { entries: { digest: string }[] }).entries;
      const kept = entries.at(-1)?.digest ?? "";
      const intact = await run(["verify", file, "--key", keyFile, "--kept", kept]);
      expect(intact.stdout).toContain("The chain is intact.");
      expect(intact.code).toBe(0);
      const cut = put("cut.json", JSON.stringify({ ...JSON.parse(chained), entries: entries.slice(0, -1) }));
      expect((await run(["verify", cut, "--key", keyFile])).code).toBe(0);
      expect((await run(["verify", cut, "--key", keyFile, "--kept", kept])).code).toBe(7);
      expect((await run(["verify", file, "--key", other])).code).toBe(7);
      const edited = put("edited.json", chained.replace("desk-1", "desk-2"));
      const found = await run(["verify", edited, "--key", keyFile, "--json"]);
      expect(found.code).toBe(7);
      expect(JSON.parse(found.stdout).chain.breaks).toEqual([{ index: 0, entry: "n1", fault: "altered" }]);
      expect((await run(["verify", edited])).code).toBe(0);
    }));

  test("refuses a short key, a key that is not there, and --kept alone", () =>
    withFiles(async ({ put }) => {
      const short = await run(["verify", exampleFile, "--key", put("key", "short")]);
      expect(short.stderr).toContain("BAD_KEY");
      expect(short.code).toBe(2);
      expect((await run(["verify", exampleFile, "--key", "no-such-file"])).code).toBe(3);
      expect((await run(["verify", exampleFile, "--kept", "0"])).code).toBe(2);
      expect((await run(["verify"])).code).toBe(2);
    }));

  test.each<[string, string | Buffer, string]>([
    ["no JSON", '{"id": CANARY', "MALFORMED_JSON"],
    [
      "a key that stands twice",
      example.replace('"id": "case-0031"', '"id": "CANARY-1", "id": "case-0031"'),
      "DUPLICATE_KEY",
    ],
    [
      "a key that stands twice deep inside",
      example.replace('"adult": "yes"', '"adult": "no", "adult": "yes"'),
      "DUPLICATE_KEY",
    ],
    ["text that is not UTF-8", Buffer.from(example.replace("desk", "d\xe9sk"), "latin1"), "MALFORMED_TEXT"],
    ["a name", example.replace('"p-014"', '"CANARY Smith"'), "NOT_PSEUDONYMOUS"],
    ["something else", '{"CANARY": "CANARY"}', "MALFORMED"],
    ["a history in another order", example.replace('"supersedes": "n2"', '"supersedes": "n4"'), "SUPERSEDES_LATER"],
  ])("refuses %s, without a value", async (_, input, code) => {
    for (const command of ["verify", "affected"]) {
      const found = await run([command, "-"], input);
      expect(found.code).toBe(3);
      expect(found.stderr).toContain(`error ${code}`);
      expect(found.stdout).toBe("");
      expect(found.stderr.replace("{", "").includes("CANARY")).toBe(code === "MALFORMED"); // there it is the name of a key
    }
  });
});

describe("affected", () => {
  test("knows of no fault so far", async () => {
    const { code, stdout } = await run(["affected", exampleFile]);
    expect(code).toBe(0);
    expect(stdout).toBe("Advisories known: 0. Affected results that stand: 0.\n");
  });

  test("finds a record's results by another list, with the reason", () =>
    withFiles(async ({ put }) => {
      const list = put("advisories.json", JSON.stringify([advisory]));
      const { code, stdout } = await run(["affected", exampleFile, "--advisories", list]);
      expect(code).toBe(7);
      expect(stdout).toContain("case-0031 n2 (superseded)  ADV-2026-01: five-types");
      expect(stdout).toContain(
        "predatory. A made-up fault. Run it again.\nAdvisories known: 1. Affected results that stand: 1.",
      );
      const json = await run(["affected", exampleFile, "--advisories", list, "--json"]);
      expect(JSON.parse(json.stdout).affected).toMatchObject([
        { current: false },
        { id: ["case-0031", "n3"], current: true },
      ]);
    }));

  test("finds a file of rows by the manifest that classify wrote", () =>
    withFiles(async ({ put, file }) => {
      const list = put("advisories.json", JSON.stringify([advisory]));
      await run(["classify", put("in.csv", "case_id,adult\na,yes\n"), "--out", file("out.csv")]);
      const found = await run(["affected", file("out.manifest.json"), "--advisories", list, "--json"]);
      expect(found.code).toBe(7);
      expect(JSON.parse(found.stdout).affected).toMatchObject([{ id: ["out.csv"], current: true }]);
      expect((await run(["affected", file("out.manifest.json")])).code).toBe(0);
    }));

  test("finds a file that score held against definitions by each of them, and by the forms that they read", () =>
    withFiles(async ({ put, file }) => {
      const scored = [
        put("in.csv", "case_id,follows\na,once\n"),
        "--instrument",
        "ssb-conduct",
        "--as-of",
        "2026-03-01",
      ];
      await run(["score", ...scored, "--definitions", "eu-2024-1385-art6", "--out", file("out.csv")]);
      const subjects = [
        "profile eu-2024-1385-art6",
        "instrument ssb-tech",
        "instrument ssb-conduct",
        "profile ew-pha-2a",
      ];
      for (const [at, subject] of subjects.entries()) {
        const [kind, id] = subject.split(" ");
        const about = { ...advisory, about: { kind, id }, versions: { from: "0.0.0" } };
        const list = put(`advisories-${at}.json`, JSON.stringify([about]));
        const { code } = await run(["affected", file("out.manifest.json"), "--advisories", list]);
        expect([subject, code]).toEqual([subject, at === 3 ? 0 : 7]);
      }
    }));

  test("refuses a list that is none", () =>
    withFiles(async ({ put }) => {
      const list = put("advisories.json", JSON.stringify([{ ...advisory, action: "CANARY" }]));
      const { code, stderr } = await run(["affected", exampleFile, "--advisories", list]);
      expect(code).toBe(3);
      expect(stderr).not.toContain("CANARY");
      expect((await run(["affected"])).code).toBe(2);
    }));
});

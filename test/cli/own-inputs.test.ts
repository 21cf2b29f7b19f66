import { linkSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Command, commonOptions } from "../../src/cli/command.ts";
import { englishWords } from "../../src/cli/words-file.ts";
import { inFolder, run } from "../support/command.ts";
import { commands, english } from "../support/commands.ts";

/** Another name for a file: its own, a link to it, a second name of the same file. */
const names: Readonly<Record<string, (path: string) => string>> = {
  "by its name": (path) => path,
  "by a link": (path) => {
    symlinkSync(path, `${path}.link`);
    return `${path}.link`;
  },
  "by a second name": (path) => {
    linkSync(path, `${path}.second`);
    return `${path}.second`;
  },
};

/** The options of a command that name a file, apart: those that are written and those that are read. */
const files = ({ options }: Command, written: boolean) =>
  Object.entries({ ...options, ...commonOptions }).filter(
    ([, { value, writes }]) => value === "FILE" && (writes !== undefined) === written,
  );

/** Where a command's line can name a file that is read. */
const places = (command: Command): readonly (readonly [string, (path: string) => readonly string[]])[] => [
  ...command.arguments.map(
    (_, at) => [`argument ${at + 1}`, (path: string) => [...Array(at).fill("other.csv"), path]] as const,
  ),
  ...files(command, false).map(([name]) => [`--${name}`, (path: string) => [`--${name}`, path]] as const),
];

const table = commands.flatMap((command) =>
  files(command, true).flatMap(([option, { writes }]) =>
    (writes?.("out.svg") ?? []).flatMap((written) =>
      places(command).map(([place, given]) => [command.name, option, basename(written), place, given] as const),
    ),
  ),
);

describe("a command that writes", () => {
  const words = JSON.stringify(englishWords(english));

  it.each(table)("%s --%s never writes %s over what %s reads", async (name, option, written, _, given) => {
    for (const by of Object.values(names)) {
      await inFolder(async (folder) => {
        const input = join(folder, written);
        writeFileSync(input, words);
        const args = [name, ...given(by(input)), `--${option}`, join(folder, "out.svg"), "--overwrite"];
        const { code, stdout, stderr } = await run(args);
        expect([code, stdout]).toEqual([5, ""]);
        expect(stderr).toContain(`error OUTPUT_REFUSED  ${input}`);
        expect(readFileSync(input, "utf8")).toBe(words);
      });
    }
  });

  it("never removes its input or its map, though they go by the name of a part or a checkpoint", async () => {
    const own = ["out.csv.stalker-typology.checkpoint", "out.csv.stalker-typology-20260101.part"];
    for (const name of own) {
      await inFolder(async (folder) => {
        const [taken, other, out] = [name, "other.csv", "out.csv"].map((each) => join(folder, each)) as [
          string,
          string,
          string,
        ];
        writeFileSync(other, "case_id,adult\na,yes\n");
        for (const text of ["case_id,adult\na,yes\n", '{ "columns": {}, "codes": {} }']) {
          writeFileSync(taken, text);
          const words = text.startsWith("{") ? [other, "--map", taken] : [taken, "--format", "csv"];
          const { code, stderr } = await run(["classify", ...words, "--out", out]);
          expect([code, stderr, readFileSync(taken, "utf8")]).toEqual([
            5,
            expect.stringContaining("OUTPUT_REFUSED"),
            text,
          ]);
        }
      });
    }
  });

  it("leaves a file of somebody else's, however like a part's its name is", async () => {
    const others = [
      "out.csv.checkpoint",
      "out.csv.20260101.part",
      "out.csv.20260101.before",
      "out.manifest.json.7.part",
    ];
    await inFolder(async (folder) => {
      const input = join(folder, "in.csv");
      writeFileSync(input, "case_id,adult\na,yes\n");
      for (const name of others) writeFileSync(join(folder, name), name);
      expect((await run(["classify", input, "--out", join(folder, "out.csv")])).code).toBe(0);
      for (const name of others) expect(readFileSync(join(folder, name), "utf8")).toBe(name);
    });
  });

  it("says so of every option that names a file to write", () => {
    const written = commands.flatMap((command) =>
      files(command, true).map(([option]) => `${command.name} --${option}`),
    );
    expect(written.sort()).toEqual([
      "agree --chart",
      "change --chart",
      "classify --out",
      "export --out",
      "import --out",
      "profile --chart",
      "roc --chart",
      "score --out",
      "simulate --out",
      "summary --chart",
      "summary --svg",
    ]);
    const others = commands.flatMap(({ options }) => Object.entries(options).filter(([, each]) => !each.writes));
    expect(others.filter(([, { says }]) => /\bwrite (here|the|scored)/.test(says))).toEqual([]);
  });

  it("still replaces a file that it does not read", async () => {
    await inFolder(async (folder) => {
      const [input, out] = [join(folder, "in.csv"), join(folder, "out.csv")];
      writeFileSync(input, "case_id,danger_now\na,yes\n");
      writeFileSync(out, "old");
      const format = ["--instrument", "ssb-quick", "--format", "redcap", "--id", "case_id"];
      expect((await run(["import", input, ...format, "--out", out, "--overwrite"])).code).toBe(0);
      expect(readFileSync(out, "utf8")).toContain("a,yes");
    });
  });
});

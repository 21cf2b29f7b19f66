import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import * as tables from "../../src/tables/index.ts";
import { inFolder } from "../support/command.ts";

/** What plain JavaScript can hand to a function: nothing checks the arguments before the function does. */
const plain = (value: unknown) => value as never;
const csv = tables.formatNamed("csv");
const output = tables.streamOutput(new PassThrough());
const job = { input: {}, from: csv, to: csv, scorer: { items: [] } };

/** A call of either kind, whose fault comes as a promise's. */
const late = async (act: () => unknown) => await act();

describe("an argument that is missing or of a wrong kind is named", () => {
  it.each<[string, (nothing: never) => unknown, string]>([
    ["scoreFile", tables.scoreFile, "malformed: job. Expected an object with path."],
    ["scoreFile, its scorer", (scorer) => tables.scoreFile(plain({ path: "a.csv", scorer })), "malformed: scorer."],
    ["scoreRows", tables.scoreRows, "malformed: job. Expected an object with input."],
    ["scoreRows, its format", (from) => tables.scoreRows(plain({ ...job, from })), "malformed: from."],
    ["scoreRows, its other format", (to) => tables.scoreRows(plain({ ...job, to })), "malformed: to."],
    ["scoreRows, its scorer", (scorer) => tables.scoreRows(plain({ ...job, scorer })), "malformed: scorer."],
    ["blockScorer", (nothing) => tables.blockScorer(nothing, nothing), "malformed: plan."],
    ["blockScorer, its scorer", (nothing) => tables.blockScorer(plain({ from: "csv" }), nothing), "malformed: scorer."],
    ["putRows", (nothing) => tables.putRows(nothing, csv, [], []), "malformed: output."],
    ["putRows, its format", (nothing) => tables.putRows(output, nothing, [], []), "malformed: format."],
    ["putRows, its columns", (no) => tables.putRows(output, csv, no, []), "malformed: columns. Expected a list."],
    ["putRows, its rows", (no) => tables.putRows(output, csv, [], no), "malformed: rows. Expected a list or another"],
    ["otherSeparatorIn", tables.otherSeparatorIn, "malformed: header. Expected a list."],
    ["publishTogether", tables.publishTogether, "malformed: outputs. Expected a list."],
  ])("%s", async (_, call, wanted) => {
    for (const nothing of [undefined, null, "csv"]) {
      await expect(late(() => call(plain(nothing)))).rejects.toThrow(wanted);
    }
  });

  it.each<[string, (nothing: never) => unknown, string]>([
    ["readRows", tables.readRows, "malformed: path. Expected text."],
    ["writeRows", (nothing) => tables.writeRows(nothing, [], []), "malformed: path."],
    ["openInput", (nothing) => tables.openInput(nothing, process.stdin), "malformed: path."],
    ["openOutput", tables.openOutput, "malformed: path."],
    ["readJson", (nothing) => tables.readJson(nothing, process.stdin), "malformed: path."],
    ["formatOf", tables.formatOf, "malformed: path."],
    ["formatNamed", tables.formatNamed, "malformed: name."],
    ["fileNames", tables.fileNames, "malformed: out."],
  ])("%s, for what is no text", async (_, call, wanted) => {
    for (const nothing of [undefined, null, 1, {}]) {
      await expect(late(() => call(plain(nothing)))).rejects.toThrow(wanted);
    }
  });

  it.each<[string, () => unknown, string]>([
    ["a format that is no text", () => tables.formatOf("a.csv", plain(1)), "malformed: format."],
    ["options that are none", () => tables.readRows("a.csv", plain(null)), "malformed: options."],
    ["an output that is none", () => tables.publishTogether(plain([null])), "malformed: outputs.1."],
  ])("%s", async (_, call, wanted) => await expect(late(call)).rejects.toThrow(wanted));

  it("writeRows without rows leaves no file", async () => {
    await inFolder(async (folder) => {
      const written = tables.writeRows(join(folder, "written.csv"), ["case_id"], plain(undefined));
      await expect(written).rejects.toThrow("malformed: rows.");
      expect(readdirSync(folder)).toEqual([]);
    });
  });
});

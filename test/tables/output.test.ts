import { createHash } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { openOutput, publishTogether, streamOutput } from "../../src/tables/index.ts";
import { withFiles } from "../support/files.ts";

const refusal = (code: string) => expect.objectContaining({ issues: [expect.objectContaining({ code })] });

describe("Output to a file", () => {
  test("stands beside its name until it is published, then under it", () =>
    withFiles(async ({ file, get, names }) => {
      const output = openOutput(file("a.csv"));
      await output.write("é\n");
      expect(names()).toEqual([expect.stringMatching(/^a\.csv\..*\.part$/)]);
      expect(await output.finish()).toEqual({ bytes: 3, sha256: createHash("sha256").update("é\n").digest("hex") });
      publishTogether([output]);
      output.discard();
      expect(names()).toEqual(["a.csv"]);
      expect(get("a.csv")).toBe("é\n");
    }));

  test("that is discarded leaves nothing, whether it was finished or not", () =>
    withFiles(async ({ file, names }) => {
      const open = openOutput(file("a.csv"));
      await open.write("x");
      open.discard();
      open.discard();
      const finished = openOutput(file("b.csv"));
      await finished.finish();
      finished.discard();
      expect(names()).toEqual([]);
    }));

  test("leaves what stood there as it was until it is published", () =>
    withFiles(async ({ file, put, get }) => {
      put("a.csv", "old");
      const output = openOutput(file("a.csv"), { overwrite: true });
      await output.write("new");
      expect(get("a.csv")).toBe("old");
      await output.finish();
      publishTogether([output]);
      expect(get("a.csv")).toBe("new");
    }));

  test("refuses a name that is taken, and touches nothing", () =>
    withFiles(async ({ file, put, get, names }) => {
      put("a.csv", "old");
      expect(() => openOutput(file("a.csv"))).toThrow(refusal("output_exists"));
      expect(get("a.csv")).toBe("old");
      expect(names()).toEqual(["a.csv"]);
    }));

  test("refuses a link, even one that leads nowhere, and a folder, also with overwrite", () =>
    withFiles(async ({ file, put, get }) => {
      put("target.csv", "old");
      symlinkSync(file("target.csv"), file("link.csv"));
      symlinkSync(file("nowhere"), file("loose.csv"));
      mkdirSync(file("folder.csv"));
      for (const name of ["link.csv", "loose.csv", "folder.csv"]) {
        expect(() => openOutput(file(name))).toThrow(refusal("output_exists"));
        expect(() => openOutput(file(name), { overwrite: true })).toThrow(refusal("output_refused"));
      }
      expect(get("target.csv")).toBe("old");
    }));

  test("over one name of a file with two leaves the other as it was", () =>
    withFiles(async ({ file, put, get }) => {
      put("a.csv", "old");
      linkSync(file("a.csv"), file("b.csv"));
      const output = openOutput(file("a.csv"), { overwrite: true });
      await output.write("new");
      await output.finish();
      publishTogether([output]);
      expect([get("a.csv"), get("b.csv")]).toEqual(["new", "old"]);
    }));

  test("in a folder that is not there is refused", () =>
    withFiles(async ({ file }) => {
      expect(() => openOutput(file("no/a.csv"))).toThrow(refusal("output_refused"));
    }));

  test("can be kept from other users", () =>
    withFiles(async ({ file }) => {
      const output = openOutput(file("a.csv"), { mode: 0o600 });
      await output.finish();
      publishTogether([output]);
      expect(statSync(file("a.csv")).mode & 0o777).toBe(0o600);
    }));

  test("is written whole, however long the text", () =>
    withFiles(async ({ file }) => {
      const output = openOutput(file("a.csv"));
      await output.write("é".repeat(5_000_000));
      expect((await output.finish()).bytes).toBe(10_000_000);
      publishTogether([output]);
      expect(readFileSync(file("a.csv")).length).toBe(10_000_000);
    }));
});

describe("Output to a stream", () => {
  test("waits for a slow reader, loses nothing and leaves no listener behind", async () => {
    let taken = "";
    const slow = new Writable({
      highWaterMark: 4,
      write(chunk: Buffer, _, done) {
        taken += chunk;
        setImmediate(done);
      },
    });
    const before = slow.listenerCount("error");
    const output = streamOutput(slow);
    for (let at = 0; at < 50; at++) await output.write(`row ${at}\n`);
    expect(taken).toBe(Array.from({ length: 50 }, (_, at) => `row ${at}\n`).join(""));
    expect(slow.listenerCount("error")).toBe(before);
    expect(await output.finish()).toEqual({
      bytes: Buffer.byteLength(taken),
      sha256: createHash("sha256").update(taken).digest("hex"),
    });
  });

  test("to a reader that has gone away fails, and does not wait for ever", async () => {
    const gone = new Writable({ write: (_chunk, _, done) => done() });
    gone.on("error", () => undefined);
    gone.destroy();
    await expect(streamOutput(gone).write("x")).rejects.toThrow();
  });
});

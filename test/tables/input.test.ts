import { randomBytes } from "node:crypto";
import { appendFileSync, closeSync, linkSync, mkdirSync, openSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openInput } from "../../src/tables/index.ts";
import { withFiles } from "../support/files.ts";

async function* nothing(): AsyncGenerator<Buffer> {}
const textOf = async (chunks: AsyncIterable<Buffer>) => {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString("utf8");
};
const refusal = (code: string, expected: string) =>
  expect.objectContaining({ issues: [expect.objectContaining({ code, expected: [expected] })] });

describe("Input", () => {
  test("gives a file's bytes, and says how many there were", () =>
    withFiles(async ({ put }) => {
      const input = openInput(put("a.csv", "é\n"), nothing());
      expect(await textOf(input.chunks)).toBe("é\n");
      expect([input.name, input.bytes()]).toEqual(["a.csv", 3]);
      expect(() => input.checkUnchanged()).not.toThrow();
    }));

  test("that is not there or is a folder is refused with what would be right", () =>
    withFiles(async ({ file }) => {
      mkdirSync(file("folder"));
      expect(() => openInput(file("none"), nothing())).toThrow(refusal("unreadable_file", "a file that exists"));
      expect(() => openInput(file("folder"), nothing())).toThrow(refusal("unreadable_file", "a file, not a folder"));
    }));

  test("that grows while it is read is refused", () =>
    withFiles(async ({ put }) => {
      const path = put("a.csv", "a\n");
      const input = openInput(path, nothing());
      await textOf(input.chunks);
      appendFileSync(path, "b\n");
      expect(() => input.checkUnchanged()).toThrow(
        expect.objectContaining({ issues: [expect.objectContaining({ code: "changed_while_reading" })] }),
      );
    }));

  test("whose stream breaks is refused, and not a fault of the program", async () => {
    const broken = (async function* () {
      yield "adult\n";
      throw Object.assign(new Error("SECRET"), { code: "EIO" });
    })();
    await expect(textOf(openInput("-", broken).chunks)).rejects.toThrow(
      refusal("unreadable_file", "a readable file (EIO)"),
    );
  });

  describe("that is compressed", () => {
    const [one, two] = [gzipSync("a\n1\n"), gzipSync("2\n")];
    const zeros = (length: number) => Buffer.alloc(length);
    const chunk = 1 << 20;
    const filled = (length: number) => {
      // A name of any length makes a compressed file of any length.
      const name = Buffer.alloc(length - one.length, "n");
      name[name.length - 1] = 0;
      return Buffer.concat([one.subarray(0, 3), Buffer.from([8]), one.subarray(4, 10), name, one.subarray(10)]);
    };
    const read = (compressed: readonly Buffer[]) =>
      withFiles(async ({ put }) => {
        const input = openInput(put("a.csv.gz", Buffer.concat(compressed)), nothing());
        const text = await textOf(input.chunks);
        input.checkUnchanged();
        return text;
      });

    test.each([
      ["in two parts", [one, two], "a\n1\n2\n"],
      ["in two parts of which the first fills a chunk", [filled(chunk), two], "a\n1\n2\n"],
      ["and filled up with zeros", [one, zeros(512)], "a\n1\n"],
      ["and filled up with more zeros than a chunk holds", [one, zeros(3 * chunk)], "a\n1\n"],
      ["and fills a chunk, with zeros after it", [filled(chunk), zeros(9)], "a\n1\n"],
    ])("%s is read to its end", async (_, compressed, text) => expect(await read(compressed)).toBe(text));

    test.each([
      ["a zero and then another part", [one, zeros(1), two]],
      ["a part whose first byte has become zero", [one, zeros(1), two.subarray(1)]],
      ["a chunk of zeros and then another part", [one, zeros(chunk), two]],
      ["zeros up to a chunk's end and then another part", [one, zeros(chunk - one.length), two]],
      ["many chunks of zeros and then a byte", [one, zeros(5 * chunk), Buffer.from("x")]],
      ["a zero and another part after a chunk's end", [filled(chunk), zeros(1), two]],
      ["a byte that is none of gzip's", [one, Buffer.from("x")]],
      ["the start of another part", [one, two.subarray(0, 1)]],
    ])("with %s after it is refused, since rows would be lost without a word", async (_, compressed) => {
      await expect(read(compressed)).rejects.toThrow(refusal("unreadable_file", "a whole gzip file"));
    });
  });

  test("that is compressed and decompresses to far more than a table is refused before all of it is read", () =>
    withFiles(async ({ put }) => {
      const bomb = put("bomb.csv.gz", gzipSync(Buffer.alloc(200 << 20, "a,b\n")));
      let bytes = 0;
      const reading = (async () => {
        for await (const chunk of openInput(bomb, nothing()).chunks) bytes += chunk.length;
      })();
      await expect(reading).rejects.toThrow(
        expect.objectContaining({ issues: [expect.objectContaining({ code: "too_large", path: [bomb] })] }),
      );
      expect(bytes).toBeLessThan(100 << 20);
    }));

  test("that is compressed a hundred to one is read, and so is a short file compressed as tightly as can be", () =>
    withFiles(async ({ put }) => {
      const lengthOf = async (bytes: Buffer) => {
        let length = 0;
        for await (const chunk of openInput(put("a.csv.gz", gzipSync(bytes)), nothing()).chunks) length += chunk.length;
        return length;
      };
      const sparse = Buffer.alloc(70 << 20, "a,b\n");
      for (let at = 0; at < sparse.length; at += 1 << 14) randomBytes(100).copy(sparse, at);
      expect(await lengthOf(sparse)).toBe(sparse.length);
      expect(await lengthOf(Buffer.alloc(1 << 26, "a"))).toBe(1 << 26);
    }));

  test("is known by any of its names", () =>
    withFiles(async ({ put, file }) => {
      const input = openInput(put("a.csv", ""), nothing());
      linkSync(file("a.csv"), file("b.csv"));
      put("c.csv", "");
      expect(["a.csv", "b.csv", "c.csv", "none"].map((name) => input.isAt(file(name)))).toEqual([
        true,
        true,
        false,
        false,
      ]);
    }));

  test("keeps no file open once it has been read and checked", () =>
    withFiles(async ({ put }) => {
      const path = put("a.csv", "a\n");
      const next = () => {
        const descriptor = openSync(path, "r"); // the lowest that is free
        closeSync(descriptor);
        return descriptor;
      };
      const before = next();
      for (let at = 0; at < 20; at++) {
        const input = openInput(path, nothing());
        await textOf(input.chunks);
        input.checkUnchanged();
      }
      await new Promise((done) => setTimeout(done, 50));
      expect(next()).toBeLessThan(before + 5);
    }));
});

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

  test("that is packed and unpacks to far more than a table is refused before all of it is read", () =>
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

  test("that is packed a hundred to one is read, and so is a short file packed as tightly as can be", () =>
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

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import Papa from "papaparse";
import { main } from "../../src/cli/main.ts";

/** What a command printed and how it ended. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process, with its streams in memory. */
export async function run(words: readonly string[], stdin: string | Buffer = ""): Promise<Ran> {
  const written = { stdout: "", stderr: "" };
  const sink = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const io = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    color: false,
  };
  const code = await main(words, io);
  return { code, ...written };
}

/** A folder that is gone when the work is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "command-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What classify left behind for a file with these bytes. */
export interface Classified extends Ran {
  readonly files: readonly string[];
  readonly scored: readonly (readonly string[])[];
  readonly rejects: readonly (readonly string[])[];
  readonly rows: { readonly read: number; readonly scored: number; readonly rejected: number } | undefined;
}

/** Classifies a file with these bytes and reads everything that it left behind. */
export function classifyBytes(
  bytes: string | Buffer,
  name = "in.csv",
  ...options: readonly string[]
): Promise<Classified> {
  return inFolder(async (folder) => {
    const end = name.split(".").at(-1) ?? "csv";
    writeFileSync(join(folder, name), bytes);
    const ran = await run(["classify", join(folder, name), "--out", join(folder, `out.${end}`), ...options]);
    const files = readdirSync(folder)
      .filter((file) => file !== name)
      .sort();
    const table = (file: string) =>
      Papa.parse<string[]>(readFileSync(join(folder, file), "utf8"), { skipEmptyLines: true, newline: "\n" }).data;
    const scored = files.includes("out.csv") ? table("out.csv") : [];
    const rejects = files.includes("out.rejects.csv") ? table("out.rejects.csv") : [];
    const manifest = files.includes("out.manifest.json")
      ? JSON.parse(readFileSync(join(folder, "out.manifest.json"), "utf8"))
      : undefined;
    return { ...ran, files, scored, rejects, rows: manifest?.rows };
  });
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { main } from "../../src/cli/main.ts";

/** What a command left behind for its user. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line inside this process, over streams in memory. */
export async function runCommand(words: readonly string[], stdin: string | Buffer = ""): Promise<Ended> {
  const out = collector();
  const err = collector();
  const io = {
    stdin: Readable.from(stdin.length === 0 ? [] : [Buffer.from(stdin)]),
    stdout: out.stream,
    stderr: err.stream,
    color: false,
  };
  const code = await main(words, io);
  return { code, stdout: out.text(), stderr: err.text() };
}

function collector(): { readonly stream: Writable; text(): string } {
  const parts: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      parts.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(parts).toString("utf8") };
}

/** The built program. */
export const binary: string = fileURLToPath(new URL("../../dist/cli/bin.js", import.meta.url));

/** Runs a line of shell in which `stalker-typology` is the built program. */
export function runShell(line: string, cwd: string, input: string | Buffer = ""): Ended {
  const script = `stalker-typology() { "${process.execPath}" "${binary}" "$@"; }\n${line}`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd, input, maxBuffer: 1 << 28 });
  return { code: status ?? -1, stdout: stdout.toString("utf8"), stderr: stderr.toString("utf8") };
}

/** A folder of its own, gone when the test has ended. */
export function inFolder<T>(work: (folder: Folder) => Promise<T>): Promise<T> {
  const path = mkdtempSync(join(tmpdir(), "stalker-typology-"));
  return work({
    path,
    file: (name) => join(path, name),
    put(name, content) {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    get: (name) => readFileSync(join(path, name), "utf8"),
    names: () => readdirSync(path).sort(),
  }).finally(() => rmSync(path, { recursive: true, force: true }));
}

/** Files of one test. */
export interface Folder {
  readonly path: string;
  file(name: string): string;
  put(name: string, content: string | Buffer): string;
  get(name: string): string;
  names(): readonly string[];
}

/** An independent reader of well-formed CSV: a character at a time, straight from RFC 4180. */
export function csvRows(text: string, delimiter = ","): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = "";
  let inQuotes = false;
  const endRow = () => {
    rows.push([...cells, cell]);
    cells = [];
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inQuotes) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else inQuotes = false;
    } else if (character === '"') inQuotes = true;
    else if (character === delimiter) {
      cells.push(cell);
      cell = "";
    } else if (character === "\n" || character === "\r") {
      if (character === "\r" && text[at + 1] === "\n") at += 1;
      endRow();
    } else cell += character;
  }
  if (cell !== "" || cells.length > 0) endRow();
  return rows;
}

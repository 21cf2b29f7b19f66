import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder, type Ran } from "./command.ts";

/** The built program. */
export const binary: string = fileURLToPath(new URL("../../dist/cli/bin.js", import.meta.url));

/** Runs a line of shell in which `stalker-typology` is the built program. */
export function runShell(line: string, cwd: string, input: string | Buffer = ""): Ran {
  const script = `stalker-typology() { "${process.execPath}" "${binary}" "$@"; }\n${line}`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd, input, maxBuffer: 1 << 28 });
  return { code: status ?? -1, stdout: stdout.toString("utf8"), stderr: stderr.toString("utf8") };
}

/** Work on files in a folder that is gone when the work is done. */
export function withFiles<T>(work: (files: Files) => Promise<T>): Promise<T> {
  return inFolder((folder) =>
    work({
      folder,
      file: (name) => join(folder, name),
      put(name, content) {
        writeFileSync(join(folder, name), content);
        return join(folder, name);
      },
      get: (name) => readFileSync(join(folder, name), "utf8"),
      names: () => readdirSync(folder).sort(),
    }),
  );
}

/** Files of one test. */
export interface Files {
  readonly folder: string;
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

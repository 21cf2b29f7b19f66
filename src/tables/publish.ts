import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { mustBeListOf } from "../issues/index.ts";
import { checkTarget, markUnfinished, type Output, type PartFile, refusedOutput } from "./output.ts";
import { attempt, nameBefore, removeIfPossible } from "./part-files.ts";

/**
 * Gives finished files their names, all of them or none: if one cannot be had, those before it are taken back and what
 * stood there before is put back. The last one vouches for the others, so an old one of its name goes first: whenever it
 * stands, it belongs to the files beside it.
 *
 * @throws {AssessmentError} `output_exists` for what appeared meanwhile and may not be replaced; `output_refused`;
 *   `malformed` for what is no list of outputs
 * @example
 * import { existsSync } from "node:fs";
 * const outputs = [openOutput("first.txt"), openOutput("second.txt")];
 * for (const output of outputs) await output.finish();
 * existsSync("first.txt"); // => false
 * publishTogether(outputs);
 * existsSync("first.txt") && existsSync("second.txt"); // => true
 */
export function publishTogether(outputs: readonly Output[]): void {
  mustBeListOf(outputs, "finish", "outputs");
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [file]));
  const undo: (() => void)[] = [];
  const clean: (() => void)[] = [];
  let current = files[0]?.path ?? "";
  try {
    for (const file of [...files].reverse()) {
      current = file.path;
      const before = putAside(file);
      if (before === undefined) continue;
      undo.push(() => {
        renameSync(before, file.path);
        removeIfPossible(before); // two names of one file stay two under `rename`
      });
      clean.push(() => removeIfPossible(before));
    }
    const [vouching] = files.slice(-1);
    if (vouching !== undefined && files.length > 1) rmSync(vouching.path, { force: true });
    for (const { temporary, path } of files) {
      current = path;
      renameSync(temporary, path);
      undo.unshift(() => renameSync(path, temporary));
    }
  } catch (fault) {
    for (const step of undo) attempt(step);
    throw refusedOutput(current, fault);
  }
  for (const { temporary } of files) markUnfinished(temporary, false);
  for (const step of clean) step();
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) syncFolder(folder);
}

/** A second name for what stands where a file is to be, so that it can be put back. */
function putAside({ temporary, path, overwrite }: PartFile): string | undefined {
  checkTarget(path, overwrite); // a file, a link or a folder may stand there since the start
  if (!existsSync(path)) return undefined;
  const before = nameBefore(temporary);
  try {
    linkSync(path, before);
  } catch {
    renameSync(path, before); // some file systems give a file one name only
  }
  return before;
}

function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, "r");
    fsyncSync(fd);
    closeSync(fd);
  } catch {
    // Some systems cannot sync a folder; the files themselves are synced.
  }
}

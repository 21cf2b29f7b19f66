import { lstatSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Stands in the name of whatever is no result: such files are removed, and nobody else's file may be taken for one. */
export const mark = "stalker-typology";

/** The name of a file while this process writes it. */
export function partName(path: string): string {
  return `${path}.${mark}-${process.pid}.part`;
}

/** The name of what a part takes the place of, until all is well. */
export function nameBefore(part: string): string {
  return part.replace(/\.part$/, ".before");
}

/** Whether a plain file stands there, of this one name: no link, whatever it leads to. */
export function isPlainFile(path: string): boolean {
  try {
    const found = lstatSync(path);
    return found.isFile() && found.nlink === 1;
  } catch {
    return false;
  }
}

/** Whether a process of that number runs. Our own number on a file that we did not make is left from an earlier one. */
export function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault instanceof Error && "code" in fault && fault.code === "EPERM";
  }
}

/** One step of putting things right. If it fails there is nothing more to do; the others are still tried. */
export function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // the fault that led here is the one to report
  }
}

/** Removes a file that is no longer needed. One that cannot be removed is left to the next run, and is not a reason to fail. */
export function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // its name says that it is not a result
  }
}

/** The parts of a file that stand beside it, each with the number of the process that made it. */
export function partsOf(path: string): readonly { readonly part: string; readonly pid: number }[] {
  const folder = dirname(path);
  const start = `${basename(path)}.${mark}-`;
  return namesIn(folder).flatMap((name) => {
    const pid = name.startsWith(start)
      ? /^(\d{1,10})\.(?:part|before)$/.exec(name.slice(start.length))?.[1]
      : undefined;
    return pid === undefined ? [] : [{ part: join(folder, name), pid: Number(pid) }];
  });
}

/** Removes the parts of a file that processes left behind which no longer run, but for one that is to be kept. */
export function removeDeadParts(path: string, kept?: string): void {
  for (const { part, pid } of partsOf(path)) if (part !== kept && !isRunning(pid)) removeIfPossible(part);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // whoever opens a file there says what is wrong
  }
}

import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The name of a file while this process writes it. */
export function partName(path: string): string {
  return `${path}.${process.pid}.part`;
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

/** Removes a file that is no longer needed. One that cannot be removed is left to the next run, and is not a reason to fail. */
export function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // its name says that it is not a result
  }
}

/** Removes the parts of a file that processes left behind which no longer run, but for one that is to be kept. */
export function removeDeadParts(path: string, kept?: string): void {
  const folder = dirname(path);
  const start = `${basename(path)}.`;
  for (const name of namesIn(folder)) {
    const pid = name.startsWith(start)
      ? /^(\d{1,10})\.(?:part|before)$/.exec(name.slice(start.length))?.[1]
      : undefined;
    const found = join(folder, name);
    if (pid !== undefined && found !== kept && !isRunning(Number(pid))) removeIfPossible(found);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // whoever opens a file there says what is wrong
  }
}

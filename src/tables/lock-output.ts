import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { AssessmentError } from "../issues/index.ts";
import { markUnfinished, refusedOutput } from "./output.ts";
import { isRunning, nameBefore, partName, removeDeadParts, removeIfPossible } from "./part-files.ts";

/** An output that no other run may write meanwhile. */
export interface OutputLock {
  /** Throws `output_in_use` if another run has taken it over. */
  check(): void;
  release(): void;
}

/** The file beside an output that says which run writes it. */
export const lockName = (path: string): string => `${path}.lock`;

/** The locks that runs of this process hold. */
const held = new Set<string>();

/**
 * Keeps other runs away from an output, by a file beside it that names this process. One that a run left behind which
 * no longer runs on this machine is taken over.
 *
 * @throws {AssessmentError} `output_in_use`, `output_refused`
 */
export function lockOutput(path: string): OutputLock {
  const name = lockName(path);
  const own = JSON.stringify({ process: process.pid, machine: hostname(), run: randomUUID() });
  removeDeadParts(name);
  if (!taken(name, own, path)) {
    const before = contentOf(name);
    if (before !== undefined && !isLeftBehind(before)) throw inUse(path, name, before);
    if (before !== undefined) moveAside(name, before, path);
    if (!taken(name, own, path)) throw inUse(path, name, contentOf(name) ?? "");
  }
  held.add(own);
  markUnfinished(name, true);
  return {
    check() {
      const now = contentOf(name);
      if (now !== own) throw inUse(path, name, now ?? "");
    },
    release() {
      held.delete(own);
      markUnfinished(name, false);
      if (contentOf(name) === own) removeIfPossible(name);
    },
  };
}

/** Whether the lock could be had. A link is made whole or not at all, so a lock is never without its content. */
function taken(name: string, own: string, path: string): boolean {
  const draft = partName(name);
  try {
    rmSync(draft, { force: true });
    writeFileSync(draft, own, { flag: "wx", mode: 0o600 });
    linkSync(draft, name);
    return true;
  } catch (fault) {
    if (fault instanceof Error && "code" in fault && fault.code === "EEXIST") return false;
    throw refusedOutput(path, fault);
  } finally {
    removeIfPossible(draft);
  }
}

function contentOf(name: string): string | undefined {
  try {
    return readFileSync(name, "utf8");
  } catch {
    return undefined;
  }
}

function isLeftBehind(content: string): boolean {
  const owner = ownerIn(content);
  return owner !== undefined && owner.machine === hostname() && !isRunning(owner.process) && !held.has(content);
}

function ownerIn(content: string): { readonly process: number; readonly machine: string } | undefined {
  const found = /^\{"process":(\d{1,10}),"machine":("(?:[^"\\]|\\.)*")/.exec(content);
  return found === null ? undefined : { process: Number(found[1]), machine: String(JSON.parse(found[2] ?? '""')) };
}

/** Takes a lock away that was left behind. If another run was quicker it gets its own lock back. */
function moveAside(name: string, content: string, path: string): void {
  const aside = nameBefore(partName(name));
  try {
    renameSync(name, aside);
  } catch {
    return; // another run has just done so
  }
  const moved = contentOf(aside);
  if (moved === content) removeIfPossible(aside);
  else {
    renameSync(aside, name);
    throw inUse(path, name, moved ?? "");
  }
}

function inUse(path: string, name: string, content: string): AssessmentError {
  const owner = ownerIn(content);
  const who = owner === undefined ? "the other run" : `process ${owner.process} on ${owner.machine}`;
  return new AssessmentError([
    {
      code: "output_in_use",
      path: [path],
      expected: [`that ${who} ends first, or that ${name} is removed if there is no such run`],
    },
  ]);
}

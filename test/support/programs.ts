import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder in which `scripts/setup-engines` puts programs. */
const enginesFolder = resolve(process.env.ENGINES_DIR ?? ".engines");

/** The Python that has the packages of `scripts/engines/requirements.txt`. An absent one is an error that says what to run. */
export function pythonPath(): string {
  return required(join(enginesFolder, "python/bin/python"));
}

/** A path that must exist for a test to run at all. */
export function required(path: string): string {
  if (existsSync(path)) return path;
  throw new Error(`${path} is absent: run scripts/setup-engines, which installs what these tests compare with.`);
}

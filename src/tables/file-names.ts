import { mustBeText } from "../issues/index.ts";
/** The three files of a run. */
export interface FileNames {
  readonly scored: string;
  readonly rejects: string;
  readonly manifest: string;
}

/**
 * The names of what a run writes: `scored.csv` stands beside `scored.rejects.csv` and `scored.manifest.json`.
 *
 * @throws {AssessmentError} `malformed` for what is no text
 * @example
 * fileNames("out/scored.csv.gz").rejects; // => "out/scored.rejects.csv"
 */
export function fileNames(out: string): FileNames {
  mustBeText(out, "out");
  const stem = out.replace(/\.gz$/, "").replace(/\.[^./\\]+$/, "");
  return { scored: out, rejects: `${stem}.rejects.csv`, manifest: `${stem}.manifest.json` };
}

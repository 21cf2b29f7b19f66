/** The three files of a run. */
export interface FileNames {
  readonly scored: string;
  readonly rejects: string;
  readonly manifest: string;
}

/**
 * The names of what a run writes: `scored.csv` stands beside `scored.rejects.csv` and `scored.manifest.json`.
 *
 * @example
 * fileNames("out/scored.csv.gz").rejects; // => "out/scored.rejects.csv"
 */
export function fileNames(out: string): FileNames {
  const stem = out.replace(/\.gz$/, "").replace(/\.[^./\\]+$/, "");
  return { scored: out, rejects: `${stem}.rejects.csv`, manifest: `${stem}.manifest.json` };
}

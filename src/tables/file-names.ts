/** The three files of a run. */
export interface FileNames {
  readonly scored: string;
  readonly rejects: string;
  readonly manifest: string;
}

/** `scored.csv` stands beside `scored.rejects.csv` and `scored.manifest.json`. */
export function fileNames(out: string): FileNames {
  const stem = out.replace(/\.gz$/, "").replace(/\.[^./\\]+$/, "");
  return { scored: out, rejects: `${stem}.rejects.csv`, manifest: `${stem}.manifest.json` };
}

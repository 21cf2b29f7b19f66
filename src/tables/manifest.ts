import { libraryVersion } from "../instrument/index.ts";
import type { ColumnMap } from "./column-map.ts";
import type { FileNames } from "./file-names.ts";
import type { FileFormat } from "./formats.ts";
import type { Input } from "./input.ts";
import type { Written } from "./output.ts";
import type { Tally } from "./score-rows.ts";

/** What stands beside a scored file: how many rows went where, and what they were scored with. No value of any row. */
export interface Manifest {
  readonly library: string;
  readonly rows: Tally["rows"];
  readonly rejectsByCode: Tally["rejectsByCode"];
  readonly [fact: string]: unknown;
}

/** Below this many rows a hash of the file could be undone by trying (design choice). */
const fewRows = 100;

/** The manifest of a run. `names` is left out if no file was written. */
export function manifestOf(facts: {
  /** What the caller says of the run. */
  readonly job: {
    readonly provenance?: Readonly<Record<string, unknown>>;
    readonly review?: string;
    readonly maxRejects?: string;
  };
  readonly tally: Tally;
  readonly input: Input;
  readonly from: FileFormat;
  readonly to: FileFormat;
  readonly map: ColumnMap;
  readonly rawText: boolean;
  readonly written: { readonly scored: Written; readonly rejected: Written };
  readonly names: FileNames | undefined;
}): Manifest {
  const { job, tally, input, from, to, map, rawText, written, names } = facts;
  const base = (path: string) => path.split(/[\\/]/).at(-1);
  const few = tally.rows.read < fewRows;
  const formatName = ({ format, gzip }: FileFormat) => `${format.name}${gzip ? ".gz" : ""}`;
  return {
    library: libraryVersion,
    ...job.provenance,
    ...(tally.engine === undefined ? {} : { engine: tally.engine }),
    input: {
      name: input.name,
      format: formatName(from),
      encoding: "utf-8",
      bytes: input.bytes(),
      sha256: few ? null : input.hash.digest("hex"),
    },
    rows: tally.rows,
    rejectsByCode: tally.rejectsByCode,
    missingItems: tally.missing,
    passedThrough: tally.passedThrough,
    ...(tally.passedThroughCutAt === undefined ? {} : { passedThroughCutAt: tally.passedThroughCutAt }),
    guardedCells: tally.guardedCells,
    options: { map, maxRejects: job.maxRejects ?? "0", rawText },
    ...(names === undefined
      ? {}
      : {
          outputs: {
            scored: {
              name: base(names.scored),
              format: formatName(to),
              bytes: written.scored.bytes,
              sha256: few ? null : written.scored.sha256,
              rowsReadBack: tally.rows.scored,
            },
            rejected: {
              name: base(names.rejects),
              format: "csv",
              bytes: written.rejected.bytes,
              rowsReadBack: tally.rows.rejected,
              sensitive: "holds the rejected rows' own text",
            },
          },
        }),
    humanReview: job.review ?? "pending",
  };
}

import { AssessmentError, mustBeText } from "../issues/index.ts";
import { delimitedFormat } from "./delimited-format.ts";
import { ndjsonFormat } from "./ndjson-format.ts";
import { parquetFormat } from "./parquet-format.ts";
import type { TableFormat } from "./table-format.ts";

/** Every format of tables, one line each. */
export const tableFormats: readonly TableFormat[] = [
  delimitedFormat("csv", ","),
  delimitedFormat("tsv", "\t"),
  ndjsonFormat,
  parquetFormat,
];

/** The format of a file, and whether it is compressed. */
export interface FileFormat {
  readonly format: TableFormat;
  readonly gzip: boolean;
}

/**
 * The format of a file: as said (`"csv"`, `"ndjson.gz"`), else by the end of its name; CSV for standard input.
 *
 * @throws {AssessmentError} `unknown_format`; `malformed` for what is no text
 * @example
 * formatOf("cases.csv.gz").gzip; // => true
 */
export function formatOf(path: string, said?: string): FileFormat {
  mustBeText(path, "path");
  mustBeText(said ?? path, "format");
  const name = said ?? (path === "-" ? "csv" : (path.split(/[\\/]/).at(-1) ?? "")).toLowerCase();
  const gzip = name.endsWith(".gz") || (said !== undefined && path.endsWith(".gz"));
  const end = name.replace(/\.gz$/, "").split(".").at(-1) ?? "";
  const format = tableFormats.find(({ ends }) => ends.includes(end));
  if (format !== undefined) return { format, gzip };
  const ends = tableFormats.flatMap((each) => each.ends.map((one) => `.${one}`));
  throw new AssessmentError([
    {
      code: "unknown_format",
      path: [path],
      expected: [`a name that ends in ${ends.join(", ")}, with or without .gz`, "--format with one of these"],
    },
  ]);
}

/**
 * The format of that name.
 *
 * @throws {AssessmentError} `unknown_format`; `malformed` for what is no text
 * @example
 * formatNamed("ndjson").keyed; // => true
 */
export function formatNamed(name: string): TableFormat {
  mustBeText(name, "name");
  return formatOf(name, name).format;
}

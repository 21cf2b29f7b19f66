import { type FileFormat, formatOf, tableFormats } from "../tables/index.ts";
import { usageError } from "./command.ts";
import { expects } from "./expects.ts";

const ofTables = tableFormats.flatMap(({ ends }) => ends);

/** Ends of names that say what a file is. */
const telling: readonly string[] = [...ofTables, "json", "xlsx", "xls", "xml", "ts", "html", "md", "svg", "png", "pdf"];

/**
 * Refuses a name that says that a file is something else than is written to it. A name that ends in none of the known
 * ways says nothing.
 *
 * @returns whether it says what the file is
 * @throws {AssessmentError} `wrong_usage` with the right ends
 */
export function saysFormat(path: string, option: string, right: readonly string[]): boolean {
  const end = /\.([^./\\]+?)(?:\.gz)?$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  if (right.includes(end)) return true;
  if (!telling.includes(end)) return false;
  throw usageError(option, ...right.map((ending) => expects("expected.ending", { ending })));
}

/** The format of a table to be written: as its name says, or CSV if that says nothing. Throws as {@link saysFormat}. */
export const tableNamed = (path: string, option: string): FileFormat =>
  saysFormat(path, option, ofTables) ? formatOf(path) : formatOf(path, "csv");

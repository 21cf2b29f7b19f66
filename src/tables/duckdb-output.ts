import { AssessmentError, type Issue, throwIfAny } from "../issues/index.ts";
import { duckdb } from "../sql/index.ts";
import { cellWriter } from "./cells.ts";
import type { DuckdbSession } from "./duckdb-library.ts";
import { type DuckdbSource, inPairs, placeName } from "./duckdb-source.ts";
import { type ScorePlan, writtenColumns } from "./score-plan.ts";
import type { ScoreJob } from "./score-rows.ts";

/** How DuckDB writes scored rows. */
export interface DuckdbOutput {
  /** The columns that are written, in order, from a statement named `s`. */
  readonly select: string;
  readonly options: string;
  /** SQL for how many cells of a row are guarded, if any may be. */
  readonly guarded?: string;
  /** How many names of columns have been guarded. */
  readonly guardedNames: number;
}

/** The text that `cellWriter` guards, as a pattern for an engine whose `\s` is ASCII alone. */
const live =
  "^(?:[\"'\\s\\x0B\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]*" +
  "[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}]|[\\t\\r\\n\\x00])";

/** Types whose text is the same in DuckDB and in this library; of days, those of the years 1 to 9999. */
const alike: ReadonlySet<string> = new Set(["VARCHAR", "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "DATE"]);

/**
 * How scored rows go to a file: passed-through cells as they are, guarded in a file of text as `cellWriter` does it; then
 * the results as text.
 *
 * @throws {AssessmentError} `wrong_type` for a column that DuckDB would read or write in another way; `no_header`
 */
export function duckdbOutput(facts: {
  readonly job: ScoreJob;
  readonly plan: ScorePlan;
  readonly source: DuckdbSource;
  /** The types of the columns by place. */
  readonly types: readonly string[];
  /** What DuckDB calls the columns that hold items. */
  readonly coded: readonly string[];
  readonly results: readonly string[];
}): DuckdbOutput {
  const { job, plan, source, types, coded, results } = facts;
  const { header, loose } = writtenColumns(plan, job.scorer);
  const toText = plan.to !== "parquet";
  checkTypes(header, types, coded, toText, job.input.name);
  const delimiter = plan.to === "tsv" ? "\t" : ",";
  const names = cellWriter(delimiter, plan.rawText);
  const column = (at: number) => `s.${placeName(at)}`;
  const isLive = (at: number) => `regexp_matches(${column(at)}, ${duckdb.text(live)})`;
  const mayBeLive = (at: number) => toText && !plan.rawText && loose[at] === true && types[at] === "VARCHAR";
  const cell = (at: number): string => {
    if (!toText) return source.isText ? `coalesce(${column(at)}, '')` : column(at);
    const text = mayBeLive(at)
      ? `CASE WHEN ${isLive(at)} THEN '''' || ${column(at)} ELSE ${column(at)} END`
      : column(at);
    return `nullif(CAST(${text} AS VARCHAR), '')`;
  };
  const passed = header.map((name, at) => {
    const shown = toText ? names.guard(name) : name;
    return `${cell(at)} AS ${duckdb.identifier(shown)}`;
  });
  const added = results
    .map((name) => duckdb.identifier(name))
    .map((name) => `${toText ? `nullif(${asText(`s.${name}`)}, '')` : asText(`s.${name}`)} AS ${name}`);
  const guardedCells = header.flatMap((_, at) => (mayBeLive(at) ? [`CASE WHEN ${isLive(at)} THEN 1 ELSE 0 END`] : []));
  return {
    select: [...passed, ...added].join(", "),
    options: toText
      ? `FORMAT csv, HEADER true, DELIMITER ${duckdb.text(delimiter)}, QUOTE '"', ESCAPE '"', NULLSTR '', COMPRESSION ${job.compressed?.to === true ? "gzip" : "uncompressed"}`
      : "FORMAT parquet",
    ...(guardedCells.length === 0 ? {} : { guarded: `CAST(${inPairs(guardedCells, "+")} AS BIGINT)` }),
    guardedNames: names.guarded(),
  };
}

/** A result as text; a whole number without a point. */
const asText = (value: string): string => `regexp_replace(CAST(${value} AS VARCHAR), '^(-?[0-9]+)[.]0$', '\\1')`;

/** The types of a query's columns. */
export async function columnTypes(session: DuckdbSession, query: string): Promise<readonly string[]> {
  const [, types = []] = await session.run(`DESCRIBE ${query}`);
  return types.map(String);
}

function checkTypes(
  header: readonly string[],
  types: readonly string[],
  coded: readonly string[],
  toText: boolean,
  file: string,
): void {
  if (header.includes("")) throw new AssessmentError([{ code: "no_header", path: [file, header.indexOf("") + 1] }]);
  const issues = header.flatMap((name, at): readonly Issue[] => {
    const type = types[at] ?? "";
    if (coded.includes(placeName(at)) && type !== "VARCHAR") return [wrongType(file, name, "a column of text")];
    return toText && !alike.has(type)
      ? [wrongType(file, name, "a column of text, whole numbers, days, or yes and no; or output to Parquet")]
      : [];
  });
  throwIfAny(issues);
}

function wrongType(file: string, column: string, wanted: string): Issue {
  return { code: "wrong_type", path: [file, column], expected: [`for DuckDB ${wanted}`] };
}

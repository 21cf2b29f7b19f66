import { AssessmentError, type Issue, type IssueCode, messageOf, nearestName, type Parsed } from "../issues/index.ts";
import { type CellWriter, cellWriter } from "./cells.ts";
import type { ColumnMap } from "./column-map.ts";
import type { Input } from "./input.ts";
import type { Output } from "./output.ts";
import { readDelimited } from "./read-delimited.ts";
import { readNdjson } from "./read-ndjson.ts";

/** How a table is written: comma or tab separated, or one JSON object for each line. */
export type TableFormat = "csv" | "tsv" | "ndjson";

/** What turns a row's codes into added cells. */
export interface RowScorer {
  readonly items: readonly string[];
  readonly columns: readonly string[];
  classify(codes: readonly unknown[]): Parsed<readonly string[]>;
}

/** Where rows come from and go to. */
export interface ScoreJob {
  readonly input: Input;
  readonly from: TableFormat;
  readonly to: TableFormat;
  readonly scorer: RowScorer;
  readonly map: ColumnMap;
  readonly scored: Output;
  readonly rejected: Output;
  /** Whether text cells that a spreadsheet would run are written as they are. */
  readonly rawText: boolean;
  onRows(read: number): void;
}

/** What became of the rows. Every row read is in exactly one of `scored` and `rejected`. */
export interface Tally {
  readonly rows: { readonly read: number; readonly scored: number; readonly rejected: number };
  readonly rejectsByCode: Readonly<Record<string, number>>;
  readonly guardedCells: number;
  readonly header: readonly string[];
  /** Items that no column holds, each with the column nearest in spelling. */
  readonly missing: readonly { readonly item: string; readonly nearest?: string }[];
  readonly passedThrough: readonly string[];
  /** The first faults of each code, for showing; no values. */
  readonly samples: readonly Issue[];
}

const samplesKept = 10;

/**
 * Scores every row of a table. A row with any fault is rejected whole, with every reason and its own text.
 *
 * @throws {AssessmentError} if the file cannot be read as declared, before anything is written
 */
export async function scoreRows(job: ScoreJob): Promise<Tally> {
  return job.from === "ndjson" ? scoreObjects(job) : scoreCells(job, job.from);
}

async function scoreCells(job: ScoreJob, from: "csv" | "tsv"): Promise<Tally> {
  const { header, batches } = await readDelimited(job.input, from === "csv" ? "," : "\t");
  const { scorer } = job;
  const columns = scorer.items.map((item) => header.indexOf(columnFor(item, job.map)));
  const tally = startTally(job, header, columns);
  const meanings = scorer.items.map((item) => new Map(Object.entries(job.map.codes[item] ?? {})));
  const places = columns.map((column, at) => ({ column, meaning: meanings[at] as ReadonlyMap<string, string> }));
  // Cells that were read as codes hold nothing else, unless a map gave them their meaning.
  const coded = new Set(places.flatMap(({ column, meaning }) => (column < 0 || meaning.size > 0 ? [] : [column])));
  const loose = [...header.keys()].filter((at) => !coded.has(at));
  await tally.begin([...header, ...scorer.columns]);
  for await (const batch of batches) {
    for (const row of batch) {
      if ("fault" in row) tally.reject(row, [{ code: row.fault, path: [] }]);
      else if (row.cells.length !== header.length) {
        tally.reject(row, [
          {
            code: "wrong_cell_count",
            path: [],
            expected: [`${header.length} cells`],
            shape: `${row.cells.length} cells`,
          },
        ]);
      } else {
        const { cells } = row;
        const codes = places.map(({ column, meaning }) =>
          column < 0
            ? undefined
            : meaning.size === 0
              ? cells[column]
              : (meaning.get(cells[column] ?? "") ?? cells[column]),
        );
        const result = scorer.classify(codes);
        if (result.ok) tally.score(cells, result.value, loose);
        else tally.reject(row, result.issues);
      }
    }
    await tally.flush();
  }
  return tally.done();
}

async function scoreObjects(job: ScoreJob): Promise<Tally> {
  const { scorer, map } = job;
  let tally: Tallying | undefined;
  for await (const batch of readNdjson(job.input)) {
    if (tally === undefined) {
      const first = batch.find((row) => "value" in row);
      const header = first !== undefined && "value" in first ? Object.keys(first.value) : [];
      tally = startTally(
        job,
        header,
        scorer.items.map((item) => header.indexOf(columnFor(item, map))),
        false,
      );
      await tally.begin(scorer.columns);
    }
    for (const row of batch) {
      if ("fault" in row) {
        tally.reject(row, [{ code: row.fault, path: [] }]);
        continue;
      }
      const { value } = row;
      const taken = scorer.columns.filter((column) => Object.hasOwn(value, column));
      const codes = scorer.items.map((item) => {
        const column = columnFor(item, map);
        const found: unknown = Object.hasOwn(value, column) ? value[column] : undefined;
        const meanings = map.codes[item];
        return typeof found === "string" && meanings !== undefined && Object.hasOwn(meanings, found)
          ? meanings[found]
          : found;
      });
      const result = scorer.classify(codes);
      if (taken.length > 0)
        tally.reject(
          row,
          taken.map((column) => ({ code: "taken_column", path: [column] })),
        );
      else if (result.ok) tally.scoreObject(value, result.value);
      else tally.reject(row, result.issues);
    }
    await tally.flush();
  }
  if (tally === undefined) throw new AssessmentError([{ code: "empty_file", path: [job.input.name] }]);
  return tally.done();
}

function columnFor(item: string, map: ColumnMap): string {
  return Object.hasOwn(map.columns, item) ? (map.columns[item] ?? item) : item;
}

interface Placed {
  readonly row: number;
  readonly line: number;
  readonly raw: () => string;
}

interface Tallying {
  begin(columns: readonly string[]): Promise<void>;
  /** `loose` names the places of cells that may hold anything. */
  score(cells: readonly string[], added: readonly string[], loose: readonly number[]): void;
  scoreObject(value: Readonly<Record<string, unknown>>, added: readonly string[]): void;
  reject(row: Placed, issues: readonly Issue[]): void;
  flush(): Promise<void>;
  done(): Tally;
}

function startTally(job: ScoreJob, header: readonly string[], columns: readonly number[], strict = true): Tallying {
  const { scorer, scored, rejected, to, rawText } = job;
  const missing = missingItems(scorer.items, columns, header);
  if (strict) refuse(header, scorer, missing, job.input.name);
  const writer: CellWriter = cellWriter(to === "tsv" ? "\t" : ",", rawText);
  const rejects: CellWriter = cellWriter(",", rawText);
  const counts = { read: 0, scored: 0, rejected: 0 };
  const byCode: Record<string, number> = {};
  const samples: Issue[] = [];
  let kept: string[] = [];
  let refused: string[] = [];
  const object = (value: Readonly<Record<string, unknown>>, added: readonly string[]) => {
    const entries = [
      ...Object.entries(value),
      ...scorer.columns.map((column, at) => [column, added[at] ?? ""] as const),
    ];
    kept.push(`{${entries.map(([key, cell]) => `${JSON.stringify(key)}:${JSON.stringify(cell)}`).join(",")}}\n`);
  };
  return {
    async begin(names) {
      await rejected.write(rejects.line(["row", "line", "codes", "reasons", "raw"]));
      if (to !== "ndjson") await scored.write(writer.line(names));
    },
    score(cells, added, loose) {
      counts.read += 1;
      counts.scored += 1;
      if (to === "ndjson") object(Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""])), added);
      else kept.push(writer.row(cells, added, loose));
    },
    scoreObject(value, added) {
      counts.read += 1;
      counts.scored += 1;
      object(value, added);
    },
    reject({ row, line, raw }, issues) {
      counts.read += 1;
      counts.rejected += 1;
      const placed = issues.map((issue) => ({ ...issue, path: ["row", row, ...issue.path], row, line }));
      for (const issue of placed) {
        byCode[issue.code] = (byCode[issue.code] ?? 0) + 1;
        if (samples.length < samplesKept && byCode[issue.code] === 1) samples.push(issue);
      }
      const codes: IssueCode[] = [...new Set(issues.map(({ code }) => code))];
      refused.push(
        rejects.row(
          [],
          [String(row), String(line), codes.join(" "), placed.map(messageOf).join(" "), rejects.guard(raw())],
        ),
      );
    },
    async flush() {
      if (kept.length > 0) await scored.write(kept.join(""));
      if (refused.length > 0) await rejected.write(refused.join(""));
      kept = [];
      refused = [];
      job.onRows(counts.read);
    },
    done: () => ({
      rows: { ...counts },
      rejectsByCode: byCode,
      guardedCells: writer.guarded() + rejects.guarded(),
      header,
      missing,
      passedThrough: header.filter((_, at) => !columns.includes(at)),
      samples,
    }),
  };
}

function missingItems(
  items: readonly string[],
  columns: readonly number[],
  header: readonly string[],
): Tally["missing"] {
  const unused = header.filter((_, at) => !columns.includes(at));
  return items.flatMap((item, at) => {
    if ((columns[at] ?? -1) >= 0) return [];
    const nearest = nearestName(item, unused);
    return [nearest === undefined ? { item } : { item, nearest }];
  });
}

function refuse(
  header: readonly string[],
  { items, columns }: RowScorer,
  missing: Tally["missing"],
  name: string,
): void {
  const taken = columns.filter((column) => header.includes(column));
  if (taken.length > 0)
    throw new AssessmentError(
      taken.map((column) => ({ code: "taken_column", path: [name, column], expected: ["another name in the input"] })),
    );
  if (missing.length === items.length) {
    throw new AssessmentError([{ code: "missing_column", path: [name], expected: [...items] }]);
  }
}

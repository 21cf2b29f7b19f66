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
  cells(codes: readonly unknown[]): Parsed<readonly string[]>;
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
  refuse(header, job);
  const columns = scorer.items.map((item) => header.indexOf(columnFor(item, job.map)));
  const tally = startTally(job);
  const meanings = scorer.items.map((item) => new Map(Object.entries(job.map.codes[item] ?? {})));
  const places = columns.map((column, at) => ({ column, meaning: meanings[at] as ReadonlyMap<string, string> }));
  // Cells that were read as codes hold nothing else, unless a map gave them their meaning.
  const coded = new Set(places.flatMap(({ column, meaning }) => (column < 0 || meaning.size > 0 ? [] : [column])));
  const loose = [...header.keys()].filter((at) => !coded.has(at));
  await tally.begin(header);
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
        const result = scorer.cells(codes);
        if (result.ok) tally.score(header, cells, result.value, loose);
        else tally.reject(row, result.issues);
      }
    }
    await tally.flush();
  }
  return tally.done(header);
}

/** How many names of keys are kept for the manifest; objects may have any (design choice). */
const namesKept = 1000;

async function scoreObjects(job: ScoreJob): Promise<Tally> {
  const { scorer, map } = job;
  const names = new Set<string>();
  let tally: Tallying | undefined;
  for await (const batch of readNdjson(job.input)) {
    if (tally === undefined) {
      tally = startTally(job);
      await tally.begin([]);
    }
    for (const row of batch) {
      if ("fault" in row) {
        tally.reject(row, [{ code: row.fault, path: [] }]);
        continue;
      }
      const { value } = row;
      for (const name of Object.keys(value)) if (names.size < namesKept) names.add(name);
      const taken = scorer.columns.filter((column) => Object.hasOwn(value, column));
      const codes = scorer.items.map((item) => {
        const column = columnFor(item, map);
        const found: unknown = Object.hasOwn(value, column) ? value[column] : undefined;
        const meanings = map.codes[item];
        return typeof found === "string" && meanings !== undefined && Object.hasOwn(meanings, found)
          ? meanings[found]
          : found;
      });
      const result = scorer.cells(codes);
      if (taken.length > 0)
        tally.reject(
          row,
          taken.map((column) => ({ code: "taken_column", path: [column] })),
        );
      else if (result.ok) tally.scoreObject(row.raw(), result.value);
      else tally.reject(row, result.issues);
    }
    await tally.flush();
  }
  if (tally === undefined) throw new AssessmentError([{ code: "empty_file", path: [job.input.name] }]);
  return tally.done([...names]);
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
  begin(header: readonly string[]): Promise<void>;
  /** `loose` names the places of cells that may hold anything. */
  score(header: readonly string[], cells: readonly string[], added: readonly string[], loose: readonly number[]): void;
  /** Takes the object's own text, so that nothing in it changes on its way through. */
  scoreObject(text: string, added: readonly string[]): void;
  reject(row: Placed, issues: readonly Issue[]): void;
  flush(): Promise<void>;
  done(header: readonly string[]): Tally;
}

function startTally(job: ScoreJob): Tallying {
  const { scorer, scored, rejected, to, rawText } = job;
  const writer: CellWriter = cellWriter(to === "tsv" ? "\t" : ",", rawText);
  const rejects: CellWriter = cellWriter(",", rawText);
  const counts = { read: 0, scored: 0, rejected: 0 };
  const byCode: Record<string, number> = {};
  const samples: Issue[] = [];
  let kept: string[] = [];
  let refused: string[] = [];
  const members = (names: readonly string[], cells: readonly string[]) =>
    names.map((name, at) => `${JSON.stringify(name)}:${JSON.stringify(cells[at] ?? "")}`).join(",");
  return {
    async begin(header) {
      await rejected.write(rejects.line(["row", "line", "codes", "reasons", "raw"]));
      if (to !== "ndjson") await scored.write(writer.row(header, scorer.columns));
    },
    score(header, cells, added, loose) {
      counts.read += 1;
      counts.scored += 1;
      if (to === "ndjson") kept.push(`{${members(header, cells)},${members(scorer.columns, added)}}\n`);
      else kept.push(writer.row(cells, added, loose));
    },
    scoreObject(text, added) {
      counts.read += 1;
      counts.scored += 1;
      const open = text.slice(0, text.lastIndexOf("}"));
      const isEmpty = open.trim() === "{";
      kept.push(`${open}${isEmpty ? "" : ","}${members(scorer.columns, added)}}\n`);
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
    done(header) {
      const unused = unusedColumns(header, job);
      return {
        rows: { ...counts },
        rejectsByCode: byCode,
        guardedCells: writer.guarded() + rejects.guarded(),
        header,
        missing: missingItems(header, unused, job),
        passedThrough: unused,
        samples,
      };
    },
  };
}

function unusedColumns(header: readonly string[], { scorer, map }: ScoreJob): readonly string[] {
  const used = new Set(scorer.items.map((item) => columnFor(item, map)));
  return header.filter((name) => !used.has(name));
}

function missingItems(
  header: readonly string[],
  unused: readonly string[],
  { scorer, map }: ScoreJob,
): Tally["missing"] {
  const names = new Set(header);
  return scorer.items.flatMap((item) => {
    if (names.has(columnFor(item, map))) return [];
    const nearest = nearestColumn(item, unused);
    return [nearest === undefined ? { item } : { item, nearest }];
  });
}

/** The column nearest in spelling, letter case aside. */
function nearestColumn(name: string, columns: readonly string[]): string | undefined {
  const plain = new Map(columns.map((column) => [column.toLowerCase(), column]));
  const nearest = nearestName(name, [...plain.keys()]);
  return nearest === undefined ? undefined : plain.get(nearest);
}

/** Refuses a table that has none of the items, lacks a column of the map, or has a column that would be added. */
function refuse(header: readonly string[], job: ScoreJob): void {
  const { scorer, map, input } = job;
  const taken = scorer.columns.filter((column) => header.includes(column));
  throwIfAny(
    taken.map((column) => ({
      code: "taken_column",
      path: [input.name, column],
      expected: ["another name in the input"],
    })),
  );
  const unused = unusedColumns(header, job);
  const mapped = Object.values(map.columns).filter((column) => !header.includes(column));
  throwIfAny(
    mapped.map((column) => {
      const nearest = nearestColumn(column, unused);
      return { code: "missing_column", path: [input.name, column], ...(nearest === undefined ? {} : { nearest }) };
    }),
  );
  if (scorer.items.every((item) => !header.includes(columnFor(item, map)))) {
    throw new AssessmentError([{ code: "missing_column", path: [input.name], expected: [...scorer.items] }]);
  }
}

function throwIfAny(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new AssessmentError(issues);
}

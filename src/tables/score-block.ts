import { type Issue, type IssueCode, messageOf, mustHave, type Parsed } from "../issues/index.ts";
import { cellWriter } from "./cells.ts";
import { alikeName } from "./delimited-format.ts";
import { formatNamed } from "./formats.ts";
import type { RowScorer } from "./row-scorer.ts";
import { meaningsOf, type ScorePlan, wantedColumns, writtenColumns } from "./score-plan.ts";
import { type RowBatch, type Rows, unlisted } from "./table-format.ts";

/** What became of the rows of a block: plain data that can be sent between threads. */
export interface ScoredBlock {
  /** A piece of the file of scored rows, for its format's writer. */
  readonly scored: unknown;
  /** Lines of the file of rejected rows. */
  readonly rejected: string;
  readonly tally: BlockTally;
}

/** How many rows of a block went where. */
export interface BlockTally {
  readonly read: number;
  readonly scored: number;
  readonly rejected: number;
  readonly rejectsByCode: Readonly<Record<string, number>>;
  readonly guardedCells: number;
  /** Of the columns that items are read from, those that rows name themselves. */
  readonly held: readonly string[];
  /** The other columns that rows name themselves: one more than are kept for the manifest, if there are more. */
  readonly names: readonly string[];
  /** The first fault of each code, for showing; no values. */
  readonly samples: readonly Issue[];
}

/** The columns of the file of rejected rows. */
export const rejectColumns: readonly string[] = ["row", "line", "codes", "reasons", "raw"];

/** How many names of columns are kept for the manifest where rows name their own; they may have any (design choice). */
export const namesKept = 1000;

/**
 * Scores blocks, one at a time. A row with any fault is rejected whole, with every reason and its own text. What comes
 * of a row depends on that row alone, so the same rows give the same bytes in whatever blocks they come.
 *
 * @throws {AssessmentError} `malformed` for what is no plan, or no scorer
 * @example
 * async function* sent() { yield "id,adult\n1,yes\n2,perhaps\n"; }
 * const { header, blocks } = await formatNamed("csv").read(openInput("-", sent()));
 * const plan = { from: "csv", to: "csv", header, map: { columns: {}, codes: {} }, rawText: false };
 * const score = blockScorer(plan, rowClassifier(fiveTypes));
 * const found: unknown[] = [];
 * for await (const block of blocks) found.push(score(block).tally.rejectsByCode);
 * found; // => [{ unknown_option: 1 }]
 */
export function blockScorer(plan: ScorePlan, scorer: RowScorer): (block: Rows) => ScoredBlock {
  mustHave(plan, "from", "plan");
  mustHave(scorer, "items", "scorer");
  const from = formatNamed(plan.from);
  const wanted = wantedColumns(plan, scorer);
  const items = new Set(wanted.columns);
  const encoder = formatNamed(plan.to).encoder(writtenColumns(plan, scorer));
  const rejects = cellWriter(",", plan.rawText);
  const score = rowReader(plan, scorer);
  let guarded = 0;
  return (block) => {
    const batch = from.open(block, wanted);
    const refused: string[] = [];
    const byCode: Record<string, number> = {};
    const samples: Issue[] = [];
    const held = new Set<string>();
    const names = new Set<string>();
    for (let at = 0; at < batch.rows; at++) {
      const own = from.keyed ? Object.keys(batch.recordAt(at)) : [];
      for (const name of own) {
        if (items.has(name)) held.add(name);
        else if (names.size <= namesKept) names.add(name);
      }
      const plain = score.plainCells(batch, at, own);
      if (plain !== undefined) {
        encoder.add(batch, at, plain, true);
        continue;
      }
      const result = score.cells(batch, at, own);
      if (result.ok) {
        encoder.add(batch, at, result.value);
        continue;
      }
      const [row, line] = [batch.first + at, batch.lineAt(at)];
      const placed = result.issues.map((issue) => ({ ...issue, path: ["row", row, ...issue.path], row, line }));
      for (const issue of placed) {
        byCode[issue.code] = (byCode[issue.code] ?? 0) + 1;
        if (byCode[issue.code] === 1) samples.push(issue);
      }
      const codes: readonly IssueCode[] = [...new Set(result.issues.map(({ code }) => code))];
      const reasons = placed.map((issue) => messageOf(issue)).join(" ");
      refused.push(
        rejects.line([String(row), String(line), codes.join(" "), reasons, rejects.guard(batch.textAt(at))]),
      );
    }
    const before = guarded;
    guarded = encoder.guarded() + rejects.guarded();
    return {
      scored: encoder.take(),
      rejected: refused.join(""),
      tally: {
        read: batch.rows,
        scored: batch.rows - refused.length,
        rejected: refused.length,
        rejectsByCode: byCode,
        guardedCells: guarded - before,
        held: [...held],
        names: [...names],
        samples,
      },
    };
  };
}

/** What comes of a row, whose own names are given if rows have them. */
interface RowReader {
  /** Its cells, if its bytes say all; `undefined` if it must be looked at closely. */
  plainCells(batch: RowBatch, at: number, own: readonly string[]): readonly string[] | undefined;
  cells(batch: RowBatch, at: number, own: readonly string[]): Parsed<readonly string[]>;
}

function rowReader({ map }: ScorePlan, scorer: RowScorer): RowReader {
  const { items, columns, bytes: known } = scorer;
  const columnsTaken = takenIn(columns);
  const width = items.length;
  const meanings = items.map((item) => meaningsOf(item, map));
  const bytes = new Uint8Array(width);
  return {
    plainCells(batch, at, own) {
      if (known === undefined || batch.faultAt(at) !== undefined || columnsTaken(own).length > 0) {
        return undefined;
      }
      for (let place = 0; place < width; place++) {
        const byte = batch.codes[at * width + place] as number;
        if (byte === unlisted) return undefined;
        bytes[place] = byte;
      }
      return scorer.cellsOfBytes?.(bytes);
    },
    cells(batch, at, own) {
      const fault = batch.faultAt(at);
      if (fault !== undefined) return { ok: false, issues: [{ ...fault, path: [] }] };
      const [first, ...rest] = columnsTaken(own);
      if (first !== undefined) return { ok: false, issues: [first, ...rest] };
      const values = batch.valuesAt(at);
      return scorer.cells(values.map((value, place) => meanings[place]?.get(value) ?? value));
    },
  };
}

const none: readonly Issue[] = [];

/** Which of a row's own names look like added columns. Rows repeat their names, so some are remembered. */
function takenIn(columns: readonly string[]): (names: readonly string[]) => readonly Issue[] {
  const added = new Set(columns.map(alikeName));
  const known = new Map<string, boolean>();
  const isTaken = (name: string): boolean => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const now = added.has(alikeName(name));
    if (known.size < namesKept) known.set(name, now);
    return now;
  };
  return (names) => {
    const taken = names.filter(isTaken);
    return taken.length === 0 ? none : taken.map((column) => ({ code: "taken_column", path: [column] }));
  };
}

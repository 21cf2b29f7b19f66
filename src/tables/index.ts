export type { CellWriter } from "./cells.ts";
export { cellWriter } from "./cells.ts";
export type { ColumnMap } from "./column-map.ts";
export type { DuckdbScoring, StatementOver } from "./duckdb-engine.ts";
export { duckdbEngine } from "./duckdb-engine.ts";
export type { FileNames } from "./file-names.ts";
export { fileNames } from "./file-names.ts";
export type { FileFormat } from "./formats.ts";
export { formatNamed, formatOf, tableFormats } from "./formats.ts";
export type { Input } from "./input.ts";
export { isSameFile, openInput } from "./input.ts";
export type { Manifest } from "./manifest.ts";
export { namesTouched } from "./names-touched.ts";
export { otherSeparatorIn } from "./other-separator.ts";
export type { Output, OutputOptions, PartFile, Written } from "./output.ts";
export { discardUnfinished, openOutput, refusedStream, streamOutput } from "./output.ts";
export { parseColumnMap } from "./parse-column-map.ts";
export { publishTogether } from "./publish.ts";
export { readJson } from "./read-json.ts";
export type { TableRead, TableRow } from "./read-rows.ts";
export { readRows } from "./read-rows.ts";
export type { RowScorer } from "./row-scorer.ts";
export type { BlockTally, ScoredBlock } from "./score-block.ts";
export { blockScorer } from "./score-block.ts";
export type { FileJob, FileScored } from "./score-file.ts";
export { scoreFile } from "./score-file.ts";
export type { MissingItem, ScorePlan } from "./score-plan.ts";
export type { BlockWorkers, Progress, RowEngine, ScoreJob, Tally } from "./score-rows.ts";
export { scoreRows } from "./score-rows.ts";
export type {
  BlockReader,
  Cell,
  CellType,
  OwnText,
  RowBatch,
  RowEncoder,
  RowFault,
  Rows,
  RowWriter,
  TableFormat,
  WantedColumns,
  WrittenColumns,
} from "./table-format.ts";
export { unlisted } from "./table-format.ts";
export type { TableWritten, WriteOptions } from "./write-rows.ts";
export { putRows, writeRows } from "./write-rows.ts";

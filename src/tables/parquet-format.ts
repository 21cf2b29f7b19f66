import { AssessmentError } from "../issues/index.ts";
import { type ParquetBlock, parquetBlocks, parquetRows, rowsInParquet } from "./parquet-rows.ts";
import { type ParquetPiece, parquetEncoder, parquetWriter } from "./parquet-writer.ts";
import type { TableFormat } from "./table-format.ts";

/**
 * Parquet, by hyparquet and hyparquet-writer: small, without dependencies of their own, in plain JavaScript, so that they
 * run wherever the rest does. They are optional peers, and are loaded only if a Parquet file is named.
 */
export const parquetFormat: TableFormat<ParquetBlock, ParquetPiece> = {
  name: "parquet",
  ends: ["parquet"],
  keyed: false,
  read: parquetBlocks,
  open: parquetRows,
  encoder: parquetEncoder,
  writer: (output, columns, begun) => {
    if (begun) throw new AssessmentError([{ code: "cannot_resume", path: [], expected: ["a file that is not begun"] }]);
    return parquetWriter(output, columns);
  },
  canGoOn: false,
  count: rowsInParquet,
};

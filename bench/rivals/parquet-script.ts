/** The script that a user would write: hyparquet's rows, hand-written rules, hyparquet-writer's file. Usage: in out */
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { parquetWriteFile } from "hyparquet-writer";
import { classifyByHand } from "./hand-written.ts";

const [source = "", target = ""] = process.argv.slice(2);
const words = ["ruled_out", "possible", "met"];

async function score(): Promise<void> {
  const file = await asyncBufferFromFile(source);
  const metadata = await parquetMetadataAsync(file);
  const columns = new Map<string, string[]>();
  let rowStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    for (const row of (await parquetReadObjects({ file, metadata, rowStart, rowEnd })) as Record<string, string>[]) {
      const { kind, type, ...types } = classifyByHand(row);
      const standings = Object.entries(types).map(([name, at]) => [name, words[at] ?? ""] as const);
      for (const [name, cell] of [
        ...Object.entries(row),
        ["outcome", kind],
        ["type", type ?? ""],
        ...standings,
      ] as const) {
        const column = columns.get(name);
        if (column === undefined) columns.set(name, [cell]);
        else column.push(cell);
      }
    }
    rowStart = rowEnd;
  }
  await parquetWriteFile({
    filename: target,
    columnData: [...columns].map(([name, data]) => ({ name, data, type: "STRING" })),
  });
}

void score();

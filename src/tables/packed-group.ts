import type { ParquetWriter } from "hyparquet-writer";

type RowGroup = ParquetWriter["row_groups"][number];
type Column = RowGroup["columns"][number];
type Encodings = NonNullable<Column["meta_data"]>["encodings"];

/** How many numbers are held of a column, and what stands for a column without a dictionary. */
const numbers = 5;
const noDictionary = -1n;

/**
 * An account of a group of rows that takes little memory: of each column five numbers and how it is encoded. All else is
 * as in the first group's account. The whole is made again whenever it is read.
 */
export function packedGroup(group: RowGroup, first: RowGroup): RowGroup {
  const encodings: Encodings[] = [];
  const held = new BigInt64Array(group.columns.length * numbers);
  for (const [at, { file_offset, meta_data: account }] of group.columns.entries()) {
    const model = first.columns[at]?.meta_data;
    if (account === undefined || model === undefined) return group;
    // Lists that say the same are held once.
    encodings.push(account.encodings.join() === model.encodings.join() ? model.encodings : account.encodings);
    held.set(
      [
        file_offset,
        account.data_page_offset,
        account.dictionary_page_offset ?? noDictionary,
        account.total_compressed_size,
        account.total_uncompressed_size,
      ],
      at * numbers,
    );
  }
  const { num_rows: num_values } = group;
  const columnAt = (model: Column, at: number): Column => {
    const [file_offset = 0n, data_page_offset = 0n, dictionary = 0n, compressed = 0n, uncompressed = 0n] =
      held.subarray(at * numbers);
    if (model.meta_data === undefined) return model;
    const { dictionary_page_offset: _, ...alike } = model.meta_data;
    return {
      file_offset,
      meta_data: {
        ...alike,
        encodings: encodings[at] ?? [],
        num_values,
        total_uncompressed_size: uncompressed,
        total_compressed_size: compressed,
        data_page_offset,
        ...(dictionary === noDictionary ? {} : { dictionary_page_offset: dictionary }),
      },
    };
  };
  return {
    ...group,
    get columns() {
      return first.columns.map(columnAt);
    },
  };
}

import { isUtf8 } from "node:buffer";
import Papa from "papaparse";
import { AssessmentError, type Issue, type IssueCode, throwIfAny } from "../issues/index.ts";
import { byteBuffer } from "./byte-buffer.ts";
import { cellWriter } from "./cells.ts";
import { countDelimited } from "./count-rows.ts";
import { delimitedRows } from "./delimited-rows.ts";
import { otherSeparator } from "./other-separator.ts";
import { cutRecords, longestRecord, nextRecord } from "./records.ts";
import type { BlockReader, Cell, RowEncoder, TableFormat, WrittenColumns } from "./table-format.ts";
import { type TextBlock, textBlocks } from "./text-blocks.ts";

/** A format whose rows are cells between delimiters: CSV and TSV. Nothing is guessed from the text. */
export function delimitedFormat(name: string, delimiter: "," | "\t"): TableFormat<TextBlock, Uint8Array> {
  const byte = delimiter.charCodeAt(0);
  return {
    name,
    ends: [name],
    keyed: false,
    async read(input, blockBytes, repeated) {
      const blocks = textBlocks(
        input,
        (bytes, last) => cutRecords(bytes, { delimiter: byte, longest: longestRecord, last }),
        blockBytes,
      );
      const first = await blocks.next();
      if (first.done === true) throw new AssessmentError([{ code: "empty_file", path: [input.name] }]);
      return headed(first.value, blocks, delimiter, input.name, repeated);
    },
    open: (block, wanted) => delimitedRows(block, name, delimiter, wanted),
    encoder: (columns) => delimitedEncoder(name, delimiter, columns),
    canGoOn: true,
    async writer(output, { header, added, rawText }, begun) {
      const cells = cellWriter(delimiter, rawText);
      if (!begun) await output.write(cells.row(header, added));
      return { guarded: cells.guarded(), write: (piece) => output.write(piece), end: () => undefined };
    },
    count: (path) => countDelimited(path, byte),
  };
}

/** Takes the header off the first block. */
function headed(
  block: TextBlock,
  others: AsyncIterable<TextBlock>,
  delimiter: string,
  name: string,
  repeated: readonly string[] | undefined,
): BlockReader<TextBlock> {
  const bytes = Buffer.from(block.bytes.buffer, block.bytes.byteOffset, block.bytes.byteLength);
  const found = nextRecord(bytes, 0, { delimiter: delimiter.charCodeAt(0), longest: longestRecord, last: true });
  const { end = 0, next = 0, lines = 1 } = found ?? {};
  const header = headerIn(bytes.subarray(0, end), found?.fault, delimiter, name);
  checkHeader(header, name, repeated);
  const rest = { bytes: bytes.subarray(next), rows: block.rows - 1, first: 1, line: 1 + lines };
  return {
    header,
    blocks: (async function* () {
      if (rest.rows > 0) yield rest;
      for await (const other of others) yield { ...other, first: other.first - 1 };
    })(),
  };
}

function headerIn(bytes: Buffer, fault: IssueCode | undefined, delimiter: string, name: string): readonly string[] {
  const bad = fault ?? (bytes.includes(0) ? "nul_character" : isUtf8(bytes) ? undefined : "malformed_text");
  const text = bytes.toString("utf8");
  if (bad !== undefined) {
    // A cell in quotes ends before another separator: that is the cause, and the quote is sound.
    const expected = bad === "stray_quote" ? otherSeparator(/"([;\t])/.exec(text)?.[1]) : undefined;
    throw new AssessmentError([{ code: bad, path: [name], line: 1, ...(expected === undefined ? {} : { expected }) }]);
  }
  const exact = text.startsWith("\ufeff") ? `\ufeff${text}` : text;
  return Papa.parse<string[]>(exact, { delimiter, newline: "\n", quoteChar: '"' }).data[0] ?? [""];
}

/** The most columns of a table (design choice): a million would take half a minute for one row. */
const mostColumns = 20_000;

/**
 * Refuses a header that would let one column stand for another, but for those that may be `repeated`. By number, since it
 * may be a row of values.
 */
export function checkHeader(header: readonly string[], name: string, repeated: readonly string[] = []): void {
  if (header.length > mostColumns)
    throw new AssessmentError([{ code: "too_large", path: [name, "header"], limit: mostColumns }]);
  if (header.every((cell) => cell.trim() === "")) throw new AssessmentError([{ code: "no_header", path: [name] }]);
  const columns = [...header.entries()].filter(([, cell]) => !repeated.includes(cell));
  const issues = [...twins(columns, (cell) => cell, "duplicate_header")];
  throwIfAny(issues.length > 0 ? issues : [...twins(columns, alikeName, "lookalike_header")]);
}

/** A column's name without case, width, spaces and invisible characters: two that agree in it look alike. */
export function alikeName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, "")
    .toLowerCase();
}

function* twins(
  columns: readonly (readonly [at: number, cell: string])[],
  key: (cell: string) => string,
  code: IssueCode,
): Generator<Issue> {
  const seen = new Map<string, number>();
  for (const [at, cell] of columns) {
    const before = seen.get(key(cell));
    if (before === undefined) seen.set(key(cell), at);
    else yield { code, path: ["header", at + 1], positions: [before + 1, at + 1] };
  }
}

/** A row that may be written as it stands is copied byte for byte; any other is written cell by cell. */
function delimitedEncoder(
  name: string,
  delimiter: "," | "\t",
  { header, loose, rawText }: WrittenColumns,
): RowEncoder<Uint8Array> {
  const cells = cellWriter(delimiter, rawText);
  const out = byteBuffer();
  const looseAt = [...header.keys()].filter((at) => loose[at] === true);
  return {
    add({ own, cellsAt }, at, added, arePlain = cells.arePlain(added)) {
      if (own?.format === name && own.asIs[at] === 1 && arePlain) {
        out.bytes(own.bytes, own.starts[at] as number, own.ends[at] as number);
        let text = "";
        for (let place = 0; place < added.length; place++) text += delimiter + (added[place] as string);
        out.ascii(`${text}\n`);
      } else {
        const found = cellsAt(at);
        // A number is written as one; only text can be a formula.
        const guarded = looseAt.filter((place) => typeof found[place] === "string");
        out.text(cells.row(found.map(textOf), added, guarded));
      }
    },
    take: out.take,
    guarded: cells.guarded,
  };
}

/** A cell as a file of text holds it. */
export const textOf = (cell: Cell): string => (cell === null ? "" : Object.is(cell, -0) ? "-0" : String(cell));

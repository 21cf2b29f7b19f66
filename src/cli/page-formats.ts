import { type Block, type Printed, toCsv, toHtml, toLatex, toMarkdown } from "../reports/index.ts";
import { type Given, usageError } from "./command.ts";
import { expects } from "./expects.ts";

/** The option of every command that prints a page. */
export const pageOption = { type: "string", value: "F", says: "md (default), html, csv or latex" } as const;

/** The option of every command whose intervals may be of another level. */
export const confidenceOption = { type: "string", value: "C", says: "the level of intervals (default 0.95)" } as const;

/** The level of intervals that was asked for. */
export function confidenceIn(given: Given): number {
  const text = given.text("confidence") ?? "0.95";
  const level = /^0?\.\d{1,9}$/.test(text) ? Number(text) : 0;
  if (level <= 0) throw usageError("--confidence", expects("expected.level"));
  return level;
}

/** A page in the language of the fixed phrases. */
export function pageOf({ phrases }: Given, title: string, blocks: readonly Block[]): Printed {
  return { title, lang: phrases.lang, ...(phrases.dir === undefined ? {} : { dir: phrases.dir }), blocks };
}

/** The page in the format asked for. CSV holds the tables alone, each with its caption before it. */
export function printedAs(given: Given, page: Printed): string {
  const format = given.text("format") ?? "md";
  const print = Object.hasOwn(formats, format) ? formats[format as keyof typeof formats] : undefined;
  if (print === undefined) throw usageError("--format", ...Object.keys(formats));
  return print(page);
}

const formats = {
  md: toMarkdown,
  html: toHtml,
  latex: toLatex,
  csv: ({ blocks }: Printed) =>
    blocks
      .map(tableCsv)
      .filter((text) => text !== "")
      .join("\n"),
} as const;

function tableCsv(block: Block): string {
  return block.kind === "table" ? toCsv([[block.caption], block.head, ...block.rows]) : "";
}

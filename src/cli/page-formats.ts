import { type Block, type Printed, toCsv, toHtml, toLatex, toMarkdown } from "../reports/index.ts";
import { type Given, usageError } from "./command.ts";

/** The option of every command that prints a page. */
export const pageOption = { type: "string", value: "F", says: "md (default), html, csv or latex" } as const;

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

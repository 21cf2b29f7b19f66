import { mustHave } from "../issues/index.ts";
import type { Block, Printed } from "./printed.ts";
import { shownText } from "./shown-text.ts";

/**
 * A printed page as Markdown with tables. Every text is escaped, so that none of it becomes a link, a mark or HTML.
 *
 * @example
 * toMarkdown({ title: "A *b*", lang: "en", blocks: [] }); // => "# A \\*b\\*\n"
 */
export function toMarkdown(page: Printed): string {
  mustHave(page, "blocks", "page");
  const { title, blocks } = page;
  return `${[`# ${escapeMarkdown(title)}`, ...blocks.map(blockMarkdown)].join("\n\n")}\n`;
}

/**
 * Text that Markdown reads as text alone. An underscore inside a word is left, since it marks nothing there.
 *
 * @throws {AssessmentError} as `shownText`
 * @example
 * escapeMarkdown("wants_back <b> [x](y)"); // => "wants_back \\<b\\> \\[x\\](y)"
 */
export function escapeMarkdown(text: string): string {
  return shownText(text)
    .trim()
    .replace(/[\\`*<>[\]|&~@$^]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\b(www)\./gi, "$1\\.")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/^[#+=-]/, "\\$&");
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case "paragraph":
      return escapeMarkdown(block.text);
    case "notice":
      return `> ${escapeMarkdown(block.text)}`;
    case "list":
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join("\n");
    case "facts":
      return block.facts.map(([term, says]) => `- **${escapeMarkdown(term)}**: ${escapeMarkdown(says)}`).join("\n");
    case "table":
      return [
        `**${escapeMarkdown(block.caption)}**`,
        "",
        line(block.head.map(escapeMarkdown)),
        line(block.head.map(() => "---")),
        ...block.rows.map((row) => line(row.map(escapeMarkdown))),
        ...(block.notes ?? []).flatMap((note) => ["", escapeMarkdown(note)]),
      ].join("\n");
    case "figure":
      return [
        ...(block.file === undefined ? [] : [`![${escapeMarkdown(block.says)}](${fileAddress(block.file)})`, ""]),
        `**${escapeMarkdown(block.caption)}**`,
        "",
        escapeMarkdown(block.says),
      ].join("\n");
  }
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** A picture's place beside the page: a name of plain characters, never an address elsewhere. */
const fileAddress = (file: string): string => file.replace(/[^A-Za-z0-9./-]/g, "").replace(/^\/+|(?<=\/)\/+/g, "");

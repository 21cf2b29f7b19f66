import { mustHave } from "../issues/index.ts";
import type { Block, Printed } from "./printed.ts";
import { shownText } from "./shown-text.ts";

/**
 * A printed page as LaTeX to be put into a document: sections, and tables by `booktabs` with their caption above and
 * their notes below. The document needs the packages `booktabs` and, for figures, `graphicx`. Every text is escaped, so
 * that none of it is a command.
 *
 * @example
 * toLatex({ title: "A & B", lang: "en", blocks: [] }); // => "\\section{A \\& B}\n"
 */
export function toLatex(page: Printed): string {
  mustHave(page, "blocks", "page");
  const { title, blocks } = page;
  return `${[`\\section{${escapeLatex(title)}}`, ...blocks.map(blockLatex)].join("\n\n")}\n`;
}

const signs: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  '"': "\\textquotedbl{}",
  "`": "\\textasciigrave{}",
  "[": "{[}",
  "]": "{]}",
  "\u2212": "\\ensuremath{-}",
  "\u2014": "---",
  "\u2013": "--",
  "\u2026": "\\ldots{}",
  "\u00e9": "\\'e",
};

/**
 * Text that LaTeX prints as it is.
 *
 * @throws {AssessmentError} as `shownText`
 * @example
 * escapeLatex("50% of \\input{x}"); // => "50\\% of \\textbackslash{}input\\{x\\}"
 */
export function escapeLatex(text: string): string {
  return shownText(text)
    .trim()
    .replace(/[\\{}$&#%_~^<>|"`[\]\u2212\u2014\u2013\u2026\u00e9]/g, (sign) => signs[sign] ?? "");
}

const sections = { 2: "subsection", 3: "subsubsection", 4: "paragraph" } as const;

function blockLatex(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `\\${sections[block.level]}{${escapeLatex(block.text)}}`;
    case "paragraph":
      return escapeLatex(block.text);
    case "notice":
      return `\\begin{quote}\n${escapeLatex(block.text)}\n\\end{quote}`;
    case "list":
      return ["\\begin{itemize}", ...block.items.map((item) => `\\item ${escapeLatex(item)}`), "\\end{itemize}"].join(
        "\n",
      );
    case "facts":
      return [
        "\\begin{description}",
        ...block.facts.map(([term, says]) => `\\item[{${escapeLatex(term)}}] ${escapeLatex(says)}`),
        "\\end{description}",
      ].join("\n");
    case "table":
      return tableLatex(block);
    case "figure":
      return [
        "\\begin{figure}[htbp]",
        ...(block.file === undefined ? [] : [`\\includegraphics[width=\\linewidth]{${fileName(block.file)}}`]),
        `\\caption{${escapeLatex(block.caption)}}`,
        `\\par\\small ${escapeLatex(block.says)}`,
        "\\end{figure}",
      ].join("\n");
  }
}

function tableLatex({ caption, head, rows, notes }: Extract<Block, { kind: "table" }>): string {
  const row = (cells: readonly string[]) => `${cells.map(escapeLatex).join(" & ")} \\\\`;
  const columns = head.map((_, at) => (at > 0 && rows.every((cells) => isNumber(cells[at] ?? "")) ? "r" : "l"));
  return [
    "\\begin{table}[htbp]",
    `\\caption{${escapeLatex(caption)}}`,
    `\\begin{tabular}{${columns.join("")}}`,
    "\\toprule",
    row(head),
    "\\midrule",
    ...rows.map(row),
    "\\bottomrule",
    "\\end{tabular}",
    ...(notes ?? []).map((note) => `\\par\\smallskip\\footnotesize ${escapeLatex(note)}`),
    "\\end{table}",
  ].join("\n");
}

/** Whether a cell is a figure, an interval, or nothing, so that its column stands to the right. */
const isNumber = (cell: string): boolean => /^[<>[\]\s\d.,%()+\u2212\u2014\u2013-]*$/.test(cell);

/** A picture's name in a document: only what can hold no command. */
const fileName = (file: string): string => file.replace(/[^A-Za-z0-9./-]/g, "");

import { mustHave } from "../issues/index.ts";
import type { Block, Printed } from "./printed.ts";
import { shownText } from "./shown-text.ts";

/**
 * A printed page as one HTML file that needs nothing else: no script, no address, no other file. Its policy forbids all
 * but its own style and, if it has charts, the pictures that stand in it, which run nothing. Every text goes through one
 * escaping function.
 *
 * @example
 * toHtml({ title: "A <b>", lang: "en", blocks: [] }).includes("<h1>A &lt;b&gt;</h1>"); // => true
 */
export function toHtml(page: Printed): string {
  mustHave(page, "blocks", "page");
  const { title, lang, dir, blocks } = page;
  const direction = dir === "rtl" ? ' dir="rtl"' : ""; // plain JavaScript may have put any text there
  const hasPicture = blocks.some((block) => block.kind === "figure" && block.svg !== undefined);
  const pictures = hasPicture ? "; img-src data:" : "";
  return [
    "<!doctype html>",
    `<html lang="${escapeHtml(lang)}"${direction}>`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${styleHash}'${pictures}; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    "<main>",
    `<h1>${escapeHtml(title)}</h1>`,
    ...blocks.map(blockHtml),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/**
 * Text made harmless inside an element or a quoted attribute: the only way into a page.
 *
 * @throws {AssessmentError} as `shownText`
 * @example
 * escapeHtml("<script>"); // => "&lt;script&gt;"
 */
export function escapeHtml(text: string): string {
  return shownText(text).replace(/[&<>"'`]/g, (character) => entities[character] ?? "");
}

/** A level that plain JavaScript may have got wrong makes no element but a heading. */
function headingHtml(level: number, text: string): string {
  const name = level === 3 || level === 4 ? `h${level}` : "h2";
  return `<${name}>${escapeHtml(text)}</${name}>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return headingHtml(block.level, block.text);
    case "paragraph":
      return `<p>${escapeHtml(block.text)}</p>`;
    case "notice":
      return `<p class="notice">${escapeHtml(block.text)}</p>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join("\n")}\n</ul>`;
    case "facts":
      return `<dl>\n${block.facts
        .map(([term, says]) => `<dt>${escapeHtml(term)}</dt>\n<dd>${escapeHtml(says)}</dd>`)
        .join("\n")}\n</dl>`;
    case "table":
      return tableHtml(block);
    case "figure":
      return [
        "<figure>",
        ...(block.svg === undefined
          ? []
          : [
              `<img alt="${escapeHtml(block.says)}" src="data:image/svg+xml,${encodeURIComponent(shownText(block.svg)).replaceAll("'", "%27")}">`,
            ]),
        `<figcaption>${escapeHtml(block.caption)}</figcaption>`,
        `<p>${escapeHtml(block.says)}</p>`,
        "</figure>",
      ].join("\n");
  }
}

function tableHtml({ caption, head, rows, notes }: Extract<Block, { kind: "table" }>): string {
  const row = ([first = "", ...rest]: readonly string[]) =>
    `<tr><th scope="row">${escapeHtml(first)}</th>${rest.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`;
  return [
    "<table>",
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead>\n<tr>${head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join("")}</tr>\n</thead>`,
    `<tbody>\n${rows.map(row).join("\n")}\n</tbody>`,
    "</table>",
    ...(notes ?? []).map((note) => `<p class="note">${escapeHtml(note)}</p>`),
  ].join("\n");
}

const style = [
  "body{font:1rem/1.5 sans-serif;color:#1b1b1b;background:#fff;margin:0}",
  "main{max-width:60rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}",
  "h1,h2,h3,h4{line-height:1.25;break-after:avoid}",
  "table{border-collapse:collapse;width:100%;margin:1rem 0}",
  "caption{text-align:start;font-weight:bold;padding:.25rem 0;break-after:avoid}",
  "th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:start;vertical-align:top;min-width:5.5em}",
  "thead th{overflow-wrap:break-word}",
  "dt{font-weight:bold}",
  "dd{margin:0 0 .5rem 1rem}",
  ".note{font-size:.9rem;margin:.25rem 0}",
  "figure{margin:1rem 0}",
  "figcaption{font-weight:bold}",
  "img{max-width:100%;height:auto}",
  ".notice{border:2px solid #1b1b1b;padding:.5rem}",
  "@media print{main{max-width:none;padding:0}body{font-size:10pt}tr,dd,li,figure,.notice{break-inside:avoid}thead{display:table-header-group;break-after:avoid}dt{break-after:avoid}}",
].join("\n");

/** SHA-256 of the style, which the page's policy allows by it alone. A test works it out again. */
const styleHash = "sha256-ecCVBMJbYLSBZf3HjO2LCxIiDASXZN8D2ym05G6P/ME=";

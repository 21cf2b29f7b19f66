import { createHash } from "node:crypto";
import { marked } from "marked";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import {
  escapeHtml,
  escapeLatex,
  type Printed,
  shownText,
  toCsv,
  toHtml,
  toLatex,
  toMarkdown,
} from "../../src/reports/index.ts";
import { hostileTexts } from "../support/hostile.ts";
import { elementsOf, faultsOfPage } from "../support/html.ts";

const pageOf = (text: string): Printed => ({
  title: text,
  lang: "en",
  blocks: [
    { kind: "heading", level: 2, text },
    { kind: "paragraph", text },
    { kind: "notice", text },
    { kind: "list", items: [text, text] },
    { kind: "facts", facts: [[text, text]] },
    { kind: "table", caption: text, head: [text, text], rows: [[text, text]], notes: [text] },
    { kind: "figure", caption: text, says: text, svg: `<svg><title>${text}</title></svg>`, file: text },
  ],
});

describe.each(hostileTexts.map((text, at) => ({ text, at, shown: JSON.stringify(text).slice(0, 50) })))(
  "the hostile text $at $shown",
  ({ text }) => {
    it("stays text in every place of an HTML page", () => {
      const html = toHtml(pageOf(text));
      expect(faultsOfPage(html)).toEqual([]);
      const { elements } = elementsOf(html);
      const places = elements.filter(({ name }) =>
        ["title", "h1", "h2", "p", "li", "dt", "dd", "caption", "th", "td", "figcaption"].includes(name),
      );
      expect(places).toHaveLength(17);
      expect(new Set(places.map((each) => each.text))).toEqual(new Set([shownText(text)]));
      const picture = elements.find(({ name }) => name === "img")?.attributes;
      expect(picture?.alt).toBe(shownText(text));
      expect(picture?.src).toMatch(/^data:image\/svg\+xml,[A-Za-z0-9%.!~*()_-]+$/);
    });

    it("becomes no link, mark, picture or HTML in Markdown", () => {
      const html = marked.parse(toMarkdown(pageOf(text)), { async: false, gfm: true });
      const names = elementsOf(`<!doctype html>${html}`).elements.map(({ name }) => name);
      const mine = [
        ..."html head body h1 h2 p blockquote p ul li li li strong p strong".split(" "),
        ..."table thead tr th th tbody tr td td p p img p strong p".split(" "),
      ];
      expect(names.join(" ").replaceAll(" li p", " li")).toBe(mine.join(" "));
    });

    it("is no command, comment or mark in LaTeX", () => {
      const printed = escapeLatex(text);
      const known = /\\(?:text[a-z]+\{\}|ensuremath\{-\}|ldots\{\}|'e|[{}$&#%_])|\{\[\}|\{\]\}/g;
      expect(printed.replace(known, "")).not.toMatch(/[\\{}$&#%_~^<>|"`[\]\n]/);
    });

    it("stays one cell of a CSV row, and a spreadsheet runs none of it", () => {
      const { data } = Papa.parse<string[]>(toCsv([[text, "next"]]), { newline: "\n", delimiter: "," });
      expect(data[0]).toHaveLength(2);
      expect(data[0]?.[0]).toMatch(/^(?!["'\s]*[=+@-]|[\t\r\n\0])|^'/);
      expect([text, `'${text}`]).toContain(data[0]?.[0]);
    });
  },
);

describe("a page", () => {
  it("allows its own style and nothing else by its policy", () => {
    const { elements } = elementsOf(toHtml({ ...pageOf("x"), blocks: [] }));
    const style = elements.find(({ name }) => name === "style")?.text ?? "";
    const policy = elements.find(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy");
    const hash = createHash("sha256").update(style).digest("base64");
    expect(policy?.attributes.content).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(style).toContain("@media print");
    expect(style).not.toMatch(/url|import|http/);
  });

  it("allows the pictures that stand in it, and only if there are any", () => {
    expect(toHtml(pageOf("x"))).toContain("; img-src data:; base-uri 'none'");
    expect(toHtml({ ...pageOf("x"), blocks: [{ kind: "figure", caption: "x", says: "x" }] })).not.toContain("img-src");
  });

  it("names a picture only by plain characters, so that no address leads elsewhere", () => {
    const figure = (file: string) =>
      toMarkdown({ ...pageOf("x"), blocks: [{ kind: "figure", caption: "x", says: "x", file }] });
    expect(figure("out/chart-1.svg")).toContain("![x](out/chart-1.svg)");
    expect(figure("https://example.org/x.svg")).toContain("![x](https/example.org/x.svg)");
    expect(figure("//example.org/x y.svg)")).toContain("![x](example.org/xy.svg)");
  });

  it("is a table of booktabs in LaTeX, with figures to the right, the caption above and the notes below", () => {
    const rows = [
      ["kappa", ".50", "[\u2212.10, 1.00]"],
      ["alpha", "\u2014", "\u2014"],
    ];
    const blocks = [
      { kind: "table", caption: "A & B", head: ["", "value", "interval"], rows, notes: ["n = 4"] },
    ] as const;
    expect(toLatex({ title: "T", lang: "en", blocks })).toBe(
      `\\section{T}

\\begin{table}[htbp]
\\caption{A \\& B}
\\begin{tabular}{lrr}
\\toprule
 & value & interval \\\\
\\midrule
kappa & .50 & {[}\\ensuremath{-}.10, 1.00{]} \\\\
alpha & --- & {[}x{]} \\\\
\\bottomrule
\\end{tabular}
\\par\\smallskip\\footnotesize n = 4
\\end{table}
`.replace("{[}x{]}", "---"),
    );
  });

  it("carries its language and direction", () => {
    expect(toHtml({ title: "x", lang: "fa", dir: "rtl", blocks: [] })).toContain('<html lang="fa" dir="rtl">');
  });
});

describe("escaping", () => {
  it("leaves no sign that HTML reads, and keeps joiners and letters of every script", () => {
    for (const text of hostileTexts) expect(escapeHtml(text)).not.toMatch(/[<>"'`]|&(?!amp;|lt;|gt;|quot;|#39;|#96;)/);
    expect(escapeHtml("می\u200cخواهم é 漢字 👩\u200d💻")).toBe("می\u200cخواهم é 漢字 👩\u200d💻");
  });
});

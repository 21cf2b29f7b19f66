import { createHash } from "node:crypto";
import { marked } from "marked";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { escapeHtml, type Printed, shownText, toCsv, toHtml, toMarkdown } from "../../src/reports/index.ts";
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
    { kind: "table", caption: text, head: [text, text], rows: [[text, text]] },
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
        ["title", "h1", "h2", "p", "li", "dt", "dd", "caption", "th", "td"].includes(name),
      );
      expect(places).toHaveLength(14);
      expect(new Set(places.map((each) => each.text))).toEqual(new Set([shownText(text)]));
    });

    it("becomes no link, mark, picture or HTML in Markdown", () => {
      const html = marked.parse(toMarkdown(pageOf(text)), { async: false, gfm: true });
      const names = elementsOf(`<!doctype html>${html}`).elements.map(({ name }) => name);
      const mine = [
        ..."html head body h1 h2 p blockquote p ul li li li strong p strong".split(" "),
        ..."table thead tr th th tbody tr td td".split(" "),
      ];
      expect(names.join(" ").replaceAll(" li p", " li")).toBe(mine.join(" "));
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
    const { elements } = elementsOf(toHtml(pageOf("x")));
    const style = elements.find(({ name }) => name === "style")?.text ?? "";
    const policy = elements.find(({ attributes }) => attributes["http-equiv"] === "Content-Security-Policy");
    const hash = createHash("sha256").update(style).digest("base64");
    expect(policy?.attributes.content).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(style).toContain("@media print");
    expect(style).not.toMatch(/url|import|http/);
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

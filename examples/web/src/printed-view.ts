import type { Block, Printed } from "stalker-typology/reports";
import { element } from "./element.ts";

/** A printed page's blocks as elements. Every text becomes a text node. */
export function printedView({ blocks }: Printed): readonly Node[] {
  return blocks.map(blockView);
}

function blockView(block: Block): Node {
  switch (block.kind) {
    case "heading":
      return element(`h${block.level}`, {}, block.text);
    case "paragraph":
      return element("p", {}, block.text);
    case "notice":
      return element("p", { class: "notice" }, block.text);
    case "list":
      return element("ul", {}, ...block.items.map((item) => element("li", {}, item)));
    case "facts":
      return element(
        "dl",
        {},
        ...block.facts.flatMap(([term, says]) => [element("dt", {}, term), element("dd", {}, says)]),
      );
    case "table":
      return tableView(block);
    case "figure": // in words: a picture would come in as markup
      return element("p", {}, element("strong", {}, block.caption), ` ${block.says}`);
  }
}

/** A table in a frame of its own, which can be scrolled by keyboard where the screen is narrow. */
function tableView({ caption, head, rows, notes = [] }: Extract<Block, { kind: "table" }>): Node {
  const table = element(
    "table",
    {},
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...head.map((cell) => element("th", { scope: "col" }, cell)))),
    element(
      "tbody",
      {},
      ...rows.map(([first = "", ...rest]) =>
        element("tr", {}, element("th", { scope: "row" }, first), ...rest.map((cell) => element("td", {}, cell))),
      ),
    ),
  );
  return element(
    "div",
    { class: "frame", role: "group", tabindex: "0", "aria-label": caption },
    table,
    ...notes.map((note) => element("p", { class: "note" }, note)),
  );
}

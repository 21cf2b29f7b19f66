import { mustBeList, mustBeLists } from "../issues/index.ts";
/** A part of a printed page: plain data, so that one page can become Markdown or HTML. All text is plain text. */
export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: "paragraph" | "notice"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Terms with what is said of each. */
  | { readonly kind: "facts"; readonly facts: readonly (readonly [term: string, says: string])[] }
  /** The first cell of each row names the row. */
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** What has to stand under it: how figures were worked out, what an abbreviation means. */
      readonly notes?: readonly string[];
    }
  /** A chart. What it shows is said in words too, for whoever does not see it. */
  | {
      readonly kind: "figure";
      readonly caption: string;
      readonly says: string;
      /** The picture, for a page that carries it. */
      readonly svg?: string;
      /** Where the picture stands, for a page that only names it: letters, digits, dots, slashes and hyphens. */
      readonly file?: string;
    };

/** A page for people: a title and what stands below it. */
export interface Printed {
  readonly title: string;
  /** The language of the words, as a BCP 47 tag. */
  readonly lang: string;
  readonly dir?: "rtl";
  readonly blocks: readonly Block[];
}

/**
 * A heading; level 2 stands right below the title.
 *
 * @example
 * heading(2, "What was found"); // => { kind: "heading", level: 2, text: "What was found" }
 */
export const heading = (level: 2 | 3 | 4, text: string): Block => ({ kind: "heading", level, text });
/**
 * A paragraph of plain text.
 *
 * @example
 * paragraph("Three cases."); // => { kind: "paragraph", text: "Three cases." }
 */
export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
/**
 * A notice, which stands out from what is around it.
 *
 * @example
 * noticeBlock("Not a diagnosis."); // => { kind: "notice", text: "Not a diagnosis." }
 */
export const noticeBlock = (text: string): Block => ({ kind: "notice", text });

/**
 * A list, or nothing if it is empty.
 *
 * @throws {AssessmentError} `malformed` for what is no list
 * @example
 * list(["one", "two"]); // => [{ kind: "list", items: ["one", "two"] }]
 */
export function list(items: readonly string[]): readonly Block[] {
  mustBeList(items, "items");
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

/**
 * Facts without those that have nothing to say; nothing if none is left.
 *
 * @throws {AssessmentError} `malformed` for what is no list of pairs
 * @example
 * facts([["Version", "1.0.0"], ["Licence", undefined]]); // => [{ kind: "facts", facts: [["Version", "1.0.0"]] }]
 */
export function facts(entries: readonly (readonly [string, string | undefined])[]): readonly Block[] {
  mustBeLists(entries, "entries");
  const said = entries.flatMap(([term, says]) => (says === undefined || says === "" ? [] : [[term, says] as const]));
  return said.length === 0 ? [] : [{ kind: "facts", facts: said }];
}

/**
 * A table, or nothing if it has no rows.
 *
 * @throws {AssessmentError} `malformed` for a head or rows that are no lists
 * @example
 * table("The cases", ["Type", "n"], []); // => []
 */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  notes: readonly string[] = [],
): readonly Block[] {
  mustBeList(head, "head");
  mustBeLists(rows, "rows");
  return rows.length === 0 ? [] : [{ kind: "table", caption, head, rows, ...(notes.length === 0 ? {} : { notes }) }];
}

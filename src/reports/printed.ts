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

export const heading = (level: 2 | 3 | 4, text: string): Block => ({ kind: "heading", level, text });
export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const noticeBlock = (text: string): Block => ({ kind: "notice", text });

/** A list, or nothing if it is empty. */
export const list = (items: readonly string[]): readonly Block[] =>
  items.length === 0 ? [] : [{ kind: "list", items }];

/** Facts without those that have nothing to say. */
export function facts(entries: readonly (readonly [string, string | undefined])[]): readonly Block[] {
  const said = entries.flatMap(([term, says]) => (says === undefined || says === "" ? [] : [[term, says] as const]));
  return said.length === 0 ? [] : [{ kind: "facts", facts: said }];
}

/** A table, or nothing if it has no rows. */
export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  notes: readonly string[] = [],
): readonly Block[] =>
  rows.length === 0 ? [] : [{ kind: "table", caption, head, rows, ...(notes.length === 0 ? {} : { notes }) }];

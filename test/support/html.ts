import { parse } from "parse5";

/** One element of a page: its name, its attributes, its own text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

interface Node {
  readonly nodeName: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

/** Every element of a page as the HTML standard's parser reads it, in document order, and every fault it names. */
export function elementsOf(html: string): {
  readonly elements: readonly Element[];
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  const root = parse(html, { onParseError: ({ code }) => void faults.push(code) }) as unknown as Node;
  const elements: Element[] = [];
  const visit = (node: Node): void => {
    if (node.tagName !== undefined) {
      elements.push({
        name: node.tagName,
        attributes: Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value])),
        text: textOf(node),
      });
    }
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit(root);
  return { elements, faults };
}

const textOf = ({ value, childNodes = [] }: Node): string => (value ?? "") + childNodes.map(textOf).join("");

const allowed: Readonly<Record<string, readonly string[]>> = {
  html: ["lang", "dir"],
  head: [],
  meta: ["charset", "http-equiv", "content", "name"],
  title: [],
  style: [],
  body: [],
  main: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  p: ["class"],
  ul: [],
  li: [],
  dl: [],
  dt: [],
  dd: [],
  table: [],
  caption: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ["scope"],
  td: [],
  figure: [],
  figcaption: [],
  img: ["alt", "src"],
};

/** What breaks a page's promises: a fault of the markup, an element or attribute beyond the allowed ones, headings out of order. */
export function faultsOfPage(html: string): readonly string[] {
  const { elements, faults } = elementsOf(html);
  const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
  return [
    ...faults,
    ...elements.filter(({ name }) => !Object.hasOwn(allowed, name)).map(({ name }) => `element ${name}`),
    ...elements.flatMap(({ name, attributes }) =>
      Object.keys(attributes)
        .filter((attribute) => allowed[name]?.includes(attribute) === false)
        .map((attribute) => `attribute ${attribute} of ${name}`),
    ),
    ...levels.flatMap((level, at) =>
      level > (levels[at - 1] ?? 0) + 1 ? [`heading ${at + 1} jumps to level ${level}`] : [],
    ),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ["not one main heading"]),
    ...elements
      .filter(({ name, attributes }) => name === "th" && attributes.scope === undefined)
      .map(() => "th without scope"),
    ...(elements.find(({ name }) => name === "html")?.attributes.lang ? [] : ["no language"]),
  ];
}

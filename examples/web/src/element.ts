type Attribute = string | boolean | ((event: Event) => void);

/**
 * An element with its attributes and children. Text becomes a text node and a function becomes a listener, so no text
 * is ever read as markup.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

export function button(
  label: string,
  press: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  return element("button", { type: "button", click: press, ...attributes }, label);
}

/** The line above a page's heading: what the page belongs to. */
export function caption(text: string): HTMLElement {
  return element("p", { class: "caption" }, text);
}

/** The heading that takes the focus when a page is shown. A screen reader says it, and then the elements with these ids. */
export function mainHeading(text: string, ...describedBy: readonly string[]): HTMLElement {
  return element("h1", { tabindex: "-1", "aria-describedby": describedBy.length > 0 && describedBy.join(" ") }, text);
}

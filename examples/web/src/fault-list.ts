import { messageOf } from "stalker-typology";
import type { Loaded } from "./answers-file.ts";
import { element } from "./element.ts";

/** More faults than these help nobody: they are counted. */
const most = 20;

/** What is wrong with a file, each fault with its place. It takes the focus. No value of the file is ever shown. */
export function faultList(faults: Loaded["issues"]): readonly Node[] {
  if (faults.length === 0) return [];
  const told = faults.slice(0, most).map((issue) => messageOf({ ...issue, path: issue.path.map(visibly) }));
  const more = faults.length - told.length;
  return [
    element(
      "div",
      { class: "faults", role: "alert", tabindex: "-1", "aria-labelledby": "faults-title" },
      element("h2", { id: "faults-title" }, "The file could not be read in full"),
      element("ul", {}, ...told.map((text) => element("li", {}, text))),
      ...(more === 0 ? [] : [element("p", {}, `Further faults, not shown here: ${more}.`)]),
    ),
  ];
}

/** A name with its look-alike and unseen characters spelt out: every name that is expected has plain letters only. */
function visibly(part: string | number): string | number {
  return typeof part === "number"
    ? part
    : part.replace(/[^!-~]/gu, (found) => `\\u{${found.codePointAt(0)?.toString(16)}}`);
}

import { messageOf } from "stalker-typology";
import type { Loaded } from "./answers-file.ts";
import { element } from "./element.ts";

/** What is wrong with a file, each fault with its place. It takes the focus. No value of the file is ever shown. */
export function faultList(faults: Loaded["issues"]): readonly Node[] {
  if (faults.length === 0) return [];
  return [
    element(
      "div",
      { class: "faults", role: "alert", tabindex: "-1", "aria-labelledby": "faults-title" },
      element("h2", { id: "faults-title" }, "The file could not be read in full"),
      element("ul", {}, ...faults.map((issue) => element("li", {}, messageOf(issue)))),
    ),
  ];
}

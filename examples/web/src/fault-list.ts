import { messageOf } from "stalker-typology";
import type { Loaded } from "./answers-file.ts";
import { element } from "./element.ts";

/** What is wrong with a file, each fault with its place. No value of the file is ever shown. */
export function faultList(faults: Loaded["issues"]): readonly Node[] {
  if (faults.length === 0) return [];
  return [
    element(
      "div",
      { class: "faults", role: "alert" },
      element("h2", {}, "The file could not be read in full"),
      element("ul", {}, ...faults.map((issue) => element("li", {}, messageOf(issue)))),
    ),
  ];
}

import type { Item } from "../instrument/index.ts";

/** A question's codes as a person reads them, with the label where it says more than the code; none of a number or a day. */
export function answerCodes(responses: Item["responses"] | undefined): readonly string[] {
  if (responses?.kind !== "choice") return [];
  return Object.entries(responses.options).map(([code, { label }]) =>
    label.toLowerCase() === code.replaceAll("_", " ") ? code : `${code} (${label})`,
  );
}

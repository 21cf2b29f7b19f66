import { guidanceCodes } from "stalker-typology/content/guidance";
import { helpLines } from "./help-lines.ts";

/**
 * What to show for a guidance code. The texts are addressed to whoever helps, so the person it happens to gets the line
 * that says whom to turn to, or nothing.
 */
export function guidanceText(code: string, respondent: "target" | "rater"): string | undefined {
  if (respondent === "target") return helpLines[code];
  return Object.hasOwn(guidanceCodes, code) ? guidanceCodes[code as keyof typeof guidanceCodes].text : undefined;
}

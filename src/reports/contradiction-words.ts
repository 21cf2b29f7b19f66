import type { Classification, Typology } from "../typology/index.ts";
import type { Say } from "./phrases.ts";

/** What does not fit together in a classification: in the typology's words, or in a fixed phrase for the first aim. */
export function contradictionWords(
  { contradictions }: Pick<Classification, "contradictions">,
  { contradictions: named, types }: Typology,
  say: Say,
): readonly string[] {
  return contradictions.map(({ id, says }) => {
    const type = id.startsWith(ofFirstAim) ? id.slice(ofFirstAim.length) : "";
    const label = Object.hasOwn(types, type) ? types[type]?.label : undefined;
    return label === undefined || Object.hasOwn(named, id) ? says : say("clash.first_aim", { type: label });
  });
}

/** How `classify` names a first aim that belongs to a type which other answers rule out. */
const ofFirstAim = "first_aim_of_";

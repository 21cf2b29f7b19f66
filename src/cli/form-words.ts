import type { FormWords } from "../formats/index.ts";
import type { Voice } from "./words.ts";

/** The words that an exported form shows beside its own, in the voice's language. */
export function formWordsOf({ words }: Voice): FormWords {
  return {
    not_sure: words("form.not_sure"),
    prefer_not: words("form.prefer_not"),
    why_empty: words("form.why_empty", { question: "{question}" }),
    between: words("form.between", { min: "{min}", max: "{max}" }),
    least: words("form.least", { rule: "{rule}" }),
    most: words("form.most", { rule: "{rule}" }),
    part: words("form.part", { name: "{name}" }),
  };
}

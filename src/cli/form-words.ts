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
    rater_wording: words("form.rater_wording"),
    target_wording: words("form.target_wording"),
    for_rater: words("form.for_rater", { text: "{text}" }),
    for_target: words("form.for_target", { text: "{text}" }),
    record_id: words("form.record_id"),
    form_id: words("form.form_id", { title: "{title}" }),
    form_version: words("form.form_version", { title: "{title}" }),
    form_hash: words("form.form_hash", { title: "{title}" }),
    limits: words("form.limits", { uses: "{uses}", validation: "{validation}" }),
    answers_schema: words("form.answers_schema", { purpose: "{purpose}" }),
    result_schema: words("form.result_schema", { title: "{title}" }),
    result_note: words("form.result_note"),
    score: words("form.score", { title: "{title}" }),
    score_result: words("form.score_result"),
    score_issues: words("form.score_issues"),
  };
}

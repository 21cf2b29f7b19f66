/** What an export does not carry. Exports list it as data, in English. */
export const lossTexts = {
  "loss.evidence": "Sources, grades and guidance are not carried.",
  "loss.wordings": "Wordings, sources, grades and guidance are not carried.",
  "loss.rater_only":
    "Only the wording for raters is carried: the question as the title of each answer, the note as its description.",
  "loss.one_wording": "Only the wording for the {respondent} is carried, not that for the {other}.",
  "loss.schema": "A schema says what an answer may be, not when it is asked.",
  "loss.rules": "The rows are items and codes; codebook prints the rules.",
  "loss.levels": "The rows are items and codes; codebook prints the levels.",
  "loss.label_changed": "Its label had a | in it.",
  "loss.space_added": "A space was put between $ and {.",
  "loss.braces_changed": "Braces around a name became brackets.",
  "loss.no_tag": "It no longer reads as a field or a tag.",
  "loss.always_shown": "The question is always shown.",
  "loss.no_value": "Its value is not calculated.",
  "loss.states": "Not asked and closed are both blank; read back, the branching tells them apart again.",
  "loss.no_pause": "The form does not pause for it by itself.",
  "loss.level": "The form does not work it out; score does, from the answers read back.",
  "loss.clashes": "Answers that do not fit together are not pointed out while the form is filled in.",
} as const;

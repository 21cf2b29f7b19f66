/** The titles and facts of the pages on a data set or on several raters, times or scores. */
export const studyTexts = {
  "fact.file": "File",
  "fact.form": "Form",
  "fact.none": "none",

  "accuracy.title": "Accuracy against a criterion",
  "accuracy.found_by": "Found by",
  "accuracy.criterion": "Criterion",

  "agree.title": "Agreement of raters",
  "agree.raters": "Raters",
  "agree.cases": "Cases",
  "agree.no_rating": "What does not count as a rating",
  "agree.no_ratings": "not sure, refused, not applicable and blank",
  "agree.outcome": "The outcome",
  "agree.the_outcome": "the outcome",
  "agree.types": "Where each type stands",
  "agree.axes": "The axes",
  "agree.items": "The items",
  "agree.statistic": "Gwet's AC1 or AC2",
  "agree.chart": "Agreement of {raters}",
  "agree.and": "{raters} and {rater}",

  "change.title": "Change",
  "change.first": "First time",
  "change.second": "Second time",
  "change.chart": "From the first time to the second",

  "compare.title": "Comparison",
  "compare.counted": "{name}: single and leading are counted under their type. Rows rejected: {rejected}.",

  "consistency.title": "Internal consistency",
  "consistency.scale": "scale",

  "profile.title": "The data at a glance",
  "profile.form": "{id}, version {version}",
  "profile.rows": "Rows",
  "profile.unreadable": "Rows that cannot be read",
  "profile.missing": "Items without a column",
  "profile.constant": "Items with one answer in every row",
  "profile.cells": "What the cells hold",
  "profile.item": "Item",
  "profile.answered": "Answered",
  "profile.not_sure": "Not sure",
  "profile.prefer_not": "Refused",
  "profile.closed": "Not applicable",
  "profile.blank": "Blank",
  "profile.bad": "Bad",
  "profile.cells_note":
    "Not applicable: another answer of the row closes the item. Bad: the cell holds no code of the item.",
  "profile.clashes": "Answers that cannot stand together",
  "profile.clash": "Clash",
  "profile.set_aside": "{item}: rows whose answer another answer closes: {count}",
  "profile.chart": "Completeness of {form}",

  "roc.title": "Scores against a criterion",
  "roc.score": "Score",
  "roc.compared_with": "Compared with",
  "roc.criterion": "Criterion",
  "roc.chart": "{score} against {criterion}",

  "table1.title": "The cases",
  "table1.not_known": "not known",

  "coded.single": "{type} (alone)",
  "coded.leading": "{type} (leading)",

  "caseload.not_recorded": "not recorded",
} as const;

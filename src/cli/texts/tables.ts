/** What `classify` and `score` say of a table, and `summary` of the cases in it. */
export const tableTexts = {
  "table.progress": "Rows read: {read}",
  "table.faults": "Faults: {faults}.",
  "table.no_column": "No column for: {items}. These items are read as not asked.",
  "table.nearest": "{item} (nearest column: {nearest})",
  "table.guarded":
    "Text cells that a spreadsheet would run, given a leading quote: {count} (--raw-text leaves them as they are).",
  "table.rows": "Rows read {read}, scored {scored}, rejected {rejected}.",
  "table.written": "Written: {scored}, {rejects}, {manifest}.",
  "table.dry_run": "Nothing was written: this was a dry run.",
  "table.rejects_not_kept": "Rejected rows were not written: use --out to keep them with their reasons.",

  "outcome.mixed": "mixed",
  "outcome.undetermined": "undetermined",
  "outcome.insufficient": "insufficient",
  "outcome.out_of_scope": "out of scope",

  "summary.cases": "Cases: {cases}. single and leading are counted under their type.",
  "summary.scope_open":
    "Cases in which it is not known whether the person is an adult: {count}. The types are for adults only.",
  "summary.cases_rejected":
    "Cases: {cases}. Rejected beside them: {rejected}. single and leading are counted under their type.",
  "summary.head_cases": "cases",
  "summary.head_met": "meets its criteria",
  "summary.not_settled": "Cases that are not settled, since open answers can change their outcome: {count}.",
  "summary.settled_not_said": "Cases of which the file does not say whether they are settled: {count}.",
  "summary.met_says": "A case can meet the criteria of several types: that column counts it for each.",
  "summary.met_not_said":
    "Cases of which the file does not say where each type stands: {count}. They count for their outcome's types.",
  "summary.head_share": "share",
  "summary.head_interval": "{level} interval",
  "summary.range": "{low} to {high}",
  "summary.no_base_rate":
    "Published samples are from other settings and give no base rate. An empty cell was not reported; it is not zero.",
  "summary.sample": "{label}: n {n}; {setting}; case definition {definition}; {mark}. {note}",
  "summary.n_not_known": "not known",
  "summary.no_definition": "not found",
  "summary.chart": "Types in this caseload",
} as const;

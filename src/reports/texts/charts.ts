/** The fixed phrases of charts: what stands beside the marks, and the description that says in words what is drawn. */
export const chartTexts = {
  "chart.no_value": "no value",
  "chart.no_interval": "no interval",
  "chart.value": "{value}, n = {n}",
  "chart.value_interval": "{value}, {interval}, n = {n}",
  "chart.line": "{label}: {says}",

  "agreement_chart.intervals": "{statistic} with {level} intervals; an empty mark has no interval.",
  "agreement_chart.says": "{title}. {statistic} for each line, {count} in all: {lines}.",

  "calibration_chart.predicted": "Mean forecast",
  "calibration_chart.observed": "How often it was so",
  "calibration_chart.cases": "Cases: {n}. Bins: {bins}, with intervals.",
  "calibration_chart.line": "On the broken line what was forecast is what was found.",
  "calibration_chart.bin": "forecast {predicted}, found {observed}, {interval}, n = {n}",
  "calibration_chart.says": "{title}. Cases: {n}. {bins}.",
  "calibration_chart.says_none": "{title}. Cases: {n}. No bin has cases.",

  "completeness_chart.answered": "answered",
  "completeness_chart.notSure": "not sure",
  "completeness_chart.preferNot": "refused",
  "completeness_chart.closed": "not applicable (closed)",
  "completeness_chart.blank": "blank",
  "completeness_chart.bad": "not a code",
  "completeness_chart.cells": "Cells by what they hold; each bar is all cases.",
  "completeness_chart.cases": "cases",
  "completeness_chart.least": "{item}, {answered} of {applicable} that apply",
  "completeness_chart.says":
    "{title}. Bars: {count}, each parted by what its cells hold ({parts}). Least answered: {least}.",

  "distribution_chart.share": "share of cases",
  "distribution_chart.samples": "published samples (other settings)",
  "distribution_chart.cases": "Cases: {cases}. Bars with {level} Wilson intervals.",
  "distribution_chart.no_base_rate": "Shares of one caseload are no base rate.",
  "distribution_chart.bar": "{label} {count}",
  "distribution_chart.bar_share": "{label} {count} ({share}, {interval})",
  "distribution_chart.mark": "{sample}, {label} {share}",
  "distribution_chart.says": "{title}. Cases: {cases}. A bar for each outcome, with its {level} interval: {bars}.",
  "distribution_chart.beside": "{says} Published samples of other settings as marks: {marks}.",

  "roc_chart.wrong": "1 - specificity",
  "roc_chart.sensitivity": "Sensitivity",
  "roc_chart.cases": "cases with it {present}, without {absent}",
  "roc_chart.area": "Area {area}, interval {interval}; {cases}.",
  "roc_chart.no_area": "No area; {cases}.",
  "roc_chart.chance": "The broken line is what scores that say nothing would give.",
  "roc_chart.point": "{wrong}, {sensitivity}",
  "roc_chart.more": "{points} and {count} more",
  "roc_chart.no_points": "no points",
  "roc_chart.says":
    "{title}. Area {area}, interval {interval}; {cases}. Share wrongly found, then sensitivity: {points}.",
  "roc_chart.says_no_area": "{title}. No area; {cases}. Share wrongly found, then sensitivity: {points}.",

  "timeline_chart.entries": "Entries up to {day}: {count}.",
  "timeline_chart.marks": "A bar: some time between its ends. An empty mark: not confirmed.",
  "timeline_chart.kind": "{kind} {count}",
  "timeline_chart.says":
    "{title}. Entries up to {day}: {count}, by kind: {kinds}. Marks that are bars, since the day is not known exactly: {inexact}. What is not in the log is not shown to be absent.",

  "transition_chart.cases": "Cases: {total}, the same on both sides (framed): {same}.",
  "transition_chart.cell": "{from}, {to} {count}",
  "transition_chart.says":
    "{title}. Cases: {total}, the same on both sides: {same}. {first}, then {second}: {cells}. Every other cell is zero.",
} as const;

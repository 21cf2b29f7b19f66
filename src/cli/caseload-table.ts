import { itemStates } from "../assessment/index.ts";
import { type CaseloadCase, type Service, services } from "../cohort/index.ts";
import { isCalendarDay } from "../instrument/index.ts";
import { AssessmentError, type Issue, nearestIn, throwIfAny } from "../issues/index.ts";
import { classify, type Outcome, type PossibleOutcome, type Typology, typeIds } from "../typology/index.ts";
import { caseName, noName } from "./case-name.ts";
import { mapFrom } from "./column-map-file.ts";
import type { Given } from "./command.ts";
import { expects } from "./expects.ts";
import { answersOfRow, type FileRow, isIssue, refuseMissing, rowsOfFile } from "./file-rows.ts";
import type { Io } from "./io.ts";
import { otherOutcomes, typeOf } from "./outcome-labels.ts";

/** The columns of a table of referrals, apart from the form's items. */
const columns = [
  "case_id",
  "person_id",
  "agency",
  "referred_on",
  "decision",
  "assessed_on",
  "offered",
  "signs",
  "outcome",
  "type",
  "settled",
] as const;
type Column = (typeof columns)[number];

/** The agency of a referral for which none is given. */
export const notRecorded = "not_recorded";

/**
 * The cases of a table with one referral a row; rows of one `case_id` are one case, and the last that is classified counts
 * for its type.
 *
 * @throws {AssessmentError} `missing_column`; every issue of every row: a day that is not valid or a second one, a word
 *   that names no service, a code that the item does not have, a type without an outcome, a case without a name or with
 *   another person than before
 */
export async function casesOfTable(
  path: string,
  typology: Typology,
  given: Given,
  io: Io,
): Promise<readonly CaseloadCase[]> {
  const items = Object.keys(typology.instrument.items);
  const { columns: own } = await mapFrom(given.text("map"), items, () => [], columns);
  const named = (name: string) => (Object.hasOwn(own, name) ? (own[name] ?? name) : name);
  const { header, rows } = await rowsOfFile(path, given, io);
  const needed = [...new Set([named("case_id"), ...Object.values(own)])];
  refuseMissing(path, header, needed, [...columns, ...items].map(named));
  const cases = new Map<string, CaseloadCase>();
  const persons = new Map<string, { readonly person: string; readonly row: number }>();
  const issues: Issue[] = [];
  const absent = new Set(needed);
  let isRead = false;
  for await (const found of rows) {
    if (isIssue(found)) {
      issues.push(found);
      continue;
    }
    isRead = true;
    for (const column of absent) if (found.has(column)) absent.delete(column);
    const row: FileRow = { ...found, cell: (name) => found.cell(named(name)) };
    const next = caseOfRow(row, typology, path, issues);
    if (next.person !== null && next.id !== "") {
      const known = persons.get(next.id) ?? { person: next.person, row: row.row };
      persons.set(next.id, known);
      if (known.person !== next.person)
        issues.push({
          code: "several_answers",
          path: [path, "person_id"],
          row: row.row,
          line: row.line,
          positions: [known.row, row.row],
        });
    }
    const before = cases.get(next.id);
    cases.set(next.id, before === undefined ? next : together(before, next));
  }
  // Rows that name their own columns have been seen now.
  if (isRead && absent.size > 0)
    throw new AssessmentError([...absent].map((name) => ({ code: "missing_column", path: [path, name] })));
  throwIfAny(issues);
  return [...cases.values()];
}

function caseOfRow(row: FileRow, typology: Typology, path: string, issues: Issue[]): CaseloadCase {
  const text = (column: Column) => String(row.cell(column) ?? "");
  const fault = (column: Column, code: Issue["code"], expected: readonly string[], found: string) => {
    const place = { path: [path, column], row: row.row, line: row.line };
    issues.push({ code, ...place, expected, ...nearestIn(found, expected) });
  };
  const days = (column: Column) =>
    text(column)
      .split(" ")
      .filter((day) => {
        if (day === "" || isCalendarDay(day)) return day !== "";
        fault(column, "impossible_date", [expects("expected.day")], "");
        return false;
      });
  const words = (column: Column) =>
    text(column)
      .split(" ")
      .filter((word) => word !== "");
  const offered = words("offered").flatMap((word) => {
    if (isService(word)) return [word];
    fault("offered", "unknown_option", services, word);
    return [];
  });
  const [id, person] = (["case_id", "person_id"] as const).map((column) => {
    const name = caseName(row.cell(column));
    if (name === undefined)
      issues.push({ ...noName(row.cell(column)), path: [path, column], row: row.row, line: row.line });
    return name ?? "";
  });
  if (text("case_id") === "") fault("case_id", "missing_text", [], "");
  const [on, second] = days("referred_on");
  if (second !== undefined) fault("referred_on", "several_answers", [], "");
  const { answers, issues: faults } = answersOfRow(row, typology.instrument, path);
  issues.push(...faults);
  const outcome = outcomeOf(text("outcome"), text("type"), text("settled"), answers, typology);
  if (outcome === "unknown")
    fault("outcome", "unknown_option", [...otherOutcomes, "single", "leading"], text("outcome"));
  if (outcome === null && typeIds(typology).some((type) => type === text("type")))
    fault("outcome", "missing_text", [], "");
  return {
    id: id ?? "",
    person: person || null,
    referrals:
      on === undefined
        ? []
        : [
            {
              agency: text("agency") || notRecorded,
              on,
              decision: text("decision") === "" ? null : text("decision"),
            },
          ],
    offered: [...new Set(offered)],
    assessedOn: days("assessed_on"),
    outcomes: outcome === null || outcome === "unknown" ? [] : [outcome],
    unclassified: outcome === null ? 1 : 0,
    overridden: 0,
    monitoring: offered.includes("monitoring") || text("signs") !== "" ? [{ signs: words("signs") }] : [],
    forms: Object.keys(answers).length === 0 ? [] : [itemStates(typology.instrument, answers)],
  };
}

const isService = (word: string): word is Service => services.some((service) => service === word);

/** The outcome of a row: as `classify` wrote it, or of the answers in it; `null` if it has neither. */
function outcomeOf(
  kind: string,
  type: string,
  isSettled: string,
  answers: Parameters<typeof classify>[0],
  typology: Typology,
): CaseloadCase["outcomes"][number] | null | "unknown" {
  if (kind !== "") {
    const label = kind === "single" || kind === "leading" ? type : kind;
    const known = label === kind ? otherOutcomes.has(label) : typeIds(typology).some((id) => id === label);
    const settled = isSettled === "yes" || isSettled === "no" ? { settled: isSettled === "yes" } : {};
    return known ? { label, possible: [label], ...settled } : "unknown";
  }
  if (Object.keys(answers).length === 0) return null;
  const { outcome, possible, settled } = classify(answers, { typology });
  return { label: labelOf(outcome), possible: [...new Set(possible.map(labelOf))], settled };
}

const labelOf = (outcome: Outcome | PossibleOutcome): string => typeOf(outcome) ?? outcome.kind;

/** A further referral of a case: what it adds, and its classification in place of the one before. */
function together(before: CaseloadCase, next: CaseloadCase): CaseloadCase {
  const isNew = next.outcomes.length > 0 || before.outcomes.length === 0;
  return {
    id: before.id,
    person: before.person ?? next.person,
    referrals: [...before.referrals, ...next.referrals],
    offered: [...new Set([...before.offered, ...next.offered])],
    assessedOn: [...before.assessedOn, ...next.assessedOn],
    outcomes: isNew ? next.outcomes : before.outcomes,
    unclassified: isNew ? next.unclassified : before.unclassified,
    overridden: 0,
    monitoring: [...before.monitoring, ...next.monitoring],
    forms: next.forms.length > 0 ? next.forms : before.forms,
  };
}

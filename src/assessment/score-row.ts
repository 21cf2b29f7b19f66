import { faultIn, type Instrument, numberIn } from "../instrument/index.ts";
import { type Issue, mustBeDistinct, mustHave, type Parsed, parsed } from "../issues/index.ts";
import { type Answer, type Answers, firstAnswer, isCondition } from "../rules/index.ts";
import { formFor } from "./form-for.ts";
import { guidanceCodes, type LevelStanding } from "./guidance-given.ts";
import { inquiryOf, shownOf } from "./level-result.ts";
import { openNames } from "./open-names.ts";
import { type PreparedForm, prepareForm } from "./prepared-form.ts";
import { type ScoreContext, score } from "./score.ts";

/** Scores rows of a table: codes in, cells out. */
export interface ScoringOfRows {
  /** The items it reads, in the form's order. */
  readonly items: readonly string[];
  /** The columns it adds. */
  readonly columns: readonly string[];
  /**
   * The cells of the added columns, or every issue. Codes are in the order of `items`; `""`, `null` and `undefined` are
   * not asked. A number may stand as text, as it does in a file.
   */
  cells(codes: readonly unknown[]): Parsed<readonly string[]>;
  /** By item: the byte of each code; none for an item that is answered by a number or a day. */
  readonly bytes: readonly ReadonlyMap<unknown, number>[];
  /** The cells of the added columns from a row's bytes; `undefined` if they must be worked out from its codes. */
  cellsOfBytes(bytes: Uint8Array): readonly string[] | undefined;
}

/**
 * A scorer of table rows for an instrument. For each level: what may be shown (the outcome, `at_least:` with one, or
 * `cannot_say`), `_settled` and `_possible`. For each named condition its truth; for each named quantity `_low` and
 * `_high`. Then `open`, `contradictions` and `guidance`. Lists are joined by a space. The cells say what `score` says
 * of the same answers.
 *
 * @throws {AssessmentError} as `score`, for the context; `duplicate_name` where two results would be one column
 * @example
 * const context = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } };
 * const { items, columns, cells } = rowScorer(quickScreen, context);
 * const row = cells(items.map((item) => (item === "victim_finds_unwanted" ? "yes" : "")));
 * row.ok && row.value[columns.indexOf("pattern")]; // => "at_least:unwanted_once"
 */
export function rowScorer(instrument: Instrument, context: ScoreContext): ScoringOfRows {
  mustHave(context, "asOf", "context");
  const { asOf, respondent, budget } = context;
  const form = respondent === undefined ? instrument : formFor(instrument, respondent);
  const prepared = prepareForm(form);
  const { items } = prepared;
  // With a budget of the caller's, each level is worked out on the answers.
  const bytesSuffice = prepared.bytesSuffice && budget === undefined;
  score(instrument, {}, context);
  return {
    items,
    columns: columnsFor(instrument),
    bytes: prepared.bytes,
    cellsOfBytes: (bytes) => (bytesSuffice ? cellsFor(prepared, bytes, {}, budget) : undefined),
    cells(codes) {
      const bytes = new Uint8Array(items.length);
      const issues: Issue[] = [];
      const answers: Record<string, Answer> = {};
      for (let at = 0; at < items.length; at++) {
        const code = codes[at];
        if (code === "" || code === null || code === undefined) continue;
        const byte = prepared.bytes[at]?.get(code);
        const id = items[at] as string;
        if (byte !== undefined) {
          bytes[at] = byte;
          if (!bytesSuffice) answers[id] = code as Answer;
        } else {
          const { answer, issue } = readCell(code, id, form, asOf);
          if (issue !== undefined) issues.push(issue);
          else if (answer !== undefined) {
            bytes[at] = firstAnswer;
            answers[id] = answer;
          }
        }
      }
      return parsed(() => cellsFor(prepared, bytes, answers, budget), issues);
    },
  };
}

function columnsFor(instrument: Instrument): readonly string[] {
  const levels = Object.keys(instrument.levels ?? {}).flatMap((name) => [name, `${name}_settled`, `${name}_possible`]);
  const indicators = Object.entries(instrument.indicators).flatMap(([name, { rule }]) =>
    isCondition(rule, instrument) ? [name] : [`${name}_low`, `${name}_high`],
  );
  const columns = [...levels, ...indicators, "open", "contradictions", "guidance"];
  mustBeDistinct(columns, "columns");
  return columns;
}

/** A cell that is no listed code: a number, a day, or a fault. */
function readCell(
  code: unknown,
  id: string,
  form: Instrument,
  asOf: string,
): { readonly answer?: Answer; readonly issue?: Issue } {
  const item = form.items[id];
  if (item === undefined) return {};
  const found = item.responses.kind === "number" && typeof code === "string" ? (numberIn(code) ?? code) : code;
  const issue = faultIn(found, id, item);
  if (issue !== undefined) return { issue };
  // An answer without a fault is a number or a day.
  const answer = found as Answer;
  return item.responses.kind === "date" && String(answer) > asOf
    ? { issue: { code: "after_as_of", path: [id] } }
    : { answer };
}

const truths = ["false", "unknown", "true"] as const;

function cellsFor(
  prepared: PreparedForm,
  bytes: Uint8Array,
  answers: Answers,
  budget: number | undefined,
): readonly string[] {
  const { levels, indicators, contradictions } = prepared;
  const bounds = prepared.bounds(bytes, answers);
  const cells: string[] = [];
  const open: (readonly [string, readonly string[]])[] = [];
  const standings: LevelStanding[] = [];
  for (const ready of levels) {
    const found = inquiryOf(ready, bytes, answers, budget);
    const possible = ready.outcomes.filter((outcome) => found.outcomes.includes(outcome));
    const shown = shownOf(ready.level, ready.outcomes, possible);
    const word = "outcome" in shown ? `${shown.kind === "at_least" ? "at_least:" : ""}${shown.outcome}` : shown.kind;
    cells.push(word, found.settled ? "yes" : "no", possible.join(" "));
    open.push([ready.name, found.open]);
    standings.push({ possible, settled: found.settled });
  }
  for (const { isCondition, at } of indicators) {
    const low = bounds.low[at] as number;
    const high = bounds.high[at] as number;
    if (isCondition) cells.push(truths[low + high] ?? "unknown");
    else cells.push(String(low), String(high));
  }
  cells.push(
    [...openNames(prepared, bytes, bounds, open).keys()].join(" "),
    contradictions.flatMap(({ at, found }) => (bounds.low[at] === 1 ? [found.id] : [])).join(" "),
    guidanceCodes(prepared, bounds, standings).join(" "),
  );
  return cells;
}

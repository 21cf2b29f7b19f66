import { faultIn, type Instrument } from "../instrument/index.ts";
import { type Issue, type Parsed, parsed } from "../issues/index.ts";
import { type Answer, type Answers, isCondition } from "../rules/index.ts";
import { type ScoreContext, score } from "./score.ts";
import type { IndicatorResult, LevelResult } from "./scored.ts";

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
}

/**
 * A scorer of table rows for an instrument. For each level: what may be shown (`cannot_say`, or the outcome), `_settled`
 * and `_possible`. For each named condition its truth; for each named quantity `_low` and `_high`. Then `open`,
 * `contradictions` and `guidance`. Lists are joined by a space. The cells say what `score` says of the same answers.
 *
 * @throws {AssessmentError} as `score`, for the context
 */
export function rowScorer(instrument: Instrument, context: ScoreContext): ScoringOfRows {
  const items = Object.keys(instrument.items);
  score(instrument, {}, context);
  return {
    items,
    columns: columnsFor(instrument),
    cells(codes) {
      const read = items.map((id, at) => readCell(codes[at], id, instrument));
      const issues = read.flatMap(({ issue }) => (issue === undefined ? [] : [issue]));
      const answers: Answers = Object.fromEntries(
        read.flatMap(({ answer }, at) => (answer === undefined ? [] : [[items[at] as string, answer]])),
      );
      return parsed(
        () => cellsFor(instrument, answers, context),
        [...issues, ...lateDates(answers, instrument, context)],
      );
    },
  };
}

function columnsFor(instrument: Instrument): readonly string[] {
  const levels = Object.keys(instrument.levels ?? {}).flatMap((name) => [name, `${name}_settled`, `${name}_possible`]);
  const indicators = Object.entries(instrument.indicators).flatMap(([name, { rule }]) =>
    isCondition(rule, instrument) ? [name] : [`${name}_low`, `${name}_high`],
  );
  return [...levels, ...indicators, "open", "contradictions", "guidance"];
}

function readCell(
  code: unknown,
  id: string,
  instrument: Instrument,
): { readonly answer?: Answer; readonly issue?: Issue } {
  const item = instrument.items[id];
  if (item === undefined || code === "" || code === null || code === undefined) return {};
  const found = item.responses.kind === "number" && typeof code === "string" ? numberFrom(code) : code;
  const issue = faultIn(found, id, item);
  return issue === undefined ? { answer: found as Answer } : { issue };
}

/** A number as a file writes it; anything else stays as it is and is refused. */
function numberFrom(text: string): number | string {
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

function lateDates(answers: Answers, { items }: Instrument, { asOf }: ScoreContext): readonly Issue[] {
  return Object.entries(answers).flatMap(([id, answer]): readonly Issue[] =>
    items[id]?.responses.kind === "date" && /^\d/.test(String(answer)) && String(answer) > asOf
      ? [{ code: "after_as_of", path: [id] }]
      : [],
  );
}

function cellsFor(instrument: Instrument, answers: Answers, context: ScoreContext): readonly string[] {
  const { levels, indicators, open, contradictions, guidance } = score(instrument, answers, context);
  return [
    ...Object.values(levels).flatMap(levelCells),
    ...Object.values(indicators).flatMap(indicatorCells),
    open.map(({ item }) => item).join(" "),
    contradictions.map(({ id }) => id).join(" "),
    guidance.map(({ code }) => code).join(" "),
  ];
}

function levelCells({ shown, settled, possible }: LevelResult): readonly string[] {
  const word =
    shown.kind === "cannot_say" ? shown.kind : shown.kind === "settled" ? shown.outcome : `at_least:${shown.outcome}`;
  return [word, settled ? "yes" : "no", possible.join(" ")];
}

function indicatorCells(result: IndicatorResult): readonly string[] {
  return result.kind === "condition" ? [result.truth] : [String(result.low), String(result.high)];
}

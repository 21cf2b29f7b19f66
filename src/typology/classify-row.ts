import { caseInquiry } from "../inquiry/index.ts";
import { faultIn } from "../instrument/index.ts";
import { type Issue, mustBeDistinct, type Parsed, parsed } from "../issues/index.ts";
import type { Answer, Answers, CaseReader } from "../rules/index.ts";
import type { Case } from "./case.ts";
import { classesFor, classify, scopeOf } from "./classify.ts";
import { type Outcome, type Standing, typeIds } from "./outcome.ts";
import { outcomeFor, sameOutcome, shownIn, truthAt } from "./outcome-now.ts";
import { type Prepared, prepare } from "./prepared.ts";
import type { Typology } from "./typology.ts";

/** Classifies rows of a table: codes in, cells out. */
export interface RowClassifier {
  /** The items it reads, in the form's order. */
  readonly items: readonly string[];
  /** The columns it adds. */
  readonly columns: readonly string[];
  /**
   * The cells of the added columns, or every issue. Codes are in the order of `items`; `""`, `null` and `undefined` are
   * not asked.
   */
  cells(codes: readonly unknown[]): Parsed<readonly string[]>;
  /** By item: the byte of each code. Left out if an item is not answered by a code. */
  readonly bytes?: readonly ReadonlyMap<unknown, number>[];
  /** The same cells from a row's bytes; `undefined` if they must be worked out from its codes. */
  cellsOfBytes(bytes: Uint8Array): readonly string[] | undefined;
}

/**
 * A classifier of table rows: `outcome`, `type`, `settled`, one column for each type's standing, `possible`, `open`,
 * `next_question`, `reason`, `scope`. Lists are joined by a space; `type` lists the members of a mixed outcome. `scope` is
 * `open` while it is not known whether the typology is for the case at all: all other cells then hold only if it is. The
 * cells say what `classify` says of the same answers.
 *
 * @throws {AssessmentError} `duplicate_name` for a type that is named like another column
 * @example
 * const { items, columns, cells } = rowClassifier(fiveTypes);
 * const row = cells(items.map((item) => (item === "other_grievance" ? "yes" : "")));
 * columns.slice(0, 3); // => ["outcome", "type", "settled"]
 * row.ok && row.value.slice(0, 3); // => ["single", "resentful", "no"]
 */
export function rowClassifier<TypeId extends string>(typology: Typology<TypeId>): RowClassifier {
  const prepared = prepare(typology);
  const items = Object.keys(typology.instrument.items);
  const types = typeIds(typology);
  const columns = ["outcome", "type", "settled", ...types, "possible", "open", "next_question", "reason", "scope"];
  mustBeDistinct(columns, "columns");
  const { reader } = prepared;
  const reasonWords = wordsOfBytes(items, reader);
  const cellsOfBytes = (bytes: Uint8Array): readonly string[] | undefined => {
    const of: Case = { answers: {}, bytes };
    return prepared.variables === undefined || prepared.outside(of) === 2
      ? undefined
      : cellsFrom(of, bytes, prepared, reasonWords);
  };
  return {
    items,
    columns,
    ...(reader === undefined ? {} : { bytes: reader.bytes }),
    cellsOfBytes,
    cells(codes) {
      const bytes = reader === undefined ? undefined : bytesFrom(codes, reader);
      const cells = bytes === undefined ? undefined : cellsOfBytes(bytes);
      if (cells !== undefined) return { ok: true, value: cells };
      const issues = issuesIn(codes, items, typology);
      return parsed(() => cellsFor(answersFrom(codes, items), typology, types), issues);
    },
  };
}

function isNotAsked(code: unknown): boolean {
  return code === "" || code === null || code === undefined;
}

/** A row as bytes, or `undefined` if any code is not one of its item's. */
function bytesFrom(codes: readonly unknown[], { bytes }: CaseReader): Uint8Array | undefined {
  const found = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) {
    const code = codes[at];
    if (isNotAsked(code)) continue;
    const byte = (bytes[at] as ReadonlyMap<unknown, number>).get(code);
    if (byte === undefined) return undefined;
    found[at] = byte;
  }
  return found;
}

function issuesIn(codes: readonly unknown[], items: readonly string[], { instrument }: Typology): readonly Issue[] {
  return items.flatMap((id, at): readonly Issue[] => {
    const item = instrument.items[id];
    const fault = item === undefined || isNotAsked(codes[at]) ? undefined : faultIn(codes[at], id, item);
    return fault === undefined ? [] : [fault];
  });
}

function answersFrom(codes: readonly unknown[], items: readonly string[]): Answers {
  return Object.fromEntries(items.flatMap((id, at) => (isNotAsked(codes[at]) ? [] : [[id, codes[at] as Answer]])));
}

const standingWords: readonly Standing[] = ["ruled_out", "possible", "met"];

function cellsFrom<TypeId extends string>(
  of: Case,
  bytes: Uint8Array,
  prepared: Prepared<TypeId>,
  reasonWords: ReadonlyMap<string, ReasonWords>,
): readonly string[] {
  const inquiry = caseInquiry(prepared.question, of.answers, classesFor(of, prepared));
  const shown = shownIn(of, prepared);
  const outcome = outcomeFor(inquiry.outcomes, shown, prepared);
  const reason = inquiry.reason(sameOutcome(inquiry.outcomes, of, prepared, shown));
  const cells = [outcome.kind, typeCell(outcome), inquiry.settled ? "yes" : "no"];
  for (let at = 0; at < prepared.types.length; at++) cells.push(standingWords[truthAt(shown, at)] as string);
  cells.push(joined(inquiry.outcomes), inquiry.open.join(" "), inquiry.open[0] ?? "");
  let because = "";
  for (const item of reason) {
    const words = reasonWords.get(item);
    const word = words?.byByte[bytes[words.place] as number] ?? "";
    because = because === "" ? word : `${because} ${word}`;
  }
  cells.push(because, scopeOf(of, prepared));
  return cells;
}

/** What a reason says of an item, by the byte of its answer. */
interface ReasonWords {
  readonly place: number;
  readonly byByte: readonly string[];
}

function wordsOfBytes(items: readonly string[], reader: CaseReader | undefined): ReadonlyMap<string, ReasonWords> {
  return new Map(
    (reader?.bytes ?? []).map((codes, place) => {
      const item = items[place] ?? "";
      const byByte = new Array<string>(256).fill("");
      for (const [code, byte] of codes) byByte[byte] = `${item}=${String(code)}`;
      return [item, { place, byByte }];
    }),
  );
}

const joinedBefore = new WeakMap<readonly string[], string>();

/** Outcomes as one cell. Equal lists are one array, so each is joined once. */
function joined(outcomes: readonly string[]): string {
  const before = joinedBefore.get(outcomes);
  if (before !== undefined) return before;
  const now = outcomes.join(" ");
  joinedBefore.set(outcomes, now);
  return now;
}

function cellsFor<TypeId extends string>(
  answers: Answers,
  typology: Typology<TypeId>,
  types: readonly TypeId[],
): readonly string[] {
  const { outcome, settled, standings, possible, open, nextQuestion, because, scope } = classify(answers, { typology });
  return [
    outcome.kind,
    typeCell(outcome),
    settled ? "yes" : "no",
    ...types.map((id) => standings[id].standing),
    possible.map((each) => ("type" in each ? `${each.kind}:${each.type}` : each.kind)).join(" "),
    open.join(" "),
    nextQuestion ?? "",
    because.map(({ item, answer }) => `${item}=${answer}`).join(" "),
    scope,
  ];
}

function typeCell(outcome: Outcome): string {
  return "type" in outcome ? outcome.type : "types" in outcome ? outcome.types.join(" ") : "";
}

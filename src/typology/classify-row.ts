import { inquire } from "../inquiry/index.ts";
import { faultIn } from "../instrument/index.ts";
import { type Issue, type Parsed, parsed } from "../issues/index.ts";
import type { Answer, Answers, CaseReader } from "../rules/index.ts";
import type { Case } from "./case.ts";
import { classesFor, classify } from "./classify.ts";
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
}

/**
 * A classifier of table rows: `outcome`, `type`, `settled`, one column for each type's standing, `possible`, `open`,
 * `next_question`, `reason`. Lists are joined by a space; `type` lists the members of a mixed outcome. The cells say
 * what `classify` says of the same answers.
 */
export function rowClassifier<TypeId extends string>(typology: Typology<TypeId>): RowClassifier {
  const prepared = prepare(typology);
  const items = Object.keys(typology.instrument.items);
  const types = typeIds(typology);
  const columns = ["outcome", "type", "settled", ...types, "possible", "open", "next_question", "reason"];
  const { reader } = prepared;
  return {
    items,
    columns,
    cells(codes) {
      const bytes = reader === undefined ? undefined : bytesFrom(codes, reader);
      if (bytes !== undefined && prepared.outside({ answers: {}, bytes }) !== 2) {
        return { ok: true, value: cellsFrom(codes, bytes, prepared, items) };
      }
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

const words: readonly Standing[] = ["ruled_out", "possible", "met"];

function cellsFrom<TypeId extends string>(
  codes: readonly unknown[],
  bytes: Uint8Array,
  prepared: Prepared<TypeId>,
  items: readonly string[],
): readonly string[] {
  const of: Case = { answers: prepared.variables === undefined ? answersFrom(codes, items) : {}, bytes };
  const inquiry = inquire(prepared.question, of.answers, classesFor(of, prepared));
  const shown = shownIn(of, prepared);
  const outcome = outcomeFor(inquiry.outcomes, shown, prepared);
  const reason = inquiry.reason(sameOutcome(inquiry.outcomes, of, prepared, shown));
  const cells = [outcome.kind, typeCell(outcome), inquiry.settled ? "yes" : "no"];
  for (let at = 0; at < prepared.types.length; at++) cells.push(words[truthAt(shown, at)] as string);
  cells.push(inquiry.outcomes.join(" "), inquiry.open.join(" "), inquiry.open[0] ?? "");
  cells.push(reason.map((item) => `${item}=${String(codes[prepared.places.get(item) ?? -1])}`).join(" "));
  return cells;
}

function cellsFor<TypeId extends string>(
  answers: Answers,
  typology: Typology<TypeId>,
  types: readonly TypeId[],
): readonly string[] {
  const { outcome, settled, standings, possible, open, nextQuestion, because } = classify(answers, { typology });
  return [
    outcome.kind,
    typeCell(outcome),
    settled ? "yes" : "no",
    ...types.map((id) => standings[id].standing),
    possible.map((each) => ("type" in each ? `${each.kind}:${each.type}` : each.kind)).join(" "),
    open.join(" "),
    nextQuestion ?? "",
    because.map(({ item, answer }) => `${item}=${answer}`).join(" "),
  ];
}

function typeCell(outcome: Outcome): string {
  return "type" in outcome ? outcome.type : "types" in outcome ? outcome.types.join(" ") : "";
}

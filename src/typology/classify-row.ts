import { faultIn } from "../instrument/index.ts";
import { type Issue, type Parsed, parsed } from "../issues/index.ts";
import type { Answer, Answers } from "../rules/index.ts";
import { type Classification, classify } from "./classify.ts";
import { typeIds } from "./outcome.ts";
import type { Typology } from "./typology.ts";

/** Classifies rows of a table: codes in, cells out. */
export interface RowClassifier {
  /** The items it reads, in the form's order. */
  readonly items: readonly string[];
  /** The columns it adds. */
  readonly columns: readonly string[];
  /** The cells of the added columns, or every issue. Codes are in the order of `items`; `""`, `null` and `undefined` are not asked. */
  classify(codes: readonly unknown[]): Parsed<readonly string[]>;
}

/**
 * A classifier of table rows: `outcome`, `type`, `settled`, one column for each type's standing, `possible`, `open`,
 * `next_question`, `reason`. Lists are joined by a space; `type` lists the members of a mixed outcome.
 */
export function rowClassifier<TypeId extends string>(typology: Typology<TypeId>): RowClassifier {
  const { items } = typology.instrument;
  const ids = Object.keys(items);
  const types = typeIds(typology);
  return {
    items: ids,
    columns: ["outcome", "type", "settled", ...types, "possible", "open", "next_question", "reason"],
    classify(codes) {
      const answers: [string, Answer][] = [];
      const issues: Issue[] = [];
      for (let at = 0; at < ids.length; at++) {
        const code = codes[at];
        const id = ids[at] as string;
        const item = items[id];
        if (code === undefined || code === null || code === "" || item === undefined) continue;
        const fault = faultIn(code, id, item);
        if (fault === undefined) answers.push([id, code as Answer]);
        else issues.push(fault);
      }
      return parsed(() => cellsOf(classify(Object.fromEntries(answers) as Answers, { typology }), types), issues);
    },
  };
}

function cellsOf<TypeId extends string>(result: Classification<TypeId>, types: readonly TypeId[]): readonly string[] {
  const { outcome, settled, standings, possible, open, nextQuestion, because } = result;
  return [
    outcome.kind,
    "type" in outcome ? outcome.type : "types" in outcome ? outcome.types.join(" ") : "",
    settled ? "yes" : "no",
    ...types.map((id) => standings[id].standing),
    possible.map((each) => ("type" in each ? `${each.kind}:${each.type}` : each.kind)).join(" "),
    open.join(" "),
    nextQuestion ?? "",
    because.map(({ item, answer }) => `${item}=${answer}`).join(" "),
  ];
}

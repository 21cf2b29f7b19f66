import { rowScorer, type ScoreContext } from "../assessment/index.ts";
import type { Instrument } from "../instrument/index.ts";
import type { Scope } from "../rules/index.ts";
import type { RowScorer } from "../tables/index.ts";
import { rowClassifier } from "../typology/index.ts";
import { askedIn, definitionsOver, withDefinitions } from "./definitions.ts";
import { instrumentNamed, typologyFor } from "./registry.ts";

/** How rows are scored, as plain data: enough for a worker thread to make the same scorer. */
export type RowScoring =
  | { readonly kind: "classify"; readonly instrument: string }
  | {
      readonly kind: "score";
      readonly instrument: string;
      readonly context: ScoreContext;
      /** A list of definitions whose columns are added. */
      readonly definitions?: string;
    };

/** The instrument that rows answer. */
export function instrumentOf({ instrument }: RowScoring): Instrument {
  return instrumentNamed(instrument);
}

/** What it asks for: the instrument's items, and those that only its definitions ask for. */
export function askedBy(scoring: RowScoring): Pick<Scope, "items"> {
  const instrument = instrumentOf(scoring);
  const list = scoring.kind === "score" ? scoring.definitions : undefined;
  const more = list === undefined ? {} : askedIn(definitionsOver(instrument, list));
  return { items: { ...more, ...instrument.items } };
}

/** The scorer that it stands for. */
export function scorerOf(scoring: RowScoring): RowScorer {
  const instrument = instrumentOf(scoring);
  if (scoring.kind === "classify") return rowClassifier(typologyFor(instrument));
  const { context, definitions } = scoring;
  const scorer = rowScorer(instrument, context);
  return definitions === undefined
    ? scorer
    : withDefinitions(scorer, definitionsOver(instrument, definitions), context);
}

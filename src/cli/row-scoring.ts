import { rowScorer, type ScoreContext } from "../assessment/index.ts";
import type { Instrument } from "../instrument/index.ts";
import type { RowScorer } from "../tables/index.ts";
import { rowClassifier } from "../typology/index.ts";
import { definitionsOver, withDefinitions } from "./definitions.ts";
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

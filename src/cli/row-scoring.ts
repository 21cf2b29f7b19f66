import { rowScorer, type ScoreContext } from "../assessment/index.ts";
import type { Profile } from "../definition/index.ts";
import type { Instrument } from "../instrument/index.ts";
import type { Scope } from "../rules/index.ts";
import type { RowScorer } from "../tables/index.ts";
import { rowClassifier, type Typology } from "../typology/index.ts";
import { loadFiveTypes, loadInstrument } from "./load-content.ts";
import { askedIn, withDefinitions } from "./row-definitions.ts";

/** How rows are scored, as plain data: enough for a worker thread to load the same rules. */
export type RowScoring =
  | { readonly kind: "classify" }
  | {
      readonly kind: "score";
      readonly instrument: string;
      readonly context: ScoreContext;
      /** A list of definitions whose columns are added. */
      readonly definitions?: string;
    };

/** What rows are scored with, once it is loaded. */
export type RowRules =
  | { readonly kind: "classify"; readonly instrument: Instrument; readonly typology: Typology }
  | {
      readonly kind: "score";
      readonly instrument: Instrument;
      readonly context: ScoreContext;
      readonly definitions: readonly Profile[];
    };

/** Loads what rows are scored with, and nothing else. */
export async function rulesFor(scoring: RowScoring): Promise<RowRules> {
  if (scoring.kind === "classify") {
    const typology = await loadFiveTypes();
    return { kind: "classify", instrument: typology.instrument, typology };
  }
  const { context, definitions: list } = scoring;
  const instrument = await loadInstrument(scoring.instrument);
  return { kind: "score", instrument, context, definitions: await definitionsIn(list, instrument) };
}

/** The definitions of a list, which are loaded only if there is one. Throws as `definitionsOver`. */
export async function definitionsIn(list: string | undefined, instrument: Instrument): Promise<readonly Profile[]> {
  return list === undefined ? [] : (await import("./definitions.ts")).definitionsOver(instrument, list);
}

/** Rules as plain data, for a worker thread. */
export function scoringOf(rules: RowRules): RowScoring {
  if (rules.kind === "classify") return { kind: "classify" };
  const { instrument, context, definitions } = rules;
  const list = definitions.map(({ id }) => id).join(",");
  return { kind: "score", instrument: instrument.id, context, ...(list === "" ? {} : { definitions: list }) };
}

/** What they ask for: the instrument's items, and those that only its definitions ask for. */
export function askedBy(rules: RowRules): Pick<Scope, "items"> {
  const more = rules.kind === "score" ? askedIn(rules.definitions) : {};
  return { items: { ...more, ...rules.instrument.items } };
}

/** The scorer that they stand for. */
export function scorerOf(rules: RowRules): RowScorer {
  if (rules.kind === "classify") return rowClassifier(rules.typology);
  const { instrument, context, definitions } = rules;
  const scorer = rowScorer(instrument, context);
  return definitions.length === 0 ? scorer : withDefinitions(scorer, definitions, context);
}

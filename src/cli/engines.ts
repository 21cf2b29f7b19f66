import { classifyEngine, type Engine, scoreEngine } from "../record/index.ts";
import { allInstruments, allTypologies } from "./registry.ts";

/** Everything that this release can run again, one line for each kind of result. */
export function allEngines(): readonly Engine[] {
  return [...allTypologies.map(classifyEngine), ...allInstruments.map(scoreEngine)];
}

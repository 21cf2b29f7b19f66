import { classifyEngine, type Engine } from "../record/index.ts";
import { allTypologies } from "./registry.ts";

/** Everything that this release can run again, one line for each kind of result. */
export function allEngines(): readonly Engine[] {
  return [...allTypologies.map(classifyEngine)];
}

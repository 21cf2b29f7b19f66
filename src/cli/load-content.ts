import type { Instrument } from "../instrument/index.ts";
import type { Typology } from "../typology/index.ts";
import { usageError } from "./command.ts";

/** The five types and their form, without what else is shipped: a command or a thread that only classifies starts sooner. */
export async function loadFiveTypes(): Promise<Typology> {
  return (await import("../content/typologies/five-types.ts")).fiveTypes;
}

/** The instrument of that id, without the definitions and typologies. Throws `wrong_usage` with the nearest id. */
export async function loadInstrument(id: string): Promise<Instrument> {
  return instrumentIn(Object.values(await import("../content/instruments/index.ts")), id);
}

/** The instrument of that id among these. Throws `wrong_usage` with the nearest id. */
export function instrumentIn(instruments: readonly Instrument[], id: string): Instrument {
  const found = instruments.find((each) => each.id === id);
  if (found === undefined) throw usageError(id, ...instruments.map((each) => each.id));
  return found;
}

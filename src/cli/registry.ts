import { allProfiles } from "../content/definitions/index.ts";
import { guidanceCodes } from "../content/guidance/index.ts";
import * as instruments from "../content/instruments/index.ts";
import * as typologies from "../content/typologies/index.ts";
import type { GuidanceCode } from "../evidence/index.ts";
import type { Instrument } from "../instrument/index.ts";
import type { Typology } from "../typology/index.ts";
import { usageError } from "./command.ts";
import { expects } from "./expects.ts";

/** Every instrument that is shipped. */
export const allInstruments: readonly Instrument[] = Object.values(instruments);

/** Every typology that is shipped with rules over a form. */
export const allTypologies: readonly Typology[] = [typologies.fiveTypes];

/** Every definition that is shipped. */
export { allProfiles };

/** The instrument of that id. Throws `wrong_usage` with the nearest id. */
export function instrumentNamed(id: string): Instrument {
  const found = allInstruments.find((each) => each.id === id);
  if (found !== undefined) return found;
  throw usageError(id, ...allInstruments.map((each) => each.id));
}

/** The typology that reads an instrument, if there is one. */
export function typologyOf(instrument: Instrument): Typology | undefined {
  return allTypologies.find((each) => each.instrument.id === instrument.id);
}

/** The text of a guidance code. */
export function guidanceText(code: string): string {
  const codes: Readonly<Record<string, GuidanceCode>> = guidanceCodes;
  return codes[code]?.text ?? code;
}

/** The typology that reads an instrument. Throws `wrong_usage` if there is none. */
export function typologyFor(instrument: Instrument): Typology {
  const found = typologyOf(instrument);
  if (found === undefined) throw usageError(instrument.id, expects("expected.with_typology"));
  return found;
}

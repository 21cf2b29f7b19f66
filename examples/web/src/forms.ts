import { fiveTypes, type Instrument, relationshipAndMotive, type Typology } from "stalker-typology";
import { conductAndPattern } from "stalker-typology/content/instruments/conduct";
import { imminentConcern } from "stalker-typology/content/instruments/imminent-concern";
import { quickScreen } from "stalker-typology/content/instruments/quick-screen";

/** A form that this page can ask, and the typology that reads it if there is one. */
export interface Form {
  readonly instrument: Instrument;
  readonly typology?: Typology;
}

/** The forms of this page, in the order in which they are offered. */
export const forms: readonly Form[] = [
  { instrument: quickScreen },
  { instrument: imminentConcern },
  { instrument: conductAndPattern },
  { instrument: relationshipAndMotive, typology: fiveTypes },
];

export function formNamed(id: string): Form | undefined {
  return forms.find(({ instrument }) => instrument.id === id);
}

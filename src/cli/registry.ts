import type { CrossCheck } from "../assessment/index.ts";
import { crossChecks } from "../content/cross-checks.ts";
import { allProfiles } from "../content/definitions/index.ts";
import { referenceSamples } from "../content/figures.ts";
import { guidanceCodes } from "../content/guidance/index.ts";
import * as instruments from "../content/instruments/index.ts";
import * as typologies from "../content/typologies/index.ts";
import type { Profile } from "../definition/index.ts";
import type { GuidanceCode, ReferenceSample } from "../evidence/index.ts";
import type { Instrument, Respondent, Versioned } from "../instrument/index.ts";
import type { Separation, TypeProfile, Typology } from "../typology/index.ts";
import { instrumentIn } from "./load-content.ts";
import type { Voice } from "./words.ts";

/** Every instrument that is shipped. */
export const allInstruments: readonly Instrument[] = Object.values(instruments);

/** Every typology that is shipped with rules over a form. */
export const allTypologies: readonly Typology[] = [typologies.fiveTypes];

/** Every definition that is shipped. */
export { allProfiles };

/** What is said beside the forms: guidance, what is known of the types, checks between forms, published samples. */
interface Beside extends Versioned {
  readonly guidance: Readonly<Record<string, GuidanceCode>>;
  readonly profiles: readonly TypeProfile[];
  readonly separations: readonly Separation[];
  readonly crossChecks: readonly CrossCheck[];
  readonly samples: readonly ReferenceSample[];
}
export const besideForms: Beside = {
  id: "beside-forms",
  // Its hash tells that a word has changed. The library's version would refuse every catalogue with each release.
  version: "1.0.0",
  guidance: guidanceCodes,
  profiles: Object.values(typologies.fiveTypeProfiles),
  separations: typologies.separations,
  crossChecks,
  samples: referenceSamples,
};

/** Everything that has words of its own, each with its catalogue. */
export const allContent: readonly Versioned[] = [...allInstruments, ...allTypologies, ...allProfiles, besideForms];

/** The instrument of that id. Throws `wrong_usage` with the nearest id. */
export const instrumentNamed = (id: string): Instrument => instrumentIn(allInstruments, id);

/** The typology that reads an instrument, if there is one. */
export function typologyOf(instrument: Instrument): Typology | undefined {
  return allTypologies.find((each) => each.instrument.id === instrument.id);
}

/** The text of a guidance code, as it is said to the target where it is for them. */
export function guidanceText(code: string, { shown }: Voice, reader: Respondent = "rater"): string {
  const guidance = shown(besideForms).guidance[code];
  return (reader === "target" ? guidance?.forTarget : undefined) ?? guidance?.text ?? code;
}

/** A typology and its form, in the words in which they are shown. */
export function typologyShown(typology: Typology, { shown }: Voice): Typology {
  const [own, instrument] = [shown(typology), shown(typology.instrument)];
  return own === typology && instrument === typology.instrument ? typology : { ...own, instrument };
}

/** Every form, typology and definition in English, and in the words in which they are shown: a record may hold results of both. */
export function contentInBoth(voice: Voice): {
  readonly instruments: readonly Instrument[];
  readonly typologies: readonly Typology[];
  readonly profiles: readonly Profile[];
} {
  return {
    profiles: [...new Set([...allProfiles, ...allProfiles.map((each) => voice.shown(each))])],
    instruments: [...new Set([...allInstruments, ...allInstruments.map((each) => voice.shown(each))])],
    typologies: [...new Set([...allTypologies, ...allTypologies.map((each) => typologyShown(each, voice))])],
  };
}

import { classifyEngine, type Engine, profileEngine, scoreEngine } from "../record/index.ts";
import { contentInBoth } from "./registry.ts";
import type { Voice } from "./words.ts";

/** Everything that this release can run again, in English and in the words that were given. */
export function allEngines(voice: Voice): readonly Engine[] {
  const { instruments, typologies, profiles } = contentInBoth(voice);
  return [...typologies.map(classifyEngine), ...instruments.map(scoreEngine), ...profiles.map(profileEngine)];
}

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allProfiles } from "../src/content/definitions/index.ts";
import * as instruments from "../src/content/instruments/index.ts";
import { fiveTypes } from "../src/content/typologies/index.ts";
import { profileProvenance } from "../src/definition/index.ts";
import { contentHash } from "../src/index.ts";

/** One line of `content.lock.json`: what a shipped instrument, typology or definition was at a version. */
export interface Locked {
  readonly kind: "instrument" | "typology" | "definition";
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

export const lockFile = fileURLToPath(new URL("../content.lock.json", import.meta.url));

/**
 * The lines as they are now. A typology's hash is of everything but its instrument, which has a line of its own; a
 * definition's is the one that its results carry.
 */
export function shippedContent(): readonly Locked[] {
  const forms = Object.values(instruments).map(
    (form): Locked => ({ kind: "instrument", id: form.id, version: form.version, hash: contentHash(form) }),
  );
  const typologies = [fiveTypes].map(({ instrument: _, ...rules }): Locked => {
    return { kind: "typology", id: rules.id, version: rules.version, hash: contentHash(rules) };
  });
  const definitions = allProfiles.map((profile): Locked => ({ kind: "definition", ...profileProvenance(profile) }));
  return [...forms, ...typologies, ...definitions];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(lockFile, `${JSON.stringify(shippedContent(), null, 2)}\n`);
}

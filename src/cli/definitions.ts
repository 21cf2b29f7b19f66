import { allProfiles } from "../content/definitions/index.ts";
import type { Profile } from "../definition/index.ts";
import type { Instrument } from "../instrument/index.ts";
import { usageError } from "./command.ts";
import { expects } from "./expects.ts";

/** The definitions of a list of ids with commas between, or all. Throws `wrong_usage` with the nearest id. */
export function definitionsNamed(list: string | undefined): readonly Profile[] {
  if (list === "all") return allProfiles;
  const ids = (list ?? "").split(",").filter((id) => id !== "");
  return [...new Set(ids)].map((id) => {
    const found = allProfiles.find((each) => each.id === id);
    if (found === undefined) throw usageError(id, ...allProfiles.map((each) => each.id), "all");
    return found;
  });
}

/** The definitions of a list that read an instrument. Throws `wrong_usage` for one that does not, or if none does. */
export function definitionsOver(instrument: Instrument, list: string): readonly Profile[] {
  const reads = ({ scope }: Profile) => scope.instruments.some(({ id }) => id === instrument.id);
  const readers = allProfiles.filter(reads).map(({ id }) => id);
  if (readers.length === 0) throw usageError("--definitions", expects("expected.with_definitions"));
  const named = definitionsNamed(list);
  const other = named.find((profile) => !reads(profile));
  if (other !== undefined || named.length === 0) throw usageError(other?.id ?? "--definitions", ...readers, "all");
  return named;
}

import { bibliography } from "../../content/bibliography.ts";
import type { Command } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { say } from "../io.ts";
import { allInstruments, allProfiles, allTypologies } from "../registry.ts";

/** `list`: what there is. */
export const listCommand: Command = {
  name: "list",
  summary: "List the instruments, the types, the definitions and the number of sources.",
  arguments: [],
  options: {},
  examples: ["stalker-typology list", "stalker-typology list --json"],
  async run(given, io) {
    const found = {
      instruments: allInstruments.map(given.shown).map(({ id, version, title, items }) => ({
        id,
        version,
        title,
        items: Object.keys(items).length,
      })),
      typologies: allTypologies.map(given.shown).map(({ id, version, title, types }) => ({
        id,
        version,
        title,
        types: Object.entries(types).map(([type, { label }]) => ({ id: type, label })),
      })),
      definitions: allProfiles.map(given.shown).map(({ id, version, title }) => ({ id, version, title })),
      sources: Object.entries(bibliography.sources).map(([id, { citation }]) => ({ id, citation })),
    };
    if (given.flag("json")) {
      await say(io.stdout, `${JSON.stringify(found)}\n`);
      return exitCodes.done;
    }
    const { words } = given;
    const lines = [
      words("list.instruments"),
      ...found.instruments.map((instrument) => `  ${words("list.instrument", instrument)}`),
      words("list.types"),
      ...found.typologies.flatMap(({ types }) => types.map(({ id, label }) => `  ${id}  ${label}`)),
      words("list.definitions"),
      ...found.definitions.map((definition) => `  ${words("list.definition", definition)}`),
      words("list.sources", { count: found.sources.length }),
      "",
    ];
    await say(io.stdout, lines.join("\n"));
    return exitCodes.done;
  },
};

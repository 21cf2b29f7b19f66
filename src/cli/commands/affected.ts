import shipped from "../../../advisories.json" with { type: "json" };
import { isObject, valueOrThrow } from "../../issues/index.ts";
import {
  type AffectedResult,
  affected,
  parseAdvisories,
  parseRecord,
  type StoredResult,
  type Subject,
} from "../../record/index.ts";
import { readJson } from "../../tables/index.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { say, visible } from "../io.ts";
import { placeTexts } from "../texts/errors.ts";

/** `affected`: finds results that an advisory is about. */
export const affectedCommand: Command = {
  name: "affected",
  summary: "Find the stored results that have to be run again after a fault in a rule.",
  arguments: [
    {
      name: "FILE",
      says: "a case record, or the manifest that classify or score wrote, as JSON; - for standard input",
    },
  ],
  options: {
    advisories: {
      type: "string",
      value: "FILE",
      says: "advisories.json of a newer release; this release's if not given",
    },
  },
  notes: [
    "A release knows only the advisories published before it. Nothing is fetched.",
    "Exit codes: 0 no result that stands is affected, 2 wrong usage, 3 input unreadable, 7 some are affected.",
    "",
  ],
  examples: ["stalker-typology affected case-record.json", "stalker-typology affected case-record.json --json"],
  async run(given, io) {
    const [path] = given.arguments;
    if (path === undefined) throw usageError("affected", expects("expected.file_or_input"));
    const list = given.text("advisories");
    const advisories = valueOrThrow(parseAdvisories(list === undefined ? shipped : await readJson(list, io.stdin)));
    const input = await readJson(path, io.stdin);
    const found = affected([manifestIn(input) ?? valueOrThrow(parseRecord(input))], advisories);
    const text = given.flag("json")
      ? JSON.stringify({ advisories: advisories.length, affected: found })
      : linesFor(found, advisories.length, given).map(visible).join("\n");
    await say(io.stdout, `${text}\n`);
    return found.some(({ current }) => current) ? exitCodes.found : exitCodes.done;
  },
};

/** The results of a whole file, by its manifest: one stored result, since all its rows were made alike. */
function manifestIn(input: unknown): StoredResult | undefined {
  if (!["classify", "score"].includes(String(part(input, "command")))) return undefined;
  const versioned = (kind: Subject["kind"], named: unknown): StoredResult["uses"] => {
    const [id, version] = [part(named, "id"), part(named, "version")];
    return typeof id === "string" ? [{ kind, id, version: typeof version === "string" ? version : "" }] : [];
  };
  const listed = (of: unknown, name: string): readonly unknown[] => {
    const list = part(of, name);
    return Array.isArray(list) ? list : [];
  };
  const definitions = listed(input, "definitions");
  const library = part(input, "library");
  const output = part(part(part(input, "outputs"), "scored"), "name");
  return {
    id: [typeof output === "string" ? output : placeTexts["place.every_row"]],
    uses: [
      ...versioned("instrument", part(input, "instrument")),
      ...versioned("typology", part(input, "typology")),
      ...definitions.flatMap((named) => versioned("profile", named)),
      ...definitions.flatMap((named) => listed(named, "instruments")).flatMap((form) => versioned("instrument", form)),
      ...(typeof library === "string" ? [{ kind: "library", id: "stalker-typology", version: library } as const] : []),
    ],
  };
}

function part(of: unknown, key: string): unknown {
  return isObject(of) && Object.hasOwn(of, key) ? of[key] : undefined;
}

function linesFor(found: readonly AffectedResult[], known: number, { lang, words, said }: Given): readonly string[] {
  const standing = found.filter(({ current }) => current).length;
  const named = ({ id, current }: AffectedResult) => {
    const result = id.map((part) => said("place", part)).join(" ");
    return current ? result : words("affected.superseded", { result });
  };
  return [
    ...found.flatMap((each) =>
      each.advisories.map(({ id: advisory, about, version, rules, effect: inEnglish, effectIn = {}, action }) => {
        const effect = (Object.hasOwn(effectIn, lang) ? effectIn[lang] : undefined) ?? inEnglish;
        const parts = rules.length === 0 ? words("affected.every_rule") : rules.join(", ");
        const says = { result: named(each), advisory, about: about.id, version, rules: parts, effect };
        return `  ${words("affected.result", { ...says, action: words(`affected.${action}`) })}`;
      }),
    ),
    words("affected.count", { known, standing }),
  ];
}

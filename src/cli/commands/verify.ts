import { readFileSync } from "node:fs";
import { AssessmentError, valueOrThrow } from "../../issues/index.ts";
import {
  type ChainReport,
  parseRecord,
  type Verification,
  type VerifiedResult,
  verify,
  verifyChain,
} from "../../record/index.ts";
import { readJson } from "../../tables/index.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { allEngines } from "../engines.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { say, visible } from "../io.ts";

/** `verify`: runs the results of a case record again. */
export const verifyCommand: Command = {
  name: "verify",
  summary: "Run every result of a case record again and report any difference.",
  arguments: [{ name: "FILE", says: "a case record as JSON, or - for standard input" }],
  options: {
    key: { type: "string", value: "FILE", says: "a file whose bytes are the record's key: checks the chain as well" },
    kept: {
      type: "string",
      value: "DIGEST",
      says: "a last digest that you kept elsewhere: shows whether the end is cut off",
    },
  },
  notes: [
    "Only the versions in this release can be run. For others, install the release that is named.",
    "Values are never shown, only where they differ.",
    "Exit codes: 0 all the same, 2 wrong usage, 3 input unreadable, 7 something differs, 8 some cannot be run here.",
    "",
  ],
  examples: ["stalker-typology verify case-record.json", "stalker-typology verify case-record.json --json"],
  async run(given, io) {
    const [path] = given.arguments;
    if (path === undefined) throw usageError("verify", expects("expected.file_or_input"));
    const [keyPath, kept] = [given.text("key"), given.text("kept")];
    if (kept !== undefined && keyPath === undefined)
      throw usageError("--kept", expects("expected.option_too", { option: "--key" }));
    const key = keyPath === undefined ? undefined : keyFrom(keyPath);
    const record = valueOrThrow(parseRecord(await readJson(path, io.stdin)));
    const verification = verify(record, allEngines(given));
    const chain =
      key === undefined ? undefined : verifyChain(record, key, kept === undefined ? {} : { keptDigest: kept });
    const text = given.flag("json")
      ? JSON.stringify({ record: record.id, ...verification, chain: chain ?? null })
      : [...resultLines(verification, given), ...chainLines(chain, given)].map(visible).join("\n");
    await say(io.stdout, `${text}\n`);
    if (verification.different > 0 || chain?.intact === false) return exitCodes.found;
    return verification.cannot > 0 ? exitCodes.notVerified : exitCodes.done;
  },
};

function keyFrom(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    throw new AssessmentError([{ code: "unreadable_file", path: [path] }]);
  }
}

function resultLines({ results, ...counts }: Verification, given: Given): readonly string[] {
  const { words } = given;
  return [
    ...results.map((result) => `  ${words("verify.result", { entry: result.entry, says: saysOf(result, given) })}`),
    words("verify.results", { results: results.length, ...counts }),
  ];
}

function saysOf(result: VerifiedResult, { words }: Given): string {
  switch (result.status) {
    case "same":
      return words("verify.same");
    case "different": {
      const places = result.differs.map((pointer) => (pointer === "" ? words("verify.whole") : pointer));
      return words("verify.different", { places: places.join(", ") });
    }
    case "cannot": {
      const { instrument, rules, library, function: name } = result.needs;
      const forms = [instrument, ...(rules === undefined ? [] : [rules])].map(({ id, version }) => `${id} ${version}`);
      const needs = [...forms, words("verify.release", { version: library })].join(", ");
      return words("verify.cannot", { missing: words(`verify.cannot_${result.missing}`), function: name, needs });
    }
  }
}

function chainLines(chain: ChainReport | undefined, { words }: Given): readonly string[] {
  if (chain === undefined) return [words("verify.not_checked")];
  return [
    ...chain.breaks.map(({ index, entry, fault }) => {
      const place = { entry: entry ?? words("verify.end"), number: index + 1 };
      return `  ${words("verify.break", { ...place, fault: words(`verify.${fault}`) })}`;
    }),
    words(chain.intact ? "verify.intact" : "verify.broken"),
  ];
}

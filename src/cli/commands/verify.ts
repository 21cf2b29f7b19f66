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
import { type Command, usageError } from "../command.ts";
import { allEngines } from "../engines.ts";
import { exitCodes } from "../exit-codes.ts";
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
    if (path === undefined) throw usageError("verify", "a file, or - for standard input");
    const [keyPath, kept] = [given.text("key"), given.text("kept")];
    if (kept !== undefined && keyPath === undefined) throw usageError("--kept", "--key as well");
    const key = keyPath === undefined ? undefined : keyFrom(keyPath);
    const record = valueOrThrow(parseRecord(await readJson(path, io.stdin)));
    const verification = verify(record, allEngines());
    const chain =
      key === undefined ? undefined : verifyChain(record, key, kept === undefined ? {} : { keptDigest: kept });
    const text = given.flag("json")
      ? JSON.stringify({ record: record.id, ...verification, chain: chain ?? null })
      : visible([...resultLines(verification), ...chainLines(chain)].join("\n"));
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

function resultLines({ results, same, different, cannot }: Verification): readonly string[] {
  return [
    ...results.map((result) => `  ${result.entry}  ${saysOf(result)}`),
    `${results.length} results: ${same} the same, ${different} different, ${cannot} that cannot be run here.`,
  ];
}

function saysOf(result: VerifiedResult): string {
  switch (result.status) {
    case "same":
      return "the same";
    case "different":
      return `different at ${result.differs.map((pointer) => (pointer === "" ? "the whole" : pointer)).join(", ")}`;
    case "cannot": {
      const { instrument, rules, library, function: name } = result.needs;
      const forms = [instrument, ...(rules === undefined ? [] : [rules])].map(({ id, version }) => `${id} ${version}`);
      return `cannot be run here (${result.missing.replaceAll("_", " ")}): needs ${name} of ${[...forms, `release ${library}`].join(", ")}`;
    }
  }
}

function chainLines(chain: ChainReport | undefined): readonly string[] {
  if (chain === undefined) return ["The chain was not checked: that takes the key."];
  return [
    ...chain.breaks.map(({ index, entry, fault }) => `  ${entry ?? "end"} (entry ${index + 1})  ${faults[fault]}`),
    chain.intact ? "The chain is intact." : "The chain is broken.",
  ];
}

const faults: Readonly<Record<ChainReport["breaks"][number]["fault"], string>> = {
  altered: "is not what was digested",
  unlinked: "does not follow what stands before it",
  missing: "has no digest",
  cut_off: "the digest that was kept stands nowhere in the chain",
};

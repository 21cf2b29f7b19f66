import { plainCopy } from "../instrument/index.ts";
import { AssessmentError, mustHave, type Path, valueOrThrow, wrongArgument } from "../issues/index.ts";
import type { Provenance } from "../typology/index.ts";
import type { Assessment, CaseRecord, ProducedBy } from "./case-record.ts";
import { differences } from "./differences.ts";
import { recordLimits } from "./record-limits.ts";

/** One function, with the versions that it runs: what can produce a result again. */
export interface Engine extends ProducedBy {
  readonly instrument: Provenance;
  /**
   * The result of an assessment's answers, as plain JSON. It throws `AssessmentError` if they cannot be read, with paths
   * that begin with an item, or with `asOf` or `window`.
   */
  produce(assessment: Assessment): unknown;
}

/** What became of running one result again. */
export type VerifiedResult = {
  /** Position among the entries, from 0. */
  readonly index: number;
  readonly entry: string;
} & (
  | { readonly status: "same" }
  /**
   * JSON pointers into the result; if it cannot be run again, into what was recorded beside it: `/answers/…`, `/asOf`,
   * `/window/…`. Never a value.
   */
  | { readonly status: "different"; readonly differs: readonly string[] }
  | { readonly status: "cannot"; readonly missing: MissingPart; readonly needs: Needs }
);

/** The first part of the provenance that no engine has, from the coarsest to the finest. */
export type MissingPart = "function" | "instrument" | "instrument_version" | "instrument_hash" | "rules" | "library";

/** What a result says produced it. */
export interface Needs extends ProducedBy {
  readonly instrument: Provenance;
}

/** Every result of a record, run again. */
export interface Verification {
  readonly results: readonly VerifiedResult[];
  readonly same: number;
  readonly different: number;
  readonly cannot: number;
}

/**
 * Runs every assessment of a record again with the versions that produced it, those superseded since included, and says
 * which results come out the same to the last byte of their canonical JSON.
 *
 * Nothing near is taken instead: another version of the form, the rules or the library is `cannot`, with what is missing.
 * A result that is the same shows that answers and result belong together, not that the answers are as they were given:
 * an answer that no rule reads can be changed unseen. For that there is `verifyChain`.
 *
 * @param engines What can be run, as a list, or as a function that finds it.
 * @throws {AssessmentError} `malformed` if an engine gives something that is not plain JSON
 * @example
 * const episode = { id: "e1", personOfConcern: "p-014", target: "t-022", from: "2025-11", to: null };
 * const begun = valueOrThrow(startRecord({ id: "case-1", createdAsOf: "2026-01-05", episodes: [episode] }));
 * const content = recordedClassification({ other_grievance: "yes" }, { typology: fiveTypes, respondent: "rater" });
 * const entry = { id: "n1", kind: "assessment", at: "2026-01-05", by: "r-2", episode: "e1", content } as const;
 * const record = valueOrThrow(appendEntry(begun, entry));
 * verify(record, [classifyEngine(fiveTypes)]).results; // => [{ index: 0, entry: "n1", status: "same" }]
 * verify(record, []).cannot; // => 1
 */
export function verify(
  record: CaseRecord,
  engines: readonly Engine[] | ((needs: Needs) => Engine | undefined),
): Verification {
  mustHave(record, "entries", "record");
  if (typeof engines !== "function" && !Array.isArray(engines))
    throw wrongArgument("engines", "a list or a function", engines);
  const results = record.entries.flatMap((entry, index): VerifiedResult[] =>
    entry.kind === "assessment" ? [{ index, entry: entry.id, ...verified(entry.content, engines) }] : [],
  );
  const count = (status: VerifiedResult["status"]) => results.filter((each) => each.status === status).length;
  return { results, same: count("same"), different: count("different"), cannot: count("cannot") };
}

type Verified = VerifiedResult extends infer Result
  ? Result extends unknown
    ? Omit<Result, "index" | "entry">
    : never
  : never;

function verified(assessment: Assessment, engines: Parameters<typeof verify>[1]): Verified {
  const { instrument, producedBy } = assessment;
  const needs: Needs = { instrument, ...producedBy };
  const found =
    typeof engines === "function" ? engines(needs) : engines.find((each) => missingIn([each], needs) === undefined);
  const missing = missingIn(found === undefined ? (typeof engines === "function" ? [] : engines) : [found], needs);
  if (found === undefined || missing !== undefined) return { status: "cannot", missing: missing ?? "function", needs };
  const differs = differencesIn(assessment, found);
  return differs.length === 0 ? { status: "same" } : { status: "different", differs };
}

/** The parts of the provenance, coarsest first: each leaves fewer engines. */
const parts: readonly (readonly [MissingPart, (engine: Needs, needs: Needs) => boolean])[] = [
  ["function", (engine, needs) => engine.function === needs.function],
  ["instrument", (engine, needs) => engine.instrument.id === needs.instrument.id],
  ["instrument_version", (engine, needs) => engine.instrument.version === needs.instrument.version],
  ["instrument_hash", (engine, needs) => engine.instrument.hash === needs.instrument.hash],
  [
    "rules",
    ({ rules }, needs) =>
      (["kind", "id", "version", "hash"] as const).every((part) => rules?.[part] === needs.rules?.[part]),
  ],
  ["library", (engine, needs) => engine.library === needs.library],
];

function missingIn(engines: readonly Engine[], needs: Needs): MissingPart | undefined {
  let left = engines;
  for (const [part, fits] of parts) {
    left = left.filter((engine) => fits(engine, needs));
    if (left.length === 0) return part;
  }
  return undefined;
}

function differencesIn(assessment: Assessment, engine: Engine): readonly string[] {
  let again: unknown;
  try {
    again = engine.produce(assessment);
  } catch (fault) {
    if (!(fault instanceof AssessmentError)) throw fault;
    return fault.issues.map(({ path }) => pointerTo(path, assessment));
  }
  return differences(assessment.result, valueOrThrow(plainCopy(again, recordLimits.copy)));
}

/** A fault's path begins with an item, or with the day or the window that the answers are about. */
function pointerTo(path: Path, { answers }: Assessment): string {
  const [first] = path.map(String);
  const isBeside = (first === "asOf" || first === "window") && !Object.hasOwn(answers, first);
  return ["", ...(isBeside ? [] : ["answers"]), ...path.map(String)].join("/");
}

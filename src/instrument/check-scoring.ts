import type { Issue, Path } from "../issues/index.ts";
import { nearestIn } from "../issues/index.ts";
import type { Condition } from "../rules/index.ts";
import { faultsInRule } from "./check-rules.ts";
import type { Instrument } from "./instrument.ts";
import type { AskedItem } from "./item.ts";

/** Every condition of an instrument's levels, guidance and contradictions, with its place. */
export function scoringConditions({
  levels = {},
  guidance = [],
  contradictions = {},
}: Pick<Instrument, "levels" | "guidance" | "contradictions">): readonly (readonly [Path, Condition])[] {
  return [
    ...Object.entries(levels).flatMap(([name, { cases }]) =>
      cases.map(({ when }, index) => [["levels", name, "cases", index], when] as const),
    ),
    ...guidance.map(({ when }, index) => [["guidance", index], when] as const),
    ...Object.entries(contradictions).map(([name, { when }]) => [["contradictions", name], when] as const),
  ];
}

/** What is wrong with the conditions of levels, guidance and contradictions. */
export function* checkScoringRules(instrument: Instrument): Generator<Issue> {
  for (const [path, when] of scoringConditions(instrument)) yield* faultsInRule(when, instrument, path, "condition");
}

/** What is wrong with levels and with what items say of concern, apart from their conditions. */
export function* checkScoring({ items, levels = {} }: Instrument): Generator<Issue> {
  for (const [name, { cases, otherwise, outcomes, basis }] of Object.entries(levels)) {
    const path = ["levels", name];
    const known = Object.keys(outcomes);
    if (basis.length === 0) yield { code: "missing_basis", path };
    if (known.length > mostOutcomes) yield { code: "too_large", path: [...path, "outcomes"], limit: mostOutcomes };
    for (const [place, outcome] of [
      ...cases.map(({ outcome }, index) => [["cases", index, "outcome"], outcome] as const),
      [["otherwise"], otherwise] as const,
    ]) {
      if (!Object.hasOwn(outcomes, outcome)) yield unknownName(outcome, [...path, ...place], known);
    }
  }
  for (const [id, item] of Object.entries(items)) {
    const codes = codesOf(item);
    for (const [index, code] of (item.concern ?? []).entries()) {
      if (!codes.includes(code)) yield unknownName(code, ["items", id, "concern", index], codes);
    }
  }
}

/** Every outcome is one bit of a number. */
const mostOutcomes = 30;

function codesOf({ responses }: AskedItem): readonly string[] {
  return responses.kind === "choice" ? Object.keys(responses.options) : [];
}

function unknownName(name: string, path: Path, names: readonly string[]): Issue {
  return { code: "unknown_reference", path, expected: names, ...nearestIn(name, names) };
}

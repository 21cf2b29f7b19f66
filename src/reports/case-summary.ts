import type { Classification, Outcome, PossibleOutcome, Typology } from "../typology/index.ts";

/**
 * A classification in plain words, as lines: what it comes to, what is still possible, why, what does not fit, what to
 * ask next, and what it must not be taken for.
 */
export function caseSummary<TypeId extends string>(
  result: Classification<TypeId>,
  typology: Typology<TypeId>,
): readonly string[] {
  const { items } = typology.instrument;
  const label = (id: TypeId) => typology.types[id].label.toLowerCase();
  const question = (id: string) => items[id]?.text.rater ?? id;
  const signs = ([low, high]: readonly [number, number], of: number) =>
    low === high ? `${low} of ${of}` : `${low} to ${high} of ${of}`;
  const lines = [
    outcomeLine(result.outcome, label),
    result.settled
      ? "No open answer can change this."
      : `Still possible: ${result.possible.map((each) => possibleLine(each, label)).join("; ")}.`,
    ...(result.scope === "open" ? ["Whether the person is an adult is not known; the scheme is for adults only."] : []),
    ...(result.scope === "outside" ? [typology.scope.says] : []),
    "",
    "Where each type stands (signs beside it do not decide):",
    ...Object.entries<Classification["standings"][string]>(result.standings).map(
      ([id, { standing, supports, supportsOf, against, againstOf }]) =>
        `  ${label(id as TypeId)}: ${standing.replace("_", " ")}; signs for it ${signs(supports, supportsOf)}, against it ${signs(against, againstOf)}`,
    ),
    "",
    result.because.length === 0 ? "No answer is needed for this." : "These answers alone are enough for it:",
    ...result.because.map(({ item, answer }) => `  ${question(item)} ${answerWord(item, String(answer), typology)}`),
  ];
  if (result.contradictions.length > 0) {
    lines.push("", "Does not fit together:", ...result.contradictions.map(({ says }) => `  ${says}`));
  }
  if (result.alerts.length > 0) lines.push("", ...result.alerts.map((id) => typology.alerts[id]?.says ?? id));
  if (result.coverage.setAside.length > 0) {
    lines.push("", `Set aside, since branching closed the item: ${result.coverage.setAside.join(", ")}.`);
  }
  if (result.nextQuestion !== null) {
    lines.push("", `Ask next (${result.nextQuestion}): ${question(result.nextQuestion)}`);
    if (result.open.length > 1) lines.push(`Also open: ${result.open.slice(1).join(", ")}.`);
  }
  return [...lines, "", notice];
}

/** What every printed result says of itself. */
export const notice =
  "A type is a description for planning, made by rules that have not been validated. It is not a diagnosis, a level of risk or a finding of fact, and a person must review it.";

function outcomeLine<TypeId extends string>(outcome: Outcome<TypeId>, label: (id: TypeId) => string): string {
  switch (outcome.kind) {
    case "single":
      return `The answers fit one type: ${label(outcome.type)}.`;
    case "leading":
      return `The answers fit several types; the first aim puts ${label(outcome.type)} first.`;
    case "mixed":
      return `The answers fit several types, and the first aim does not choose among them: ${outcome.types.map(label).join(", ")}.`;
    case "undetermined":
      return "The answers rule out every type.";
    case "insufficient":
      return "The answers do not yet settle on any type.";
    case "out_of_scope":
      return "This case is outside the scheme.";
  }
}

function possibleLine<TypeId extends string>(outcome: PossibleOutcome<TypeId>, label: (id: TypeId) => string): string {
  if (!("type" in outcome))
    return outcome.kind === "undetermined" ? "none of the types" : outcome.kind.replaceAll("_", " ");
  return outcome.kind === "single" ? `${label(outcome.type)} alone` : `several, ${label(outcome.type)} first`;
}

function answerWord(item: string, code: string, { instrument }: Typology): string {
  const responses = instrument.items[item]?.responses;
  const label = responses?.kind === "choice" ? responses.options[code]?.label : undefined;
  return label ?? code;
}

import { deepFreeze, type Instrument, parseAnswers, plainCopy } from "../instrument/index.ts";
import { type Issue, type Parsed, parsed } from "../issues/index.ts";
import type { Answers } from "../rules/index.ts";
import { type Administration, identityOf } from "./administer.ts";

/**
 * A saved administration, from untrusted data, or every issue found. It is resumed only with the instrument that it was
 * begun with: another id, version or content hash is an issue.
 *
 * @returns issues `version_mismatch`, `malformed`, and those of `parseAnswers` with places under `answers`
 * @example
 * const begun = startAdministration(relationshipAndMotive, { respondent: "rater" });
 * resumeAdministration(relationshipAndMotive, JSON.parse(JSON.stringify(begun))).ok; // => true
 */
export function resumeAdministration(instrument: Instrument, json: unknown): Parsed<Administration> {
  const copy = plainCopy(json);
  if (!copy.ok) return copy;
  const saved = copy.value;
  if (!isRecord(saved)) return { ok: false, issues: [{ code: "malformed", path: [], expected: ["an object"] }] };
  const answers = parseAnswers(own(saved, "answers"), instrument);
  const history = historyFrom(own(saved, "history"), answers.ok ? answers.value : undefined);
  const respondent = instrument.respondents.find((known) => known === own(saved, "respondent"));
  const issues = [
    ...unknownKeys(saved, ["instrument", "respondent", "answers", "history"], []),
    ...identityFaults(own(saved, "instrument"), instrument),
    ...(respondent === undefined ? [malformed(["respondent"], instrument.respondents)] : []),
    ...(answers.ok ? [] : answers.issues.map((issue) => ({ ...issue, path: ["answers", ...issue.path] }))),
    ...(history === undefined ? [malformed(["history"], ["each item that has an answer, once"])] : []),
  ];
  return parsed(
    () =>
      deepFreeze({
        instrument: identityOf(instrument),
        respondent: respondent ?? "rater",
        answers: answers.ok ? answers.value : {},
        history: history ?? [],
      }),
    issues,
  );
}

function identityFaults(saved: unknown, instrument: Instrument): readonly Issue[] {
  if (!isRecord(saved)) return [malformed(["instrument"], ["id, version and hash"])];
  const now = identityOf(instrument);
  return [
    ...unknownKeys(saved, Object.keys(now), ["instrument"]),
    ...Object.entries(now).flatMap(([key, value]): Issue[] =>
      own(saved, key) === value ? [] : [{ code: "version_mismatch", path: ["instrument", key], expected: [value] }],
    ),
  ];
}

/** The history if it names exactly the items that hold something, each once; without answers only its form is looked at. */
function historyFrom(saved: unknown, answers: Answers | undefined): readonly string[] | undefined {
  if (!Array.isArray(saved)) return undefined;
  const history = saved.filter((id): id is string => typeof id === "string");
  if (history.length !== saved.length || new Set(history).size !== history.length) return undefined;
  if (answers === undefined) return history;
  const held = Object.keys(answers);
  return held.length === history.length && history.every((id) => Object.hasOwn(answers, id)) ? history : undefined;
}

function unknownKeys(
  saved: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: readonly string[],
): Issue[] {
  return Object.keys(saved).flatMap((key) => (known.includes(key) ? [] : [malformed([...path, key], ["no such key"])]));
}

const malformed = (path: readonly string[], expected: readonly string[]): Issue => ({
  code: "malformed",
  path,
  expected,
});

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const own = (of: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(of, key) ? of[key] : undefined;

import { parseAnswers } from "../../instrument/index.ts";
import {
  AssessmentError,
  type IssueCode,
  issueCodes,
  nearestName,
  type Parsed,
  sentenceFor,
  valueOrThrow,
} from "../../issues/index.ts";
import { caseSummary, changeSummary } from "../../reports/index.ts";
import type { Answers } from "../../rules/index.ts";
import { readJson, readRows } from "../../tables/index.ts";
import { type Classification, classify, type Typology, whatWouldChange } from "../../typology/index.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { type Io, say, visible } from "../io.ts";
import { allTypologies, guidanceText, typologyShown } from "../registry.ts";

/** `explain`: one case's reasoning in plain words, or what an error code means. */
export const explainCommand: Command = {
  name: "explain",
  summary: "Explain one case in plain words, or an error code.",
  arguments: [{ name: "FILE|CODE", says: "a table of cases, a JSON file with one case's answers, or an error code" }],
  options: {
    row: { type: "string", value: "N", says: "which row of the table (1 is the first case)" },
    format: { type: "string", value: "F", says: "csv, tsv, ndjson or json; by the file's name if not given" },
  },
  examples: ["stalker-typology explain coded-by-a.csv --row 2", "stalker-typology explain UNKNOWN_OPTION"],
  async run(given, io) {
    const [target] = given.arguments;
    const [found] = allTypologies;
    if (target === undefined || found === undefined) throw usageError("explain", expects("expected.file_or_code"));
    const code = codeNamed(target);
    if (code !== undefined) {
      await say(
        io.stdout,
        given.flag("json")
          ? `${JSON.stringify({ code, says: sentenceFor(code) })}\n`
          : `${given.words("explain.code", { code: code.toUpperCase(), sentence: sentenceFor(code, given.issueWords) })}\n`,
      );
      return exitCodes.done;
    }
    const typology = typologyShown(found, given);
    const answers = await caseFrom(target, typology, given, io);
    const result = classify(answers, { typology });
    const text = given.flag("json")
      ? JSON.stringify({ ...result, whatWouldChange: whatWouldChange(answers, { typology }) })
      : [
          ...caseSummary(result, typology, { phrases: given.phrases, answers }),
          ...changeLines(answers, result, typology, given),
          ...guidanceLines(result, given),
        ]
          .map(visible)
          .join("\n");
    await say(io.stdout, `${text}\n`);
    return exitCodes.done;
  },
};

/** The code of that name. A name that could be no file and is close to a code is taken as a misspelt code. */
function codeNamed(target: string): IssueCode | undefined {
  const word = target.toLowerCase();
  const code = issueCodes.find((each) => each === word);
  if (code === undefined && /^[a-z_]+$/.test(word) && nearestName(word, issueCodes) !== undefined)
    throw usageError(word, ...issueCodes);
  return code;
}

function changeLines(
  answers: Answers,
  { scope }: Classification,
  typology: Typology,
  { phrases }: Given,
): readonly string[] {
  if (scope === "outside") return [];
  const lines = changeSummary(whatWouldChange(answers, { typology }), typology, { phrases });
  return lines.length === 0 ? [] : ["", ...lines];
}

/** What the result calls for, in words: codes alone would send a reader elsewhere. */
function guidanceLines({ guidance }: Classification, given: Given): readonly string[] {
  if (guidance.length === 0) return [];
  const text = (code: string) => given.words("explain.guidance_code", { code, text: guidanceText(code, given) });
  return ["", given.words("explain.guidance"), ...guidance.map((code) => `  ${text(code)}`)];
}

async function caseFrom(path: string, typology: Typology, given: Given, io: Io): Promise<Answers> {
  const { items } = typology.instrument;
  const wanted = Number(given.text("row") ?? "1");
  if (!Number.isInteger(wanted) || wanted < 1) throw usageError("--row", expects("expected.whole_from_1"));
  if ((given.text("format") ?? (path.endsWith(".json") ? "json" : undefined)) === "json") {
    return valueOrThrow(parseAnswers(await readJson(path, io.stdin), typology.instrument));
  }
  const format = given.text("format");
  const { header, name, rows } = await readRows(path, {
    ...(format === undefined ? {} : { format }),
    stdin: io.stdin,
  });
  const hasItem = (names: readonly string[]) => names.some((each) => Object.hasOwn(items, each));
  const noItem = () => new AssessmentError([{ code: "missing_column", path: [name], expected: Object.keys(items) }]);
  if (header.length > 0 && !hasItem(header)) throw noItem();
  let found: Answers | undefined;
  let anyItem = header.length > 0; // rows of NDJSON name their own
  for await (const { row, line, fault, record } of rows) {
    if (row === wanted) {
      const place = { path: ["row", row], row, line };
      if (fault !== undefined) throw new AssessmentError([{ ...fault, ...place }]);
      const answers = answersFrom(
        Object.entries(record()).filter(([id]) => Object.hasOwn(items, id)),
        typology,
      );
      if (!answers.ok)
        throw new AssessmentError(
          answers.issues.map((issue) => ({ ...issue, ...place, path: [...place.path, ...issue.path] })),
        );
      found = answers.value;
    }
    anyItem ||= fault === undefined && hasItem(Object.keys(record()));
    if (found !== undefined && anyItem) return found;
  }
  if (found !== undefined) throw noItem();
  throw usageError("--row", expects("expected.row"));
}

function answersFrom(entries: readonly (readonly [string, unknown])[], { instrument }: Typology): Parsed<Answers> {
  const asked = entries.filter(([, answer]) => answer !== "" && answer !== null && answer !== undefined);
  return parseAnswers(Object.fromEntries(asked), instrument);
}

import { chartToSvg } from "../../charts/index.ts";
import { type Caseload, caseload, caseloadCaseOf, type PeriodLength, sharedCaseload } from "../../cohort/index.ts";
import { isCalendarDay, libraryVersion } from "../../instrument/index.ts";
import { AssessmentError, throwIfAny } from "../../issues/index.ts";
import { parseRecord } from "../../record/index.ts";
import { type CaseloadPictures, type Chart, caseloadCharts, caseloadPage, type Named } from "../../reports/index.ts";
import { readJson } from "../../tables/index.ts";
import { type Typology, typeIds } from "../../typology/index.ts";
import { casesOfTable, notRecorded } from "../caseload-table.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { inputOption } from "../file-rows.ts";
import { type Io, say } from "../io.ts";
import { otherOutcomes, outcomeName } from "../outcome-labels.ts";
import { pageOption, printedAs } from "../page-formats.ts";
import { allTypologies } from "../registry.ts";
import { today } from "../today.ts";

/** `caseload`: what a service's caseload looks like, on one page. */
export const caseloadCommand: Command = {
  name: "caseload",
  summary:
    "Print a caseload on one page: referrals, what was offered, types, returns, monitoring, waits, completeness.",
  arguments: [{ name: "FILE", says: "a case record or a list of them as JSON, or a table with one referral a row" }],
  options: {
    own: { type: "boolean", says: "hide nothing: for the service itself, never to share" },
    under: { type: "string", value: "N", says: "hide counts from 1 and below N (default 5)" },
    by: { type: "string", value: "PERIOD", says: "month, quarter (default) or year" },
    "as-of": {
      type: "string",
      value: "DAY",
      says: "the day to which it goes, YYYY-MM-DD; today in the local time zone if not given",
    },
    map: {
      type: "string",
      value: "FILE",
      says: 'JSON: which of your columns holds what, as { "columns": { "agency": "referrer" } }',
    },
    input: inputOption,
    format: pageOption,
  },
  notes: [
    "Columns of a table: case_id, person_id, agency, referred_on, decision, assessed_on, offered, signs, and the form's items",
    "or outcome, type and settled, as classify writes them. Only case_id is needed. offered and signs hold words with spaces between.",
    "Without --own small counts are hidden, and others with them, so that none can be worked out from the page.",
    "HTML has charts if vega and vega-lite are installed. --json gives the same counts, hidden ones as null.",
    "Exit codes: 0 done, 2 wrong usage, 3 the file cannot be read or has rows at fault, which are named.",
    "",
  ],
  examples: [
    "stalker-typology caseload case-record.json --as-of 2026-03-01",
    "stalker-typology caseload case-record.json --as-of 2026-03-01 --own --format html",
  ],
  async run(given, io) {
    const [path] = given.arguments;
    const [typology] = allTypologies;
    if (path === undefined || typology === undefined) throw usageError("caseload", expects("expected.file_or_input"));
    const asOf = given.text("as-of") ?? today();
    if (!isCalendarDay(asOf)) throw usageError("--as-of", expects("expected.day"));
    const by = given.text("by") ?? "quarter";
    if (!isPeriod(by)) throw usageError("--by", ...periods);
    const under = given.text("under") ?? "5";
    if (given.flag("own") && given.text("under") !== undefined)
      throw usageError("--own", expects("expected.no_option", { option: "--under" }));
    if (!/^[1-9]\d{0,5}$/.test(under)) throw usageError("--under", expects("expected.whole_from_1"));
    const cases = path.endsWith(".json")
      ? await casesOfRecords(path, typology, io)
      : await casesOfTable(path, typology, given, io);
    const labels = [...typeIds(typology), ...otherOutcomes];
    const whole = caseload(cases, { asOf, labels, by });
    const found = given.flag("own") ? whole : sharedCaseload(whole, { under: Number(under) });
    const named = (id: string) =>
      id === notRecorded ? given.words("caseload.not_recorded") : outcomeName(id, typology, given);
    const text = given.flag("json")
      ? `${JSON.stringify({ library: libraryVersion, ...found })}\n`
      : printedAs(given, caseloadPage(found, await picturesFor(found, named, given), given.phrases, named));
    await say(io.stdout, text);
    return exitCodes.done;
  },
};

const periods = ["month", "quarter", "year"] as const;
const isPeriod = (word: string): word is PeriodLength => periods.some((each) => each === word);

async function casesOfRecords(path: string, typology: Typology, io: Io) {
  const value = await readJson(path, io.stdin);
  const records: readonly unknown[] = Array.isArray(value) ? value : [value];
  const read = records.map((record) => parseRecord(record));
  const issues = read.flatMap((result, at) =>
    result.ok
      ? []
      : result.issues.map((issue) => ({ ...issue, path: Array.isArray(value) ? [at, ...issue.path] : issue.path })),
  );
  throwIfAny(issues);
  return read.flatMap((result) => (result.ok ? [caseloadCaseOf(result.value, typology)] : []));
}

/** The charts of a page that can carry them, if the renderers are there; without them the page says them in words. */
async function picturesFor(found: Caseload, named: Named, given: Given): Promise<CaseloadPictures> {
  if (given.text("format") !== "html") return {};
  const { types, completeness } = caseloadCharts(found, [], given.phrases, named);
  const [first, second] = await Promise.all([drawn(types), drawn(completeness)]);
  return {
    ...(first === undefined ? {} : { types: first }),
    ...(second === undefined ? {} : { completeness: second }),
  };
}

async function drawn(chart: Chart | null): Promise<string | undefined> {
  if (chart === null) return undefined;
  try {
    return await chartToSvg(chart);
  } catch (fault) {
    if (fault instanceof AssessmentError) return undefined;
    throw fault;
  }
}

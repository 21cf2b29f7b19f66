import type { FormWords } from "../formats/index.ts";
import type { Instrument } from "../instrument/index.ts";
import { type Issue, isObject } from "../issues/index.ts";
import type { Answers } from "../rules/index.ts";
import { caseName } from "./case-name.ts";
import type { ImportFormat } from "./import-formats.ts";
import { formOf, type RowForm, rowsOfOthers } from "./import-forms.ts";
import { refuseForeign } from "./import-header.ts";
import { namesOf, type RecordId } from "./import-names.ts";
import { isOther, type OtherField, ownIssues } from "./import-others.ts";
import { type FoundRecord, recordsOf } from "./import-records.ts";
import type { Io } from "./io.ts";

/** What is read: which file, as what, and under which key its cases have their names, if that was said. */
export interface ImportOf {
  readonly path: string;
  readonly format: ImportFormat;
  readonly instrument: Instrument;
  readonly words: FormWords;
  readonly id: string | undefined;
  /** Whether fields that are not of the form are no fault. */
  readonly otherFields: boolean;
}

/** A case that was read, and what tells it from others of its name, by the system's own columns. */
export interface ImportedCase {
  readonly case_id: string;
  readonly occasion?: Readonly<Record<string, string>>;
  readonly answers: Answers;
}

/** What came of a file: its cases, and everything that was wrong: with the file, with each record, with its fields. */
export interface Imported {
  readonly cases: readonly ImportedCase[];
  readonly issues: readonly Issue[];
  /** Every record read was written as a case, refused, or of another form; some that were written have faults. */
  readonly records: {
    readonly read: number;
    readonly written: number;
    readonly refused: number;
    readonly otherForm: number;
    readonly faulty: number;
  };
  /** The fields that are not of the form, and how many records have something in each. */
  readonly otherFields: readonly Pick<OtherField, "field" | "records">[];
}

/**
 * The cases of a file that another system wrote.
 *
 * @throws {AssessmentError} `missing_column` for a table without a column of the form; else as the readers do
 */
export async function casesIn(given: ImportOf, io: Io): Promise<Imported> {
  const { path, format, instrument, words, id } = given;
  const keys = id === undefined ? format.ids(words) : ([id] as const);
  const taken: (RecordId & Required<Pick<ImportedCase, "occasion" | "answers">> & { readonly form: RowForm })[] = [];
  const found: (readonly Issue[])[] = [];
  const ofFile: Issue[] = [];
  const others = new Map<string, OtherField>();
  const refuse = (header: readonly string[], name: string) => refuseForeign(header, name, given);
  for await (const each of recordsOf(path, format, io, refuse)) {
    if ("ofFile" in each) {
      ofFile.push(each.ofFile);
      continue;
    }
    const { record, path: place, at = {}, fault } = each;
    if (fault !== undefined) {
      found.push([{ ...fault, path: place, ...at }]);
      continue;
    }
    const key = keys.find((one) => isObject(record) && Object.hasOwn(record, one)) ?? keys[0];
    const { value, rest } = withoutKey(record, key);
    const { answers, issues: all } = format.read(rest, instrument, words);
    const issues = format.named ? ownIssues(all, String(place[0]), others) : all;
    found.push(issues.map((issue) => ({ ...issue, path: [...place, ...issue.path], ...at })));
    if (isRefused(answers, issues, format)) continue;
    const occasion = isObject(rest) ? occasionIn(rest, format) : {};
    taken.push({
      ...{ number: found.length, id: value, occasion, at: { path: [...place, key], ...at }, answers },
      form: formIn(rest, all, issues, given),
    });
  }
  const ofOthers = rowsOfOthers(taken, instrument.id);
  const read = taken.filter((each) => !ofOthers.has(each));
  const names = namesOf(read, id !== undefined);
  const issues = found.map((own, at) => [...(names.get(at + 1)?.issues ?? []), ...own]);
  const written = read.length;
  return {
    cases: read.map(({ number, occasion, answers }) => ({
      case_id: names.get(number)?.name ?? "",
      ...(Object.keys(occasion).length === 0 ? {} : { occasion }),
      answers,
    })),
    issues: [...ofFile, ...issues.flat(), ...(given.otherFields ? [] : [...others.values()].map(({ issue }) => issue))],
    records: {
      read: found.length,
      written,
      refused: found.length - taken.length,
      otherForm: ofOthers.size,
      faulty: read.filter(({ number }) => issues[number - 1]?.length !== 0).length,
    },
    otherFields: [...others.values()].map(({ field, records }) => ({ field, records })),
  };
}

/** Whether nothing was taken from a record because of what it is as a whole. Such a record does not count as a case. */
const isRefused = (answers: Answers, issues: readonly Issue[], { decides = [] }: ImportFormat): boolean =>
  Object.keys(answers).length === 0 &&
  issues.some(({ path: [part] }) => part === undefined || decides.some((each) => each === part));

/** Which form a record is of. One with a fault of its own stays with the form that is read. */
function formIn(rest: unknown, all: readonly Issue[], own: readonly Issue[], { format, words }: ImportOf): RowForm {
  if (format.forms === undefined) return { names: "", holds: true };
  const foreign = new Set([...format.ids(words), ...all.filter(isOther).map(({ path: [field] }) => field)]);
  const { names, holds } = formOf(rest, format.forms, foreign);
  return { names, holds: holds || own.length > 0 };
}

/** What stands under a record's key, and the rest of it: other systems' forms have no question of that name. */
function withoutKey(record: FoundRecord["record"], key: string): { readonly value?: unknown; readonly rest: unknown } {
  if (!isObject(record) || !Object.hasOwn(record, key)) return { rest: record };
  const { [key]: value, ...rest } = record;
  return { value, rest };
}

/** The columns of a record that say which event or repeat of its case it is. */
function occasionIn(
  record: Readonly<Record<string, unknown>>,
  { occasion = [] }: ImportFormat,
): Readonly<Record<string, string>> {
  const columns = occasion.filter((column) => Object.hasOwn(record, column));
  return Object.fromEntries(columns.map((column) => [column, caseName(record[column]) ?? ""]));
}

import { basename } from "node:path";
import { AssessmentError, type Issue, isObject, type Path } from "../issues/index.ts";
import { openInput, readJson, readRows } from "../tables/index.ts";
import { usageError } from "./command.ts";
import { expects } from "./expects.ts";
import type { Io } from "./io.ts";

/** What another system's file may be. */
export type FileKind = "table" | "json" | "xml";

/** What files of a format may be, where they hold their records, and which columns of theirs may repeat. */
interface FilesOf {
  readonly files: readonly FileKind[];
  readonly within?: readonly string[];
  readonly repeated?: readonly string[];
}

/** Something that is wrong with a file and with none of its records. */
export interface FileFault {
  readonly ofFile: Issue;
}

/** One record of a file: as it is, or with why it cannot be read. */
export interface FoundRecord {
  readonly record: unknown;
  readonly path: Path;
  /** In a table. */
  readonly at?: { readonly row: number; readonly line: number };
  readonly fault?: Issue;
}

/**
 * The records of a file, one by one: the rows of a table, the parts of a JSON array or of a FHIR Bundle, or one file.
 * A file of JSON may hold its array `within` one of these keys. One page of several is read, with a `more_records`.
 *
 * @param refuse What throws for a table's header that cannot be read, before any row is given.
 * @throws {AssessmentError} `wrong_usage` for a kind of file that the format does not have; else as the readers do
 */
export async function* recordsOf(
  path: string,
  { files, within = [], repeated = [] }: FilesOf,
  io: Io,
  refuse: (header: readonly string[], name: string) => void,
): AsyncGenerator<FoundRecord | FileFault> {
  const ending = /\.(json|xml)$/i.exec(path)?.[1]?.toLowerCase();
  const kind = ending === "json" || ending === "xml" ? ending : "table";
  if (!files.includes(kind))
    throw usageError(path, ...files.map((each) => expects("expected.file_of", { kind: each })));
  if (kind === "xml") {
    yield { record: await textOf(path, io), path: [basename(path)] };
    return;
  }
  if (kind === "json") {
    const value = await readJson(path, io.stdin);
    const key = within.find((each) => isObject(value) && Object.hasOwn(value, each) && Array.isArray(value[each]));
    const list = isObject(value) && key !== undefined ? value[key] : undefined;
    const other = isObject(value) ? otherPage(value, list) : undefined;
    if (other !== undefined) {
      const expected = [expects("expected.every_record")];
      yield { ofFile: { code: "more_records", path: [basename(path), ...other], expected } };
    }
    yield* list !== undefined && key !== undefined
      ? recordsIn(list, [basename(path), key])
      : recordsIn(value, [basename(path)]);
    return;
  }
  const { header, name, rows } = await readRows(path, {
    ...{ stdin: io.stdin, repeated },
    ...(path === "-" ? { format: "csv" } : {}),
  });
  refuse(header, name);
  for await (const { row, line, fault, record } of rows) {
    const place = { path: [name], at: { row, line } };
    yield fault === undefined
      ? { record: record(), ...place }
      : { record: {}, ...place, fault: { ...fault, path: [] } };
  }
}

/**
 * Where an answer of a server says that it is one page of several. A list of records may also say how many there are in
 * all. A Bundle's `total` does not: it may hold other resources than those that were searched for.
 */
function otherPage(value: Readonly<Record<string, unknown>>, list: unknown): Path | undefined {
  if (value.resourceType === "Bundle" && Array.isArray(value.link)) {
    const at = value.link.findIndex((link: unknown) => isObject(link) && otherPages.has(link.relation));
    return at < 0 ? undefined : ["link", at];
  }
  if (!Array.isArray(list)) return undefined;
  const linked = ["next", "previous", "@odata.nextLink"].find((key) => (value[key] ?? "") !== "");
  const counted = ["count", "@odata.count"].find((key) => Number(value[key] ?? 0) > list.length);
  const key = linked ?? counted;
  return key === undefined ? undefined : [key];
}

/** How FHIR calls the links from one page of a Bundle to another. */
const otherPages: ReadonlySet<unknown> = new Set(["next", "previous", "prev"]);

/** The responses of an array or of a FHIR Bundle; anything else is one record. */
function* recordsIn(value: unknown, path: Path): Generator<FoundRecord> {
  if (Array.isArray(value)) {
    for (const [at, record] of value.entries()) yield { record, path: [...path, at] };
  } else if (isObject(value) && value.resourceType === "Bundle" && Array.isArray(value.entry)) {
    for (const [at, entry] of value.entry.entries()) {
      const resource: unknown = isObject(entry) ? entry.resource : undefined;
      yield { record: resource, path: [...path, "entry", at, "resource"] };
    }
  } else yield { record: value, path };
}

/** How large one submission may be, in bytes (design choice). */
const largest = 4_000_000;

async function textOf(path: string, io: Io): Promise<string> {
  const input = openInput(path, io.stdin);
  const parts: Buffer[] = [];
  for await (const chunk of input.chunks) {
    parts.push(chunk);
    if (input.bytes() > largest) throw new AssessmentError([{ code: "too_large", path: [input.name], limit: largest }]);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new AssessmentError([{ code: "malformed_text", path: [input.name] }]);
  }
}

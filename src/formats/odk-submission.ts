import { SaxesParser } from "saxes";
import type { Instrument } from "../instrument/index.ts";
import { type Issue, isObject, type Path } from "../issues/index.ts";
import { identityOf } from "./form-layout.ts";
import { formGiven } from "./given.ts";
import { type FoundValue, type ReadBack, readBack, valuesByName, versionIssues } from "./read-back.ts";

/** Names that ODK's and KoboToolbox's own servers and forms add to a submission or to a row of an export. */
const ofOdk = [
  ...["start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit", "subscriberid", "simserial"],
  ...["instanceID", "instanceName", "deprecatedID", "userID", "timeStart", "timeEnd", "meta", "entity"],
  ...["SubmissionDate", "KEY", "PARENT_KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent"],
  ...["AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion", "__id", "__system"],
  ...[
    "_id",
    "_uuid",
    "uuid",
    "_index",
    "_status",
    "_tags",
    "_notes",
    "__version__",
    "_submission_time",
    "_submitted_by",
  ],
  ...["_validation_status", "_xform_id_string", "_attachments", "_geolocation", "_version_", "background_audio"],
];

/** KoboToolbox's code and its label for a submission that a reviewer rejected. */
const notApproved = ["validation_status_not_approved", "Not approved"];
/** How ODK Central and KoboToolbox say that a reviewer rejected a submission. */
const rejected: Readonly<Record<string, readonly string[]>> = {
  ReviewState: ["rejected"],
  _validation_status: notApproved,
  _submission__validation_status: notApproved,
};

/** How long a submission may be (design choice): a form of 500 questions takes less than a tenth of it. */
const longest = 1_000_000;
/** How deep its groups may stand in each other, and how many values it may have (design choices): a place is a path. */
const deepest = 100;
const mostValues = 20_000;

/**
 * The answers in one ODK submission to a form that `toXlsForm` made: its XML as ODK Collect, Enketo and KoboToolbox
 * send it, or a row of a server's CSV or JSON export as an object. A positioned issue stands for everything that could
 * not be read: another form or version, an unknown question, several answers, a code that the form did not have. No
 * answer is taken from a submission that a reviewer rejected or somebody deleted: the one issue is `rejected_submission`.
 *
 * @example
 * const xml = '<data id="ssb-type" version="0.1.0"><section_scope><adult>yes</adult></section_scope></data>';
 * fromOdk(xml, relationshipAndMotive).answers; // => { adult: "yes" }
 * @example
 * fromOdk({ "section_scope-adult": "no" }, relationshipAndMotive).answers; // => { adult: "no" }
 */
export function fromOdk(submission: unknown, instrument: Instrument): ReadBack {
  formGiven(instrument);
  const found = typeof submission === "string" ? valuesInXml(submission) : valuesInRow(submission);
  const turnedDown = found.values.find(isTurnedDown);
  if (turnedDown !== undefined) {
    return { answers: {}, issues: [{ code: "rejected_submission", path: turnedDown.path }] };
  }
  const own = expectedIdentity(instrument);
  const versions = found.values.flatMap(({ name, value, path }) =>
    Object.hasOwn(own, name) ? versionIssues(value, own[name] ?? "", path) : [],
  );
  const structure = new Set([
    ...ofOdk,
    ...Object.keys(own),
    ...[...Object.keys(instrument.sections).map((name) => `section_${name}`), "section"].map((name) => `${name}_note`),
  ]);
  const read = readBack(found.values, instrument, {
    as: "codes",
    textNumbers: true,
    // What KoboToolbox says of the whole submission in a sheet of one of its groups.
    ofTheSystem: (name) => structure.has(name) || name.startsWith("_submission__"),
  });
  return { answers: read.answers, issues: [...found.issues, ...versions, ...read.issues] };
}

function isTurnedDown({ name, value }: FoundValue): boolean {
  if (name === deletedAt) return (value ?? "") !== "";
  return Object.hasOwn(rejected, name) && rejected[name]?.some((each) => each === value) === true;
}

/** What a submission of this form says of itself, wherever it says it. */
function expectedIdentity(instrument: Instrument): Readonly<Record<string, string>> {
  const { id, version, hash } = identityOf(instrument);
  return {
    "@id": id,
    "@version": version,
    instrument_id: id,
    instrument_version: version,
    instrument_hash: hash,
    FormVersion: version,
  };
}

interface Values {
  readonly values: readonly FoundValue[];
  readonly issues: readonly Issue[];
}

/** The texts of elements that hold no other elements, and the root's id and version. */
function valuesInXml(xml: string): Values {
  if (xml.length > longest) return { values: [], issues: [{ code: "too_large", path: [], limit: longest }] };
  const values: FoundValue[] = [];
  const issues: Issue[] = [];
  const open: { readonly name: string; text: string; inner: boolean }[] = [];
  const parser = new SaxesParser({ position: true });
  let stopped = false;
  const stop = (fault: Pick<Issue, "code" | "expected" | "limit">) => {
    if (!stopped) issues.push({ ...fault, path: placeOf(open), line: parser.line });
    stopped = true;
  };
  parser.on("error", () => stop({ code: "malformed", expected: ["well-formed XML"] }));
  parser.on("doctype", () => stop({ code: "malformed", expected: ["XML without a document type"] }));
  parser.on("opentag", ({ name, attributes }) => {
    if (stopped) return;
    const within = open.at(-1);
    if (within !== undefined) within.inner = true;
    else {
      for (const told of ["id", "version"]) {
        const value = attributes[told];
        if (typeof value === "string") values.push({ name: `@${told}`, value, path: [name, `@${told}`] });
      }
    }
    open.push({ name, text: "", inner: false });
    if (open.length > deepest) stop({ code: "too_deep", limit: deepest });
  });
  const add = (text: string) => {
    const within = open.at(-1);
    if (within !== undefined) within.text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => {
    if (stopped) return;
    const path = placeOf(open);
    const closed = open.pop();
    const isMeta = open.some(({ name }) => localName(name) === "meta");
    if (closed === undefined || isMeta) return;
    if (closed.inner) {
      if (closed.text.trim() !== "") issues.push({ code: "malformed", path, expected: ["text or elements, not both"] });
      return;
    }
    if (values.length === mostValues) stop({ code: "too_large", limit: mostValues });
    else values.push({ name: localName(closed.name), value: closed.text.trim(), path });
  });
  parser.write(xml).close();
  return { values, issues };
}

const placeOf = (open: readonly { readonly name: string }[]): Path => open.map(({ name }) => localName(name));
const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** When a submission was deleted, as no element and no column is called. */
const deletedAt = "@deletedAt";

/** A row of an export: groups are nested objects, or a prefix of the column up to `-` or `/`. */
function valuesInRow(row: unknown): Values {
  const { values, issues } = valuesByName(row);
  return { values: valuesIn(values, []), issues };
}

function valuesIn(entries: readonly (readonly [string, unknown])[], path: Path): readonly FoundValue[] {
  return entries.flatMap(([key, value]): readonly FoundValue[] => {
    if (/^(__id|meta|_supplementalDetails)\b/.test(key)) return [];
    const place = [...path, key];
    const told = ofTheServer(key, value, place);
    if (told !== undefined) return told;
    return isObject(value)
      ? valuesIn(Object.entries(value), place)
      : [{ name: key.split(/[-/]/).at(-1) ?? key, value, path: place }];
  });
}

/** What a server's JSON says beside the answers, under the names that stand in its CSV. */
function ofTheServer(key: string, value: unknown, path: Path): readonly FoundValue[] | undefined {
  if (!isObject(value)) return undefined;
  if (key === "_validation_status")
    return [{ name: key, value: value.uid ?? value.label, path: [...path, value.uid === undefined ? "label" : "uid"] }];
  if (key !== "__system") return undefined;
  return [
    { name: "FormVersion", value: value.formVersion, path: [...path, "formVersion"] },
    { name: "ReviewState", value: value.reviewState, path: [...path, "reviewState"] },
    { name: deletedAt, value: value.deletedAt, path: [...path, "deletedAt"] },
  ];
}

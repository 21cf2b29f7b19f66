import * as z from "zod/mini";
import { deepFreeze, isCalendarDay, limits, plainCopy, structureIssues } from "../instrument/index.ts";
import { type Issue, type Parsed, parsed } from "../issues/index.ts";
import { recordLimits } from "./record-limits.ts";

/** A notice that some versions had a fault in a rule, so that results of theirs can be found and run again. */
export interface Advisory {
  readonly id: string;
  /** The day, `YYYY-MM-DD`. */
  readonly published: string;
  readonly about: Subject;
  /** The versions that have the fault: each by name, or from one (included) to before another. */
  readonly versions: readonly string[] | VersionRange;
  /** The names of the rules that were wrong. An empty list is all of them. */
  readonly rules: readonly string[];
  /** What it did to results, in a sentence or two. */
  readonly effect: string;
  /** The same in other languages, by their BCP 47 tags. Where one is missing, people read it in English. */
  readonly effectIn?: Readonly<Record<string, string>>;
  /** What to do with results that are affected. */
  readonly action: "run_again" | "review_by_a_person" | "do_not_use";
  /** The first version without the fault, once there is one. */
  readonly fixedIn?: string;
}

/** What an advisory is about. For `library` the id is the name of the package. */
export interface Subject {
  readonly kind: "instrument" | "typology" | "profile" | "library";
  readonly id: string;
}

/** The package's own name, as an advisory about the library gives it. */
export const libraryId = "stalker-typology";

/** Versions from `from` on (from the first if it is not given), and before `before` (all later ones if not given). */
export interface VersionRange {
  readonly from?: string;
  readonly before?: string;
}

/**
 * Advisories from untrusted data, such as `advisories.json` of a newer release: a frozen copy, or every issue found.
 *
 * @returns issues `malformed`, `duplicate_name`, and those of a plain copy
 * @example
 * parseAdvisories([]); // => { ok: true, value: [] }
 */
export function parseAdvisories(input: unknown): Parsed<readonly Advisory[]> {
  const copy = plainCopy(input, recordLimits.copy);
  if (!copy.ok) return copy;
  const structure = schemaOf().safeParse(copy.value);
  if (!structure.success) return parsed<readonly Advisory[]>(impossible, structureIssues(structure.error.issues));
  // The schema has accepted the structure.
  const advisories = copy.value as readonly Advisory[];
  const seen = new Set<string>();
  const issues = advisories.flatMap(({ id, published, about, versions, fixedIn }, at): Issue[] => {
    const twice = seen.has(id);
    seen.add(id);
    const open = !Array.isArray(versions) && Object.keys(versions).length === 0;
    return [
      ...(about.kind === "library" && about.id !== libraryId ? [malformed([at, "about", "id"], libraryId)] : []),
      ...(isEmpty(versions) ? [malformed([at, "versions", "before"], "a later version than from")] : []),
      ...(fixedIn !== undefined && isClosed(versions) && isIn(fixedIn, versions)
        ? [malformed([at, "fixedIn"], "a version that is not among those with the fault")]
        : []),
      ...(twice ? [{ code: "duplicate_name", path: [at, "id"] } as const] : []),
      ...(isCalendarDay(published) ? [] : [malformed([at, "published"], "YYYY-MM-DD")]),
      ...(open ? [malformed([at, "versions"], "from or before")] : []),
    ];
  });
  return parsed(() => deepFreeze(advisories), issues.slice(0, limits.issues));
}

/**
 * Whether a version is one of those named, in whatever words it was shown: the rules are the same. One that cannot be read
 * may be any.
 */
export function isIn(told: string, versions: Advisory["versions"]): boolean {
  const [version = ""] = told.split("+", 1);
  if (!/^\d+\.\d+\.\d+$/.test(version)) return true;
  if (isList(versions)) return versions.includes(version);
  const { from, before } = versions;
  return (
    (from === undefined || compared(version, from) >= 0) && (before === undefined || compared(version, before) < 0)
  );
}

/** A range that holds no version would find nothing, and nobody would see that it is wrong. */
function isEmpty(versions: Advisory["versions"]): boolean {
  if (isList(versions)) return false;
  const { from, before } = versions;
  return from !== undefined && before !== undefined && compared(from, before) >= 0;
}

/** A range without an end goes on through the version without the fault. */
const isClosed = (versions: Advisory["versions"]): boolean => isList(versions) || versions.before !== undefined;

const isList = (versions: Advisory["versions"]): versions is readonly string[] => Array.isArray(versions);

function compared(first: string, second: string): number {
  const [one, other] = [first, second].map((version) => version.split(".").map(Number));
  for (let at = 0; at < 3; at++) {
    const difference = (one?.[at] ?? 0) - (other?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const malformed = (path: Issue["path"], expected: string): Issue => ({ code: "malformed", path, expected: [expected] });

let schema: z.ZodMiniType | undefined;

/** Made on first use, as the schemas of records are. */
function schemaOf(): z.ZodMiniType {
  const name = z.string().check(z.minLength(1), z.maxLength(200));
  const version = z.string().check(z.maxLength(40), z.regex(/^\d+\.\d+\.\d+$/));
  const list = z.array(version).check(z.minLength(1), z.maxLength(recordLimits.codes));
  const range = z.strictObject({ from: z.exactOptional(version), before: z.exactOptional(version) });
  const effect = z.string().check(z.minLength(1), z.maxLength(10_000));
  const advisory = z.strictObject({
    id: name.check(z.regex(/^[A-Z][A-Z0-9-]*$/)),
    published: name,
    about: z.strictObject({ kind: z.enum(["instrument", "typology", "profile", "library"]), id: name }),
    versions: z.union([list, range]),
    rules: z.array(name).check(z.maxLength(recordLimits.codes)),
    effect,
    effectIn: z.exactOptional(z.record(name.check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)), effect)),
    action: z.enum(["run_again", "review_by_a_person", "do_not_use"]),
    fixedIn: z.exactOptional(version),
  });
  schema ??= z.array(advisory).check(z.maxLength(recordLimits.entries));
  return schema;
}

function impossible(): never {
  throw new TypeError("a failed parse has at least one issue");
}

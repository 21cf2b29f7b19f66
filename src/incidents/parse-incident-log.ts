import { deepFreeze } from "../instrument/index.ts";
import { type Issue, mustHave, type Parsed, parsed, shapeOf } from "../issues/index.ts";
import type { Incident, IncidentLog } from "./incident.ts";
import { incidentLimits } from "./incident-limits.ts";
import { dayGiven, inOrder } from "./option-dates.ts";
import { readEntry } from "./read-entry.ts";

/** What a log may hold, handed in by the caller. */
export interface IncidentLogOptions {
  /** The ids that an entry's `behaviours` may name, such as the behaviour items of a conduct form. */
  readonly behaviours: readonly string[];
  /** The last day of the log, `YYYY-MM-DD`. An entry after it is an issue, and an open date ends there. */
  readonly asOf: string;
  /**
   * The first day that an open date can mean, `YYYY-MM-DD`: the day the two people met, say. Without it 1900-01-01, so
   * that every bound stays a number (design choice).
   */
  readonly notBefore?: string;
}

/**
 * A log from untrusted data, a list of entries as {@link IncidentEntry}: a deeply frozen copy with the span of each
 * date, or every issue found (at most `incidentLimits.issues`). No issue holds a value of the log.
 *
 * Dates are read strictly. A partial date stands for all its days, cut to the time from `notBefore` to `asOf`.
 *
 * @throws {AssessmentError} `wrong_type`, `impossible_date`, `from_after_to` if `asOf` or `notBefore` is not such a day
 * @returns issues `wrong_type`, `impossible_date`, `from_after_to`, `after_as_of`, `before_start`, `unknown_item`,
 * `unknown_option`, `duplicate_name`, `malformed`, `too_large`, `too_deep`, `accessor_property`, `bad_name`
 * @example
 * const entries = [{ id: "1", date: "2026-02-30", behaviours: ["calls"], attribution: "confirmed" }];
 * const result = parseIncidentLog(entries, { behaviours: ["calls"], asOf: "2026-05-10" });
 * result.ok ? [] : result.issues.map(({ code, path }) => [code, path]); // => [["impossible_date", [0, "date"]]]
 */
export function parseIncidentLog(input: unknown, options: IncidentLogOptions): Parsed<IncidentLog> {
  mustHave(options, "behaviours", "options");
  const { asOf, notBefore = "1900-01-01" } = options;
  const behaviours = [...options.behaviours];
  const period = inOrder([dayGiven(notBefore, "notBefore")[0], dayGiven(asOf, "asOf")[1]], "asOf");
  const list = listIn(input);
  if (!list.ok) return list;
  const issues: Issue[] = [];
  const entries: Incident[] = [];
  const positions = new Map<string, number>();
  const known = { behaviours, isKnown: new Set(behaviours), period };
  for (const [at, property] of list.value.entries()) {
    if (issues.length >= incidentLimits.issues) break;
    const { id, read } = readEntry(property, known);
    if (read.ok) entries.push(read.value);
    else issues.push(...read.issues.map((issue) => ({ ...issue, path: [at, ...issue.path] })));
    if (id === undefined) continue;
    const first = positions.get(id);
    if (first === undefined) positions.set(id, at + 1);
    else issues.push({ code: "duplicate_name", path: [at, "id"], positions: [first, at + 1] });
  }
  return parsed(() => deepFreeze({ asOf, notBefore, behaviours, entries }), issues.slice(0, incidentLimits.issues));
}

/** The descriptors of a plain list, so that no getter runs. */
function listIn(input: unknown): Parsed<readonly PropertyDescriptor[]> {
  try {
    if (!Array.isArray(input)) {
      return { ok: false, issues: [{ code: "malformed", path: [], expected: ["a list"], shape: shapeOf(input) }] };
    }
    const { length } = input;
    if (length > incidentLimits.entries) {
      return { ok: false, issues: [{ code: "too_large", path: [], limit: incidentLimits.entries }] };
    }
    if (Reflect.ownKeys(input).length !== length + 1) {
      return { ok: false, issues: [{ code: "malformed", path: [], expected: ["a list without holes"] }] };
    }
    const value = Array.from({ length }, (_, at) => Object.getOwnPropertyDescriptor(input, at) ?? {});
    return { ok: true, value };
  } catch {
    // Only a proxy's own traps can throw here; what they throw is the caller's and is not carried further.
    return { ok: false, issues: [{ code: "malformed", path: [], expected: ["plain data"] }] };
  }
}

import { plainCopy } from "../instrument/index.ts";
import { type Issue, isObject, nearestIn, type Parsed, parsed, shapeOf } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import {
  attributions,
  authorities,
  channels,
  fearDegrees,
  type Incident,
  type IncidentEntry,
  places,
  reporters,
  yesNoNotSure,
} from "./incident.ts";
import { incidentLimits } from "./incident-limits.ts";
import { type DateRead, dateForms, dayText, readDate } from "./read-date.ts";

interface Known {
  readonly behaviours: readonly string[];
  readonly isKnown: ReadonlySet<string>;
  /** From the first to the last second of the log. */
  readonly period: Interval;
}

const oneOf = {
  attribution: attributions,
  channel: channels,
  place: places,
  witnesses: yesNoNotSure,
  breachOfOrder: yesNoNotSure,
  fear: fearDegrees,
  reporter: reporters,
  afterToldToStop: yesNoNotSure,
} as const;

const dates = ["date", "from", "to"] as const;
const fields: readonly string[] = ["id", ...dates, "behaviours", "evidence", "reportedTo", ...Object.keys(oneOf)];

/** One entry of a log, with its id where that can be read even if the rest cannot. */
export function readEntry(
  property: PropertyDescriptor,
  known: Known,
): { readonly id: string | undefined; readonly read: Parsed<Incident> } {
  if (!Object.hasOwn(property, "value")) return failed([{ code: "accessor_property", path: [] }]);
  const copy = plainCopy(property.value);
  if (!copy.ok) return { id: undefined, read: copy };
  const entry = copy.value;
  if (!isObject(entry)) {
    return failed([{ code: "malformed", path: [], expected: ["an object"], shape: shapeOf(entry) }]);
  }
  const given = new Map(Object.entries(entry).filter(([, value]) => value !== null));
  const id = given.get("id");
  const when = spanOf(given, known.period);
  const issues = [
    ...unknownFields(given),
    ...(isName(id) ? [] : [nameExpected("id", id)]),
    ...(when.ok ? [] : when.issues),
    ...behaviourFaults(given.get("behaviours"), known),
    ...codeFaults(given),
    ...evidenceFaults(given.get("evidence")),
    ...authorityFaults(given.get("reportedTo")),
  ];
  // Every field has been checked above.
  const checked = Object.fromEntries(given) as unknown as IncidentEntry;
  return {
    id: isName(id) ? id : undefined,
    read: parsed(() => ({ ...checked, when: when.ok ? when.value : known.period }), issues),
  };
}

const failed = (issues: readonly [Issue, ...Issue[]]) => ({ id: undefined, read: { ok: false, issues } }) as const;

function unknownFields(given: ReadonlyMap<string, unknown>): Issue[] {
  return [...given.keys()]
    .filter((key) => !fields.includes(key))
    .map((key) => ({ code: "malformed", path: [key], expected: ["no such key"], ...nearestIn(key, fields) }));
}

/** The span of `date`, or of what lies between `from` and `to`, cut to the period of the log. */
function spanOf(given: ReadonlyMap<string, unknown>, period: Interval): Parsed<Interval> {
  const issues: Issue[] = [];
  const read = (name: (typeof dates)[number]): (DateRead & { ok: true }) | undefined => {
    if (!given.has(name)) return undefined;
    const found = readDate(given.get(name));
    if (found.ok) return found;
    issues.push({ code: found.code, path: [name], expected: dateForms, shape: shapeOf(given.get(name)) });
    return undefined;
  };
  const [date, from, to] = [read("date"), read("from"), read("to")];
  if (given.has("date") && (given.has("from") || given.has("to"))) {
    issues.push({ code: "malformed", path: ["date"], expected: ["either date, or from and to"] });
  }
  // The end is told on the clock of the start, so that the two can be compared.
  const moved = from?.offset === undefined || to?.offset === undefined ? 0 : from.offset - to.offset;
  const low = (date ?? from)?.span[0] ?? period[0];
  const high = date?.span[1] ?? (to === undefined ? period[1] : to.span[1] + moved);
  const [start, end] = [date ? "date" : "from", date ? "date" : "to"];
  if (from !== undefined && to !== undefined && low > high) issues.push({ code: "from_after_to", path: ["from"] });
  if (low > period[1]) issues.push({ code: "after_as_of", path: [start], expected: [`until ${dayText(period[1])}`] });
  else if (high < period[0]) {
    issues.push({ code: "before_start", path: [end], expected: [`from ${dayText(period[0])}`] });
  }
  return parsed(() => [Math.max(low, period[0]), Math.min(high, period[1])], issues);
}

function behaviourFaults(found: unknown, { behaviours, isKnown }: Known): Issue[] {
  const path = ["behaviours"];
  if (!isList(found) || found.length === 0) {
    return [{ code: "malformed", path, expected: ["a list of at least one item id"], shape: shapeOf(found) }];
  }
  if (found.length > incidentLimits.listLength) return [tooLong(path)];
  return found.flatMap((id, at): Issue[] => {
    if (typeof id !== "string") return [nameExpected("behaviours", id, at)];
    if (!isKnown.has(id)) return [{ code: "unknown_item", path: [...path, at], ...nearestIn(id, behaviours) }];
    const first = found.indexOf(id);
    return first === at ? [] : [{ code: "duplicate_name", path: [...path, at], positions: [first + 1, at + 1] }];
  });
}

function codeFaults(given: ReadonlyMap<string, unknown>): Issue[] {
  return Object.entries(oneOf).flatMap(([name, codes]: [string, readonly string[]]): Issue[] => {
    const found = given.get(name);
    if (found === undefined && name !== "attribution") return [];
    return codeFault(found, codes, [name]);
  });
}

function codeFault(found: unknown, codes: readonly string[], path: Issue["path"]): Issue[] {
  if (typeof found !== "string") return [{ code: "wrong_type", path, expected: codes, shape: shapeOf(found) }];
  if (codes.includes(found)) return [];
  return [{ code: "unknown_option", path, expected: codes, shape: shapeOf(found), ...nearestIn(found, codes) }];
}

function evidenceFaults(found: unknown): Issue[] {
  const path = ["evidence"];
  if (found === undefined) return [];
  if (!isList(found)) return [{ code: "malformed", path, expected: ["a list of references"], shape: shapeOf(found) }];
  if (found.length > incidentLimits.listLength) return [tooLong(path)];
  return found.flatMap((reference, at) => (isName(reference) ? [] : [nameExpected("evidence", reference, at)]));
}

function authorityFaults(found: unknown): Issue[] {
  const path = ["reportedTo"];
  if (found === undefined) return [];
  if (!isList(found)) return [{ code: "malformed", path, expected: ["a list of codes"], shape: shapeOf(found) }];
  if (found.length > incidentLimits.listLength) return [tooLong(path)];
  const alone = found.includes("none") && found.length > 1;
  return [
    ...found.flatMap((code, at) => codeFault(code, authorities, [...path, at])),
    ...(alone ? [{ code: "malformed", path, expected: ["none on its own"] } as const] : []),
  ];
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isName = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= incidentLimits.textLength;

function nameExpected(field: string, found: unknown, at?: number): Issue {
  const path = at === undefined ? [field] : [field, at];
  const expected = [`text of 1 to ${incidentLimits.textLength} characters`];
  return { code: "malformed", path, expected, shape: shapeOf(found) };
}

const tooLong = (path: Issue["path"]): Issue => ({ code: "too_large", path, limit: incidentLimits.listLength });

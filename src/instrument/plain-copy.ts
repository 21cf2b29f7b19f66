import type { Issue, IssueCode, Parsed, Path } from "../issues/index.ts";

/** Limits on a value of unknown origin, held while it is copied, so that no later step can be overloaded (design choices). */
export const plainLimits: PlainLimits = { depth: 100, values: 20_000, characters: 1_000_000, nameLength: 200 };

/** How large a copy may be. */
export interface PlainLimits {
  readonly depth: number;
  readonly values: number;
  readonly characters: number;
  readonly nameLength: number;
}

/**
 * A copy of a value that is made of nothing but JSON: plain objects, lists, text, finite numbers, true, false, null.
 * Functions, getters, instances of classes, symbols and a key `__proto__` are refused; a getter is never called.
 * A property that is `undefined` is left out. The work is bounded: a circle ends at the depth limit, and the size of
 * an object in memory can only be found by listing its keys once.
 *
 * @returns the first fault met: `malformed`, `accessor_property`, `bad_name`, `too_deep` or `too_large`
 * @example
 * const result = plainCopy({ a: [1, () => 2] });
 * result.ok ? [] : result.issues.map(({ code, path }) => [code, path]); // => [["malformed", ["a", 1]]]
 */
export function plainCopy(input: unknown, most: PlainLimits = plainLimits): Parsed<unknown> {
  const tally: Tally = { most, values: 0, characters: 0, fault: undefined };
  let value: unknown;
  try {
    value = copied(input, [], tally);
  } catch {
    // Only a proxy's own traps can throw here; what they throw is the caller's and is not carried further.
    tally.fault = { code: "malformed", path: [], expected: ["plain data"] };
  }
  return tally.fault === undefined ? { ok: true, value } : { ok: false, issues: [tally.fault] };
}

interface Tally {
  readonly most: PlainLimits;
  values: number;
  characters: number;
  fault: Issue | undefined;
}

function copied(value: unknown, path: Path, tally: Tally): unknown {
  tally.values += 1;
  if (tally.values > tally.most.values) return refuse(tally, "too_large", path, tally.most.values);
  switch (typeof value) {
    case "string":
      return textCopied(value, path, tally);
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value + 0 : refuse(tally, "malformed", path);
    case "object":
      if (value === null) return value;
      if (path.length >= tally.most.depth) return refuse(tally, "too_deep", path, tally.most.depth);
      return Array.isArray(value) ? listCopied(value, path, tally) : objectCopied(value, path, tally);
    default:
      return refuse(tally, "malformed", path);
  }
}

function textCopied(text: string, path: Path, tally: Tally): string | undefined {
  tally.characters += text.length;
  return tally.characters > tally.most.characters ? refuse(tally, "too_large", path, tally.most.characters) : text;
}

function listCopied(list: readonly unknown[], path: Path, tally: Tally): unknown {
  if (list.length > tally.most.values) return refuse(tally, "too_large", path, tally.most.values);
  if (Object.getPrototypeOf(list) !== Array.prototype || Reflect.ownKeys(list).length !== list.length + 1) {
    return refuse(tally, "malformed", path);
  }
  const copy: unknown[] = [];
  for (let index = 0; index < list.length && tally.fault === undefined; index++) {
    copy.push(propertyCopied(list, index, [...path, index], tally));
  }
  return copy;
}

function objectCopied(object: object, path: Path, tally: Tally): unknown {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return refuse(tally, "malformed", path);
  if (Object.keys(object).length > tally.most.values) return refuse(tally, "too_large", path, tally.most.values);
  const copy: [string, unknown][] = [];
  for (const key of Reflect.ownKeys(object)) {
    if (tally.fault !== undefined) return undefined;
    if (typeof key === "symbol") return refuse(tally, "malformed", path);
    if (key.length > tally.most.nameLength) return refuse(tally, "too_large", path, tally.most.nameLength);
    const place = [...path, key];
    if (key === "__proto__") return refuse(tally, "bad_name", place);
    textCopied(key, place, tally);
    const value = propertyCopied(object, key, place, tally);
    if (value !== undefined) copy.push([key, value]);
  }
  return Object.fromEntries(copy);
}

/** One own property, read through its descriptor, so that no getter runs. */
function propertyCopied(of: object, key: string | number, path: Path, tally: Tally): unknown {
  const property = Object.getOwnPropertyDescriptor(of, key);
  if (property === undefined || !Object.hasOwn(property, "value")) return refuse(tally, "accessor_property", path);
  return property.value === undefined && !Array.isArray(of) ? undefined : copied(property.value, path, tally);
}

function refuse(tally: Tally, code: IssueCode, path: Path, limit?: number): undefined {
  tally.fault ??= limit === undefined ? { code, path, expected: ["plain JSON data"] } : { code, path, limit };
}

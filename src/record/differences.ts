/**
 * Where two plain values differ, as JSON pointers (RFC 6901) in the order of their keys; none if they are the same. The
 * pointer `""` is the whole. A part that only one of them has is named once, not each of its parts.
 *
 * @example
 * differences({ a: [1, 2], b: "x" }, { a: [1, 3], c: "x" }); // => ["/a/1", "/b", "/c"]
 */
export function differences(first: unknown, second: unknown): readonly string[] {
  const found: string[] = [];
  compare(first, second, "", found);
  return found;
}

function compare(first: unknown, second: unknown, pointer: string, found: string[]): void {
  if (first === second) return;
  const [one, other] = [partsOf(first), partsOf(second)];
  if (one === undefined || other === undefined || Array.isArray(first) !== Array.isArray(second)) {
    found.push(pointer);
    return;
  }
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  for (const key of Array.isArray(first) ? keys : keys.sort()) {
    const place = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (one.has(key) && other.has(key)) compare(one.get(key), other.get(key), place, found);
    else found.push(place);
  }
}

function partsOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)) : undefined;
}

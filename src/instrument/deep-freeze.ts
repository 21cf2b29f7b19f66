/**
 * Freezes a plain value and everything in it, and returns it. A part that is frozen already is taken to be so throughout.
 *
 * @internal
 */
export function deepFreeze<T>(value: T): T {
  freezeParts(value);
  return value;
}

/** Plain loops: it runs over every shipped object while the package is loaded, before the engine has made it fast. */
function freezeParts(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) freezeParts(value[at]);
  } else {
    for (const part of Object.values(value)) freezeParts(part);
  }
}

/** Freezes a plain value and everything in it, and returns it. A part that is frozen already is taken to be so throughout. */
export function deepFreeze<T>(value: T): T {
  if (isObject(value) && !Object.isFrozen(value)) freezeParts(value);
  return value;
}

function freezeParts(value: object): void {
  Object.freeze(value);
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const part of parts) if (isObject(part) && !Object.isFrozen(part)) freezeParts(part);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

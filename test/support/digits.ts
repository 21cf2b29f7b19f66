import { expect } from "vitest";

/** Holds a number, or a list of them, to a reference value by its significant digits; near zero by as many decimals. */
export function expectDigits(found: unknown, wanted: unknown, digits = 10, what = ""): void {
  if (Array.isArray(wanted)) {
    expect(found, what).toHaveLength(wanted.length);
    for (const [at, value] of wanted.entries())
      expectDigits((found as readonly unknown[])[at], value, digits, `${what}[${at}]`);
    return;
  }
  if (typeof wanted !== "number") {
    expect(found, what).toEqual(wanted);
    return;
  }
  expect(typeof found, `${what}: ${String(found)} is no number`).toBe("number");
  const off = Math.abs((found as number) - wanted) / Math.max(Math.abs(wanted), 1e-3);
  expect(off, `${what}: ${found}, not ${wanted}`).toBeLessThan(0.5 * 10 ** (1 - digits));
}

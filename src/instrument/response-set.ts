import type { ResponseOption } from "../rules/index.ts";

/** Options by code, in the order in which they are shown. */
export interface Choice<Options extends Readonly<Record<string, ResponseOption>>> {
  readonly kind: "choice";
  readonly options: Options;
}

/**
 * A response set of named options. The words for not knowing are never options: every item accepts them.
 *
 * @example
 * Object.keys(choice({ low: { label: "Low", value: 1 }, high: { label: "High", value: 2 } }).options); // => ["low", "high"]
 */
export function choice<const Options extends Readonly<Record<string, ResponseOption>>>(
  options: Options,
): Choice<Options> {
  return { kind: "choice", options };
}

/** Yes or no. */
export const yesNo = /* @__PURE__ */ choice({ yes: { label: "Yes" }, no: { label: "No" } });

/**
 * A number from `min` to `max`, both included; whole numbers only unless `integer` is false.
 *
 * @example
 * numberFrom(0, 10); // => { kind: "number", min: 0, max: 10, integer: true }
 */
export function numberFrom(
  min: number,
  max: number,
  integer = true,
): { readonly kind: "number"; readonly min: number; readonly max: number; readonly integer: boolean } {
  return { kind: "number", min, max, integer };
}

/** A calendar day as `YYYY-MM-DD`. */
export const date = { kind: "date" } as const;

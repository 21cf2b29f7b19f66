import type { Mark, Source } from "./source.ts";

/** What a claim rests on: a source, with how it was read, or a choice of our own, with its reason. */
export type Basis<SourceId extends string = string> =
  | { readonly kind: "source"; readonly source: SourceId; readonly mark: Mark; readonly note?: string }
  | { readonly kind: "design_choice"; readonly reason: string };

/** At least one ground: a claim without any does not compile. */
export type Grounds<SourceId extends string = string> = readonly [Basis<SourceId>, ...Basis<SourceId>[]];

/** A sentence about the world, and what it rests on. */
export interface Statement<SourceId extends string = string> {
  readonly text: string;
  readonly basis: Grounds<SourceId>;
}

/** A bibliography and the function that cites it: only its own keys are accepted. */
export interface Bibliography<SourceId extends string> {
  readonly sources: Readonly<Record<SourceId, Source>>;
  cite(source: SourceId, mark: Mark, note?: string): Basis<SourceId>;
}

/**
 * Makes a bibliography from its entries. A key that is not in it does not compile.
 *
 * @example
 * const { cite } = defineBibliography({ mullen1999: { citation: "Mullen et al. 1999", year: 1999 } });
 * cite("mullen1999", "seen_in_abstract").kind; // => "source"
 */
export function defineBibliography<const SourceId extends string>(
  sources: Readonly<Record<SourceId, Source>>,
): Bibliography<SourceId> {
  return { sources, cite: citation };
}

/**
 * Names a source and how it was read, without holding the bibliography that it is a key of: a form that cites so does
 * not carry every source into a bundle.
 *
 * @example
 * citation<"mullen1999">("mullen1999", "seen_in_abstract").kind; // => "source"
 */
export function citation<SourceId extends string>(source: SourceId, mark: Mark, note?: string): Basis<SourceId> {
  return { kind: "source", source, mark, ...(note === undefined ? {} : { note }) };
}

/**
 * Says plainly that something is our own choice, and why.
 *
 * @example
 * designChoice("the wording is ours").kind; // => "design_choice"
 */
export function designChoice(reason: string): Basis<never> {
  return { kind: "design_choice", reason };
}

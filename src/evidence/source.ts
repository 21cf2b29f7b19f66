/** A published or printed source. `seenAt` says which copy was read, and `extent` how much of it. */
export interface Source {
  readonly citation: string;
  readonly year?: number;
  readonly doi?: string;
  readonly seenAt?: string;
}

/**
 * How a statement was taken from its source.
 *
 * - `seen_in_source`: read in the source itself
 * - `seen_in_abstract`: read in the source's abstract
 * - `secondary_source`: read in another work that reports it
 * - `computed`: worked out here from figures of the sources named
 * - `design_judgement`: advice or mapping of this package, resting on the sources named
 */
export type Mark = "seen_in_source" | "seen_in_abstract" | "secondary_source" | "computed" | "design_judgement";

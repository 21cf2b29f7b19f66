import type { Mark } from "./source.ts";

/**
 * A published sample that may be shown beside a caseload. It describes the people it was drawn from: it is no base
 * rate, no prior and no yardstick, and its shares mean nothing without its setting and case definition.
 */
export interface ReferenceSample<TypeId extends string = string, SourceId extends string = string> {
  readonly id: string;
  readonly label: string;
  readonly source: SourceId;
  readonly mark: Mark;
  readonly year: number;
  /** Number of cases, or `null` where it is not known exactly: then no counts may be derived from shares. */
  readonly n: number | null;
  readonly nNote?: string;
  readonly setting: string;
  /** ISO 3166 codes of the countries. */
  readonly countries: readonly string[];
  /** Which cases were let in, or `null` where it was not found. */
  readonly caseDefinition: string | null;
  /** What was seen of the distribution over the types; a type that is absent was not reported, which is not zero. */
  readonly shares: Readonly<Partial<Record<TypeId, SampleShare>>>;
  /** What is left for several types together, where only the sum is known. */
  readonly remainder?: {
    readonly types: readonly TypeId[];
    readonly count: number;
    readonly share: number;
    readonly how: string;
  };
  /** Whether every type has its own share. */
  readonly complete: boolean;
  /** What the source says about the distribution in words, where no figures were seen. */
  readonly inWords?: string;
  readonly otherDistributions?: readonly OtherDistribution<SourceId>[];
  readonly note: string;
}

/** A share, from 0 to 1, with the count behind it where that was seen or can be worked out exactly. */
export interface SampleShare {
  readonly share: number;
  readonly count?: number;
  readonly approximate?: true;
}

/** How the same cases fall by something other than the types. */
export interface OtherDistribution<SourceId extends string = string> {
  readonly axis: string;
  readonly groups: Readonly<Record<string, SampleShare>>;
  readonly source: SourceId;
  readonly mark: Mark;
  readonly note?: string;
}

/** What one source reports of one feature, type by type. A type that is absent was not reported. */
export interface FeatureByType<TypeId extends string = string, SourceId extends string = string> {
  readonly feature: string;
  readonly byType: Readonly<Partial<Record<TypeId, FeatureFinding>>>;
  readonly overall?: string;
  readonly source: SourceId;
  readonly mark: Mark;
  readonly note?: string;
}

/** A finding on a feature: counts, a bound, a direction against the other types, or the source's word for the share. */
export type FeatureFinding =
  | { readonly kind: "counts"; readonly count: number; readonly of: number; readonly share: number }
  | { readonly kind: "at_least"; readonly count: number; readonly of: number; readonly share: number }
  | { readonly kind: "direction"; readonly direction: "higher" }
  | { readonly kind: "in_words"; readonly share: "all" };

/** How well raters agreed when they typed or grouped the same cases. `null` stands for: looked for and not found. */
export interface AgreementFigure<SourceId extends string = string> {
  readonly what: string;
  readonly statistic: string | null;
  readonly value: number | null;
  readonly inWords?: string;
  readonly n: number;
  readonly raters: string | null;
  readonly source: SourceId;
  readonly mark: Mark;
  readonly note?: string;
}

/** A study that asked whether the types show in how acts go together. */
export interface StructuralTest<SourceId extends string = string> {
  readonly n: number;
  readonly method: string;
  readonly result: string;
  readonly source: SourceId;
  readonly mark: Mark;
  readonly note?: string;
}

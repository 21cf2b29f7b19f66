import type { Grounds, Statement } from "../evidence/index.ts";

/** Another published scheme, and which of a typology's types its classes may hold. A mapping is a judgement, never a rule. */
export interface CrosswalkSystem<TypeId extends string = string, SourceId extends string = string> {
  readonly id: string;
  readonly label: string;
  /** What the scheme sorts by. */
  readonly dimension: string;
  readonly classes: readonly [CrosswalkClass<TypeId>, ...CrosswalkClass<TypeId>[]];
  /** Classes of the scheme that are left out on purpose. */
  readonly omitted?: readonly { readonly id: string; readonly label: string; readonly reason: string }[];
  readonly agreement?: Statement<SourceId>;
  readonly prevalence?: CrosswalkPrevalence<SourceId>;
  /** Whether the classes can be worked out from plain answers, and why or why not. */
  readonly implemented: { readonly value: boolean; readonly reason: string };
  readonly basis: Grounds<SourceId>;
}

/** One class. `criterion` is absent where its wording was not read. */
export interface CrosswalkClass<TypeId extends string = string> {
  readonly id: string;
  readonly label: string;
  readonly criterion?: string;
  /** Types that the class mainly holds. */
  readonly types: readonly TypeId[];
  /** Types that it may hold as well. */
  readonly lessTypes: readonly TypeId[];
}

/** Shares of the classes, from 0 to 1, in one sample. `n` is `null` where it was not seen. */
export interface CrosswalkPrevalence<SourceId extends string = string> {
  readonly n: number | null;
  readonly shares: Readonly<Record<string, number>>;
  readonly note: string;
  readonly basis: Grounds<SourceId>;
}

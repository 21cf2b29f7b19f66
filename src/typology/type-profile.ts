import type { Statement } from "../evidence/index.ts";

/**
 * What is known of one type, field by field, each sentence with its ground. A profile describes the cases that were
 * studied; it says nothing about a person whose answers are consistent with the type. An empty field means that
 * nothing was found that could be shipped.
 */
export interface TypeProfile<
  TypeId extends string = string,
  SourceId extends string = string,
  GuidanceId extends string = string,
> {
  readonly type: TypeId;
  readonly label: string;
  readonly definition: readonly Statement<SourceId>[];
  readonly context: readonly Statement<SourceId>[];
  readonly firstMotive: readonly Statement<SourceId>[];
  readonly sustains: readonly Statement<SourceId>[];
  readonly priorRelationship: readonly Statement<SourceId>[];
  readonly conduct: readonly Statement<SourceId>[];
  readonly selfView: readonly Statement<SourceId>[];
  /** Duration, persistence and recurrence. */
  readonly course: readonly Statement<SourceId>[];
  readonly violence: readonly Statement<SourceId>[];
  readonly clinicalPicture: readonly Statement<SourceId>[];
  readonly variants: readonly TypeVariant<SourceId>[];
  readonly management: readonly ManagementLine<SourceId, GuidanceId>[];
}

/** A form that a type takes, worth telling apart in a plan. It is never an outcome of its own. */
export interface TypeVariant<SourceId extends string = string> extends Statement<SourceId> {
  readonly id: string;
}

/** A line of management opinion, and the guidance code that carries it as a prompt. */
export interface ManagementLine<SourceId extends string = string, GuidanceId extends string = string>
  extends Statement<SourceId> {
  readonly guidance: GuidanceId;
}

/** How two types that are easily confused are told apart. */
export interface Separation<
  TypeId extends string = string,
  SourceId extends string = string,
  ItemId extends string = string,
> {
  readonly pair: readonly [TypeId, TypeId];
  readonly shared: Statement<SourceId>;
  readonly questions: readonly [Statement<SourceId>, ...Statement<SourceId>[]];
  /** Items of the type form whose answers carry the difference. */
  readonly decidingItems: readonly [ItemId, ...ItemId[]];
}

import type { Condition, Rule } from "../rules/index.ts";
import { deepFreeze } from "./deep-freeze.ts";
import type { Indicator, Instrument, InstrumentFacts } from "./instrument.ts";
import type { Items } from "./item.ts";
import type { AnswerContradiction, GuidanceRule, Level } from "./scoring.ts";

type IdOf<I extends Items> = keyof I & string;

/** An instrument as its author writes it: branching beside the items, so that it can name any of them. */
export interface Specification<I extends Items, N extends Readonly<Record<string, Indicator>>> extends InstrumentFacts {
  readonly items: I;
  /** Which items are asked only if a condition on earlier items is not false. */
  readonly askIf?: { readonly [Id in IdOf<I>]?: Condition<IdOf<I>, keyof N & string> };
  readonly indicators: N & { readonly [Name in keyof N]: { readonly rule: Rule<IdOf<I>, keyof N & string> } };
  readonly levels?: Readonly<Record<string, Level<IdOf<I>, keyof N & string>>>;
  readonly guidance?: readonly GuidanceRule<IdOf<I>, keyof N & string>[];
  readonly contradictions?: Readonly<Record<string, AnswerContradiction<IdOf<I>, keyof N & string>>>;
}

/** An instrument that knows its own ids and rule names: were its rules `Record<string, …>` as well, any name would pass. */
export type Defined<I extends Items, N> = Omit<Instrument<I>, "indicators"> & { readonly indicators: N };

/**
 * An instrument from its declaration, frozen, and checked by the compiler alone: for content whose tests run the checks
 * of `defineInstrument`, so that they cost no application time or space. All else goes through `defineInstrument`.
 *
 * @example
 * const { levels, guidance, contradictions, ...facts } = quickScreen;
 * const own = declareInstrument({ ...facts, id: "own-screen", version: "1.0.0" });
 * [own.id, own.levels, Object.isFrozen(own.items)]; // => ["own-screen", undefined, true]
 */
export function declareInstrument<const I extends Items, const N extends Readonly<Record<string, Indicator>>>(
  specification: Specification<I, N>,
): Defined<I, N> {
  // The items are the ones given, some with their gate added: the types of ids and codes are unchanged.
  return deepFreeze(assembled(specification)) as unknown as Defined<I, N>;
}

/** An instrument as results hold it: each gate in its item. Neither frozen nor checked. */
export function assembled<I extends Items, N extends Readonly<Record<string, Indicator>>>({
  askIf = {},
  items,
  ...rest
}: Specification<I, N>): Instrument {
  const gates: Readonly<Record<string, Condition | undefined>> = askIf;
  const asked = Object.fromEntries(
    Object.entries(items).map(([id, item]) => {
      const gate = Object.hasOwn(gates, id) ? gates[id] : undefined;
      return [id, gate === undefined ? item : { ...item, askIf: gate }];
    }),
  );
  return { ...rest, items: asked };
}

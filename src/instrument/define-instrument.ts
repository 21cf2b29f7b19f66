import { mustHave, throwIfAny } from "../issues/index.ts";
import { checkInstrument } from "./check-instrument.ts";
import { assembled, type Defined, type Specification } from "./declare-instrument.ts";
import { deepFreeze } from "./deep-freeze.ts";
import type { Indicator } from "./instrument.ts";
import type { Items } from "./item.ts";

/**
 * An instrument from its declaration: frozen, checked, with the ids, codes and rule names known to the compiler.
 * A misspelt item id, option code or rule name does not compile; the same checks run again here.
 *
 * @throws {AssessmentError} with what was found wrong, at most 50 issues of the form itself and an `unknown_item` for each
 *   gate of no item: `bad_name`, `reserved_word`, `unknown_reference`, `unknown_option`, `out_of_range`, `malformed`,
 *   `asked_too_early`, `circular_reference`, `wrong_rule_type`, `missing_basis`, `too_large`, `too_deep`
 * @example
 * const items = defineItems({
 *   followed: {
 *     code: "X1",
 *     text: { target: "Has this person followed you?", rater: "Has the person followed the target?" },
 *     construct: "following",
 *     responses: yesNo,
 *     basis: [designChoice("an example")],
 *   },
 * });
 * const { is } = rulesOver(items);
 * const form = defineInstrument({
 *   id: "example", version: "0.1.0", title: "Example", purpose: "To show the shape.", respondents: ["rater"],
 *   notFor: ["any real case"], referencePeriod: "the last month", validation: "none", sections: {}, items,
 *   indicators: { followed_now: { means: "followed", rule: is("followed", "yes"), basis: [designChoice("an example")] } },
 * });
 * evaluate(form.indicators.followed_now.rule, { followed: "yes" }, form); // => [1, 1]
 */
export function defineInstrument<const I extends Items, const N extends Readonly<Record<string, Indicator>>>(
  specification: Specification<I, N>,
): Defined<I, N> {
  for (const part of ["items", "indicators", "sections"]) mustHave(specification, part, "specification");
  const instrument = assembled(specification);
  const issues = [
    ...checkInstrument(instrument),
    ...Object.keys(specification.askIf ?? {})
      .filter((id) => !Object.hasOwn(specification.items, id))
      .map((id) => ({ code: "unknown_item", path: ["askIf", id] }) as const),
  ];
  throwIfAny(issues);
  // The items are the ones given, some with their gate added: the types of ids and codes are unchanged.
  return deepFreeze(instrument) as unknown as Defined<I, N>;
}

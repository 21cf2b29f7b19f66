import { checkRule, type Instrument } from "../instrument/index.ts";
import { type Issue, mustHave, type Path, throwIfAny } from "../issues/index.ts";
import type { Condition } from "../rules/index.ts";
import { declareTypology, type TypologyOver } from "./declare-typology.ts";
import type { Typology } from "./typology.ts";

/** The most types that one typology may have: every possible outcome is one bit of a number. */
export const mostTypes = 14;

/**
 * A typology over a form: frozen and checked. A type's rules may name only the form's items and rules.
 *
 * @throws {AssessmentError} `unknown_reference`, `unknown_option`, `wrong_rule_type`, `missing_basis`, `bad_name`, `too_large`
 * @example
 * const own = defineTypology({ ...fiveTypes, id: "own-types", version: "1.0.0" });
 * classify({ other_grievance: "yes" }, { typology: own }).outcome; // => { kind: "single", type: "resentful" }
 */
export function defineTypology<const TypeId extends string, Form extends Instrument>(
  typology: TypologyOver<Form, TypeId>,
): TypologyOver<Form, TypeId> {
  mustHave(typology, "instrument", "typology");
  const issues = checkTypology(typology);
  throwIfAny(issues);
  return declareTypology(typology);
}

function checkTypology({ instrument, scope, firstAim, types, contradictions, alerts }: Typology): readonly Issue[] {
  const entries = Object.entries(types);
  const aim = Object.hasOwn(instrument.items, firstAim) ? instrument.items[firstAim]?.responses : undefined;
  const aims = aim?.kind === "choice" ? Object.keys(aim.options) : undefined;
  const check = (condition: Condition, path: Path) => checkRule(condition, instrument, path, "condition");
  return [
    ...(entries.length > mostTypes ? [{ code: "too_large", path: ["types"], limit: mostTypes } as const] : []),
    ...(aims === undefined
      ? [{ code: "unknown_reference", path: ["firstAim"], expected: ["an item with options"] } as const]
      : []),
    ...check(scope.outside, ["scope", "outside"]),
    ...entries.flatMap(([id, type]): readonly Issue[] => [
      ...(/^[a-z][a-z0-9_]*$/.test(id) ? [] : [{ code: "bad_name", path: ["types", id] } as const]),
      ...(type.basis.length === 0 ? [{ code: "missing_basis", path: ["types", id] } as const] : []),
      ...check(type.criteria, ["types", id, "criteria"]),
      ...type.supports.flatMap((sign, index) => check(sign, ["types", id, "supports", index])),
      ...type.against.flatMap((sign, index) => check(sign, ["types", id, "against", index])),
      ...type.firstAims
        .filter((code) => aims?.includes(code) === false)
        .map(
          (code) => ({ code: "unknown_option", path: ["types", id, "firstAims", code], expected: aims ?? [] }) as const,
        ),
    ]),
    ...Object.entries(contradictions).flatMap(([id, { when }]) => check(when, ["contradictions", id])),
    ...Object.entries(alerts).flatMap(([id, { when }]) => check(when, ["alerts", id])),
  ];
}

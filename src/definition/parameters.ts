import { deepFreeze } from "../instrument/index.ts";
import { type Issue, mustHave, throwIfAny } from "../issues/index.ts";
import type { Compare, Condition, Rule } from "../rules/index.ts";
import type { Binding, Profile } from "./profile.ts";

/** Whether a rule holds this number where the binding says. */
export function fits(rule: Rule, binding: Binding, value: number): boolean {
  const found = holds(rule, binding, value);
  return found.length > 0 && found.every(Boolean);
}

/**
 * A profile with other numbers for its named parameters: a reading of its own, with its own hash.
 *
 * @throws {AssessmentError} `unknown_reference` for a name that the profile does not have, `out_of_range` for a number
 *   that the forms cannot settle
 * @example
 * withParameters(nisvs, { fear_cut: 3 }).parameters.fear_cut.value; // => 3
 */
export function withParameters<P extends Profile>(profile: P, values: Readonly<Record<string, number>>): P {
  mustHave(profile, "tests", "profile");
  const issues: Issue[] = [];
  let { tests, parameters }: Pick<Profile, "tests" | "parameters"> = profile;
  for (const [name, value] of Object.entries(values)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter === undefined) {
      issues.push({ code: "unknown_reference", path: ["parameters", name], expected: Object.keys(parameters) });
      continue;
    }
    for (const binding of parameter.sets) {
      const test = tests[binding.test];
      const allowed = "among" in binding ? binding.among.map(({ at }) => String(at)) : undefined;
      if (test === undefined || !Number.isFinite(value) || allowed?.includes(String(value)) === false) {
        issues.push({ code: "out_of_range", path: ["parameters", name], ...(allowed && { expected: allowed }) });
      } else {
        tests = { ...tests, [binding.test]: { ...test, rule: set(test.rule, binding, value) as Condition } };
      }
    }
    parameters = { ...parameters, [name]: { ...parameter, value } };
  }
  throwIfAny(issues);
  return deepFreeze({ ...profile, tests, parameters });
}

/** At each place of a rule that the binding names, whether the number there is `value`. */
function holds(rule: Rule, binding: Binding, value: number): readonly boolean[] {
  const here =
    "cut" in binding
      ? isCut(rule, binding.cut)
        ? [rule.to === value]
        : []
      : rule.kind === "ref" && binding.among.some((option) => option.rule === rule.name)
        ? [binding.among.some((option) => option.rule === rule.name && option.at === value)]
        : [];
  return [...here, ...("of" in rule ? rule.of.flatMap((part) => holds(part, binding, value)) : [])];
}

function set(rule: Rule, binding: Binding, value: number): Rule {
  if ("cut" in binding) {
    if (isCut(rule, binding.cut)) return { ...rule, to: value };
  } else if (rule.kind === "ref" && binding.among.some((option) => option.rule === rule.name)) {
    return { ...rule, name: binding.among.find(({ at }) => at === value)?.rule ?? rule.name };
  }
  if (!("of" in rule)) return rule;
  // The parts keep their sorts: only a number or a name of the same sort has been changed.
  return { ...rule, of: rule.of.map((part) => set(part, binding, value)) } as Rule;
}

/** `more_than` is for the lower edge of a doubtful zone, and is left alone. */
function isCut(rule: Rule, item: string): rule is Compare {
  return rule.kind === "compare" && rule.is === "at_least" && rule.of[0].kind === "value" && rule.of[0].item === item;
}

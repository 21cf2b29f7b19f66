import { type Issue, isPlainObject, mustHave, nearestIn, type Parsed, parsed, shapeOf } from "../issues/index.ts";
import { type Answer, type Answers, isState, itemIn, type Scope, type ScopedItem, states } from "../rules/index.ts";

/**
 * Answers from untrusted input: a plain frozen object of exact codes, or every issue at once.
 *
 * Only exact codes are accepted; the nearest code is suggested, never applied. `null` and `undefined` are "not asked".
 * An issue names the item, what was expected and the form of what was found, never the value.
 *
 * @returns issues `not_an_object`, `unknown_item`, `unknown_option`, `wrong_type`, `out_of_range`, `accessor_property`
 * @example
 * parseAnswers({ adult: "Yes" }, relationshipAndMotive).ok; // => false
 */
export function parseAnswers(input: unknown, instrument: Scope): Parsed<Answers> {
  mustHave(instrument, "items", "instrument");
  if (!isPlainObject(input)) return { ok: false, issues: [{ code: "not_an_object", path: [], shape: shapeOf(input) }] };
  const issues: Issue[] = [];
  const answers: [string, Answer][] = [];
  for (const [id, property] of Object.entries(Object.getOwnPropertyDescriptors(input))) {
    const item = itemIn(instrument, id);
    const found: unknown = property.value;
    if (item === undefined) issues.push(unknownItem(id, instrument));
    else if (property.get !== undefined) issues.push({ code: "accessor_property", path: [id] });
    else if (found === undefined || found === null) continue;
    else {
      const fault = faultIn(found, id, item);
      if (fault !== undefined) issues.push(fault);
      else if (typeof found === "string" || typeof found === "number") answers.push([id, found]);
    }
  }
  return parsed(() => Object.freeze(Object.fromEntries(answers)), issues);
}

function unknownItem(id: string, { items }: Scope): Issue {
  return { code: "unknown_item", path: [id], ...nearestIn(id, Object.keys(items)) };
}

/**
 * What is wrong with one answer, or `undefined` if nothing is: for a field that is checked as it is filled in. A word
 * for not knowing is never wrong.
 *
 * @returns an issue `wrong_type`, `unknown_option` or `out_of_range`, at the path `[id]`
 * @example
 * faultIn("Yes", "adult", relationshipAndMotive.items.adult)?.nearest; // => "yes"
 * faultIn("not_sure", "adult", relationshipAndMotive.items.adult); // => undefined
 */
export function faultIn(found: unknown, id: string, { responses }: ScopedItem): Issue | undefined {
  if (isState(found)) return undefined;
  if (responses.kind === "choice" && typeof found === "string" && Object.hasOwn(responses.options, found))
    return undefined;
  const place = { path: [id], shape: shapeOf(found) } as const;
  switch (responses.kind) {
    case "choice": {
      const codes = Object.keys(responses.options);
      if (typeof found !== "string") return { ...place, code: "wrong_type", expected: [...codes, ...states] };
      const expected = [...codes, ...states];
      return { ...place, code: "unknown_option", expected, ...nearestIn(found, expected) };
    }
    case "number": {
      const { min, max, integer } = responses;
      const expected = [`a ${integer ? "whole " : ""}number from ${min} to ${max}`];
      if (typeof found !== "number" || !Number.isFinite(found)) return { ...place, code: "wrong_type", expected };
      return found < min || found > max || (integer && !Number.isInteger(found)) || Object.is(found, -0)
        ? { ...place, code: "out_of_range", expected }
        : undefined;
    }
    case "date":
      return typeof found === "string" && isCalendarDay(found)
        ? undefined
        : { ...place, code: "wrong_type", expected: ["a day as YYYY-MM-DD"] };
  }
}

/**
 * Whether a text is a day that the calendar has, as `YYYY-MM-DD`.
 *
 * @example
 * isCalendarDay("2024-02-29"); // => true
 * isCalendarDay("2025-02-29"); // => false
 */
export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12 || day < 1)
    return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}

import {
  type Answers,
  type CaseNumbers,
  type CaseReader,
  caseNumbers,
  itemField,
  itemsOf,
  tabulate,
  truthField,
} from "../rules/index.ts";
import type { Case } from "./case.ts";
import { caseOf } from "./classify.ts";
import { type Outcome, outcomeOf, type Standing } from "./outcome.ts";
import { type Prepared, prepare } from "./prepared.ts";
import type { Typology } from "./typology.ts";

/** What standings alone show of a case: no search, so not what is possible, why, or what to ask. */
export interface ShownByStandings<TypeId extends string = string> {
  readonly outcome: Outcome<TypeId>;
  readonly standings: Readonly<Record<TypeId, Standing>>;
}

/**
 * A fast classifier for many single cases: standings and the outcome that they show. Where only one outcome is
 * possible but no single standing shows it, `classify` says more.
 *
 * Results are frozen and shared: equal cases give the same object. Answers to items that no criterion reads, such as
 * mere signs, are not looked at, so a wrong code there is not reported; `classify` and `parseAnswers` report it.
 *
 * @throws {AssessmentError} as `classify`
 * @example
 * const standingsOf = standingsClassifier(fiveTypes);
 * const { outcome, standings } = standingsOf({ other_grievance: "yes" });
 * [outcome, standings.rejected]; // => [{ kind: "single", type: "resentful" }, "possible"]
 */
export function standingsClassifier<TypeId extends string>(
  typology: Typology<TypeId>,
): (answers: Answers) => ShownByStandings<TypeId> {
  const prepared = prepare(typology);
  const { firstAim, outside } = prepared;
  const needed = neededFor(typology, prepared);
  const shown = shownBy(prepared);
  const closely = (answers: Answers): ShownByStandings<TypeId> => {
    const of = caseOf(answers, prepared, needed);
    const truths = prepared.criteria.map((criteria) => criteria(of));
    return shown(truths, firstAim(of), outside(of) === 2);
  };
  const numbered = numberedBy(typology, prepared);
  if (numbered === undefined) return closely;
  const { numbers, aims } = numbered;
  const byNumber = new Array<ShownByStandings<TypeId> | undefined>(numbers.size).fill(undefined);
  return (answers) => {
    const number = numbers.of(answers);
    if (number < 0) return closely(answers);
    const before = byNumber[number];
    if (before !== undefined) return before;
    // From the number alone: answers that change from one reading to the next must not leave a wrong result behind.
    const [aim = 0, isOutside, ...truths] = numbers.values(number);
    const result = shown(truths, aims[aim] as number, isOutside === 2);
    byNumber[number] = result;
    return result;
  };
}

/** What standings and the first aim show, each result made once. */
function shownBy<TypeId extends string>({ types }: Prepared<TypeId>) {
  const made = new Map<string, ShownByStandings<TypeId>>();
  return (truths: readonly number[], firstAims: number, isOutside: boolean): ShownByStandings<TypeId> => {
    const bitsOf = (truth: number) => truths.reduce((bits, each, at) => (each === truth ? bits | (1 << at) : bits), 0);
    const met = bitsOf(2);
    const key = `${truths.join("")}:${met & firstAims}:${isOutside}`;
    const before = made.get(key);
    if (before !== undefined) return before;
    const standings = Object.fromEntries(types.map((id, at) => [id, words[truths[at] as number]])) as Record<
      TypeId,
      Standing
    >;
    const outcome: Outcome<TypeId> = isOutside
      ? { kind: "out_of_scope" }
      : outcomeOf(types, met, bitsOf(1), met & firstAims);
    const result = Object.freeze({ outcome: Object.freeze(outcome), standings: Object.freeze(standings) });
    made.set(key, result);
    return result;
  };
}

const words: readonly Standing[] = ["ruled_out", "possible", "met"];

/**
 * Numbers for cases by all that a result shows, and the types, as bits, that each value of the first aim belongs to;
 * `undefined` if the typology is too large for that.
 */
export function numberedBy<TypeId extends string>(
  { instrument, firstAim, scope, types }: Typology<TypeId>,
  prepared: Prepared<TypeId>,
): { readonly numbers: CaseNumbers; readonly aims: readonly number[] } | undefined {
  const { reader } = prepared;
  if (reader === undefined) return undefined;
  const rules = [scope.outside, ...prepared.types.map((id) => types[id].criteria)];
  const tables = rules.map((rule) => tabulate(rule, instrument, reader)).filter((table) => table !== undefined);
  if (tables.length < rules.length) return undefined;
  const place = reader.items.indexOf(firstAim);
  const bits = Array.from({ length: 256 }, (_, byte) => prepared.firstAim(caseWith(place, byte, reader)));
  const aims = [...new Set(bits)]; // the first is 0, of the byte 0
  const aimField = itemField(
    place,
    Int32Array.from(bits, (each) => aims.indexOf(each)),
    aims.length,
  );
  const numbers = caseNumbers([aimField, ...tables.map(truthField)], reader);
  return numbers === undefined ? undefined : { numbers, aims };
}

function caseWith(place: number, byte: number, { items }: CaseReader): Case {
  const bytes = new Uint8Array(items.length);
  bytes[place] = byte;
  return { answers: {}, bytes };
}

/** Which items the criteria, the first aim and the scope read, by their place in the bytes. */
function neededFor<TypeId extends string>(typology: Typology<TypeId>, { places, types }: Prepared<TypeId>): Uint8Array {
  const { instrument, firstAim, scope } = typology;
  const rules = [scope.outside, ...types.map((id) => typology.types[id].criteria)];
  const needed = new Uint8Array(places.size);
  for (const item of [firstAim, ...rules.flatMap((rule) => itemsOf(rule, instrument))])
    needed[places.get(item) ?? 0] = 1;
  return needed;
}

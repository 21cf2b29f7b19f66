import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { diagramFor } from "../inquiry/index.ts";
import { AssessmentError, mustHave, throwIfAny } from "../issues/index.ts";
import { type Answers, type Condition, evaluate, itemsOf } from "../rules/index.ts";
import { type Typology, typeQuestion } from "../typology/index.ts";
import { pathsTo } from "./paths-to-outcome.ts";
import { faultsIn, type MissingPlan, type SimulationPlan } from "./simulation-plan.ts";

/** One synthetic case: made by a generator, and about nobody. */
export interface SimulatedCase<TypeId extends string = string> {
  readonly synthetic: true;
  /** From 1. */
  readonly number: number;
  /** The type that was drawn for it. Noise may have made it another, or none. */
  readonly drawn: TypeId;
  /** One set of answers for each rater. */
  readonly answers: readonly Answers[];
}

/**
 * A synthetic caseload, case by case: for power analysis, teaching and tests. It is never data.
 *
 * Every case is inside the typology's scope. For each a type is drawn by `mix`. Of all complete sets of decisive answers
 * for which that type alone is met one is drawn, each with equal chance; other items are drawn evenly. Then signs are
 * set, noise is added, closed items are taken out, raters differ, and answers go missing, in that order. The steps and
 * defaults are design choices.
 *
 * @throws {AssessmentError} `out_of_range` for a share, count or seed that is not valid; `unknown_option` for another pattern;
 *   `unknown_reference` for a type of the mix that the typology lacks; `too_large` if the typology's diagram does not fit its budget
 * @example
 * const [first] = simulate({ typology: fiveTypes, cases: 1, seed: 7 });
 * first.synthetic; // => true
 * classify(first.answers[0]).outcome.kind; // => "single"
 */
export function simulate<TypeId extends string>(plan: SimulationPlan<TypeId>): Generator<SimulatedCase<TypeId>> {
  mustHave(plan, "typology", "plan");
  return casesOf(plan, prepared(plan));
}

function* casesOf<TypeId extends string>(
  plan: SimulationPlan<TypeId>,
  ready: Ready<TypeId>,
): Generator<SimulatedCase<TypeId>> {
  const random = xoroshiro128plus(plan.seed);
  const { raters = 1, disagreement = 0, missing = {} } = plan;
  for (let number = 1; number <= plan.cases; number++) {
    const drawn = ready.draw(random);
    const codes = ready.caseOf(drawn, random);
    const answers: Answers[] = [];
    for (let rater = 0; rater < raters; rater++) {
      const own = rater === 0 ? codes : codes.map((code, at) => ready.redraw(code, at, disagreement, random));
      answers.push(ready.left(own, missing, random));
    }
    yield { synthetic: true, number, drawn, answers };
  }
}

interface Ready<TypeId extends string> {
  draw(random: RandomGenerator): TypeId;
  caseOf(type: TypeId, random: RandomGenerator): readonly string[];
  redraw(code: string, at: number, share: number, random: RandomGenerator): string;
  left(codes: readonly string[], missing: MissingPlan, random: RandomGenerator): Answers;
}

function prepared<TypeId extends string>(plan: SimulationPlan<TypeId>): Ready<TypeId> {
  const { typology, noise = 0, signs = 0 } = plan;
  const issues = faultsIn(plan);
  throwIfAny(issues);
  const { instrument, types } = typology;
  const ids = Object.keys(types) as TypeId[];
  const items = Object.keys(instrument.items);
  const codesOf = items.map((id) => insideScope(codesIn(typology, id), id, typology));
  const question = typeQuestion(typology);
  const diagram = diagramFor(question, {});
  if (diagram === undefined) throw new AssessmentError([{ code: "too_large", path: ["typology"] }]);
  const paths = new Map(ids.map((id) => [id, pathsTo(`single:${id}`, diagram, items, codesOf)]));
  const weights = ids.map((id) => plan.mix?.[id] ?? (plan.mix === undefined ? 1 : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const gates = items.flatMap((id, at) => {
    const askIf = instrument.items[id]?.askIf;
    return askIf === undefined ? [] : [{ at, askIf }];
  });
  const pick = (at: number, random: RandomGenerator) => {
    const codes = codesOf[at] as readonly string[];
    return codes[uniformInt(random, 0, codes.length - 1)] as string;
  };
  const redraw = (code: string, at: number, share: number, random: RandomGenerator) =>
    share > 0 && uniformFloat64(random) < share ? pick(at, random) : code;
  const decisive = new Set(diagram.variables.map(({ item }) => items.indexOf(item)));
  const leaning = new Map(ids.map((id) => [id, signsFor(types[id], items, decisive)]));
  return {
    draw(random) {
      let rest = uniformFloat64(random) * total;
      for (const [at, id] of ids.entries()) {
        rest -= weights[at] as number;
        if (rest < 0) return id;
      }
      return ids[weights.findLastIndex((weight) => weight > 0)] as TypeId;
    },
    caseOf(type, random) {
      const codes = items.map((_, at) => pick(at, random));
      paths.get(type)?.(codes, random);
      for (const { at, present, absent } of leaning.get(type) ?? []) {
        if (signs > 0 && uniformFloat64(random) < signs) {
          const wanted = present ?? (codesOf[at] as readonly string[]).filter((code) => !absent?.includes(code));
          if (wanted.length > 0) codes[at] = wanted[uniformInt(random, 0, wanted.length - 1)] as string;
        }
      }
      return noise > 0 ? codes.map((code, at) => redraw(code, at, noise, random)) : codes;
    },
    redraw,
    left(codes, missing, random) {
      const { not_sure = 0, prefer_not = 0, not_asked = 0, pattern = "scattered" } = missing;
      const whole = Object.fromEntries(items.map((id, at) => [id, codes[at] as string]));
      const closed = new Set(
        gates.filter(({ askIf }) => evaluate(askIf, whole, instrument)[1] === 0).map(({ at }) => at),
      );
      const asked = pattern === "from_the_end" ? Math.round(items.length * (1 - not_asked)) : items.length;
      const answers: Record<string, string> = {};
      for (const [at, id] of items.entries()) {
        if (closed.has(at) || at >= asked) continue;
        const chance = not_sure + prefer_not + not_asked > 0 ? uniformFloat64(random) : 1;
        if (chance < not_sure) answers[id] = "not_sure";
        else if (chance < not_sure + prefer_not) answers[id] = "prefer_not";
        else if (pattern === "scattered" && chance < not_sure + prefer_not + not_asked) continue;
        else answers[id] = codes[at] as string;
      }
      return answers;
    },
  };
}

/** The codes with which a case is not outside the typology's scope: a synthetic caseload is of cases it is for. */
function insideScope(codes: readonly string[], id: string, { instrument, scope }: Typology): readonly string[] {
  if (!itemsOf(scope.outside, instrument).includes(id)) return codes;
  const inside = codes.filter((code) => evaluate(scope.outside, { [id]: code }, instrument)[0] === 0);
  return inside.length > 0 ? inside : codes;
}

/** Known codes only: an option that is a way of not knowing is drawn by `missing`, not here. */
function codesIn({ instrument }: Typology, id: string): readonly string[] {
  const responses = instrument.items[id]?.responses;
  return responses?.kind === "choice"
    ? Object.entries(responses.options).flatMap(([code, { notKnown }]) => (notKnown === true ? [] : [code]))
    : [];
}

/** A sign that is a plain condition on one item which the types do not decide on. */
interface Leaning {
  readonly at: number;
  readonly present?: readonly string[];
  readonly absent?: readonly string[];
}

function signsFor(
  { supports, against }: { readonly supports: readonly Condition[]; readonly against: readonly Condition[] },
  items: readonly string[],
  decisive: ReadonlySet<number>,
): readonly Leaning[] {
  const plain = (sign: Condition) =>
    sign.kind === "one_of" ? [{ at: items.indexOf(sign.item), codes: sign.codes }] : [];
  return [
    ...supports.flatMap(plain).map(({ at, codes }) => ({ at, present: codes })),
    ...against.flatMap(plain).map(({ at, codes }) => ({ at, absent: codes })),
  ].filter(({ at }) => !decisive.has(at));
}

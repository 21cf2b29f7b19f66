import { expectTypeOf, test } from "vitest";
import {
  all,
  type Classification,
  classify,
  defineTypology,
  type FiveTypeId,
  type FiveTypesAnswers,
  fiveTypes,
  oneOf,
  ref,
  relationshipAndMotive,
  rulesOver,
} from "../../src/index.ts";

const { is } = rulesOver(relationshipAndMotive.items);
const type = fiveTypes.types.rejected;
const { types: _, ...rest } = fiveTypes;

test("answers take the form's own ids, codes and words for not knowing", () => {
  expectTypeOf<{ wants_back: "yes"; first_aim: "not_sure" }>().toExtend<FiveTypesAnswers>();
  classify({ prior_relationship: "unknown_person", adult: "prefer_not" });
});

test("answers with a misspelt item or a wrong code do not compile", () => {
  // @ts-expect-error -- no such item
  classify({ wants_bak: "yes" });
  // @ts-expect-error -- not a code of this item
  classify({ wants_back: "Yes" });
  // @ts-expect-error -- a code of another item
  classify({ wants_back: "stranger" });
  // @ts-expect-error -- not a code of this item
  const answers: FiveTypesAnswers = { wants_back: "perhaps" };
  classify(answers);
});

test("a classification is typed by the five type ids", () => {
  const result = classify({});
  expectTypeOf(result).toEqualTypeOf<Classification<FiveTypeId>>();
  expectTypeOf<keyof typeof result.standings>().toEqualTypeOf<
    "rejected" | "resentful" | "intimacy_seeker" | "incompetent_suitor" | "predatory"
  >();
  // @ts-expect-error -- not one of the types
  result.standings.erotomanic;
});

test("another typology types the classification by its own ids", () => {
  const two = defineTypology({ ...rest, types: { one: type, two: type } });
  expectTypeOf(classify({}, { typology: two })).toEqualTypeOf<Classification<"one" | "two">>();
});

test("a type whose rules name the form's items and rules compiles", () => {
  defineTypology({ ...rest, types: { one: { ...type, criteria: all(ref("bond"), is("wants_back", "yes")) } } });
});

test("a type whose rules name an unknown item or rule does not compile", () => {
  // @ts-expect-error -- no such item in the criteria
  defineTypology({ ...rest, types: { one: { ...type, criteria: all(oneOf("wants_bak", "yes")) } } });
  // @ts-expect-error -- no such rule in the criteria
  defineTypology({ ...rest, types: { one: { ...type, criteria: all(ref("bnd")) } } });
  // @ts-expect-error -- no such item among the signs
  defineTypology({ ...rest, types: { one: { ...type, supports: [oneOf("wants_bak", "yes")] } } });
  // @ts-expect-error -- no such item to ask for the first aim
  defineTypology({ ...rest, types: { one: type }, firstAim: "frist_aim" });
});

test("a type without a ground does not compile", () => {
  // @ts-expect-error -- at least one ground
  defineTypology({ ...rest, types: { one: { ...type, basis: [] } } });
});

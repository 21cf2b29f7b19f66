import { expectTypeOf, test } from "vitest";
import { all, choice, defineItems, designChoice, not, rulesOver, yesNo } from "../../src/index.ts";
import type { OneOf } from "../../src/rules/index.ts";

const item = {
  code: "T",
  text: { target: "Toy?", rater: "Toy?" },
  construct: "toy",
  basis: [designChoice("a toy")],
} as const;
const items = defineItems({
  wants_back: { ...item, responses: yesNo },
  bond: {
    ...item,
    responses: choice({ partner: { label: "Partner" }, unclear: { label: "Unclear", notKnown: true } }),
  },
});
const { is, valueOf: number, judged } = rulesOver(items);

test("a declared item with its own codes compiles and keeps its id", () => {
  expectTypeOf(is("wants_back", "yes", "no")).toEqualTypeOf<OneOf<"wants_back">>();
  expectTypeOf(all(is("wants_back", "yes"), not(is("bond", "partner"))).of[0]).not.toBeAny();
});

test("a misspelt item id does not compile", () => {
  // @ts-expect-error -- no such item
  is("wants_bak", "yes");
  // @ts-expect-error -- no such item
  number("wants_bak");
  // @ts-expect-error -- no such item
  judged("wants_bak");
});

test("a code of another item does not compile", () => {
  // @ts-expect-error -- not an option of this item
  is("bond", "yes");
  // @ts-expect-error -- the second code is not an option of this item
  is("wants_back", "yes", "partner");
});

test("a rule without a code does not compile", () => {
  // @ts-expect-error -- at least one code
  is("wants_back");
});

test("a word for not knowing is never an option of a rule", () => {
  // @ts-expect-error -- a state of an answer
  is("wants_back", "not_sure");
  // @ts-expect-error -- a state of an answer
  is("wants_back", "prefer_not");
  // @ts-expect-error -- a state of an answer
  is("wants_back", "closed");
});

test("an option that is a way of not knowing does not compile in a rule", () => {
  // @ts-expect-error -- marked notKnown
  is("bond", "unclear");
});

import { expectTypeOf, test } from "vitest";
import type * as z from "zod";
import { quickScreen } from "../../src/content/instruments/index.ts";
import { answersZod } from "../../src/formats/index.ts";
import { type State, states } from "../../src/rules/index.ts";

test("a zod schema of answers has the types of the form's own codes", () => {
  const schema = answersZod(quickScreen);
  type Found = z.infer<typeof schema>;
  expectTypeOf<Found["danger_now"]>().toEqualTypeOf<"yes" | "no" | State | undefined>();
  // @ts-expect-error -- not an option of this item
  const wrong: Found = { danger_now: "Yes" };
  // @ts-expect-error -- no such item
  const unknown: Found = { danger_then: "yes" };
  expectTypeOf([wrong, unknown, states]).not.toBeAny();
});

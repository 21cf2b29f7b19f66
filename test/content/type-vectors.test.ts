import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { classify } from "../../src/typology/index.ts";

interface Vector {
  readonly name: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly expect: { readonly outcomes: readonly string[] };
}
const { vectors } = JSON.parse(readFileSync("test/vectors/ssb-type.json", "utf8")) as { vectors: readonly Vector[] };

describe("the five types on cases worked by hand", () => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (_, { answers, expect: wanted }) => {
    const { possible, outcome } = classify(answers, { typology: fiveTypes });
    if (answers.adult === "no") {
      expect(outcome.kind).toBe("out_of_scope");
      return;
    }
    const found = possible.map((each) => ("type" in each ? `${each.kind}:${each.type}` : each.kind));
    expect([...found].sort()).toEqual([...wanted.outcomes].sort());
  });
});

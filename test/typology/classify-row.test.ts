import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowClassifier } from "../../src/typology/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { type Answers, classify, fiveTypes, relationshipAndMotive } from "../support/library.ts";

const rows = rowClassifier(fiveTypes);

describe("a row's cells", () => {
  it("say what classify says of the same answers", () => {
    fc.assert(
      fc.property(answersTo(relationshipAndMotive), (answers: Answers) => {
        const result = rows.cells(rows.items.map((item) => answers[item] ?? ""));
        const full = classify(answers, { typology: fiveTypes });
        const { outcome } = full;
        expect(result).toEqual({
          ok: true,
          value: [
            outcome.kind,
            "type" in outcome ? outcome.type : "types" in outcome ? outcome.types.join(" ") : "",
            full.settled ? "yes" : "no",
            ...Object.values(full.standings).map(({ standing }) => standing),
            full.possible.map((each) => ("type" in each ? `${each.kind}:${each.type}` : each.kind)).join(" "),
            full.open.join(" "),
            full.nextQuestion ?? "",
            full.because.map(({ item, answer }) => `${item}=${answer}`).join(" "),
            full.scope,
          ],
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("are not given for a row with any fault: every issue is", () => {
    const codes = rows.items.map((item) => (item === "adult" ? "Yes" : item === "lonely" ? 3 : ""));
    const result = rows.cells(codes);
    expect(result.ok ? [] : result.issues.map(({ code, path, nearest }) => [code, path, nearest])).toEqual([
      ["unknown_option", ["adult"], "yes"],
      ["wrong_type", ["lonely"], undefined],
    ]);
  });
});

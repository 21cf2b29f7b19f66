import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { score } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import type { Answers } from "../../src/rules/index.ts";
import { answersTo } from "../support/arbitraries.ts";

const all: readonly Instrument[] = Object.values(content);
const context = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } } as const;
const withOrder = all.filter(({ levels = {} }) => Object.values(levels).some(({ ordered }) => ordered));

/** Where a level's least and most concern stand, counted from the most concern. */
function ends(form: Instrument, answers: Answers): ReadonlyMap<string, readonly [number, number]> {
  const { levels } = score(form, answers, context);
  return new Map(
    Object.entries(form.levels ?? {}).flatMap(([name, { ordered, outcomes }]) => {
      const order = Object.keys(outcomes);
      const { atMost, atLeast } = levels[name] ?? {};
      return ordered ? [[name, [order.indexOf(atMost ?? ""), order.indexOf(atLeast ?? "")]] as const] : [];
    }),
  );
}

describe.each(withOrder.map((form) => [form.id, form] as const))("every ordered level of %s", (_, form) => {
  const rising = Object.entries(form.items).flatMap(([id, { concern }]) =>
    concern === undefined ? [] : [[id, concern] as const],
  );

  it("has items that tell of concern", () => {
    expect(rising.length).toBeGreaterThan(0);
  });

  it("is never lowered, at either end, by an answer of more concern", () => {
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        for (const [id, concern] of rising) {
          const before = concern.indexOf(String(answers[id]));
          if (before < 0) continue;
          for (const worse of concern.slice(before + 1)) {
            const [low, high] = [ends(form, answers), ends(form, { ...answers, [id]: worse })];
            for (const [name, [most, least]] of low) {
              const [mostAfter, leastAfter] = high.get(name) ?? [0, 0];
              const place = `${name}: ${id} from ${answers[id]} to ${worse}`;
              expect([mostAfter <= most, leastAfter <= least], place).toEqual([true, true]);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("keeps its highest end when any answer becomes unknown, and never takes one for no", () => {
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const known = ends(form, answers);
        for (const id of Object.keys(answers)) {
          const open = ends(form, { ...answers, [id]: "not_sure" });
          for (const [name, [most, least]] of known) {
            const [mostOpen, leastOpen] = open.get(name) ?? [99, 0];
            expect([mostOpen <= most, leastOpen >= least], `${name}: ${id}`).toEqual([true, true]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

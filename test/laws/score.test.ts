import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowScorer, type Scored, score } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import type { Answers } from "../../src/rules/index.ts";
import { completions, decided, domain, exact, isOpen } from "../oracle/oracle.ts";
import { answersTo, withOneMore } from "../support/arbitraries.ts";

const all: readonly Instrument[] = Object.values(content);
const context = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } } as const;
const runs = { numRuns: 60 };
const plain = (value: unknown) => value as never;

/** Answers with every item known but those dropped, so that few completions are left to try. */
function nearlyComplete(form: Instrument): fc.Arbitrary<Answers> {
  const known = Object.keys(form.items).map((id) => {
    const { responses } = form.items[id] ?? {};
    const codes = responses?.kind === "date" ? ["2024-02-29"] : domain(plain(form), id);
    return [id, fc.constantFrom(...codes)] as const;
  });
  return fc
    .tuple(fc.record(Object.fromEntries(known)), fc.subarray(Object.keys(form.items), { maxLength: 4 }))
    .map(([answers, open]) => ({ ...answers, ...Object.fromEntries(open.map((id) => [id, "not_sure"])) }) as Answers);
}

const small = (form: Instrument, answers: Answers): boolean =>
  Object.keys(form.items)
    .filter((id) => form.items[id]?.responses.kind !== "date" && isOpen(plain(form), id, plain(answers)))
    .reduce((size, id) => size * domain(plain(form), id).length, 1) <= 2000;

describe.each(all.map((form) => [form.id, form] as const))("%s", (_, form) => {
  const levels = Object.entries(form.levels ?? {});
  const datesApart = (answers: Answers): Answers =>
    Object.fromEntries(
      Object.entries({ ...Object.fromEntries(dates.map((id) => [id, "2024-02-29"])), ...answers }),
    ) as Answers;
  const dates = Object.keys(form.items).filter((id) => form.items[id]?.responses.kind === "date");

  it("gives the same frozen bytes for the same answers, in any order of keys", () => {
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const turned = Object.fromEntries(Object.entries(answers).reverse()) as Answers;
        const result = score(form, answers, context);
        expect(JSON.stringify(score(form, turned, context))).toBe(JSON.stringify(result));
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(thawed(result)).toEqual([]);
      }),
      runs,
    );
  });

  it("a further answer only narrows every named rule and every level", () => {
    fc.assert(
      fc.property(withOneMore(form), ([before, after]) => {
        const [wide, narrow] = [score(form, before, context), score(form, after, context)];
        for (const [name, { possible, settled }] of Object.entries(narrow.levels)) {
          expect(wide.levels[name]?.possible).toEqual(expect.arrayContaining([...possible]));
          if (wide.levels[name]?.settled) expect(settled).toBe(true);
        }
        for (const [name, [low, high]] of bounds(narrow)) {
          const [least, most] = new Map(bounds(wide)).get(name) ?? [0, 0];
          expect([low >= least, high <= most], name).toEqual([true, true]);
        }
      }),
      runs,
    );
  });

  it("what levels and named rules say is exactly what trying every completion gives", () => {
    fc.assert(
      fc.property(nearlyComplete(form), (partial) => {
        const answers = datesApart(partial);
        fc.pre(small(form, answers));
        const result = score(form, answers, context);
        const ids = Object.keys(form.items).filter((id) => !dates.includes(id));
        const found = levels.map(() => new Set<string>());
        const ends = new Map<string, [number, number]>();
        for (const complete of completions(plain(form), ids, plain(answers))) {
          for (const [at, [, level]] of levels.entries()) {
            found[at]?.add(decided(plain(level.cases), level.otherwise, complete, plain(form)));
          }
          for (const [name, { rule }] of Object.entries(form.indicators)) {
            const value = exact(plain(rule), complete, plain(form));
            const [low, high] = ends.get(name) ?? [value, value];
            ends.set(name, [Math.min(low, value), Math.max(high, value)]);
          }
        }
        for (const [at, [name]] of levels.entries()) {
          expect(new Set(result.levels[name]?.possible), name).toEqual(found[at]);
        }
        for (const [name, [low, high]] of bounds(result)) {
          const [least, most] = ends.get(name) ?? [0, 0];
          expect([low <= least, high >= most], name).toEqual([true, true]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("an unknown answer never lowers the highest outcome, and the lowest is shown only if nothing could raise it", () => {
    fc.assert(
      fc.property(
        answersTo(form),
        fc.nat(),
        fc.constantFrom("not_sure", "prefer_not", undefined),
        (answers, pick, word) => {
          const ids = Object.keys(answers);
          const id = ids[pick % Math.max(ids.length, 1)] ?? "";
          const { [id]: _, ...rest } = answers;
          const [known, unknown] = [
            answers,
            word === undefined ? rest : { ...rest, ...(id === "" ? {} : { [id]: word }) },
          ];
          const [before, after] = [score(form, known, context), score(form, unknown as Answers, context)];
          for (const [name, level] of levels) {
            const order = Object.keys(level.outcomes);
            const { shown, possible, settled } = after.levels[name] as Scored["levels"][string];
            expect(possible).toEqual(expect.arrayContaining([...(before.levels[name]?.possible ?? [])]));
            if (shown.kind !== "cannot_say" && shown.outcome === order.at(-1)) expect(settled).toBe(true);
          }
        },
      ),
      runs,
    );
  });

  it("the answers it names as enough give the same possible outcomes on their own", () => {
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        for (const [name, { because, possible, proven }] of Object.entries(score(form, answers, context).levels)) {
          if (!proven) continue;
          const alone = Object.fromEntries(because.map(({ item, answer }) => [item, answer])) as Answers;
          expect(score(form, alone, context).levels[name]?.possible, name).toEqual(possible);
        }
      }),
      runs,
    );
  });

  it("every level is worked out exactly within the budget", () => {
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        for (const [name, { proven }] of Object.entries(score(form, answers, context).levels)) {
          expect(proven, name).toBe(true);
        }
      }),
      runs,
    );
  });

  it.each([
    ["as usual", context],
    ["with a budget of the caller's", { ...context, budget: 20_000 }],
    ["with a budget that is too small", { ...context, budget: 1 }],
  ])("rows of a table come to what score says of the same answers, %s", (_, context) => {
    const scorer = rowScorer(form, context);
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const result = scorer.cells(scorer.items.map((id) => (answers[id] === undefined ? "" : String(answers[id]))));
        const told = score(form, answers, context);
        const wanted = [
          ...Object.values(told.levels).flatMap(({ shown, settled, possible }) => [
            "outcome" in shown ? `${shown.kind === "at_least" ? "at_least:" : ""}${shown.outcome}` : shown.kind,
            settled ? "yes" : "no",
            possible.join(" "),
          ]),
          ...Object.values(told.indicators).flatMap((each) =>
            each.kind === "condition" ? [each.truth] : [String(each.low), String(each.high)],
          ),
          told.open.map(({ item }) => item).join(" "),
          told.contradictions.map(({ id }) => id).join(" "),
          told.guidance.map(({ code }) => code).join(" "),
        ];
        expect(result).toEqual({ ok: true, value: wanted });
        expect(scorer.columns).toHaveLength(wanted.length);
      }),
      runs,
    );
  });
});

/** Every named rule of a result as its bounds. */
function bounds({ indicators }: Scored): (readonly [string, readonly [number, number]])[] {
  return Object.entries(indicators).map(([name, found]) => {
    if (found.kind === "quantity") return [name, [found.low, found.high]];
    return [name, [found.truth === "true" ? 1 : 0, found.truth === "false" ? 0 : 1]];
  });
}

function thawed(value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return [
    ...(Object.isFrozen(value) ? [] : [path]),
    ...Object.entries(value).flatMap(([key, part]) => thawed(part, `${path}/${key}`)),
  ];
}

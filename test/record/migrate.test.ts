import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AnswerMap,
  composeMaps,
  defineAnswerMap,
  type ItemMove,
  identityMap,
  migrate,
} from "../../src/record/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import type { Answers, Instrument } from "../support/library.ts";
import {
  defineInstrument,
  defineItems,
  designChoice,
  numberFrom,
  relationshipAndMotive,
  yesNo,
} from "../support/library.ts";
import { faults } from "./records.ts";

const basis = [designChoice("a toy")] as const;
const words = { target: "Toy?", rater: "Toy?" };
const asked = { text: words, construct: "toy", basis } as const;
const options = (...codes: readonly string[]) =>
  ({ kind: "choice", options: Object.fromEntries(codes.map((code) => [code, { label: code }])) }) as const;
const form = (version: string, items: Parameters<typeof defineItems>[0]): Instrument =>
  defineInstrument({
    id: "toy-form",
    version,
    title: "Toy",
    purpose: "a toy",
    respondents: ["rater"],
    notFor: ["any case"],
    referencePeriod: "now",
    validation: "none",
    sections: {},
    items: defineItems(items),
    indicators: {},
  });

const one = form("1.0.0", {
  a: { ...asked, code: "A", responses: yesNo },
  b: { ...asked, code: "B", responses: options("often", "seldom", "never") as never },
  c: { ...asked, code: "C", responses: yesNo },
  n: { ...asked, code: "N", responses: numberFrom(0, 10) },
});
const two = form("2.0.0", {
  a: { ...asked, code: "A", responses: yesNo },
  how_often: { ...asked, code: "B", responses: options("yes", "no") as never },
  n: { ...asked, code: "N", responses: numberFrom(0, 20) },
  d: { ...asked, code: "D", responses: yesNo },
});
const items: Readonly<Record<string, ItemMove>> = {
  a: { unchanged: true },
  b: { to: "how_often", codes: { often: "yes", seldom: { dropped: "between the two" }, never: "no" } },
  c: { dropped: "not asked any more" },
  n: { unchanged: true },
};
const map: AnswerMap = { instrument: "toy-form", from: "1.0.0", to: "2.0.0", items, added: ["d"] };
const define = (more: Partial<AnswerMap>) => () => defineAnswerMap({ ...map, ...more }, { from: one, to: two });
const without = (id: string) => Object.fromEntries(Object.entries(items).filter(([item]) => item !== id));

describe("defineAnswerMap", () => {
  it("takes a map with a word on every item and code", () => expect(Object.isFrozen(define({})().items)).toBe(true));

  it.each<[string, Partial<AnswerMap>, string]>([
    ["an item that is not mentioned", { items: without("a") }, "items.a"],
    [
      "a code that is not mentioned",
      { items: { ...items, b: { to: "how_often", codes: { often: "yes", never: "no" } } } },
      "items.b.codes.seldom",
    ],
    [
      "codes declared unchanged that are gone",
      { items: { ...items, b: { to: "how_often", codes: "unchanged" } } },
      "items.b.codes.often",
    ],
    [
      "a code that the old version lacks",
      { items: { ...items, b: { to: "how_often", codes: { often: "yes", seldom: "no", never: "no", x: "no" } } } },
      "items.b.codes.x",
    ],
    [
      "a code that the new version lacks",
      { items: { ...items, b: { to: "how_often", codes: { often: "yes", seldom: "so", never: "no" } } } },
      "items.b.codes.seldom",
    ],
    ["an item that the old version lacks", { items: { ...items, z: { unchanged: true } } }, "items.z"],
    ["a target that the new version lacks", { items: { ...items, c: { unchanged: true } } }, "items.c.to"],
    ["two items that lead to one", { items: { ...items, c: { to: "a", codes: "unchanged" } } }, "added.a"],
    ["a new item that is not mentioned", { added: [] }, "added.d"],
    ["an added item that is not new", { added: ["d", "a"] }, "added.a"],
    ["a drop without a reason", { items: { ...items, c: { dropped: " " } } }, "items.c.dropped"],
    [
      "a choice that becomes a number",
      { items: { ...items, a: { to: "n", codes: "unchanged" }, n: { to: "a", codes: "unchanged" } } },
      "items.a",
    ],
    ["another version", { to: "3.0.0" }, "to"],
    ["another instrument", { instrument: "other" }, "instrument"],
  ])("refuses %s", (_, more, place) => {
    expect(define(more)).toThrow(new RegExp(`: ${place}\\.`));
  });

  it("refuses codes for an item whose answers are numbers", () => {
    const items = { ...map.items, n: { to: "n", codes: {} } };
    expect(() => defineAnswerMap({ ...map, items }, { from: one, to: two })).toThrow(": items.n.codes.");
  });

  it("refuses a range that became narrower", () => {
    const back = { ...map, from: "2.0.0", to: "1.0.0", added: ["b", "c"] };
    const moves = {
      a: { unchanged: true },
      how_often: { dropped: "x" },
      n: { unchanged: true },
      d: { dropped: "x" },
    } as const;
    expect(() => defineAnswerMap({ ...back, items: moves }, { from: two, to: one })).toThrow(": items.n.");
  });
});

describe("migrate", () => {
  it("moves, keeps and drops answers as the map says, and lists what is lost with the reason", () => {
    const result = migrate({ a: "yes", b: "often", c: "no", n: 3 }, [map]);
    expect(result).toEqual({
      ok: true,
      value: {
        answers: { a: "yes", how_often: "yes", n: 3 },
        lost: [{ item: "c", reason: "not asked any more" }],
        added: ["d"],
      },
    });
    expect(migrate({ b: "seldom" }, [map])).toMatchObject({
      value: { answers: {}, lost: [{ item: "b", reason: "between the two" }] },
    });
  });

  it("carries a word for not knowing to the new item", () => {
    expect(migrate({ b: "not_sure", a: "prefer_not" }, [map])).toMatchObject({
      value: { answers: { how_often: "not_sure", a: "prefer_not" }, lost: [] },
    });
  });

  it("reports every answer that the map does not mention, and never the answer", () => {
    const result = migrate({ z: "CANARY", b: "CANARY", constructor: "CANARY", a: "yes" }, [map]);
    expect(faults(result)).toEqual([
      "unmapped_item maps.0.items.z",
      "unmapped_option maps.0.items.b",
      "unmapped_item maps.0.items.constructor",
    ]);
    expect(JSON.stringify(result)).not.toContain("CANARY");
  });

  it("refuses a path with a gap, and two answers that fall on one item", () => {
    expect(faults(migrate({}, [map, map]))).toEqual(["version_mismatch maps.1.from"]);
    const clash = { ...map, items: { ...items, c: { to: "a", codes: "unchanged" } } } as const;
    expect(faults(migrate({ a: "yes", c: "no" }, [clash]))).toEqual(["duplicate_name maps.0.items.a"]);
  });

  it("every answer ends in exactly one place: moved or lost", () => {
    fc.assert(
      fc.property(answersTo(one), (answers) => {
        const result = migrate(answers, [define({})()]);
        if (!result.ok) throw new Error("issues");
        const { answers: moved, lost } = result.value;
        expect(Object.keys(moved).length + lost.length).toBe(Object.keys(answers).length);
      }),
    );
  });

  it("the identity map changes nothing, nor does no map", () => {
    fc.assert(
      fc.property(answersTo(relationshipAndMotive), (answers) => {
        for (const maps of [[], [identityMap(relationshipAndMotive)]]) {
          expect(migrate(answers, maps)).toEqual({ ok: true, value: { answers, lost: [], added: [] } });
        }
      }),
    );
    const same = { from: relationshipAndMotive, to: relationshipAndMotive };
    expect(() => defineAnswerMap(identityMap(relationshipAndMotive), same)).not.toThrow();
  });
});

const ids = ["p", "q", "r", "s", "t", "u"] as const;
const codes = ["k", "l", "m"] as const;

/** A map on which nothing is silent, from all items and codes to all: each item dropped, or moved to one of its own. */
const mapsBetween = (from: string, to: string): fc.Arbitrary<AnswerMap> =>
  fc
    .tuple(
      fc.shuffledSubarray([...ids], { minLength: ids.length }),
      fc.array(fc.constantFrom("unchanged", "codes", "dropped"), { minLength: ids.length, maxLength: ids.length }),
      fc.array(fc.constantFrom(...codes, "gone"), { minLength: 18, maxLength: 18 }),
    )
    .map(([targets, kinds, picks]) => {
      const moves = ids.map((id, at): readonly [string, ItemMove] => {
        const target = targets[at] as string;
        if (kinds[at] === "dropped") return [id, { dropped: `${id} of ${from}` }];
        if (kinds[at] === "unchanged")
          return [id, target === id ? { unchanged: true } : { to: target, codes: "unchanged" }];
        const each = codes.map((code, place) => {
          const pick = picks[at * codes.length + place] as string;
          return [code, pick === "gone" ? { dropped: `${code} of ${from}` } : pick] as const;
        });
        return [id, { to: target, codes: Object.fromEntries(each) }];
      });
      const reached = new Set(moves.flatMap(([id, move]) => ("dropped" in move ? [] : ["to" in move ? move.to : id])));
      return {
        instrument: "f",
        from,
        to,
        items: Object.fromEntries(moves),
        added: ids.filter((id) => !reached.has(id)),
      };
    });
const someAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom(...ids),
  fc.constantFrom(...codes, "not_sure", "prefer_not"),
);
const composed = (first: AnswerMap, second: AnswerMap): AnswerMap => {
  const result = composeMaps(first, second);
  if (!result.ok) throw new Error("issues");
  return result.value;
};
const threeMaps = fc.tuple(mapsBetween("1.0.0", "2.0.0"), mapsBetween("2.0.0", "3.0.0"), mapsBetween("3.0.0", "4.0.0"));

describe("composeMaps", () => {
  it("is associative", () => {
    fc.assert(
      fc.property(threeMaps, ([first, second, third]) => {
        expect(composed(composed(first, second), third)).toEqual(composed(first, composed(second, third)));
      }),
    );
  });

  it("does in one step what the maps do one after another", () => {
    fc.assert(
      fc.property(threeMaps, someAnswers, (maps, answers) => {
        const [first, second, third] = maps;
        const whole = composed(composed(first, second), third);
        const [stepwise, atOnce] = [migrate(answers, maps), migrate(answers, [whole])];
        const plain = (result: typeof stepwise) =>
          result.ok ? { ...result.value, lost: result.value.lost.map(({ item }) => item).sort() } : result;
        expect(plain(atOnce)).toEqual(plain(stepwise));
      }),
    );
  });

  it("has the identity on both sides", () => {
    const all = (version: string) => ({
      id: "f",
      version,
      items: Object.fromEntries(ids.map((id) => [id, {}])) as never,
    });
    fc.assert(
      fc.property(mapsBetween("1.0.0", "2.0.0"), (each) => {
        expect(composed(identityMap(all("1.0.0")), each)).toEqual(each);
        expect(composed(each, identityMap(all("2.0.0")))).toEqual(each);
      }),
    );
  });

  it("reports what the second map is silent on, and versions that do not meet", () => {
    const next: AnswerMap = {
      instrument: "toy-form",
      from: "2.0.0",
      to: "3.0.0",
      items: { how_often: { to: "x", codes: { yes: "y" } } },
      added: [],
    };
    expect(faults(composeMaps(map, next))).toEqual([
      "unmapped_item items.a",
      "unmapped_option items.how_often.codes.no",
      "unmapped_item items.n",
      "unmapped_item items.d",
    ]);
    expect(faults(composeMaps(map, map))).toEqual(["version_mismatch from"]);
  });
});

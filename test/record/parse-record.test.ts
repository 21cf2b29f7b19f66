import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "../../src/instrument/index.ts";
import { type CaseRecord, parseRecord, recordLimits } from "../../src/record/index.ts";
import { appended, begun, everyKind, faults, json, key } from "./records.ts";

const record = appended(everyKind);
type Loose = Record<string, never> & { entries: Loose[]; episodes: Loose[]; content: Loose };
const edited = (edit: (record: Loose) => void): unknown => {
  const copy = json(record) as unknown as Loose;
  edit(copy);
  return copy;
};
const set = (of: unknown, key: string, value: unknown): void => {
  Object.defineProperty(of, key, { value, enumerable: true, writable: true, configurable: true });
};

describe("parseRecord", () => {
  it.each([begun, record, appended(everyKind, { key })])(
    "takes a record back from JSON, frozen and the same",
    (each) => {
      const result = parseRecord(json(each));
      expect(faults(result)).toEqual([]);
      expect(JSON.stringify(result.ok && result.value)).toBe(JSON.stringify(each));
      expect(
        result.ok && [result.value, ...result.value.entries.map(({ content }) => content)].every(Object.isFrozen),
      ).toBe(true);
    },
  );

  it("lists every fault by its place, and never what stood there", () => {
    const result = parseRecord(
      edited((copy) => {
        set(copy.entries[0], "id", "CANARY CANARY");
        set(copy.entries[1], "episode", "CANARY");
        set(copy.entries[3]?.content, "to", "CANARY");
        set(copy.episodes[0], "from", "CANARY");
        set(copy.entries[6], "supersedes", "CANARY");
      }),
    );
    expect(faults(result)).toEqual([
      "malformed episodes.0.from",
      "not_pseudonymous entries.0.id",
      "unknown_episode entries.1.episode",
      "malformed entries.3.content.to",
      "unknown_entry entries.6.supersedes",
    ]);
    expect(JSON.stringify(result)).not.toContain("CANARY");
  });

  it.each<[string, (record: Loose) => void, string]>([
    ["another schema version", (of) => set(of, "schemaVersion", 2), "malformed schemaVersion"],
    ["two episodes of one id", (of) => set(of.episodes[1], "id", "e1"), "duplicate_name episodes.1.id"],
    [
      "an entry that supersedes a later one",
      (of) => set(of.entries[5], "supersedes", "n7"),
      "supersedes_later entries.5.supersedes",
    ],
    [
      "an entry that supersedes itself",
      (of) => set(of.entries[5], "supersedes", "n6"),
      "supersedes_later entries.5.supersedes",
    ],
    [
      "one digest without the other",
      (of) => set(of.entries[0], "digest", "a".repeat(64)),
      "malformed entries.0.previousDigest",
    ],
    [
      "a result that is not there",
      (of) => set(of.entries[1]?.content, "answers", { adult: { yes: 1 } }),
      "malformed entries.1.content.answers.adult",
    ],
    [
      "an answer under a name that is none",
      (of) => set(of.entries[1]?.content, "answers", { "Full name": "x" }),
      "malformed entries.1.content.answers.Full name",
    ],
  ])("refuses %s", (_, edit, fault) => {
    expect(faults(parseRecord(edited(edit)))).toContain(fault);
  });

  it("refuses entries in another order", () => {
    const turned = edited((copy) => void copy.entries.reverse());
    expect(parseRecord(turned).ok).toBe(false);
  });

  it("refuses a key __proto__ at any depth, and leaves every prototype as it was", () => {
    const text = JSON.stringify(record);
    for (const at of [...text.matchAll(/\{/g)].map(({ index }) => index + 1)) {
      const end = text[at] === "}" ? "" : ",";
      const input: unknown = JSON.parse(`${text.slice(0, at)}"__proto__":{"polluted":true}${end}${text.slice(at)}`);
      const result = parseRecord(input);
      expect(faults(result)[0]).toMatch(/^bad_name .*__proto__$/);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each(["constructor", "toString", "hasOwnProperty", "prototype"])("takes %s for no more than a name", (name) => {
    const input = edited((copy) => set(copy.entries[1], name, { polluted: true }));
    expect(faults(parseRecord(input))).toEqual([`malformed entries.1.${name}`]);
    const asEntry = edited((copy) => set(copy.entries[5], "supersedes", name));
    expect(faults(parseRecord(asEntry))).toEqual(["unknown_entry entries.5.supersedes"]);
    const asEpisode = edited((copy) => set(copy.entries[5], "episode", name));
    expect(faults(parseRecord(asEpisode))).toEqual(["unknown_episode entries.5.episode"]);
  });

  it("calls no getter", () => {
    let calls = 0;
    const input = Object.defineProperty(json(record), "id", { enumerable: true, get: () => `${++calls}` });
    expect(faults(parseRecord(input))).toEqual(["accessor_property id"]);
    expect(calls).toBe(0);
  });

  it.each<[string, unknown, string]>([
    [
      "too many entries",
      { ...json(begun), entries: Array.from({ length: recordLimits.entries + 1 }, () => json(everyKind[0])) },
      "too_large",
    ],
    [
      "a result 200 deep",
      edited((copy) => set(copy.entries[1]?.content, "result", JSON.parse(`${"[".repeat(200)}${"]".repeat(200)}`))),
      "too_deep",
    ],
    [
      "a long statement",
      edited((copy) => set(copy.entries[0], "statements", [{ says: "x".repeat(10_001), as: "fact", source: "a" }])),
      "too_large",
    ],
    ["a million values", { ...json(begun), entries: Array.from({ length: 1_000_001 }, () => 1) }, "too_large"],
  ])("is bounded: %s", (_, input, code) => {
    const result = parseRecord(input);
    expect(faults(result)[0]?.split(" ")[0]).toBe(code);
    expect(faults(result).length).toBeLessThanOrEqual(limits.issues);
  });

  it("gives a record or issues for anything at all, and throws nothing", () => {
    const part = fc.anything({ withNullPrototype: true, withDate: true, withMap: true, withBigInt: true });
    const places = Object.keys(record) as (keyof CaseRecord)[];
    fc.assert(
      fc.property(fc.constantFrom(...places), part, fc.nat(10), (place, value, at) => {
        const input = edited((copy) => {
          if (at < 5) set(copy, place, value);
          else set(copy.entries[at], "content", value);
        });
        const result = parseRecord(input);
        if (!result.ok) expect(result.issues.length).toBeGreaterThan(0);
        expect(typeof parseRecord(value).ok).toBe("boolean");
      }),
    );
  });
});

import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import { canonicalJson } from "../../src/instrument/index.ts";
import {
  type CaseRecord,
  classifyEngine,
  digest,
  type Entry,
  parseRecord,
  verify,
  verifyChain,
} from "../../src/record/index.ts";
import { appended, begun, everyKind, json, key, otherKey } from "./records.ts";

const record = appended(everyKind, { key });
const engines = [classifyEngine(fiveTypes)];

/** Every place that holds no object or list, and every empty one, as a path. */
function leaves(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([part, inner]) => leaves(inner, [...path, part]));
}

/** A copy with one place changed to another value of its kind. */
function tampered(path: readonly string[], change: "other" | "removed"): CaseRecord {
  const copy = json(record) as unknown as Record<string, unknown>;
  const parent = path.slice(0, -1).reduce((of, part) => of[part] as Record<string, unknown>, copy);
  const last = path.at(-1) as string;
  const value = parent[last];
  if (change === "removed") {
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete parent[last];
  } else if (typeof value === "string") {
    const end = value.at(-1) === "1" ? "2" : "1";
    parent[last] = value.slice(0, -1) + end;
  } else parent[last] = typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : "1";
  return copy as unknown as CaseRecord;
}

describe("the digest", () => {
  it("is HMAC-SHA-256 of the canonical JSON, as Node finds it", () => {
    const [first] = record.entries as [Entry];
    const { digest: own, ...rest } = first;
    expect(own).toBe(createHmac("sha256", key).update(canonicalJson(rest), "utf8").digest("hex"));
    expect(digest(first, key)).toBe(own);
    expect(first.previousDigest).toBe(createHmac("sha256", key).update(canonicalJson(begun), "utf8").digest("hex"));
  });

  it("is another under another key, and there is none without one", () => {
    const [first] = record.entries as [Entry];
    expect(digest(first, otherKey)).not.toBe(first.digest);
    for (const bad of [new Uint8Array(31), new Uint8Array(0), undefined, "x".repeat(64), [...key]]) {
      expect(() => digest(first, bad as Uint8Array)).toThrow("Expected 32 bytes or more");
      expect(() => verifyChain(begun, bad as Uint8Array)).toThrow("Expected 32 bytes or more");
    }
  });
});

describe("verifyChain", () => {
  it("finds nothing in a record as it was made, read back from JSON, in any order of keys", () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, part]) => [name, turned(part)]),
            )
          : value;
    for (const each of [record, json(record), turned(record) as CaseRecord]) {
      expect(verifyChain(each, key)).toEqual({ intact: true, breaks: [], lastDigest: record.entries.at(-1)?.digest });
    }
    expect(verifyChain(begun, key)).toEqual({ intact: true, breaks: [], lastDigest: null });
  });

  it("finds every edit and every removal of a single field, wherever it is", () => {
    const places = leaves(record);
    expect(places.length).toBeGreaterThan(200);
    for (const path of places) {
      for (const change of ["other", "removed"] as const) {
        const report = verifyChain(tampered(path, change), key);
        expect({ path, change, intact: report.intact }).toEqual({ path, change, intact: false });
        const at = path[0] === "entries" ? Number(path[1]) : 0;
        expect(report.breaks[0]?.index).toBe(at);
      }
    }
  });

  it("finds an entry taken out, put in twice, moved, or taken from another record", () => {
    const other = appended(everyKind, { key }, { ...begun, id: "case-0032" });
    fc.assert(
      fc.property(fc.nat(record.entries.length - 2), fc.nat(record.entries.length - 2), (one, two) => {
        const entries = [...record.entries];
        const [moved] = entries.splice(one, 1) as [Entry];
        expect(verifyChain({ ...record, entries }, key).intact).toBe(false);
        const back = entries.toSpliced(two, 0, moved);
        expect(verifyChain({ ...record, entries: back }, key).intact).toBe(one === two);
        expect(verifyChain({ ...record, entries: record.entries.toSpliced(one, 0, moved) }, key).intact).toBe(false);
        const foreign = other.entries[one] as Entry;
        expect(verifyChain({ ...record, entries: record.entries.with(one, foreign) }, key).intact).toBe(false);
      }),
    );
  });

  it("finds an end cut off only against a digest that was kept, which a longer record still holds", () => {
    const keptDigest = verifyChain(record, key).lastDigest ?? "";
    const cut = { ...record, entries: record.entries.slice(0, -1) };
    expect(verifyChain(cut, key).intact).toBe(true);
    expect(verifyChain(cut, key, { keptDigest }).breaks).toEqual([{ index: 10, entry: null, fault: "cut_off" }]);
    const earlier = cut.entries.at(-1)?.digest ?? "";
    expect(verifyChain(record, key, { keptDigest: earlier }).intact).toBe(true);
    expect(verifyChain({ ...record, entries: [] }, key, { keptDigest }).intact).toBe(false);
  });

  it("under another key finds every entry altered", () => {
    const { breaks } = verifyChain(record, otherKey);
    expect(breaks.filter(({ fault }) => fault === "altered")).toHaveLength(record.entries.length);
  });

  it("a chain that begins later covers what stood before it, and a record without one is not intact", () => {
    const plain = appended(everyKind.slice(0, 3));
    const later = appended(everyKind.slice(3), { key }, plain);
    expect(verifyChain(later, key).intact).toBe(true);
    const edited = json(later) as unknown as { entries: { by: string }[] };
    (edited.entries[0] as { by: string }).by = "rater-9";
    expect(verifyChain(edited as unknown as CaseRecord, key).breaks).toEqual([
      { index: 3, entry: "n4", fault: "unlinked" },
    ]);
    expect(verifyChain(plain, key).breaks.map(({ fault }) => fault)).toEqual(["missing", "missing", "missing"]);
  });

  it("finds digests taken off all entries, off the first and off the last", () => {
    const without = (at: (index: number) => boolean) => ({
      ...record,
      entries: record.entries.map((entry, index) => {
        if (!at(index)) return entry;
        const { digest: _, previousDigest: __, ...rest } = entry;
        return rest as Entry;
      }),
    });
    for (const at of [() => true, (index: number) => index === 0, (index: number) => index === 10]) {
      expect(verifyChain(without(at), key).intact).toBe(false);
    }
  });
});

describe("verify without a key", () => {
  it("finds every single edit of a result, by its pointer, unless the record is no record any more", () => {
    const result = ["entries", "1", "content", "result"];
    const places = leaves(record).filter((path) => result.every((part, at) => path[at] === part));
    expect(places.length).toBeGreaterThan(50);
    for (const path of places) {
      const [found] = verify(tampered(path, "other"), engines).results;
      expect(found).toEqual({ index: 1, entry: "n2", status: "different", differs: [`/${path.slice(4).join("/")}`] });
    }
  });

  it("finds every edit of an answer that a rule or a count reads, and every edit of the provenance", () => {
    for (const path of leaves(record).filter(
      ([, at, , part]) => at === "1" && ["instrument", "producedBy"].includes(part ?? ""),
    )) {
      expect(verify(tampered(path, "other"), engines).results[0]?.status ?? "no result").not.toBe("same");
    }
    for (const path of leaves(record).filter(([, at, , part]) => at === "1" && part === "answers")) {
      expect(verify(tampered(path, "other"), engines).results[0]?.status).toBe("different");
      expect(verify(tampered(path, "removed"), engines).results[0]?.status).toBe("different");
    }
  });

  it("a record edited in its structure is refused by parseRecord", () => {
    expect(parseRecord(tampered(["entries", "1", "content", "instrument", "hash"], "removed")).ok).toBe(false);
  });
});

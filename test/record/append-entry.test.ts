import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imminentConcern } from "../../src/content/instruments/index.ts";
import {
  appendEntry,
  type CaseRecord,
  currentEntries,
  episodesOf,
  type NewEntry,
  recordedScore,
  startRecord,
  typesByEpisode,
} from "../../src/record/index.ts";
import type { Answers } from "../support/library.ts";
import { appended, assessment, begun, classified, episodes, everyKind, faults, json, key } from "./records.ts";

const referral = everyKind[0] as NewEntry;
/** The same, once more and later. */
const next = { ...referral, id: "x", at: "2026-01-06" };
const put = (entry: unknown, record: CaseRecord = begun) => faults(appendEntry(record, entry as NewEntry));

describe("appendEntry", () => {
  it("takes an entry of every kind, with and without a key", () => {
    expect(appended(everyKind).entries.map(({ id }) => id)).toEqual(everyKind.map(({ id }) => id));
    expect(appended(everyKind, { key }).entries.every(({ digest }) => digest?.length === 64)).toBe(true);
    expect(JSON.stringify(appended(everyKind))).not.toContain("igest");
  });

  it("never alters what stood there: the bytes before are a beginning of the bytes after", () => {
    fc.assert(
      fc.property(fc.nat({ max: everyKind.length - 1 }), fc.boolean(), (many, withKey) => {
        const options = withKey ? { key } : {};
        const before = appended(everyKind.slice(0, many), options);
        const bytes = JSON.stringify(before);
        const after = appended(everyKind.slice(many, many + 1), options, before);
        expect(JSON.stringify(before)).toBe(bytes);
        expect(JSON.stringify(after).startsWith(bytes.slice(0, -2))).toBe(true);
        expect(after.entries.slice(0, many)).toEqual(before.entries);
        expect(after.entries).toHaveLength(many + 1);
      }),
    );
  });

  it("gives a record that cannot be written to, and leaves the caller's entry as it was", () => {
    const entry = json(referral) as { by: string };
    const record = appended([entry as unknown as NewEntry]);
    entry.by = "someone-else";
    expect(record.entries[0]?.by).toBe("desk-1");
    expect(Object.isFrozen(record.entries) && Object.isFrozen(record.entries[0]?.content)).toBe(true);
    expect(Object.isFrozen(entry)).toBe(false);
  });

  it.each<[string, unknown, readonly string[]]>([
    ["an id twice", { ...next, id: "n1" }, ["duplicate_name id"]],
    ["an unknown entry superseded", { ...next, supersedes: "n99" }, ["unknown_entry supersedes"]],
    ["itself superseded", { ...next, supersedes: "x" }, ["unknown_entry supersedes"]],
    ["another kind superseded", { ...next, supersedes: "n2" }, ["wrong_kind supersedes"]],
    [
      "the same kind in another episode superseded",
      { ...assessment("x", {}), episode: "e2", supersedes: "n2" },
      ["wrong_kind supersedes"],
    ],
    [
      "a time before the last and before the superseded one",
      { ...referral, id: "x", at: "2026-01-04", supersedes: "n1" },
      ["time_goes_back at", "supersedes_later supersedes"],
    ],
    ["a time before the last", { ...referral, id: "x", at: "2026-01-05T23:59:59Z" }, ["time_goes_back at"]],
    ["no time", { ...referral, id: "x", at: "yesterday" }, ["malformed at"]],
    ["a day that is not there", { ...referral, id: "x", at: "2026-02-30" }, ["malformed at"]],
    ["local time", { ...referral, id: "x", at: "2026-01-07T10:00:00+01:00" }, ["malformed at"]],
    ["an unknown episode", { ...assessment("x", {}), episode: "e9" }, ["unknown_episode episode"]],
    ["no episode", { ...assessment("x", {}), episode: undefined }, ["malformed episode"]],
    ["an unknown kind", { ...next, kind: "decision" }, ["malformed kind"]],
    ["a correction of nothing", { ...next, kind: "correction", content: { reason: "x" } }, ["malformed supersedes"]],
    [
      "a digest of the caller's own",
      { ...next, digest: "0".repeat(64), previousDigest: "0".repeat(64) },
      ["malformed previousDigest", "malformed digest"],
    ],
    ["a key that is not known", { ...next, name: "CANARY" }, ["malformed name"]],
    [
      "a window that ends before it begins",
      assessment("x", {}, {
        content: { ...(assessment("x", {}).content as object), window: { from: "2026", to: "2025-12" } },
      } as never),
      ["time_goes_back content.window.to"],
    ],
    [
      "a review that disagrees without a reason",
      {
        id: "x",
        kind: "review",
        at: "2026-02",
        by: "r-3",
        content: { of: "n2", judgement: "other", agrees: "no", seen: [] },
      },
      ["malformed at", "needs_reason content.reason"],
    ],
    [
      "a review of a referral",
      {
        id: "x",
        kind: "review",
        at: "2026-02-01",
        by: "r-3",
        content: { of: "n1", judgement: "other", agrees: "yes", seen: [] },
      },
      ["wrong_kind content.of"],
    ],
    [
      "other people in an episode",
      { id: "x", kind: "episode", at: "2026-02-01", by: "r-3", content: { ...episodes[0], target: "t-099" } },
      ["malformed content.target"],
    ],
    [
      "one person as both",
      { id: "x", kind: "episode", at: "2026-02-01", by: "r-3", content: { ...episodes[0], id: "e3", target: "p-014" } },
      ["malformed content.target"],
    ],
  ])("refuses %s", (_, entry, wanted) => {
    expect(put(entry, appended(everyKind.slice(0, 2)))).toEqual(wanted);
  });

  it("refuses to supersede an entry twice, and a review of one that is superseded", () => {
    const record = appended([...everyKind.slice(0, 2), assessment("x1", {}, { supersedes: "n2" })]);
    expect(put(assessment("x2", {}, { supersedes: "n2" }), record)).toEqual(["already_superseded supersedes"]);
    expect(put(everyKind[2], record)).toEqual(["already_superseded content.of"]);
    expect(put(assessment("x2", {}, { supersedes: "x1" }), record)).toEqual([]);
  });

  it("refuses an entry without the key once a record is chained, and a key that is too short", () => {
    const record = appended(everyKind.slice(0, 1), { key });
    expect(put(everyKind[1], record)).toEqual(["not_chained "]);
    expect(() => appendEntry(begun, referral, { key: new Uint8Array(31) })).toThrow("32 bytes");
  });

  it("does not take an episode away from under its entries", () => {
    const later = {
      id: "x1",
      kind: "episode",
      at: "2026-01-05",
      by: "r-2",
      content: { ...episodes[0], id: "e3" },
    } as const;
    const record = appended([later, { ...assessment("x2", {}), episode: "e3" } as NewEntry]);
    const gone = {
      id: "x3",
      kind: "withdrawal",
      at: "2026-01-06",
      by: "r-2",
      supersedes: "x1",
      content: { reason: "x" },
    };
    expect(put(gone, record)).toEqual(["wrong_kind supersedes"]);
  });
});

describe("an override", () => {
  const override = (content: object) =>
    put(
      {
        id: "x",
        kind: "override",
        at: "2026-01-07",
        by: "rater-3",
        content: { of: "n2", part: "concern", ...content },
      },
      appended(everyKind.slice(0, 2)),
    );
  const scale = ["low", "moderate", "high"];

  it("upwards is free", () => expect(override({ from: "low", to: "high", scale })).toEqual([]));

  it("downwards needs a reason and a second person", () => {
    const wanted = ["needs_reason content.reason", "needs_second_person content.secondPerson"];
    expect(override({ from: "high", to: "low", scale })).toEqual(wanted);
    expect(override({ from: "high", to: "low", scale, reason: "  ", secondPerson: "rater-3" })).toEqual(wanted);
    expect(override({ from: "high", to: "low", scale, reason: "r", secondPerson: "rater-4" })).toEqual([]);
  });

  it("to the same value counts as downwards, and one without a scale needs a reason", () => {
    expect(override({ from: "low", to: "low", scale })).toHaveLength(2);
    expect(override({ from: "rejected", to: "resentful" })).toEqual(["needs_reason content.reason"]);
    expect(override({ from: "rejected", to: "resentful", reason: "r" })).toEqual([]);
  });

  it("cannot name values that the scale lacks, or a scale that names one twice", () => {
    expect(override({ from: "lo", to: "high", scale })).toEqual(["malformed content.from"]);
    expect(override({ from: "low", to: "hi", scale })).toEqual(["malformed content.to"]);
    expect(override({ from: "high", to: "low", scale: ["high", "low", "high"] })).toEqual([
      "duplicate_name content.scale",
    ]);
  });
});

describe("an override of a level that a result holds", () => {
  const asOf = "2026-01-06";
  const scored = (answers: Answers) =>
    recordedScore(answers, {
      instrument: imminentConcern,
      asOf,
      window: { from: null, to: asOf },
      respondent: "target",
    });
  const override = (answers: Answers, content: object) =>
    put(
      {
        id: "x",
        kind: "override",
        at: "2026-01-07",
        by: "rater-3",
        content: { of: "s1", part: "urgency", ...content },
      },
      appended([assessment("s1", {}, { content: scored(answers) } as Partial<NewEntry>)]),
    );
  const now = { near_now: "yes", strangled: "last_week" } as const;
  const open = { near_now: "no", strangled: "earlier" } as const;
  const scale = ["none_in_answers", "heightened", "urgent", "act_now"];

  it("cannot be written down as one that is on no scale", () => {
    const content = { from: "act_now", to: "urgent", reason: "r" };
    expect(override(now, content)).toEqual(["malformed content.scale"]);
    expect(override(now, { ...content, part: "levels.urgency" })).toEqual(["malformed content.part"]);
    expect(override(now, { ...content, scale, secondPerson: "rater-4" })).toEqual([]);
    expect(override(now, { ...content, scale, secondPerson: "Rater-3" })).toEqual([
      "needs_second_person content.secondPerson",
    ]);
  });

  it("sets aside a value that the result has", () => {
    expect(override(now, { from: "none_in_answers", to: "urgent", scale })).toEqual(["malformed content.from"]);
    expect(override(open, { from: "urgent", to: "act_now", scale })).toEqual([]);
  });

  it.each([
    ["from the most concern to the least", scale.toReversed()],
    ["with a value that the level lacks", [...scale, "worse"]],
    ["with a value twice", ["none_in_answers", "urgent", "urgent", "act_now"]],
  ])("is on no scale %s, whether it is settled or open", (_, wrong) => {
    for (const answers of [now, open]) {
      const found = override(answers, {
        from: "act_now",
        to: "urgent",
        scale: wrong,
        reason: "r",
        secondPerson: "rater-4",
      });
      expect(found).toContain("malformed content.scale");
    }
  });

  it("may be on a part of the level's scale", () => {
    expect(override(open, { from: "urgent", to: "act_now", scale: ["urgent", "act_now"] })).toEqual([]);
  });

  it("may set aside what an override before it put there", () => {
    const first = {
      id: "x1",
      kind: "override",
      at: "2026-01-07",
      by: "rater-3",
      content: {
        of: "s1",
        part: "urgency",
        from: "act_now",
        to: "heightened",
        scale,
        reason: "r",
        secondPerson: "rater-4",
      },
    } as const;
    const record = appended([assessment("s1", {}, { content: scored(now) } as Partial<NewEntry>), first]);
    const content = { of: "s1", part: "urgency", from: "heightened", to: "urgent", scale };
    expect(put({ ...first, id: "x2", content }, record)).toEqual([]);
  });
});

it("no assessment is of a day that had not come when it was written, on any clock in the world", () => {
  const of = (asOf: string, to: string) => {
    const content = { ...classified({}), asOf, window: { from: null, to } };
    return put(assessment("n1", {}, { at: "2026-01-06T23:00:00Z", content } as Partial<NewEntry>), begun);
  };
  expect(of("2026-01-07", "2026-01")).toEqual([]);
  expect(of("2026-01-09", "2026-02")).toEqual(["malformed content.asOf", "malformed content.window.to"]);
});

describe("pseudonyms", () => {
  it.each(["Anna Smith", "anna@example.org", "Anna", "07700900123", "", "Åsa1", "../x1", "p\n1"])(
    "%j is refused as the id of a record and of a person",
    (name) => {
      const one = { ...episodes[0], personOfConcern: name };
      const result = startRecord({ id: name, createdAsOf: "2026-01-05", episodes: [one] });
      expect(
        faults(result).every((fault) => /^(not_pseudonymous|malformed) (id|episodes\.0\.personOfConcern)$/.test(fault)),
      ).toBe(true);
      expect(faults(result)).toHaveLength(2);
      if (name.length > 3) expect(JSON.stringify(result)).not.toContain(name);
    },
  );

  it.each(["p-014", "P.14_b:2", "7d3f1c2e-0a4b-4c8d-9e6f-123456789012", "c123456"])("%s is taken", (id) => {
    expect(faults(startRecord({ id, createdAsOf: "2026-01-05T08:30:00.250Z", episodes: [] }))).toEqual([]);
  });

  it("are asked for in every field that is no sentence", () => {
    const name = "Anna Smith";
    for (const entry of everyKind) {
      const places = (value: unknown, path: readonly string[]): readonly (readonly string[])[] =>
        typeof value === "string"
          ? [path]
          : typeof value === "object" && value !== null && !["answers", "result"].includes(path.at(-1) ?? "")
            ? Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))
            : [];
      for (const path of places(entry, [])) {
        if (["says", "reason"].includes(path.at(-1) ?? "")) continue;
        const changed = json(entry) as unknown as Record<string, unknown>;
        const parent = path.slice(0, -1).reduce((of, key) => of[key] as Record<string, unknown>, changed);
        parent[path.at(-1) as string] = name;
        const before = appended(everyKind.slice(0, everyKind.indexOf(entry)));
        const result = appendEntry(before, changed as unknown as NewEntry);
        expect({ path, ok: result.ok }).toEqual({ path, ok: false });
        expect(JSON.stringify(result)).not.toContain(name);
      }
    }
  });
});

describe("what stands", () => {
  it("is every entry that none has superseded, in order", () => {
    expect(currentEntries(appended(everyKind)).map(({ id }) => id)).toEqual(
      everyKind.map(({ id }) => id).filter((id) => id !== "n8" && id !== "n5"),
    );
  });

  it("has each episode once, with its latest period", () => {
    expect(episodesOf(appended(everyKind))).toEqual([{ ...episodes[0], to: "2026-02" }, episodes[1]]);
  });

  it("shows types by episode, with reviews and overrides beside them and never in their place", () => {
    const [first, second] = typesByEpisode(appended(everyKind));
    expect(
      first?.assessments.map(({ entry, outcome, reviews, overrides }) => [
        entry.id,
        outcome,
        reviews.map(({ id }) => id),
        overrides.map(({ id }) => id),
      ]),
    ).toEqual([["n2", { kind: "single", type: "resentful" }, ["n3"], ["n4"]]]);
    expect(second).toEqual({ episode: episodes[1], assessments: [] });
    expect(typesByEpisode(appended(everyKind), { function: "score" })[0]?.assessments).toEqual([]);
  });

  it("a superseded assessment is not among the types", () => {
    const record = appended([...everyKind, assessment("x", {}, { at: "2026-03-01", supersedes: "n2" })]);
    expect(typesByEpisode(record)[0]?.assessments.map(({ entry }) => entry.id)).toEqual(["x"]);
  });
});

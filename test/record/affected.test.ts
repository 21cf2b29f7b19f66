import fc from "fast-check";
import { describe, expect, it } from "vitest";
import shipped from "../../advisories.json" with { type: "json" };
import { directive2024Article6 } from "../../src/content/definitions/index.ts";
import { type Advisory, affected, type NewEntry, parseAdvisories, recordedProfile } from "../../src/record/index.ts";
import { fiveTypes } from "../support/library.ts";
import { appended, assessment, faults, json } from "./records.ts";

const advisory: Advisory = {
  id: "ADV-2026-01",
  published: "2026-02-01",
  about: { kind: "typology", id: "five-types" },
  versions: ["0.2.0"],
  rules: ["predatory"],
  effect: "A made-up fault.",
  action: "run_again",
};
const record = appended([assessment("n1", {}), assessment("n2", {}, { supersedes: "n1" })]);
const version = fiveTypes.version;
const stored = (used: string) =>
  ({ id: [used], uses: [{ kind: "typology", id: "five-types", version: used }] }) as const;
const found = (used: readonly string[], versions: Advisory["versions"]) =>
  affected(used.map(stored), [{ ...advisory, versions }]).flatMap(({ id }) => id);

describe("affected", () => {
  it("finds the results of a record, those superseded marked, with the reason", () => {
    const { versions: _, published: __, ...reason } = { ...advisory, version };
    expect(affected([record], [{ ...advisory, versions: [version] }])).toEqual([
      { id: ["case-0031", "n1"], current: false, advisories: [reason] },
      { id: ["case-0031", "n2"], current: true, advisories: [reason] },
    ]);
  });

  it("finds exactly the versions that are listed, or in the range", () => {
    const all = ["0.1.9", "0.2.0", "0.2.1", "0.10.0", "1.0.0"];
    expect(found(all, ["0.2.0", "1.0.0"])).toEqual(["0.2.0", "1.0.0"]);
    expect(found(all, { from: "0.2.0", before: "0.10.0" })).toEqual(["0.2.0", "0.2.1"]);
    expect(found(all, { before: "0.2.0" })).toEqual(["0.1.9"]);
    expect(found(all, { from: "0.10.0" })).toEqual(["0.10.0", "1.0.0"]);
  });

  it("a range and its rest part all versions between them", () => {
    const part = fc.nat(12);
    const versions = fc.tuple(part, part, part).map((parts) => parts.join("."));
    fc.assert(
      fc.property(fc.array(versions), versions, (all, border) => {
        const [before, from] = [found(all, { before: border }), found(all, { from: border })];
        expect(before.length + from.length).toBe(all.length);
        expect(found(all, { from: border, before: border })).toEqual([]);
      }),
    );
  });

  it.each<[Advisory["about"], boolean]>([
    [{ kind: "instrument", id: "ssb-type" }, true],
    [{ kind: "library", id: "stalker-typology" }, true],
    [{ kind: "instrument", id: "five-types" }, false],
    [{ kind: "profile", id: "five-types" }, false],
    [{ kind: "typology", id: "other" }, false],
  ])("about %j: %s", (about, is) => {
    expect(affected([record], [{ ...advisory, about, versions: { from: "0.0.0" } }]).length > 0).toBe(is);
  });

  it("leaves a result out only if the rules that it rests on are known and are others", () => {
    const one = stored("0.2.0");
    expect(affected([{ ...one, rules: ["resentful"] }], [advisory])).toEqual([]);
    expect(affected([{ ...one, rules: ["resentful", "predatory"] }], [advisory])).toHaveLength(1);
    expect(affected([{ ...one, rules: ["resentful"] }], [{ ...advisory, rules: [] }])).toHaveLength(1);
    expect(affected([one], [advisory])).toHaveLength(1);
  });

  it("finds a definition's result by every form that the definition reads", () => {
    const profile = directive2024Article6;
    const content = recordedProfile({ tracks_location: "once" }, { profile, respondent: "rater" });
    const of = (id: string) =>
      affected(
        [appended([assessment("n1", {}, { content } as Partial<NewEntry>)])],
        [{ ...advisory, about: { kind: "instrument", id }, versions: { from: "0.0.0" } }],
      ).length;
    expect(["ssb-conduct", "ssb-tech", "ssb-type"].map(of)).toEqual([1, 1, 0]);
  });

  it("finds a result by each of several versions, and one whose version cannot be read", () => {
    const two = { id: ["1"], uses: [...stored("0.1.0").uses, ...stored("0.2.0").uses] };
    expect(affected([two], [advisory]).map(({ advisories: [first] }) => first?.version)).toEqual(["0.2.0"]);
    expect(found(["", "v0.3.0", "0.3.0"], { before: "0.2.0" })).toEqual(["", "v0.3.0"]);
  });

  it("finds nothing without advisories", () => expect(affected([record], [])).toEqual([]));
});

describe("parseAdvisories", () => {
  it("takes the list that is shipped, which is empty so far", () => {
    expect(parseAdvisories(shipped)).toEqual({ ok: true, value: shipped });
  });

  it.each<[string, unknown, string]>([
    ["an id twice", [advisory, advisory], "duplicate_name 1.id"],
    [
      "a range that holds no version",
      [{ ...advisory, versions: { from: "0.2.0", before: "0.2.0" } }],
      "malformed 0.versions.before",
    ],
    ["a fixed version with the fault", [{ ...advisory, fixedIn: "0.2.0" }], "malformed 0.fixedIn"],
    ["another library", [{ ...advisory, about: { kind: "library", id: "stalker_typology" } }], "malformed 0.about.id"],
    ["a range without ends", [{ ...advisory, versions: {} }], "malformed 0.versions"],
    ["an empty list of versions", [{ ...advisory, versions: [] }], "malformed 0.versions"],
    ["a version that is none", [{ ...advisory, versions: { from: "1.x" } }], "malformed 0.versions.from"],
    ["a day that is none", [{ ...advisory, published: "2026-02-30" }], "malformed 0.published"],
    ["another action", [{ ...advisory, action: "ignore" }], "malformed 0.action"],
    ["a key that is not known", [{ ...advisory, note: "x" }], "malformed 0.note"],
    ["an effect without words", [{ ...advisory, effectIn: { cy: "" } }], "malformed 0.effectIn.cy"],
    ["a language that is none", [{ ...advisory, effectIn: { Welsh_: "x" } }], "malformed 0.effectIn.Welsh_"],
    ["no list", { advisories: [] }, "malformed "],
  ])("refuses %s", (_, input, fault) => {
    expect(faults(parseAdvisories(input))).toEqual([fault]);
  });

  it("takes an effect in other languages, which goes along with each result", () => {
    const told = { ...advisory, versions: [version], effectIn: { cy: "Nam gwneud." } };
    const result = parseAdvisories([told]);
    expect(result).toEqual({ ok: true, value: [told] });
    expect(affected([stored(version)], [told])[0]?.advisories[0]?.effectIn).toEqual({ cy: "Nam gwneud." });
  });

  it("gives a frozen copy", () => {
    const result = parseAdvisories(json([advisory]));
    expect(result.ok && Object.isFrozen(result.value[0]?.about)).toBe(true);
  });
});

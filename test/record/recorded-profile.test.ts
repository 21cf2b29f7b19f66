import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allEngines } from "../../src/cli/engines.ts";
import { voiceOf } from "../../src/cli/words.ts";
import { allProfiles } from "../../src/content/definitions/index.ts";
import { type Profile, profileScope, withParameters } from "../../src/definition/index.ts";
import { AssessmentError, valueOrThrow } from "../../src/issues/index.ts";
import {
  appendEntry,
  type CaseRecord,
  parseRecord,
  profileEngine,
  recordedProfile,
  startRecord,
  verify,
} from "../../src/record/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { english } from "../support/commands.ts";

const episode = { id: "e1", personOfConcern: "p-014", target: "t-022", from: "2025-11", to: null };
const begun = valueOrThrow(startRecord({ id: "case-1", createdAsOf: "2026-01-05", episodes: [episode] }));
const inRecord = (content: ReturnType<typeof recordedProfile>): CaseRecord => {
  const entry = { id: "n1", kind: "assessment", at: "2026-03-01", by: "r-2", episode: "e1", content } as const;
  return valueOrThrow(parseRecord(JSON.parse(JSON.stringify(valueOrThrow(appendEntry(begun, entry))))));
};
const shipped = allEngines(voiceOf(english));
const given = { respondent: "rater", asOf: "2026-03-01" } as const;

describe.each(allProfiles.map((profile) => [profile.id, profile] as const))("answers held against %s", (_, profile) => {
  it("read back from JSON, come out the same in this release", () => {
    fc.assert(
      fc.property(answersTo(profileScope(profile)), (answers) => {
        const record = inRecord(recordedProfile(answers, { profile, ...given }));
        expect(verify(record, shipped).results).toEqual([{ index: 0, entry: "n1", status: "same" }]);
      }),
      { numRuns: 5 },
    );
  });

  it("cannot be held against another version, and an edited result is found by its place", () => {
    const content = recordedProfile({}, { profile, ...given });
    const later = profileEngine({ ...profile, version: "9.0.0" });
    expect(verify(inRecord(content), [later]).results).toMatchObject([{ status: "cannot", missing: "rules" }]);
    const edited = inRecord({ ...content, result: { ...(content.result as object), caseness: "CANARY" } });
    expect(verify(edited, shipped).results).toEqual([
      { index: 0, entry: "n1", status: "different", differs: ["/caseness"] },
    ]);
  });
});

it("other parameters are other rules, which the caller's own engine runs", () => {
  const [profile, name, value] = allProfiles.flatMap((each) =>
    Object.entries(each.parameters).flatMap(([key, { sets, value: usual }]) => {
      const among = sets.flatMap((set) => ("among" in set ? set.among.map(({ at }) => at) : []));
      const other = among.find((at) => at !== usual);
      return other === undefined ? [] : [[each, key, other] as const];
    }),
  )[0] as readonly [Profile, string, number];
  const changed = withParameters(profile, { [name]: value });
  const record = inRecord(recordedProfile({}, { profile: changed, ...given }));
  expect(verify(record, shipped).results).toMatchObject([{ status: "cannot", missing: "rules" }]);
  expect(verify(record, [profileEngine(changed)])).toMatchObject({ same: 1 });
});

it("a code that no form lists is refused before it is kept, without its value", () => {
  const [profile] = allProfiles as readonly [Profile, ...Profile[]];
  const wrong = () => recordedProfile({ follows: "CANARY" }, { profile, ...given });
  expect(wrong).toThrow(AssessmentError);
  expect(wrong).not.toThrow(/CANARY/);
});

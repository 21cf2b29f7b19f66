import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allEngines } from "../../src/cli/engines.ts";
import { voiceOf } from "../../src/cli/words.ts";
import * as content from "../../src/content/instruments/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { valueOrThrow } from "../../src/issues/index.ts";
import { appendEntry, parseRecord, recordedScore, scoreEngine, startRecord, verify } from "../../src/record/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { english } from "../support/commands.ts";
import { inPseudo } from "../support/pseudo-locale.ts";

const all: readonly Instrument[] = Object.values(content);
const today = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } } as const;
const episode = { id: "e1", personOfConcern: "p-014", target: "t-022", from: "2025-11", to: null };
const begun = valueOrThrow(startRecord({ id: "case-1", createdAsOf: "2026-01-05", episodes: [episode] }));
const assessmentOf = <C>(content: C) =>
  ({ id: "n1", kind: "assessment", at: "2026-03-01", by: "r-2", episode: "e1", content }) as const;

describe.each(all.map((form) => [form.id, form] as const))("a recorded score of %s", (_, form) => {
  it("read back from JSON and run again, comes out the same", () => {
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const assessed = recordedScore(answers, { instrument: form, ...today });
        const entry = assessmentOf(assessed);
        const record = valueOrThrow(parseRecord(JSON.parse(JSON.stringify(valueOrThrow(appendEntry(begun, entry))))));
        expect(verify(record, allEngines(voiceOf(english))).results).toEqual([
          { index: 0, entry: "n1", status: "same" },
        ]);
      }),
      { numRuns: 15 },
    );
  });

  it("cannot be run by a later version of the form, and says so", () => {
    const assessed = recordedScore({}, { instrument: form, ...today });
    const entry = assessmentOf(assessed);
    const record = valueOrThrow(appendEntry(begun, entry));
    const changed = scoreEngine({ ...form, version: "9.0.0" });
    expect(verify(record, [changed]).results).toMatchObject([{ status: "cannot", missing: "instrument_version" }]);
    const edited = scoreEngine({ ...form, title: "Another title" });
    expect(verify(record, [edited]).results).toMatchObject([{ status: "cannot", missing: "instrument_hash" }]);
  });
});

it("a result edited by hand is found, by its place and without its value", () => {
  const assessed = recordedScore(
    { near_now: "no", strangled: "earlier" },
    { instrument: content.imminentConcern, ...today },
  );
  const result = JSON.parse(JSON.stringify(assessed.result));
  result.levels.urgency.shown = { kind: "settled", outcome: "none_in_answers" };
  const entry = {
    id: "n1",
    kind: "assessment",
    at: "2026-03-01",
    by: "r-2",
    episode: "e1",
    content: { ...assessed, result },
  } as const;
  const verification = verify(valueOrThrow(appendEntry(begun, entry)), allEngines(voiceOf(english)));
  expect(verification.results).toMatchObject([{ status: "different" }]);
  expect(JSON.stringify(verification)).toContain("/levels/urgency/shown");
  expect(JSON.stringify(verification)).not.toContain("none_in_answers");
});

it("a result in other words than English is run again with those words, and by no others", () => {
  const translated = inPseudo(content.quickScreen);
  const assessed = recordedScore({ victim_finds_unwanted: "yes" }, { instrument: translated, ...today });
  const entry = assessmentOf(assessed);
  const record = valueOrThrow(parseRecord(JSON.parse(JSON.stringify(valueOrThrow(appendEntry(begun, entry))))));
  expect(assessed.instrument.version).toBe(`${content.quickScreen.version}+xx.1.0.0`);
  expect(verify(record, [scoreEngine(translated)]).results).toMatchObject([{ status: "same" }]);
  expect(verify(record, allEngines(voiceOf(english))).results).toMatchObject([
    { status: "cannot", missing: "instrument_version" },
  ]);
});

it("a day edited by hand is told in its own place, and not as an answer", () => {
  const of = (beside: object) => {
    const assessed = recordedScore({ near_now: "no" }, { instrument: content.imminentConcern, ...today });
    const edited = { ...assessed, ...beside };
    const entry = assessmentOf(edited);
    return verify(valueOrThrow(appendEntry(begun, entry)), [scoreEngine(content.imminentConcern)]).results;
  };
  expect(of({ asOf: "2026-02" })).toMatchObject([{ differs: ["/asOf"] }]);
  expect(of({ asOf: null })).toMatchObject([{ differs: ["/asOf"] }]);
  expect(of({ asOf: "2026-02-01" })).toMatchObject([{ differs: ["/window/to"] }]);
  expect(of({ window: { from: null, to: null } })).toMatchObject([{ differs: ["/window/to"] }]);
});

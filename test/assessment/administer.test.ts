import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answersTo } from "../support/arbitraries.ts";
import {
  type Administration,
  type Answers,
  AssessmentError,
  answerItem,
  classify,
  coverage,
  goBack,
  nextItem,
  type Parsed,
  progress,
  relationshipAndMotive,
  resumeAdministration,
  startAdministration,
  valueOrThrow,
  visibleItems,
} from "../support/library.ts";
import { toy } from "../support/toy-instruments.ts";

const begun = startAdministration(toy, { respondent: "rater" });
const given = (answers: Answers, from: Administration = begun): Administration =>
  Object.entries(answers).reduce((so, [id, answer]) => valueOrThrow(answerItem(toy, so, id, answer)), from);
const faults = (result: Parsed<unknown>) =>
  result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
const saved = (administration: Administration) => JSON.parse(JSON.stringify(administration));

describe("startAdministration", () => {
  it("begins with no answers, for one of the instrument's respondents", () => {
    expect(begun).toMatchObject({
      respondent: "rater",
      answers: {},
      history: [],
      instrument: { id: "toy", version: "1.0.0" },
    });
    expect(Object.isFrozen(begun.instrument)).toBe(true);
  });

  it("refuses a respondent whom the instrument is not for", () => {
    expect(() => startAdministration(toy, { respondent: "target" })).toThrow(AssessmentError);
  });
});

describe("visibleItems", () => {
  it("shows an item while its gate is unknown and hides it once that is false", () => {
    expect(visibleItems(toy, {})).toEqual(["met", "place", "calls", "visits", "days", "afraid", "told"]);
    expect(visibleItems(toy, { met: "not_sure" })).toContain("visits");
    expect(visibleItems(toy, { met: "no" })).toEqual(["met", "place", "calls", "afraid", "told"]);
  });
});

describe("nextItem", () => {
  it("asks in the instrument's order and passes over what is closed", () => {
    expect(nextItem(toy, begun)).toBe("met");
    expect(nextItem(toy, given({ met: "no", place: "street", calls: "once" }))).toBe("afraid");
    expect(nextItem(toy, given({ met: "no", place: "street", calls: "once", afraid: "no" }))).toBeNull();
  });

  it("does not ask again what the respondent is not sure of or would rather not say", () => {
    expect(nextItem(toy, given({ met: "not_sure", place: "prefer_not" }))).toBe("calls");
  });

  it("keeps to an order that is given, and ends with it", () => {
    const order = ["afraid", "visits", "met"];
    expect(nextItem(toy, begun, order)).toBe("afraid");
    expect(nextItem(toy, given({ afraid: "yes", met: "no" }), order)).toBeNull();
    expect(nextItem(toy, begun, [])).toBeNull();
  });

  it("refuses an order that names an item the instrument lacks", () => {
    expect(() => nextItem(toy, begun, ["met", "mett"])).toThrow(AssessmentError);
  });

  it("can be driven by the adaptive order until the outcome is settled", () => {
    const form = relationshipAndMotive;
    let now = startAdministration(form, { respondent: "rater" });
    for (let asked = 0; asked < 40; asked++) {
      const id = nextItem(form, now, classify(now.answers).open);
      if (id === null) break;
      const responses = form.items[id as keyof typeof form.items].responses;
      now = valueOrThrow(
        answerItem(
          form,
          now,
          id,
          Object.keys(responses.options).at(-1) === "no"
            ? "no"
            : "stranger" in responses.options
              ? "stranger"
              : "other",
        ),
      );
    }
    expect(classify(now.answers)).toMatchObject({ settled: true, outcome: { kind: "undetermined" } });
    expect(progress(form, now).remaining).toBeGreaterThan(0);
  });
});

describe("answerItem", () => {
  it("gives a new administration and leaves the old one as it was", () => {
    const next = given({ met: "yes" });
    expect([next.answers, begun.answers]).toEqual([{ met: "yes" }, {}]);
    expect(Object.isFrozen(next.answers)).toBe(true);
  });

  it.each<[string, string, unknown, string]>([
    ["an unknown item", "mett", "yes", "unknown_item mett"],
    ["an inherited name", "toString", "yes", "unknown_item toString"],
    ["an unknown option", "met", "Yes", "unknown_option met"],
    ["a value of another type", "met", true, "wrong_type met"],
    ["nothing", "met", null, "wrong_type met"],
    ["a number out of range", "days", 9, "out_of_range days"],
    ["a closed item", "visits", "once", "closed_item visits"],
    ["the word for an item that branching closes", "met", "closed", "unknown_option met"],
    ["the word for an item not asked", "met", "not_asked", "unknown_option met"],
  ])("refuses %s", (_, id, answer, fault) => {
    const from = id === "visits" ? given({ met: "no" }) : begun;
    expect(faults(answerItem(toy, from, id, answer))).toEqual([fault]);
  });

  it("keeps an answer behind a gate that a revised answer closes, sets it aside and says so", () => {
    const before = given({ met: "yes", visits: "often", days: 2 });
    const revised = given({ met: "no" }, before);
    expect(revised.answers).toEqual({ met: "no", visits: "often", days: 2 });
    expect(progress(toy, revised).setAside).toEqual(["visits", "days"]);
    expect(progress(toy, given({ met: "yes" }, revised)).setAside).toEqual([]);
  });
});

describe("goBack", () => {
  it("takes back the answer given last, so that its item is asked again", () => {
    const back = goBack(given({ met: "yes", place: "home" }));
    expect([back.answers, back.history, nextItem(toy, back)]).toEqual([{ met: "yes" }, ["met"], "place"]);
  });

  it("takes an item answered anew as the last", () => {
    expect(goBack(given({ met: "no" }, given({ met: "yes", place: "home" }))).answers).toEqual({ place: "home" });
  });

  it("leaves an administration without answers as it is", () => {
    expect(goBack(begun)).toBe(begun);
  });
});

describe("progress", () => {
  it("counts items, worked by hand: met is no, so visits and days are closed", () => {
    expect(progress(toy, begun)).toEqual({ answered: 0, asked: 0, visible: 7, remaining: 7, setAside: [] });
    expect(progress(toy, given({ met: "no", place: "not_sure", calls: "cannot_say" }))).toEqual({
      answered: 1,
      asked: 3,
      visible: 5,
      remaining: 2,
      setAside: [],
    });
  });

  it.each([toy, relationshipAndMotive])("adds up for any answers to $id", (form) => {
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const now = progress(form, { ...begun, answers });
        expect(now.asked + now.remaining).toBe(now.visible);
        expect(now.visible).toBe(visibleItems(form, answers).length);
        expect(now.answered).toBeLessThanOrEqual(now.asked);
        expect(nextItem(form, { ...begun, answers }) === null).toBe(now.remaining === 0);
      }),
    );
  });
});

describe("coverage", () => {
  it.each([toy, relationshipAndMotive])("adds up to the items of $id for any answers", (form) => {
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const { items, answered, notSure, preferNot, notAsked, closed, setAside } = coverage(form, answers);
        expect(answered + notSure + preferNot + notAsked + closed).toBe(items);
        expect(items).toBe(Object.keys(form.items).length);
        expect(setAside.length).toBeLessThanOrEqual(closed);
      }),
    );
  });
});

describe("resumeAdministration", () => {
  it("resumes what was saved as JSON, and goes on from there", () => {
    const before = given({ met: "yes", visits: "often", place: "not_sure" });
    const resumed = resumeAdministration(toy, saved(before));
    expect(resumed).toEqual({ ok: true, value: before });
    expect(resumed.ok && nextItem(toy, resumed.value)).toBe("calls");
  });

  it("resumes any administration that can be reached, to the same bytes", () => {
    fc.assert(
      fc.property(answersTo(toy), (answers) => {
        const reached = Object.entries(answers).reduce((so, [id, answer]) => {
          const next = answerItem(toy, so, id, answer);
          return next.ok ? next.value : so;
        }, begun);
        const resumed = resumeAdministration(toy, saved(reached));
        expect(JSON.stringify(resumed.ok && resumed.value)).toBe(JSON.stringify(reached));
      }),
    );
  });

  it("refuses another instrument, another version and another content", () => {
    expect(faults(resumeAdministration(relationshipAndMotive, saved(begun)))).toEqual([
      "version_mismatch instrument.id",
      "version_mismatch instrument.version",
      "version_mismatch instrument.hash",
    ]);
    const hash = { ...saved(begun), instrument: { ...begun.instrument, hash: "0" } };
    expect(faults(resumeAdministration(toy, hash))).toEqual(["version_mismatch instrument.hash"]);
  });

  it("lists every other fault at its place, and never the value found", () => {
    const spoiled = {
      ...saved(given({ met: "yes" })),
      respondent: "CANARY",
      extra: 1,
      answers: { met: "CANARY", mett: 1 },
      history: ["met", "met"],
    };
    const result = resumeAdministration(toy, spoiled);
    expect(faults(result)).toEqual([
      "malformed extra",
      "malformed respondent",
      "unknown_option answers.met",
      "unknown_item answers.mett",
      "malformed history",
    ]);
    expect(JSON.stringify(result)).not.toContain("CANARY");
  });

  it.each<[string, unknown]>([
    ["text", "{}"],
    ["a list", []],
    ["nothing", null],
    ["a history that leaves out an answer", { ...saved(given({ met: "yes" })), history: [] }],
    ["a history with an item that has no answer", { ...saved(begun), history: ["met"] }],
    ["a missing part", { instrument: begun.instrument, answers: {}, history: [] }],
    ["a key __proto__", JSON.parse(`{"__proto__":{"respondent":"rater"},${JSON.stringify(begun).slice(1)}`)],
  ])("refuses %s", (_, json) => {
    expect(resumeAdministration(toy, json).ok).toBe(false);
  });

  it("gives anything at all a result or issues, and throws nothing", () => {
    fc.assert(fc.property(fc.anything(), (json) => typeof resumeAdministration(toy, json).ok === "boolean"));
  });
});

import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { score } from "../../src/assessment/index.ts";
import { allInstruments } from "../../src/cli/registry.ts";
import { crossChecks } from "../../src/content/cross-checks.ts";
import { guidanceCodes } from "../../src/content/guidance/index.ts";
import * as instruments from "../../src/content/instruments/index.ts";
import { fiveTypeProfiles, fiveTypes, separations } from "../../src/content/typologies/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import {
  type CaseOverview,
  type ClassifiedForm,
  caseOverview,
  type OverviewInput,
  overviewPage,
  type ScoredForm,
  toHtml,
  toMarkdown,
} from "../../src/reports/index.ts";
import { answerOf } from "../../src/rules/index.ts";
import { classify } from "../../src/typology/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { forbiddenIn } from "../support/forbidden-words.ts";
import { hostileTexts } from "../support/hostile.ts";
import { elementsOf, faultsOfPage } from "../support/html.ts";
import type { Answers } from "../support/library.ts";

const asOf = "2026-03-01";
const content = {
  guidance: guidanceCodes,
  profiles: Object.values(fiveTypeProfiles),
  separations,
  crossChecks,
};
const scored = (instrument: Instrument, answers: Answers, respondent: "target" | "rater"): ScoredForm => ({
  instrument,
  answers,
  respondent,
  result: score(instrument, answers, { asOf, window: { from: null, to: asOf }, respondent }),
});
const classified = (answers: Answers, respondent = "rater"): ClassifiedForm => ({
  typology: fiveTypes,
  answers,
  respondent,
  result: classify(answers, { typology: fiveTypes, asOf }),
});
const forProfessionals = (input: Partial<OverviewInput>) =>
  caseOverview({ asOf, ...input }, content, { audience: "professional" });

const forms = [
  instruments.quickScreen,
  instruments.imminentConcern,
  instruments.impactAndExposure,
  instruments.conductAndPattern,
];
const someForm = fc.constantFrom(...forms).chain((form) => answersTo(form).map((answers) => [form, answers] as const));
const few = { numRuns: 40 };

describe("an overview for professionals", () => {
  it("shows each question that was asked once: reported, answered otherwise, or open", () => {
    fc.assert(
      fc.property(someForm, ([form, answers]) => {
        const { topics } = forProfessionals({ scores: [scored(form, answers, "rater")] });
        const found = topics.flatMap(({ reported, notReported, open }) => [...reported, ...notReported, ...open]);
        const items = found.map(({ item }) => item);
        expect(new Set(items).size).toBe(items.length);
        for (const [id, item] of Object.entries(form.items)) {
          const isOpen = topics.some(({ open }) => open.some((each) => each.item === id));
          if (items.includes(id)) expect(isOpen).toBe(answerOf(answers, id, item) === undefined);
          else expect(item.askIf !== undefined || item.askOnly === "target").toBe(true);
        }
      }),
      few,
    );
  });

  it("gives every guidance code once, with all that calls for it, and what is called for at once first", () => {
    fc.assert(
      fc.property(answersTo(instruments.imminentConcern), answersTo(fiveTypes.instrument), (danger, type) => {
        const first = scored(instruments.imminentConcern, danger, "rater");
        const second = classified(type);
        const { guidance } = forProfessionals({ scores: [first], classifications: [second] });
        const codes = guidance.map(({ code }) => code);
        const called = [...first.result.guidance.map(({ code }) => code), ...second.result.guidance];
        expect(new Set(codes).size).toBe(codes.length);
        for (const code of called) expect(codes).toContain(code);
        const urgent = guidance.map(({ atOnce }) => atOnce);
        expect(urgent).toEqual([...urgent].sort((a, b) => Number(b) - Number(a)));
        for (const each of guidance) expect(each.calledForBy.length).toBeGreaterThan(0);
      }),
      few,
    );
  });

  it("keeps types as hypotheses: all five, with the standing that classify gives", () => {
    fc.assert(
      fc.property(answersTo(fiveTypes.instrument), (any) => {
        const answers = { ...any, adult: "yes" };
        const given = classified(answers);
        const [of] = forProfessionals({ classifications: [given] }).types ?? [];
        expect(of?.hypotheses).toHaveLength(5);
        for (const { type, standing, criteria } of of?.hypotheses ?? []) {
          expect(standing).toBe(given.result.standings[type as "rejected"]?.standing);
          const truths = criteria.map(({ truth }) => truth);
          if (standing === "met") expect(new Set(truths)).toEqual(new Set(["true"]));
          if (standing === "possible") expect(truths).not.toContain("false");
        }
      }),
      few,
    );
  });

  it("names no type for a person under 18, and says what to do instead", () => {
    fc.assert(
      fc.property(answersTo(fiveTypes.instrument), (any) => {
        const overview = forProfessionals({ classifications: [classified({ ...any, adult: "no" })] });
        expect(overview.types).toMatchObject([{ scope: "outside", instead: fiveTypes.scope.says, hypotheses: [] }]);
        expect(overview.questions.filter(({ kind }) => kind === "apart")).toEqual([]);
        expect(overview.guidance.filter(({ code }) => code.startsWith("GC-T-"))).toEqual([]);
        expect(overview.guidance.flatMap(({ calledForBy }) => calledForBy).filter(({ by }) => by === "type")).toEqual(
          [],
        );
        const page = toMarkdown(overviewPage(overview));
        expect(page).toContain("Use child safeguarding and the under-18 form.");
        for (const { label } of Object.values(fiveTypes.types)) expect(page).not.toContain(label);
      }),
      few,
    );
  });

  it("says that the types are for adults only while it is not known whether the person is one", () => {
    const says = "Whether the person is an adult is not known";
    const pageOf = (answers: Answers) =>
      toMarkdown(overviewPage(forProfessionals({ classifications: [classified(answers)] })));
    expect(pageOf({ other_grievance: "yes", adult: "not_sure" })).toContain(says);
    expect(pageOf({ other_grievance: "yes", adult: "yes" })).not.toContain(says);
  });

  it("shows two respondents side by side and asks what explains the difference", () => {
    const [one, other] = [{ near_now: "yes" }, { near_now: "no" }] as const;
    const overview = forProfessionals({
      scores: [scored(instruments.imminentConcern, one, "target"), scored(instruments.imminentConcern, other, "rater")],
    });
    const shown = overview.topics.flatMap(({ reported, notReported }) => [...reported, ...notReported]);
    expect(shown.filter(({ item }) => item === "near_now").map(({ respondent }) => respondent)).toEqual([
      "target",
      "rater",
    ]);
    expect(overview.questions).toContainEqual({
      kind: "differs",
      question: instruments.imminentConcern.items.near_now.text.rater,
      answers: [
        { respondent: "target", answer: "Yes" },
        { respondent: "rater", answer: "No" },
      ],
    });
  });

  it("asks for a review until there is one, and foretells nothing of its own", () => {
    expect(forProfessionals({}).questions).toEqual([{ kind: "review" }]);
    const word = { kind: "review", of: "n1", says: "agrees", reason: null } as const;
    expect(forProfessionals({ words: [word] }).questions).toEqual([]);
    expect(forProfessionals({}).humanReview).toEqual({ status: "pending" });
  });
});

describe("an overview for a target", () => {
  const forTarget = (input: Partial<OverviewInput>) =>
    caseOverview({ asOf, ...input }, content, { audience: "target" });

  it("shows no type, no level, no definition, no judgement and no other person's words", () => {
    fc.assert(
      fc.property(someForm, answersTo(fiveTypes.instrument), ([form, answers], type) => {
        const overview = forTarget({
          scores: [scored(form, answers, "target")],
          classifications: [classified(type, "target")],
          words: [{ kind: "review", of: "n1", says: "x", reason: null }],
        });
        expect(overview).toMatchObject({ types: null, levels: null, definitions: null, judgement: null, about: null });
        expect([overview.words, overview.steps, overview.questions, overview.notShown]).toEqual([[], [], [], []]);
        const page = toMarkdown(overviewPage(overview));
        for (const { label } of Object.values(fiveTypeProfiles)) {
          expect(page.toLowerCase()).not.toMatch(new RegExp(`\\b${label.toLowerCase()}\\b`));
        }
        expect([overview.contradictions, overview.together]).toEqual([[], []]);
        for (const level of Object.values(form.levels ?? {})) expect(page).not.toContain(level.asks);
        for (const { audience, code, text } of overview.guidance) {
          expect(audience).toContain("victim");
          expect(text).toBe((guidanceCodes as Readonly<Record<string, { forTarget?: string }>>)[code]?.forTarget);
          expect(page).not.toContain(code);
        }
        const open = overview.topics.flatMap((topic) => topic.open);
        expect(open.filter(({ state }) => state === "not_asked")).toEqual([]);
        expect(page).not.toContain("he target,");
      }),
      few,
    );
  });

  it("does not change with anything that others said", () => {
    fc.assert(
      fc.property(someForm, someForm, answersTo(fiveTypes.instrument), ([form, mine], [theirs, said], type) => {
        const own = [scored(form, mine, "target")];
        const alone = forTarget({ scores: own });
        const beside = forTarget({
          scores: [...own, scored(theirs, said, "rater")],
          classifications: [classified(type)],
        });
        expect(beside).toEqual(alone);
      }),
      few,
    );
  });

  it("shows types or levels only where a professional asks for it", () => {
    const input = { asOf, classifications: [classified({}, "target")] };
    const { types, levels } = caseOverview(input, content, { audience: "target", alsoShowTarget: ["types"] });
    expect([types?.length, levels]).toEqual([1, null]);
  });
});

describe("an overview for a researcher", () => {
  const marks = ["pseudonym-77", "free-text-78", "reason-79", "account-80"] as const;
  const input: OverviewInput = {
    asOf,
    about: { record: marks[0], episode: marks[0], from: null, to: null },
    words: [{ kind: "review", of: "n1", says: "resentful (agrees: no)", reason: marks[2] }],
    formulation: marks[3],
  };

  it("holds no pseudonym and no free text, which a professional's has", () => {
    const text = JSON.stringify(caseOverview(input, content, { audience: "researcher" }));
    for (const mark of marks) expect(text).not.toContain(mark);
    const professional = JSON.stringify(caseOverview(input, content, { audience: "professional" }));
    for (const mark of [marks[0], marks[2], marks[3]]) expect(professional).toContain(mark);
  });
});

describe("the page of an overview", () => {
  const textsOf = (overview: CaseOverview) => JSON.stringify(overviewPage(overview));

  it("puts what is called for at once before everything else", () => {
    const overview = forProfessionals({ scores: [scored(instruments.imminentConcern, { near_now: "yes" }, "rater")] });
    const { blocks } = overviewPage(overview);
    expect(overview.guidance.some(({ atOnce }) => atOnce)).toBe(true);
    expect(blocks.find(({ kind }) => kind === "heading")).toMatchObject({ text: "At once" });
    expect(overview.questions[0]?.kind).toBe("at_once");
  });

  it.each([
    [instruments.imminentConcern, { threatens_to_kill: "last_week" }, ["GC-EMERGENCY"]],
    [
      instruments.warningBehaviours,
      { attack_pathway: "present", warning_last_seen: "last_week" },
      ["GC-EMERGENCY", "GC-MULTI-AGENCY"],
    ],
    [instruments.youthReferral, { target_under_18: "yes", youth_weapon: "yes" }, ["GC-EMERGENCY", "GC-POLICE-REPORT"]],
  ] as const)("puts what the most urgent outcome of a level calls for at once, %#", (form, answers, codes) => {
    const { guidance } = forProfessionals({ scores: [scored(form, answers, "rater")] });
    const atOnce = guidance.filter((each) => each.atOnce).map(({ code }) => code);
    expect(atOnce).toEqual(expect.arrayContaining([...codes]));
    expect(atOnce[0]).toBe("GC-EMERGENCY");
  });

  it("tells a target at once of an emergency that a level calls for, and names no level", () => {
    const input = { asOf, scores: [scored(instruments.imminentConcern, { threatens_to_kill: "last_week" }, "target")] };
    const page = toMarkdown(overviewPage(caseOverview(input, content, { audience: "target" })));
    expect(page).toMatch(/^## At once\n\nIf you or anyone else is in danger now, call the emergency number/m);
  });

  it("puts what an alert of the types calls for at once, the safety plan included", () => {
    const { guidance } = forProfessionals({
      classifications: [classified({ adult: "yes", attack_preparation: "yes" })],
    });
    const atOnce = guidance.filter((each) => each.atOnce).map(({ code }) => code);
    expect(atOnce).toEqual(
      expect.arrayContaining(["GC-SPECIALIST-RISK-ASSESSMENT", "GC-POLICE-REPORT", "GC-SAFETY-PLAN"]),
    );
  });

  it("never leaves a target with what was not found", () => {
    fc.assert(
      fc.property(someForm, fc.boolean(), ([form, answers], isEmpty) => {
        const scores = isEmpty ? [] : [scored(form, answers, "target")];
        const overview = caseOverview({ asOf, scores }, content, { audience: "target" });
        const page = toMarkdown(overviewPage(overview));
        expect(page).toContain("None of this means that nothing is wrong.");
        for (const code of ["GC-EMERGENCY", "GC-SPECIALIST-ADVOCATE", "GC-TECH-SAFETY"] as const)
          expect(page).toContain(guidanceCodes[code].forTarget.slice(0, 40));
        expect(forProfessionals({ scores }).always).toEqual([]);
      }),
      few,
    );
  });

  it("names what is open and matters whatever the type, and says what it does not mean that no type fits", () => {
    const none = { prior_relationship: "stranger", other_grievance: "no", believes_bond: "no", wants_contact: "no" };
    const pageOf = (answers: Answers) =>
      toMarkdown(overviewPage(forProfessionals({ classifications: [classified({ adult: "yes", ...answers })] })));
    expect(pageOf({ other_grievance: "yes" })).toContain("Still open, and it matters whatever the type: ");
    const page = pageOf({ ...none, sexual_drive: "no", attack_preparation: "no" });
    expect(page).not.toContain("Still open, and it matters");
    expect(page).toContain("None of the descriptions fits these answers.");
    expect(pageOf({ attack_preparation: "yes" })).toContain("Fill in the current signs form now");
  });

  it("asks a meeting to take the answer of more concern as standing where two differ", () => {
    const scores = [
      scored(instruments.imminentConcern, { near_now: "yes" }, "target"),
      scored(instruments.imminentConcern, { near_now: "no" }, "rater"),
    ];
    expect(toMarkdown(overviewPage(forProfessionals({ scores })))).toContain(
      "Take the answer of more concern as standing until this is cleared up.",
    );
  });

  it("says nothing forbidden and breaks nothing, for any answers and audience", () => {
    fc.assert(
      fc.property(
        someForm,
        answersTo(fiveTypes.instrument),
        fc.constantFrom("target", "professional", "researcher"),
        ([form, answers], type, audience) => {
          const by = audience === "target" ? "target" : "rater";
          const input = { asOf, scores: [scored(form, answers, by)], classifications: [classified(type, by)] };
          const page = overviewPage(caseOverview(input, content, { audience }));
          expect(faultsOfPage(toHtml(page))).toEqual([]);
          expect(forbiddenIn(toMarkdown(page)).filter((found) => !/\d ?%|read in the/.test(found))).toEqual([]);
        },
      ),
      few,
    );
  });

  it("shows what every form says of its limits, its version and its hash", () => {
    for (const form of allInstruments) {
      const page = textsOf(forProfessionals({ scores: [scored(form, {}, "rater")] }));
      for (const text of [...(form.limits ?? []), form.version])
        expect(page).toContain(JSON.stringify(text).slice(1, -1));
    }
  });

  it.each(hostileTexts.map((text, at) => ({ at, text })))("keeps the hostile text $at as text", ({ text }) => {
    const overview = forProfessionals({
      about: { record: text, episode: text, from: text, to: text },
      words: [{ kind: "override", of: text, says: text, reason: text }],
      steps: [{ at: text, kind: text, says: text }],
      formulation: text,
      notShown: [{ what: text, why: "differs" }],
      scores: [{ ...scored(instruments.quickScreen, {}, "rater"), respondent: text }],
    });
    const page = overviewPage(overview);
    expect(faultsOfPage(toHtml(page))).toEqual([]);
    const names = elementsOf(`<!doctype html>${marked.parse(toMarkdown(page), { async: false })}`).elements;
    expect(names.filter(({ name }) => ["a", "img", "script", "del", "code", "em"].includes(name))).toEqual([]);
  });
});

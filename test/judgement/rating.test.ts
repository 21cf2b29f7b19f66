import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { riskGuide } from "../../src/content/instruments/index.ts";
import * as forms from "../../src/content/rating-forms/index.ts";
import { AssessmentError, type Issue } from "../../src/issues/index.ts";
import {
  changeJudgement,
  isCurrent,
  parseRating,
  type Rating,
  type RatingForm,
  type RecordedJudgement,
  recordJudgement,
  researchIndex,
  revealComputed,
  standingResponse,
  summariseRating,
} from "../../src/judgement/index.ts";

const all: readonly RatingForm[] = Object.values(forms);
const guide: RatingForm = forms.guideRating;
const rating = (form: RatingForm, factors: Rating["factors"], more: Partial<Rating> = {}): Rating => ({
  form: { id: form.id, version: form.version },
  asOf: "2026-03-01",
  factors,
  ...more,
});
const codesOf = (issues: readonly Issue[]) => issues.map(({ code }) => code);

/** Any rating of a form with its own codes, omissions with their reasons. */
function ratingsOf(form: RatingForm): fc.Arbitrary<Rating> {
  const codes = Object.keys(form.factors).length > 0 ? Object.keys(form.factors) : ["D1", "D2"];
  const finding = fc.option(fc.constantFrom(...form.findings, "omit"), { nil: undefined });
  const factor = fc.tuple(finding, finding).map(([past, recent]) => ({
    ...(past === undefined ? {} : { past }),
    ...(recent === undefined ? {} : { recent }),
    ...(past === "omit" || recent === "omit" ? { omitReason: "the file does not say" } : {}),
  }));
  return fc.dictionary(fc.constantFrom(...codes), factor).map((factors) => rating(form, factors));
}

describe.each(all.map((form) => [form.id, form] as const))("%s", (_, form) => {
  it("lists what was found, and never adds it up", () => {
    fc.assert(
      fc.property(ratingsOf(form), (given) => {
        const summary = summariseRating(form, given);
        expect(JSON.stringify(summary)).not.toMatch(/"(total|sum|score|level|risk)"/);
        for (const { applying, rated, share } of summary.completeness) {
          expect(rated).toBeLessThanOrEqual(applying);
          expect(share).toBe(applying === 0 ? null : rated / applying);
        }
        expect(Object.isFrozen(summary.findings.recent)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("an omission never makes a rating more complete, and is always listed with its reason", () => {
    fc.assert(
      fc.property(ratingsOf(form), fc.nat(), (given, pick) => {
        const codes = Object.keys(given.factors);
        const code = codes[pick % Math.max(codes.length, 1)];
        if (code === undefined || form.factors[code]?.onlyIf !== undefined) return;
        const omitted = rating(form, {
          ...given.factors,
          [code]: { past: "omit", recent: "omit", omitReason: "not on file" },
        });
        const [before, after] = [summariseRating(form, given), summariseRating(form, omitted)];
        for (const [at, { rated }] of after.completeness.entries()) {
          expect(rated).toBeLessThanOrEqual(before.completeness[at]?.rated ?? 0);
        }
        expect(after.omitted).toContainEqual({ code, reason: "not on file" });
        if (form.factors[code]?.critical) expect([...after.critical, ...after.criticalOpen]).toContain(code);
      }),
      { numRuns: 40 },
    );
  });

  it("ships no words of a manual: codes, owner, and what a user must hold", () => {
    const texts = Object.values(form.factors).flatMap((factor) => Object.keys(factor));
    expect(texts.filter((key) => ["text", "label", "wording", "title"].includes(key))).toEqual([]);
    expect(form.basis.length).toBeGreaterThan(0);
  });

  it("reads its own ratings back from JSON, and refuses the ratings of another form", () => {
    fc.assert(
      fc.property(ratingsOf(form), (given) => {
        expect(parseRating(JSON.parse(JSON.stringify(given)), form)).toEqual({ ok: true, value: given });
      }),
      { numRuns: 40 },
    );
    const other = parseRating(rating({ ...form, id: "rf-other" }, {}), form);
    expect(other.ok ? [] : codesOf(other.issues)).toEqual(["version_mismatch"]);
  });
});

describe("a rating", () => {
  it("names every fault at once, without what stood there", () => {
    const wrong = {
      form: { id: "rf-ssb-risk", version: "0.1.0" },
      asOf: "2026-02-30",
      factors: {
        surveilance: { recent: "present" },
        surveillance: { recent: "Present!secret" },
        stalking_history: { past: "omit" },
        weapon_use_or_access: { past: "omit", omitReason: "..." },
        explicit_threats: { severity: 3 },
      },
    };
    const result = parseRating(wrong, guide);
    const issues = result.ok ? [] : result.issues;
    expect(codesOf(issues)).toEqual([
      "malformed",
      "unknown_item",
      "unknown_option",
      "needs_reason",
      "needs_reason",
      "malformed",
    ]);
    expect(issues[1]?.nearest).toBe("surveillance");
    expect(JSON.stringify(issues)).not.toContain("secret");
  });

  it.each([[null], [7], [[]], ["text"], [{ factors: [] }], [JSON.parse('{"__proto__": {"factors": {}}}')]])(
    "%j is refused and harms nothing",
    (input) => {
      expect(parseRating(input, guide).ok).toBe(false);
      expect(({} as Record<string, unknown>).factors).toBeUndefined();
    },
  );

  it("keeps violence of four months ago and threats to children of last year critical", () => {
    const summary = summariseRating(
      guide,
      rating(guide, {
        episode_violence: { past: "present", recent: "absent" },
        threats_to_close_people: { past: "partial", recent: "absent" },
        attack_readiness: { past: "absent", recent: "absent" },
      }),
    );
    expect(summary.critical).toEqual(["episode_violence", "threats_to_close_people"]);
    expect(summary.criticalOpen).not.toContain("attack_readiness");
    expect(summary.criticalOpen).toContain("past_strangulation");
  });

  it("asks factors for former partners only where the case is one", () => {
    const applying = (circumstances: readonly string[]) =>
      summariseRating(forms.sashRating, rating(forms.sashRating, {}, { circumstances })).completeness.reduce(
        (sum, each) => sum + each.applying,
        0,
      );
    expect([applying([]), applying(["former_partner"])]).toEqual([13, 16]);
  });

  it("refuses a circumstance that opens no factor, since a slip would leave factors out", () => {
    const given = rating(forms.sashRating, {}, { circumstances: ["former_partner", "former-partner"] });
    expect(parseRating(given, forms.sashRating)).toEqual({
      ok: false,
      issues: [
        {
          code: "unknown_option",
          path: ["circumstances", 1],
          expected: ["former_partner"],
          nearest: "former_partner",
        },
      ],
    });
    expect(parseRating(rating(guide, {}, { circumstances: ["former_partner"] }), guide).ok).toBe(true);
  });

  it("says which factors were rated though the circumstance that opens them was not recorded", () => {
    const found = { S1: { recent: "present" }, S14: { recent: "present" } };
    const outside = summariseRating(forms.sashRating, rating(forms.sashRating, found));
    expect([outside.ratedUnopened, outside.findings.recent]).toEqual([["S14"], { present: ["S1"] }]);
    const circumstances = ["former_partner"];
    const inside = summariseRating(forms.sashRating, rating(forms.sashRating, found, { circumstances }));
    expect([inside.ratedUnopened, inside.findings.recent]).toEqual([[], { present: ["S1", "S14"] }]);
  });

  it("an index for research leaves out factors that do not apply", () => {
    const form: RatingForm = {
      ...forms.sashRating,
      factors: { A1: { domains: ["nature"] }, A2: { domains: ["nature"], onlyIf: "former_partner" } },
      researchValues: { present: 2 },
    };
    const index = (circumstances: readonly string[]) =>
      researchIndex(form, rating(form, { A1: { recent: "present" } }, { circumstances }), { researchUseOnly: true });
    expect([index([]).index, index(["former_partner"]).index]).toEqual([{ nature: 2 }, { nature: null }]);
  });

  it("takes the highest applicability of a mixed case, and counts what is unknown as relevant", () => {
    const order = (types: readonly string[]) => summariseRating(guide, rating(guide, {}), types).order;
    const place = (types: readonly string[], code: string) => order(types).indexOf(code);
    expect(place(["predatory"], "explicit_threats")).toBeGreaterThan(place(["predatory"], "sexual_element"));
    expect(place(["rejected", "predatory"], "explicit_threats")).toBeLessThan(order([]).length / 2);
    expect(order(["intimacy_seeker"])[0]).toBeDefined();
  });

  it("is provisional below seven tenths of a domain", () => {
    const codes = Object.entries(guide.factors).flatMap(([code, { domains }]) =>
      domains.includes("psychosocial_harm") ? [code] : [],
    );
    const of = (count: number) =>
      summariseRating(
        guide,
        rating(guide, Object.fromEntries(codes.slice(0, count).map((code) => [code, { recent: "absent" }]))),
      ).completeness.find(({ domain }) => domain === "psychosocial_harm");
    expect([codes.length, of(6)?.provisional, of(7)?.provisional]).toEqual([9, true, false]);
  });
});

describe("an index for research", () => {
  it("is given only when called by its own name, with enough rated, and carries its caveats", () => {
    const codes = Object.keys(guide.factors);
    const whole = rating(guide, Object.fromEntries(codes.map((code) => [code, { recent: "partial" }])));
    const index = researchIndex(guide, whole, { researchUseOnly: true });
    expect(index.index).toEqual({ violence: 22, persistence: 14, recurrence: 11, psychosocial_harm: 9 });
    expect(index.caveats[0]).toContain("must not be shown for a case");
    const few = researchIndex(guide, rating(guide, { surveillance: { recent: "present" } }), { researchUseOnly: true });
    expect(Object.values(few.index)).toEqual([null, null, null, null]);
    expect(researchIndex(forms.sdashRating, rating(forms.sdashRating, {}), { researchUseOnly: true }).reason).toEqual({
      all: "no_values",
    });
  });
});

describe("a judgement", () => {
  const reason = "Threats this month, no contact since.";
  const view = (response: string) =>
    Object.fromEntries(guide.judgedDomains.map((domain) => [domain, { response, reason }]));
  const recorded = (response = "routine_response"): RecordedJudgement => {
    const result = recordJudgement(guide, { asOf: "2026-03-01", rater: "r-1", domains: view(response) });
    if (!result.ok) throw new AssessmentError(result.issues);
    return result.value;
  };
  const nothing = { critical: [], criticalOpen: [] };

  it("needs a response and a reason for each domain, and nothing else", () => {
    const { violence: _, ...rest } = view("routine_response");
    const result = recordJudgement(guide, {
      asOf: "2026-03-01",
      rater: "r-1",
      domains: {
        ...rest,
        persistence: { response: "high", reason: "!" },
        danger: { response: "routine_response", reason },
      },
    });
    expect(result.ok ? [] : codesOf(result.issues)).toEqual([
      "malformed",
      "unknown_option",
      "needs_reason",
      "unknown_reference",
    ]);
  });

  it("comes before anything computed: the order cannot be turned round", () => {
    expect(() => revealComputed(guide, { stage: "open" } as never, nothing)).toThrow(AssessmentError);
    const { form, asOf, rater } = recorded();
    const forged = [{ stage: "recorded" }, { stage: "recorded", form, asOf, rater, domains: {} }];
    for (const each of forged) expect(() => revealComputed(guide, each as never, nothing)).toThrow(AssessmentError);
    const { stage, judgement } = revealComputed(guide, recorded(), nothing);
    expect([stage, judgement]).toEqual(["revealed", recorded()]);
  });

  it("is not lowered by one person under a name written in another way", () => {
    const change = { domain: "violence", to: "routine_response", rater: "r-1", asOf: "2026-03-02", reason };
    const revealed = revealComputed(guide, recorded("urgent_response"), nothing);
    const result = changeJudgement(guide, revealed, { ...change, secondPerson: " R-1" });
    expect(result.ok ? [] : codesOf(result.issues)).toEqual(["needs_second_person"]);
  });

  it("keeps both views and says where they do not sit together", () => {
    const computed = { critical: ["weapon_use_or_access"], criticalOpen: ["past_strangulation"], urgentSigns: true };
    const { discrepancies } = revealComputed(guide, recorded(), computed);
    expect(discrepancies.map(({ code }) => code)).toEqual([
      "critical_but_lowest_response",
      "critical_open_but_lowest_response",
      "urgent_but_lowest_response",
    ]);
    expect(revealComputed(guide, recorded("urgent_response"), computed).discrepancies).toEqual([]);
  });

  it("may be raised freely, and lowered only with a reason and a second person; nothing recorded is altered", () => {
    const revealed = revealComputed(guide, recorded("extra_attention"), nothing);
    const change = { domain: "violence", rater: "r-1", asOf: "2026-03-02" };
    const up = changeJudgement(guide, revealed, { ...change, to: "urgent_response" });
    expect(up.ok && standingResponse(up.value, "violence")).toBe("urgent_response");
    expect(up.ok && up.value.judgement).toEqual(revealed.judgement);
    const down = changeJudgement(guide, revealed, { ...change, to: "routine_response" });
    expect(down.ok ? [] : codesOf(down.issues)).toEqual(["needs_reason", "needs_second_person"]);
    const alone = changeJudgement(guide, revealed, { ...change, to: "routine_response", reason, secondPerson: "r-1" });
    expect(alone.ok ? [] : codesOf(alone.issues)).toEqual(["needs_second_person"]);
    const fair = changeJudgement(guide, revealed, { ...change, to: "routine_response", reason, secondPerson: "r-2" });
    expect(fair.ok && fair.value.changes[0]?.direction).toBe("down");
    const same = changeJudgement(guide, revealed, { ...change, to: "extra_attention" });
    expect(same.ok ? [] : codesOf(same.issues)).toEqual(["out_of_range"]);
  });

  it("names a day that is none, a rater without a name and a word for action that is none, and keeps a copy", () => {
    const domains = view("routine_response");
    const wrong = { asOf: "2026-02-31", rater: " ", domains, immediateAction: "maybe" as never };
    const result = recordJudgement(guide, wrong);
    expect(result.ok ? [] : result.issues.map(({ path }) => path.join("."))).toEqual([
      "asOf",
      "rater",
      "immediateAction",
    ]);
    for (const broken of [null, { ...domains, violence: null }]) {
      expect(recordJudgement(guide, { asOf: "2026-03-01", rater: "r-1", domains: broken as never }).ok).toBe(false);
    }
    recordJudgement(guide, { asOf: "2026-03-01", rater: "r-1", domains });
    expect(Object.isFrozen(domains)).toBe(false);
  });

  it("is not changed under another form, before it was given, by nobody, or with the rater as the second person", () => {
    const revealed = revealComputed(guide, recorded("extra_attention"), nothing);
    const change = { domain: "violence", to: "urgent_response", rater: "r-1", asOf: "2026-03-02" };
    const codes = (form: RatingForm, more: object) => {
      const result = changeJudgement(form, revealed, { ...change, ...more });
      return result.ok ? [] : codesOf(result.issues);
    };
    expect(codes(guide, {})).toEqual([]);
    expect(codes(forms.genericRating, {})).toEqual(["version_mismatch"]);
    expect(codes(guide, { asOf: "2026-02-28" })).toEqual(["time_goes_back"]);
    expect(codes(guide, { asOf: "yesterday", rater: "" })).toEqual(["malformed", "malformed"]);
    expect(codes(guide, { to: "routine_response", reason, secondPerson: "r-1 " })).toEqual(["needs_second_person"]);
    const older = { ...guide, version: "0.0.1" };
    expect(() => revealComputed(older, recorded(), nothing)).toThrow(AssessmentError);
  });
});

describe("whether an episode is current", () => {
  it.each([
    ["2026-02-20", "2026-03-05", "yes"],
    ["2026-02-03", "2026-03-05", "yes"],
    ["2026-02-02", "2026-03-05", "no"],
    ["2026-02", "2026-03-05", "unknown"],
    ["2026-03", "2026-03-05", "yes"],
    ["2025", "2026-03-05", "no"],
    ["2026", "2026-01-20", "yes"],
  ])("%s as of %s: %s", (last, asOf, expected) => {
    expect(isCurrent(last, asOf)).toBe(expected);
  });

  it("refuses a date that is none and an event after the day of rating", () => {
    expect(() => isCurrent("2026-13", "2026-03-05")).toThrow(AssessmentError);
    expect(() => isCurrent("2026-04-01", "2026-03-05")).toThrow(AssessmentError);
  });
});

describe("the guide", () => {
  it("rates every factor of its form and no other", () => {
    const rated = Object.entries(riskGuide.items).flatMap(([id, { responses }]) =>
      Object.hasOwn(responses.options, "absent") &&
      !["keeps_to_limits", "engaged_in_treatment", "no_means_of_contact", "victim_supported", "accepts_loss"].includes(
        id,
      )
        ? [id]
        : [],
    );
    expect(Object.keys(guide.factors).sort()).toEqual(rated.sort());
  });
});

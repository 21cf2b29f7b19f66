import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conductAndPattern, technologyAbuse } from "../../src/content/instruments/index.ts";
import { inquire } from "../../src/inquiry/index.ts";
import { contentHash, type Instrument, parseInstrument } from "../../src/instrument/index.ts";
import { type Answers, evaluate, type Interval, itemsOf, ref } from "../../src/rules/index.ts";
import { answersTo, withOneMore } from "../support/arbitraries.ts";
import conductVectors from "../vectors/ssb-conduct.json" with { type: "json" };
import technologyVectors from "../vectors/ssb-tech.json" with { type: "json" };

interface Vector {
  readonly name: string;
  readonly working: string;
  readonly answers: Answers;
  readonly expect: Readonly<Record<string, Interval>>;
}
const sets: readonly { readonly form: Instrument; readonly vectors: readonly Vector[] }[] = [
  { form: conductAndPattern as Instrument, vectors: conductVectors.vectors as unknown as readonly Vector[] },
  { form: technologyAbuse as Instrument, vectors: technologyVectors.vectors as unknown as readonly Vector[] },
];

describe.each(sets.map((set) => ({ id: set.form.id, ...set })))("$id", ({ form, vectors }) => {
  it("the vectors name every indicator", () => {
    const named = new Set(vectors.flatMap((vector) => Object.keys(vector.expect)));
    expect(Object.keys(form.indicators).filter((name) => !named.has(name))).toEqual([]);
  });

  it("is plain data: read back from JSON, it is the same form", () => {
    const parsed = parseInstrument(JSON.parse(JSON.stringify(form)));
    expect(parsed.ok && contentHash(parsed.value)).toBe(contentHash(form));
  });

  it("asks one question at a time, of anyone, and rests on no series without a comparison", () => {
    for (const { text, basis } of Object.values(form.items)) {
      expect(text.target).toMatch(/^[^?]+\?( If you do not know, say that you are not sure\.)?$/);
      expect(text.rater).toMatch(/^[^?]+\?$/);
      expect(`${text.target} ${text.rater}`).not.toMatch(
        /\b(he|she|him|his|hers?|man|woman|victim|stalk\w*|abuse\w*)\b/i,
      );
      expect(JSON.stringify(basis)).not.toContain("monckton");
    }
    expect(JSON.stringify(form.indicators)).not.toContain("monckton");
  });

  it("the items of one answer that calls for attention are those that start the imminent form", () => {
    const start = Object.keys(form.indicators).find((name) => name.startsWith("start_imminent")) ?? "";
    for (const [id, { critical, concern = [] }] of Object.entries(form.items)) {
      if (critical === undefined) continue;
      const least = concern[1] ?? "";
      expect([id, evaluate(ref(start), { [id]: least }, form)]).toEqual([id, [1, 1]]);
    }
  });

  it("is settled exactly: every level is proven at the usual budget", () => {
    for (const decision of Object.values(form.levels ?? {})) {
      expect(inquire({ decision, scope: form }, {}).proven).toBe(true);
      expect(inquire({ decision, scope: form }, {}).outcomes).toEqual(Object.keys(decision.outcomes));
    }
  });

  it("an answer of more concern never lowers an ordered level, known or unknown", () => {
    const worsened = fc.tuple(answersTo(form), fc.nat(), fc.nat()).map(([answers, pick, by]) => {
      const items = Object.entries(form.items).filter(([id, { concern = [] }]) =>
        concern.includes(String(answers[id])),
      );
      const [id = "", item] = items[pick % Math.max(items.length, 1)] ?? [];
      const codes = item?.concern ?? [];
      const worse = codes[Math.min(codes.indexOf(String(answers[id])) + 1 + (by % 5), codes.length - 1)];
      return [answers, id === "" ? answers : { ...answers, [id]: worse }] as [Answers, Answers];
    });
    fc.assert(
      fc.property(worsened, ([before, after]) => {
        for (const decision of Object.values(form.levels ?? {})) {
          const order = Object.keys(decision.outcomes);
          const ends = (answers: Answers) => {
            const at = inquire({ decision, scope: form }, answers).outcomes.map((outcome) => order.indexOf(outcome));
            return [Math.min(...at), Math.max(...at)] as const;
          };
          const [[least, most], [newLeast, newMost]] = [ends(before), ends(after)];
          expect(newLeast).toBeLessThanOrEqual(least);
          expect(newMost).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("a further answer only narrows every indicator", () => {
    fc.assert(
      fc.property(withOneMore(form), ([before, after]) => {
        for (const name of Object.keys(form.indicators)) {
          const [low, high] = evaluate(ref(name), before, form);
          const [newLow, newHigh] = evaluate(ref(name), after, form);
          expect(newLow).toBeGreaterThanOrEqual(low);
          expect(newHigh).toBeLessThanOrEqual(high);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("every item is read by a rule, a level, guidance or a contradiction, or kept for definitions", () => {
    const rules = [
      ...Object.values(form.indicators).map(({ rule }) => rule),
      ...Object.values(form.levels ?? {}).flatMap(({ cases }) => cases.map(({ when }) => when)),
      ...(form.guidance ?? []).map(({ when }) => when),
      ...Object.values(form.contradictions ?? {}).map(({ when }) => when),
    ];
    const read = new Set(rules.flatMap((rule) => itemsOf(rule, form)));
    const forDefinitions = [
      "single_person",
      "first_event_date",
      "latest_event_date",
      "victim_alarm",
      "victim_believes_intent",
    ];
    expect(Object.keys(form.items).filter((id) => !read.has(id) && !forDefinitions.includes(id))).toEqual([]);
  });
});

describe("the conduct form", () => {
  const alarming = [
    ["enters_private_place", "GC-SAFETY-PLAN", "GC-POLICE-REPORT"],
    ["tracks_location", "GC-TECH-SAFETY", "GC-PRESERVE-DEVICES"],
    ["enters_accounts_devices", "GC-TECH-SAFETY", "GC-PRESERVE-DEVICES"],
    ["shares_intimate_images", "GC-IMAGES", "GC-POLICE-REPORT"],
    ["threatens_images", "GC-IMAGES", "GC-POLICE-REPORT"],
    ["damages_property", "GC-SAFETY-PLAN", "GC-POLICE-REPORT"],
    ["harms_animals", "GC-SAFETY-PLAN", "GC-POLICE-REPORT"],
    ["threatens_animals", "GC-SAFETY-PLAN", "GC-POLICE-REPORT"],
    ["implies_threat", "GC-SAFETY-PLAN", "GC-SPECIALIST-RISK-ASSESSMENT"],
    ["threatens_target", "GC-SAFETY-PLAN", "GC-SPECIALIST-RISK-ASSESSMENT"],
    ["threatens_close_person", "GC-SAFETY-PLAN", "GC-SPECIALIST-RISK-ASSESSMENT"],
    ["threatens_child", "GC-SAFETY-PLAN", "GC-CHILD-SAFEGUARD"],
    ["threatens_self_harm", "GC-SAFETY-PLAN", "GC-PERP-SUICIDE-RISK"],
    ["uses_physical_force", "GC-INJURY", "GC-MULTI-AGENCY"],
    ["hurts_someone_close", "GC-INJURY", "GC-MULTI-AGENCY"],
    ["sexually_assaults", "GC-SEXUAL-ASSAULT", "GC-MULTI-AGENCY"],
    ["confines_or_abducts", "GC-ABDUCTION", "GC-MULTI-AGENCY"],
    ["breaches_order", "GC-POLICE-REPORT", "GC-BREACH-ACTION"],
  ] as const;
  const codesFor = (answers: Answers) =>
    (conductAndPattern.guidance ?? [])
      .filter(({ when }) => evaluate(when, answers, conductAndPattern)[0] === 1)
      .flatMap(({ codes }) => [...codes]);

  it.each(alarming)(
    "%s once brings a prompt for the victim (%s) and one for responders (%s)",
    (id, victim, responder) => {
      const codes = codesFor({ [id]: "once" });
      expect(codes).toContain(victim);
      expect(codes).toContain(responder);
    },
  );

  it.each([
    ["less asked than one kind has", { calls: "twenty_or_more", occasion_count: "one" }, "fewer_asked_than_counted"],
    ["stopped, yet last week", { course_trend: "stopped", latest_event_recency: "last_week" }, "stopped_yet_recent"],
  ] as const)("lists a contradiction: %s", (_, answers, name) => {
    const found = conductAndPattern.contradictions?.[name];
    expect(found && evaluate(found.when, answers, conductAndPattern)).toEqual([1, 1]);
  });

  it("more asked than all kinds can add up to is listed only once every kind is answered", () => {
    const found = conductAndPattern.contradictions?.more_asked_than_counted;
    const none = Object.fromEntries(
      Object.entries(conductAndPattern.items)
        .filter(([, { section }]) => section === "behaviours")
        .map(([id]) => [id, "none"]),
    );
    const at = (answers: Answers) => found && evaluate(found.when, answers, conductAndPattern);
    expect(at({ ...none, calls: "once", occasion_count: "ten_or_more" })).toEqual([1, 1]);
    expect(at({ ...none, calls: "not_sure", occasion_count: "ten_or_more" })).toEqual([0, 1]);
  });

  it("no wording puts 'did not want' over force or sexual acts, and none says more than it may", () => {
    for (const id of [
      "uses_physical_force",
      "hurts_someone_close",
      "sexually_assaults",
      "confines_or_abducts",
    ] as const) {
      expect(conductAndPattern.items[id].text.target).not.toMatch(/want/);
    }
    const words = JSON.stringify([conductAndPattern, technologyAbuse]);
    expect(words).not.toMatch(/offence was committed|guilty|is a stalker|\bsafe\b(?! or possible)|low risk/i);
  });
});

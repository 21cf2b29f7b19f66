import { describe, expect, it } from "vitest";
import { score } from "../../src/assessment/index.ts";
import { oneWayAnswers } from "../../src/content/cross-checks.ts";
import * as instruments from "../../src/content/instruments/index.ts";
import { fiveTypeProfiles, fiveTypes, separations } from "../../src/content/typologies/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { englishPhrases } from "../../src/reports/index.ts";
import { run } from "../support/command.ts";
import type { Answers } from "../support/library.ts";

const asOf = "2026-03-01";
const allNo = ({ items }: Instrument): Answers =>
  Object.fromEntries(
    Object.entries(items).map(([id, { concern, responses }]) => {
      const no = responses.kind === "choice" && Object.hasOwn(responses.options, "never") ? "never" : "no";
      return [id, concern?.[0] ?? no];
    }),
  );
const saidOf = (form: Instrument, level: string, answers: Answers) => {
  const { shown } = score(form, answers, { asOf, window: { from: null, to: asOf } }).levels[level] ?? {};
  const outcome = shown?.kind === "settled" ? form.levels?.[level]?.outcomes[shown.outcome] : undefined;
  return `${outcome?.label} ${outcome?.says}`;
};

describe("the lowest outcome of a level says nothing that other answers make untrue", () => {
  const circumstances = { victim_leaving: "yes", psychotic_target_beliefs: "yes" } as const;

  it("of the current signs form, where circumstances are reported", () => {
    const { imminentConcern } = instruments;
    const says = saidOf(imminentConcern, "urgency", { ...allNo(imminentConcern), ...circumstances });
    expect(says).not.toMatch(/none of these|no such sign/i);
    expect(says).toContain("No act or threat among those asked about was reported.");
    expect(says).toContain("this says nothing of danger");
  });

  it("of the role and workplace form, where the person comes to the place of work", () => {
    const { publicContact } = instruments;
    const some = { known_to_target: "yes", comes_to_place_of_role: "yes", personal_grievance: "yes" } as const;
    const says = saidOf(publicContact, "review", { ...allNo(publicContact), ...some });
    expect(says).not.toMatch(/none of these|none in the answers/i);
    expect(says).toContain("The answers given reach neither review.");
  });
});

describe("what stands beside a level or a share", () => {
  it("says that little change is not little danger", () => {
    expect(instruments.changeMonitor.levels?.change?.outcomes.little_change?.says).toContain(
      "nothing of how grave it is",
    );
  });

  it("says of the guide that no sign found is no absence of danger, and that shares are without weight", () => {
    const limits = instruments.riskGuide.limits?.join(" ");
    expect(limits).toContain("No sign found does not mean no danger.");
    expect(limits).toContain("A share counts factors without weight");
  });
});

describe("what is said of a type", () => {
  it("does not leave the suitor with reassuring lines alone", async () => {
    const warning = "No figure on threats or violence in this type was read. That is not their absence";
    expect(fiveTypeProfiles.incompetent_suitor.violence.map(({ text }) => text).join()).toContain(warning);
    expect((await run(["show", "incompetent_suitor"])).stdout).toContain(warning);
    for (const { violence } of Object.values(fiveTypeProfiles)) expect(violence.length).toBeGreaterThan(0);
  });

  it("says what the rules do where a former partner's case meets two types: the first aim chooses", async () => {
    const [one] = separations.filter(({ pair }) => pair[0] === "rejected" && pair[1] === "predatory");
    expect(one?.questions[0]?.text).toContain("the first aim then says which comes first");
    expect((await run(["show", "predatory"])).stdout).not.toContain("leads only with");
  });

  it("gives no figure that its own sample cannot give, and no more certainty than its ground has", async () => {
    const seeker = (await run(["show", "intimacy_seeker"])).stdout;
    expect(seeker).not.toContain("88.9");
    expect(seeker).not.toContain("seldom work");
    expect((await run(["show", "rejected"])).stdout).toContain("H. Dressing, in a press interview");
  });
});

describe("the relationship and motive form", () => {
  const { items } = instruments.relationshipAndMotive;

  it("asks whether it stopped, and not whether a limit was firm enough", () => {
    for (const text of Object.values(items.stopped_at_limit.text)) expect(text).not.toMatch(/firm/i);
  });

  it("has no option that puts watching and an attack in one", () => {
    expect(items.first_aim.responses.options.sexual.label).not.toMatch(/attack/);
  });
});

describe("answers that seem not to fit", () => {
  it("are asked about, and nobody is told that they do not fit together", () => {
    const { texts } = englishPhrases;
    for (const key of ["summary.clash", "overview.clash", "ask.contradiction"] as const)
      expect(texts[key]).not.toMatch(/fit/);
    expect(fiveTypes.contradictions.minor_and_partner?.says).not.toContain("one of adults");
  });
});

describe("answers that take a report back", () => {
  const forms: readonly Instrument[] = Object.values(instruments);
  const named = Object.entries(oneWayAnswers).flatMap(([form, byAnswer]) =>
    Object.entries<readonly string[]>(byAnswer).flatMap(([code, ids]) => ids.map((item) => ({ form, item, code }))),
  );

  it.each(named)("$form $item: $code is an answer of the item, and of least concern where it has an order", (each) => {
    const item = forms.find(({ id }) => id === each.form)?.items[each.item];
    const options = item?.responses.kind === "choice" ? Object.keys(item.responses.options) : [];
    expect(options).toContain(each.code);
    if (item?.concern?.includes(each.code)) expect(item.concern[0]).toBe(each.code);
  });
});

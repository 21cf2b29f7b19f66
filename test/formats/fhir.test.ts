import fc from "fast-check";
import fhirpath, { type Model } from "fhirpath";
import r4 from "fhirpath/fhir-context/r4/index.js";
import { describe, expect, it } from "vitest";
import { formFor, visibleItems } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import { fromFhir, toFhir, toFhirResponse } from "../../src/formats/index.ts";
import { contentHash, type Instrument, parseAnswers } from "../../src/instrument/index.ts";
import { type Answers, evaluate, isState } from "../../src/rules/index.ts";
import { answersTo } from "../support/arbitraries.ts";
import { toy } from "../support/toy-instruments.ts";

const all: readonly Instrument[] = [...Object.values(content), toy];
type Item = {
  linkId: string;
  type: string;
  item?: Item[];
  extension?: { url: string; valueExpression?: { expression: string } }[];
};

const flat = (items: readonly Item[]): readonly Item[] => items.flatMap((each) => [each, ...flat(each.item ?? [])]);
const expressionOf = (item: Item, kind: string) =>
  item.extension?.find(({ url }) => url.endsWith(kind))?.valueExpression?.expression;

/** What a response can hold of a case. */
function held(form: Instrument, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([id, answer]) =>
      form.items[id]?.responses.kind === "choice" ? answer !== "not_asked" && answer !== "closed" : !isState(answer),
    ),
  ) as Answers;
}

describe.each(all.map((form) => [form.id, form] as const))("%s in FHIR R4", (_, form) => {
  const respondent = form.respondents[0] ?? "rater";
  const own = formFor(form, respondent);
  const { document, losses } = toFhir(form, { respondent });
  const items = flat(document.item as unknown as Item[]);
  const compiled = new Map(
    items.flatMap((item) => {
      const expression = expressionOf(item, "enableWhenExpression") ?? expressionOf(item, "calculatedExpression");
      return expression === undefined ? [] : [[item.linkId, fhirpath.compile(expression, r4 as Model)] as const];
    }),
  );
  const truth = (linkId: string, response: object) =>
    (compiled.get(linkId)?.(response, { resource: response }) as readonly (boolean | number)[] | undefined)?.[0];

  it("names its version and hash, and every link id once", () => {
    expect(document).toMatchObject({ version: form.version, identifier: [{ value: contentHash(form) }] });
    const ids = items.map(({ linkId }) => linkId);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(document.name).toMatch(/^[A-Z]([A-Za-z0-9_]){0,254}$/);
  });

  it("shows by FHIRPath what the library shows, and calculates the same bounds, whatever is open", () => {
    const lost = losses.filter(({ code }) => code === "rule_not_expressible").map(({ path }) => path[1]);
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const response = toFhirResponse(answers as Record<string, string | number>, form, { respondent });
        const shown = new Set(visibleItems(own, answers));
        for (const [id, item] of Object.entries(form.items)) {
          if (item.askIf === undefined || (item.askOnly !== undefined && item.askOnly !== respondent)) continue;
          expect([id, truth(id, response)]).toEqual([id, shown.has(id)]);
        }
        for (const [name, { rule }] of Object.entries(form.indicators)) {
          if (lost.includes(name)) continue;
          const ends = [truth(`${name}_low`, response), truth(`${name}_high`, response)].map(Number);
          expect([name, ...ends]).toEqual([name, ...evaluate(rule, held(form, answers), form)]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("gives back the answers that it was given, the words for not knowing included", () => {
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        const response = JSON.parse(
          JSON.stringify(toFhirResponse(answers as Record<string, string | number>, form, { respondent })),
        );
        const back = fromFhir(response, form);
        expect(back).toEqual({ answers: held(form, answers), left: [] });
        expect(parseAnswers(back.answers, form).ok).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a QuestionnaireResponse from elsewhere", () => {
  const form = content.quickScreen;
  const coding = (code: string) => ({ valueCoding: { code } });

  it("keeps what can be read beside what cannot, with its place", () => {
    const response = {
      item: [
        { linkId: "group", item: [{ linkId: "danger_now", answer: [coding("no")] }] },
        { linkId: "danger_then", answer: [coding("no")] },
        { linkId: "on_two_occasions", answer: [coding("yes"), coding("no")] },
        { linkId: "cannot_let_go", answer: [{ valueQuantity: { value: 1 } }] },
        { linkId: "unusual_effort", answer: [] },
      ],
    };
    expect(fromFhir(response, form)).toEqual({
      answers: { danger_now: "no" },
      left: [
        { linkId: "danger_then", why: "unknown_link_id" },
        { linkId: "on_two_occasions", why: "several_answers" },
        { linkId: "cannot_let_go", why: "no_value" },
      ],
    });
  });

  it.each([
    [null],
    [42],
    ["text"],
    [{ item: "none" }],
    [{ item: [null, 3] }],
    [{ item: [{ linkId: "__proto__", answer: [coding("x")] }] }],
  ])("%j harms nothing", (response) => {
    expect(fromFhir(response, form).answers).toEqual({});
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

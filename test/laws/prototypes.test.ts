import { afterEach, describe, expect, it } from "vitest";
import { score } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import { fiveTypes } from "../../src/content/typologies/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { parseAnswers } from "../../src/instrument/index.ts";
import {
  classify,
  nextQuestion,
  possibleOutcomes,
  standingsClassifier,
  sufficientReason,
} from "../../src/typology/index.ts";

const forms: readonly Instrument[] = Object.values(content);
const context = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } } as const;
const prototype = Object.prototype as unknown as Record<string, unknown>;

let put: string[] = [];
/** Puts an answer to every item where every plain object would inherit it. */
function pollute(form: Instrument): void {
  put = Object.keys(form.items).filter((id) => !(id in prototype));
  for (const id of put) {
    const { responses } = form.items[id] ?? {};
    prototype[id] = responses?.kind === "choice" ? Object.keys(responses.options)[0] : "1";
  }
}
afterEach(() => {
  for (const id of put) delete prototype[id];
});

describe.each(forms.map((form) => [form.id, form] as const))("Answers to %s that every object inherits", (_, form) => {
  it("are nobody's answers: no result takes them in", () => {
    const results = () => JSON.stringify([score(form, {}, context), parseAnswers({}, form)]);
    const before = results();
    pollute(form);
    const after = results();
    expect(after).toBe(before);
  });
});

it("Answers that every object inherits have no part in a classification", () => {
  const options = { typology: fiveTypes };
  const quick = standingsClassifier(fiveTypes);
  const given = [{}, { wants_back: "yes" }] as const;
  const results = () =>
    JSON.stringify(
      given.map((answers) => [
        classify(answers, options),
        quick(answers),
        nextQuestion(answers, options),
        possibleOutcomes(answers, options),
        sufficientReason(answers, options),
      ]),
    );
  const before = results();
  pollute(fiveTypes.instrument);
  const after = results();
  expect(after).toBe(before);
});

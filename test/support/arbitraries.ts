import fc from "fast-check";
import { type Answers, type Condition, type Quantity, type Scope, states } from "./library.ts";

/** Partial answers to a form: any code, any word for not knowing, or nothing. */
export function answersTo(form: Scope): fc.Arbitrary<Answers> {
  const entries = Object.entries(form.items).map(([id, { responses }]) => {
    const known: fc.Arbitrary<string | number> =
      responses.kind === "choice"
        ? fc.constantFrom(...Object.keys(responses.options))
        : responses.kind === "number"
          ? fc.integer({ min: responses.min, max: responses.max })
          : fc.constant("2024-02-29");
    return [
      id,
      fc.option(fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: fc.constantFrom(...states) }), {
        nil: undefined,
      }),
    ] as const;
  });
  return fc
    .record(Object.fromEntries(entries))
    .map(
      (answers) => Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined)) as Answers,
    );
}

/** Partial answers, and the same with one open item answered. */
export function withOneMore(form: Scope): fc.Arbitrary<readonly [Answers, Answers]> {
  return fc.tuple(answersTo(form), answersTo(form), fc.nat()).map(([answers, more, pick]) => {
    const open = Object.keys(form.items).filter((id) => isOpen(form, id, answers) && !isOpen(form, id, more));
    const id = open[pick % Math.max(open.length, 1)];
    return [answers, id === undefined ? answers : { ...answers, [id]: more[id] }] as [Answers, Answers];
  });
}

function isOpen(form: Scope, id: string, answers: Answers): boolean {
  const found = answers[id];
  const responses = form.items[id]?.responses;
  return (
    found === undefined ||
    (states as readonly unknown[]).includes(found) ||
    (responses?.kind === "choice" && responses.options[String(found)]?.notKnown === true)
  );
}

/** Any condition over a form, up to a small depth. */
export function conditionsOver(form: Scope): fc.Arbitrary<Condition> {
  return rulesOf(form).condition;
}

/** Any quantity over a form, up to a small depth. */
export function quantitiesOver(form: Scope): fc.Arbitrary<Quantity> {
  return rulesOf(form).quantity;
}

function rulesOf(form: Scope): { condition: fc.Arbitrary<Condition>; quantity: fc.Arbitrary<Quantity> } {
  const codes = (id: string) => {
    const responses = form.items[id]?.responses;
    return responses?.kind === "choice"
      ? Object.entries(responses.options).flatMap(([code, { notKnown }]) => (notKnown === true ? [] : [code]))
      : [];
  };
  const choices = Object.keys(form.items).filter((id) => codes(id).length > 0);
  const numbers = Object.entries(form.items).flatMap(([id, { responses }]) =>
    responses.kind === "number" ||
    (responses.kind === "choice" && Object.values(responses.options).some(({ value }) => value !== undefined))
      ? [id]
      : [],
  );
  const leaf: fc.Arbitrary<Condition> = fc
    .constantFrom(...choices)
    .chain((item) =>
      fc
        .subarray(codes(item), { minLength: 1 })
        .map((chosen) => ({ kind: "one_of", item, codes: chosen as [string, ...string[]] }) as const),
    );
  const yesNo = choices.filter((item) => codes(item).includes("yes"));
  const judged: fc.Arbitrary<Condition> =
    yesNo.length === 0 ? leaf : fc.constantFrom(...yesNo).map((item) => ({ kind: "judgement", item }) as const);
  const named: fc.Arbitrary<Condition> = fc
    .constantFrom(...Object.keys(form.indicators ?? {}))
    .map((name) => ({ kind: "ref", name }) as const);
  const value: fc.Arbitrary<Quantity> = fc.constantFrom(...numbers).map((item) => ({ kind: "value", item }) as const);
  const ifNone = fc.integer({ min: -1, max: 2 });
  const { condition, quantity } = fc.letrec<{ condition: Condition; quantity: Quantity }>((tie) => {
    const conditions = fc.array(tie("condition"), { maxLength: 3 });
    const quantities = fc.array(tie("quantity"), { maxLength: 3 });
    return {
      condition: fc.oneof(
        { maxDepth: 3, depthIdentifier: "rule" },
        leaf,
        judged,
        named,
        conditions.map((of) => ({ kind: "all", of }) as const),
        conditions.map((of) => ({ kind: "any", of }) as const),
        tie("condition").map((part) => ({ kind: "not", of: [part] }) as const),
        fc
          .tuple(
            fc.constantFrom("at_least", "at_most", "more_than", "less_than", "equals"),
            fc.integer({ min: 0, max: 3 }),
            tie("quantity"),
          )
          .map(([is, to, part]) => ({ kind: "compare", is, to, of: [part] }) as const),
      ) as fc.Arbitrary<Condition>,
      quantity: fc.oneof(
        { maxDepth: 3, depthIdentifier: "rule" },
        value,
        conditions.map((of) => ({ kind: "count", of }) as const),
        quantities.map((of) => ({ kind: "sum", of }) as const),
        fc
          .tuple(quantities, ifNone)
          .map(([of, none]) => ({ kind: "mean", of, minAnswered: 0.75, ifNone: none }) as const),
        fc.tuple(conditions, ifNone).map(([of, none]) => ({ kind: "share", of, ifNone: none }) as const),
        fc.tuple(quantities, ifNone).map(([of, none]) => ({ kind: "least", of, ifNone: none }) as const),
        fc.tuple(quantities, ifNone).map(([of, none]) => ({ kind: "greatest", of, ifNone: none }) as const),
      ) as fc.Arbitrary<Quantity>,
    };
  });
  return { condition, quantity };
}

/** Answers as they might arrive: mostly codes, some of them wrong, some keys that are none of the form's. */
export const answersOrOther = (form: Scope) =>
  fc
    .tuple(
      answersTo(form),
      fc.dictionary(
        fc.oneof(fc.constantFrom(...Object.keys(form.items)), fc.string({ maxLength: 5 })),
        fc.oneof(
          fc.constantFrom("yes", "Yes", "no", "not_sure", "closed", "", "2024-02-30", "2024-02-29"),
          fc.integer(),
          fc.boolean(),
          fc.constant(null),
        ),
        { maxKeys: 2 },
      ),
      fc.boolean(),
    )
    .map(([good, bad, spoil]) => (spoil ? { ...good, ...bad } : good));

import * as z from "zod/mini";
import { type Issue, type Parsed, parsed } from "../issues/index.ts";
import { checkInstrument } from "./check-instrument.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { type Instrument, topics } from "./instrument.ts";
import { informants } from "./item.ts";
import { limits } from "./limits.ts";
import { plainCopy } from "./plain-copy.ts";
import { structureIssues } from "./structure-issues.ts";

/**
 * An instrument from untrusted data, such as a JSON file: a deeply frozen copy, or every issue found (at most
 * `limits.issues` of them). It passes the same checks as `defineInstrument`, and holds no code: nothing but plain data
 * is taken, no getter is called, and no key `__proto__` is carried over.
 *
 * Size, depth and count are held to `limits` before anything recurses, and what named rules and gates come to once
 * they are followed is bounded too, so that neither this nor a later evaluation can be overloaded.
 *
 * @returns issues `malformed`, `accessor_property`, `too_large`, `too_deep`, and those of `defineInstrument`
 * @example
 * const result = parseInstrument(JSON.parse(JSON.stringify(relationshipAndMotive)));
 * result.ok && contentHash(result.value) === contentHash(relationshipAndMotive); // => true
 * @example
 * parseInstrument({ id: "empty" }).ok; // => false
 */
export function parseInstrument(input: unknown): Parsed<Instrument> {
  const copy = plainCopy(input);
  if (!copy.ok) return copy;
  const crowds = crowdsIn(copy.value);
  if (crowds.length > 0) return parsed<Instrument>(impossible, crowds);
  const structure = structureOf().safeParse(copy.value);
  if (!structure.success) return parsed<Instrument>(impossible, structureIssues(structure.error.issues));
  // The schema has accepted the structure; which sort of rule stands where is for `checkInstrument`.
  const instrument = copy.value as Instrument;
  return parsed(() => deepFreeze(instrument), checkInstrument(instrument));
}

/** Lists of names that are too long, counted before each entry can have faults of its own. */
function crowdsIn(value: unknown): readonly Issue[] {
  return (["items", "indicators", "sections", "levels", "guidance", "contradictions"] as const).flatMap(
    (part): readonly Issue[] => {
      const entries: unknown = Object(value)[part];
      const limit = part === "items" ? limits.items : limits.indicators;
      return Object.keys(Object(entries)).length > limit ? [{ code: "too_large", path: [part], limit }] : [];
    },
  );
}

let schema: z.ZodMiniType | undefined;

/**
 * The structure of an instrument, made on first use, so that an application which never parses one carries none of it.
 * Schemas of zod/mini never compile code, so a page that forbids `eval` raises no violation.
 */
function structureOf(): z.ZodMiniType {
  schema ??= makeSchema();
  return schema;
}

function makeSchema(): z.ZodMiniType {
  const name = z.string().check(z.minLength(1), z.maxLength(200));
  const prose = z.string().check(z.minLength(1), z.maxLength(10_000));
  const words = z.string().check(z.maxLength(10_000));
  const finite = z.number();
  const names = z.array(name).check(z.maxLength(limits.options));
  const codes = z.array(name).check(z.minLength(1), z.maxLength(limits.options));

  const parts = z.array(z.lazy((): z.ZodMiniType => ruleSchema));
  const onePart = z.tuple([z.lazy((): z.ZodMiniType => ruleSchema)]);
  const several = <const Kind extends string>(kind: Kind) => z.strictObject({ kind: z.literal(kind), of: parts });
  const ifApplying = <const Kind extends string>(kind: Kind) =>
    z.strictObject({ kind: z.literal(kind), of: parts, ifNone: finite });

  const ruleSchema = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("one_of"), item: name, codes }),
    z.strictObject({ kind: z.literal("judgement"), item: name }),
    z.strictObject({ kind: z.literal("value"), item: name }),
    z.strictObject({ kind: z.literal("ref"), name }),
    several("all"),
    several("any"),
    several("count"),
    several("sum"),
    z.strictObject({ kind: z.literal("not"), of: onePart }),
    z.strictObject({
      kind: z.literal("compare"),
      is: z.enum(["at_least", "at_most", "more_than", "less_than", "equals"]),
      to: finite,
      of: onePart,
    }),
    z.strictObject({
      kind: z.literal("mean"),
      of: parts,
      minAnswered: z.number().check(z.minimum(0), z.maximum(1)),
      ifNone: finite,
    }),
    ifApplying("share"),
    ifApplying("least"),
    ifApplying("greatest"),
  ]);

  const responsesSchema = z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("choice"),
      options: z.record(
        z.string(),
        z.strictObject({
          label: prose,
          value: z.exactOptional(finite),
          notKnown: z.exactOptional(z.literal(true)),
        }),
      ),
    }),
    z.strictObject({ kind: z.literal("number"), min: finite, max: finite, integer: z.boolean() }),
    z.strictObject({ kind: z.literal("date") }),
  ]);

  const basisSchema = z.array(
    z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("source"),
        source: name,
        mark: z.enum(["seen_in_source", "seen_in_abstract", "secondary_source", "computed", "design_judgement"]),
        note: z.exactOptional(words),
      }),
      z.strictObject({ kind: z.literal("design_choice"), reason: prose }),
    ]),
  );

  const respondent = z.enum(["target", "rater"]);

  return z.strictObject({
    id: name.check(z.regex(/^[a-z][a-z0-9_-]*$/)),
    version: name.check(z.regex(/^\d+\.\d+\.\d+(\+[0-9A-Za-z.-]+)?$/)),
    title: prose,
    purpose: prose,
    respondents: z.array(respondent).check(z.minLength(1), z.maxLength(2)),
    mayUse: z.exactOptional(z.array(prose)),
    notFor: z.array(prose),
    notAbout: z.exactOptional(z.array(prose)),
    referencePeriod: prose,
    current: z.exactOptional(prose),
    before: z.exactOptional(z.array(prose)),
    limits: z.exactOptional(z.array(prose)),
    validation: prose,
    estimatedMinutes: z.exactOptional(z.number().check(z.minimum(0))),
    sections: z.record(
      z.string(),
      z.strictObject({
        title: prose,
        topic: z.exactOptional(z.enum(topics)),
        introduction: z.exactOptional(words),
      }),
    ),
    items: z.record(
      z.string(),
      z.strictObject({
        code: name,
        text: z.strictObject({ target: prose, rater: prose }),
        construct: prose,
        responses: responsesSchema,
        section: z.exactOptional(name),
        raterNote: z.exactOptional(words),
        critical: z.exactOptional(z.literal(true)),
        whenClosed: z.exactOptional(z.union([name, finite])),
        askOnly: z.exactOptional(respondent),
        couldKnow: z.exactOptional(z.array(z.enum(informants)).check(z.maxLength(informants.length))),
        concern: z.exactOptional(names),
        support: z.exactOptional(names),
        basis: basisSchema,
        askIf: z.exactOptional(ruleSchema),
      }),
    ),
    indicators: z.record(
      z.string(),
      z.strictObject({
        means: prose,
        rule: ruleSchema,
        basis: basisSchema,
        evidence: z.exactOptional(
          z.strictObject({
            grade: z.enum(["design_choice", "expert_source", "one_study", "several_studies", "review"]),
            directness: z.enum(["same_population", "similar", "different", "unknown"]),
            role: z.enum(["definition", "description", "association", "prediction"]),
          }),
        ),
      }),
    ),
    levels: z.exactOptional(
      z.record(
        z.string(),
        z.strictObject({
          asks: prose,
          ordered: z.boolean(),
          outcomes: z.record(
            z.string(),
            z.strictObject({ label: prose, says: prose, guidance: names, next: z.exactOptional(names) }),
          ),
          cases: z.array(z.strictObject({ when: ruleSchema, outcome: name })),
          otherwise: name,
          unsettled: names,
          basis: basisSchema,
        }),
      ),
    ),
    guidance: z.exactOptional(
      z.array(
        z.strictObject({
          codes: z.array(name).check(z.minLength(1), z.maxLength(limits.options)),
          when: ruleSchema,
          unlessRuledOut: z.exactOptional(z.literal(true)),
          next: z.exactOptional(names),
          interrupts: z.exactOptional(prose),
        }),
      ),
    ),
    contradictions: z.exactOptional(z.record(z.string(), z.strictObject({ when: ruleSchema, says: prose }))),
  });
}

function impossible(): never {
  throw new TypeError("a failed parse has at least one issue");
}

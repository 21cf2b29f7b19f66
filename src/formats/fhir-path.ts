import type { LaidBound } from "./form-layout.ts";
import type { FormulaLanguage } from "./print-formula.ts";
import { type Part, partMaker, type SharedText, sharedParts } from "./shared-parts.ts";

/** A formula in FHIRPath. What it tests of one item is kept beside it, so that tests alike can be put together. */
export interface FhirPath {
  readonly part: Part;
  /** It is true exactly if this test comes out. */
  readonly tests?: Test;
  /** It is 1 if this test comes out, and 0 otherwise. */
  readonly counts?: Test;
}

/** Whether the answer to an item is one of these codes: `as` true; or none of them, also if there is no answer: false. */
interface Test {
  readonly item: string;
  readonly codes: readonly string[];
  readonly as: boolean;
}

/** An extension that states a variable, which the expressions after it and below it may use. */
export const variableOf = (name: string, expression: string) => ({
  url: "http://hl7.org/fhir/StructureDefinition/variable",
  valueExpression: { name, language: "text/fhirpath", expression },
});

/** The answer to an item, whatever it is. */
export const answerTo = (item: string): string => `%resource.repeat(item).where(linkId = ${quoted(item)}).answer.value`;

/**
 * FHIRPath as a language for formulas. Where at least three items are tested for the same codes, their answers are taken
 * together and counted, which is shorter and worked out faster than each on its own.
 */
export function fhirPath(): FormulaLanguage<FhirPath> {
  const part = partMaker();
  const plain = (...pieces: readonly (string | Part)[]): FhirPath => ({ part: part("part", ...pieces) });
  const codesOf = (items: readonly string[]): Part => {
    const [first = ""] = items;
    return items.length === 1
      ? part(variableName(first), `${answerTo(first)}.code`)
      : part("answers", `%resource.repeat(item).where(linkId in (${items.map(quoted).join(" | ")})).answer.value.code`);
  };
  const among = (items: readonly string[], codes: readonly string[]): readonly (string | Part)[] => [
    codesOf(items),
    `.where(${codes.map((code) => `$this = ${quoted(code)}`).join(" or ")})`,
  ];
  const tested = (test: Test): FhirPath => ({
    ...plain(...among([test.item], test.codes), test.as ? ".exists()" : ".empty()"),
    tests: test,
  });
  const joined = (parts: readonly FhirPath[], sign: string): FhirPath =>
    parts.length === 1 && parts[0] !== undefined
      ? parts[0]
      : plain("(", ...parts.flatMap((each, at) => (at === 0 ? [each.part] : [sign, each.part])), ")");
  return {
    constant: (value) => plain(String(value)),
    holds: (item, codes) => tested({ item, codes, as: true }),
    lacks: (item, codes) => tested({ item, codes, as: false }),
    hasNumber: (item) => plain(part(variableName(item), answerTo(item)), ".exists()"),
    hasNoNumber: (item) => plain(part(variableName(item), answerTo(item)), ".empty()"),
    and: (parts) => {
      const all = (items: readonly string[], { codes, as }: Test) =>
        as
          ? plain("(", ...among(items, codes), `.count() = ${items.length})`)
          : plain(...among(items, codes), ".empty()");
      return joined(gathered(parts, "tests", all), " and ");
    },
    or: (parts) => {
      const any = (items: readonly string[], { codes, as }: Test) =>
        as
          ? plain(...among(items, codes), ".exists()")
          : plain("(", ...among(items, codes), `.count() < ${items.length})`);
      return joined(gathered(parts, "tests", any), " or ");
    },
    compare: (left, sign, to) => plain("(", left.part, ` ${sign} ${to})`),
    number: (value) => plain(value < 0 ? `(${value})` : String(value)),
    answer: (item) => plain(part(variableName(item), answerTo(item)), ".first()"),
    choose: (test, then, otherwise) => ({
      ...plain("iif(", test.part, ", ", then.part, ", ", otherwise.part, ")"),
      ...(test.tests !== undefined && isText(then, "1") && isText(otherwise, "0") ? { counts: test.tests } : {}),
    }),
    plus: (parts) => {
      const sum = (items: readonly string[], { codes, as }: Test) =>
        as
          ? plain(...among(items, codes), ".count()")
          : plain("(", `${items.length} - `, ...among(items, codes), ".count())");
      return joined(gathered(parts, "counts", sum), " + ");
    },
  };
}

/** The bounds of named rules as FHIRPath, in their order, with the variables that they use. */
export function boundsInFhirPath(bounds: readonly LaidBound<FhirPath>[]): SharedText {
  return sharedParts(
    bounds.map(({ name, formula: { part } }) => ({ name: variableName(name), part })),
    {
      reference: (name) => `%${name}`,
      cost: (name) => JSON.stringify(variableOf(name, "")).length + 1,
      reserved,
    },
  );
}

/** Parts with those replaced that test at least three different items for the same codes: they stand as one. */
function gathered(
  parts: readonly FhirPath[],
  by: "tests" | "counts",
  together: (items: readonly string[], test: Test) => FhirPath,
): readonly FhirPath[] {
  const alike = new Map<string, Test[]>();
  const keyOf = ({ codes, as }: Test) => JSON.stringify([as, codes]);
  for (const { [by]: test } of parts) {
    if (test !== undefined) alike.set(keyOf(test), [...(alike.get(keyOf(test)) ?? []), test]);
  }
  return parts.flatMap((part): readonly FhirPath[] => {
    const test = part[by];
    const items = test === undefined ? [] : (alike.get(keyOf(test)) ?? []).map(({ item }) => item);
    if (test === undefined || items.length < 3 || new Set(items).size < items.length) return [part];
    return items[0] === test.item ? [together(items, test)] : [];
  });
}

const isText = ({ part }: FhirPath, text: string): boolean => part.pieces.length === 1 && part.pieces[0] === text;
const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** An id of ours as a name in FHIR, which takes no underscore there. */
const variableName = (id: string): string => id.replace(/_+([a-z0-9]?)/g, (_, next: string) => next.toUpperCase());

/** What FHIRPath, FHIR and structured data capture call by these names. */
const reserved: readonly string[] = [
  "resource",
  "rootResource",
  "context",
  "questionnaire",
  "qitem",
  "ucum",
  "sct",
  "loinc",
  "factory",
  "terminologies",
  "patient",
  "encounter",
  "user",
  "practitioner",
  "location",
  "clinic",
  "study",
];

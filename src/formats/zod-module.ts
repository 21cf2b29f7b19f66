import type { Instrument } from "../instrument/index.ts";
import { type Responses, states } from "../rules/index.ts";
import { identityOf } from "./form-layout.ts";
import { formGiven } from "./given.ts";
import type { Exported } from "./loss.ts";

/**
 * A TypeScript module with a zod schema of the answers to an instrument and their type, for programs that do without this
 * package. It accepts exactly what `parseAnswers` accepts; `null` and `undefined`, like a missing item, are not asked.
 *
 * @example
 * const { document } = toZodModule(relationshipAndMotive);
 * document.split("\n").find((line) => line.startsWith("import")); // => 'import * as z from "zod";'
 */
export function toZodModule(instrument: Instrument): Exported<string> {
  formGiven(instrument);
  const { version, hash } = identityOf(instrument);
  const items = Object.entries(instrument.items).map(
    ([id, { responses }]) => `  ${JSON.stringify(id)}: ${schemaOf(responses)},\n`,
  );
  const document = [
    `// Answers to ${instrument.id} ${version}, sha256:${hash}. Made by stalker-typology; do not edit.\n`,
    'import * as z from "zod";\n\n',
    "/** Ways of not knowing, which every item takes. */\n",
    `const states = [${states.map((state) => JSON.stringify(state)).join(", ")}] as const;\n`,
    "const choice = <const Code extends string>(...codes: readonly Code[]) => z.enum([...codes, ...states]).nullish();\n",
    "const known = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.enum(states)]).nullish();\n\n",
    `/** Answers to ${instrument.id}. A missing item, or null, is not asked. */\n`,
    "export const answers = z.strictObject({\n",
    ...items,
    "});\n\n",
    "export type Answers = z.infer<typeof answers>;\n",
  ].join("");
  return { document, losses };
}

function schemaOf(responses: Responses): string {
  if (responses.kind === "choice")
    return `choice(${Object.keys(responses.options)
      .map((code) => JSON.stringify(code))
      .join(", ")})`;
  if (responses.kind === "date") return "known(z.iso.date())";
  const { min, max, integer } = responses;
  const whole = integer ? ".refine(Number.isInteger)" : "";
  // Minus zero is not accepted as an answer: it would not come back as it was written.
  return `known(z.number()${whole}.min(${min}).max(${max}).refine((each) => !Object.is(each, -0)))`;
}

const losses: Exported<string>["losses"] = [
  { path: [], code: "evidence_not_carried", says: "Wordings, sources, grades and guidance are not carried." },
  { path: ["items"], code: "rule_not_expressible", says: "A schema says what an answer may be, not when it is asked." },
];

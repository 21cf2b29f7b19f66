import { bibliography } from "../../content/bibliography.ts";
import { fiveTypeProfiles, separations } from "../../content/typologies/index.ts";
import type { Basis, Statement } from "../../evidence/index.ts";
import { describe } from "../../rules/index.ts";
import type { Separation, TypeProfile } from "../../typology/index.ts";
import { type Command, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { say } from "../io.ts";
import { allInstruments, allTypologies } from "../registry.ts";

/** `show`: one instrument, type or source. */
export const showCommand: Command = {
  name: "show",
  summary: "Show one instrument, type or source, with what it rests on.",
  arguments: [{ name: "ID", says: "an instrument, a type or a source, as list prints them" }],
  options: {},
  examples: ["stalker-typology show rejected", "stalker-typology show ssb-type"],
  async run(given, io) {
    const [id] = given.arguments;
    if (id === undefined) throw usageError("show", "an id");
    const found = entryNamed(id);
    if (found === undefined) {
      throw usageError(
        id,
        ...allInstruments.map((each) => each.id),
        ...allTypologies.flatMap(({ types }) => Object.keys(types)),
        "a source's id",
      );
    }
    await say(io.stdout, given.flag("json") ? `${JSON.stringify(found.data)}\n` : `${found.lines.join("\n")}\n`);
    return exitCodes.done;
  },
};

interface Entry {
  readonly data: unknown;
  readonly lines: readonly string[];
}

function entryNamed(id: string): Entry | undefined {
  const instrument = allInstruments.find((each) => each.id === id);
  if (instrument !== undefined) {
    const items = Object.entries(instrument.items).flatMap(([item, { code, text, responses, askIf, basis }]) => [
      "",
      `${item} (${code}): ${text.rater}`,
      `  answers: ${responses.kind === "choice" ? Object.keys(responses.options).join(", ") : responses.kind}; not_sure, prefer_not`,
      ...(askIf === undefined ? [] : [`  asked unless this is false: ${describe(askIf, instrument)}`]),
      ...basis.map(basisLine),
    ]);
    return {
      data: instrument,
      lines: [
        `${instrument.title} (${instrument.id} ${instrument.version})`,
        instrument.purpose,
        `Not for: ${instrument.notFor.join("; ")}.`,
        `Validation: ${instrument.validation}.`,
        ...items,
      ],
    };
  }
  for (const typology of allTypologies) {
    if (!Object.hasOwn(typology.types, id)) continue;
    const type = typology.types[id];
    if (type === undefined) continue;
    const signs = (list: typeof type.supports) => list.map((sign) => `  ${describe(sign, typology.instrument)}`);
    return {
      data: { ...type, profile: profileOf(id), separations: separationsOf(id) },
      lines: [
        `${type.label} (${id})`,
        `Criteria: ${describe(type.criteria, typology.instrument)}`,
        `First aims: ${type.firstAims.join(", ")}`,
        "Signs for it (they do not decide):",
        ...signs(type.supports),
        "Signs against it:",
        ...signs(type.against),
        `Evidence: ${type.evidence.grade}, ${type.evidence.directness}, ${type.evidence.role}`,
        "Rests on:",
        ...type.basis.map(basisLine),
        ...profileLines(id),
      ],
    };
  }
  const sources: Readonly<
    Record<string, { readonly citation: string; readonly doi?: string; readonly seenAt?: string }>
  > = bibliography.sources;
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (source === undefined) return undefined;
  return {
    data: source,
    lines: [
      source.citation,
      ...(source.doi === undefined ? [] : [`doi ${source.doi}`]),
      ...(source.seenAt === undefined ? [] : [`Copy read: ${source.seenAt}`]),
    ],
  };
}

const fields = {
  definition: "Definition",
  context: "Context",
  firstMotive: "First motive",
  sustains: "What sustains it",
  priorRelationship: "Prior relationship",
  conduct: "Conduct",
  selfView: "Self-view",
  course: "Course",
  violence: "Threats and violence",
  clinicalPicture: "Clinical picture",
  variants: "Variants",
  management: "Management lines (opinion; they prompt and do not instruct)",
} as const satisfies Partial<Record<keyof TypeProfile, string>>;

function profileOf(id: string): TypeProfile | undefined {
  return Object.values<TypeProfile>(fiveTypeProfiles).find(({ type }) => type === id);
}

function separationsOf(id: string): readonly Separation[] {
  const all: readonly Separation[] = separations;
  return all.filter(({ pair }) => pair.includes(id));
}

/** What is known of a type, each sentence with its source and how it was read. */
function profileLines(id: string): readonly string[] {
  const profile = profileOf(id);
  if (profile === undefined) return [];
  const said = ({ text, basis }: Statement) => `  ${text} [${basis.map(shortBasis).join("; ")}]`;
  const parts = Object.entries(fields).flatMap(([field, title]) => {
    const statements: readonly Statement[] = profile[field as keyof typeof fields];
    return statements.length === 0 ? [] : ["", title, ...statements.map(said)];
  });
  const apart = separationsOf(id).flatMap(({ pair, questions }) => [
    `  from ${pair.find((other) => other !== id)}:`,
    ...questions.map((each) => `  ${said(each)}`),
  ]);
  return [
    ...parts,
    "",
    "What separates it",
    ...apart,
    "",
    "These statements describe cases that were studied; they say nothing about a person.",
  ];
}

function shortBasis(basis: Basis): string {
  return basis.kind === "design_choice" ? "design choice" : `${basis.source}, ${basis.mark.replaceAll("_", " ")}`;
}

function basisLine(basis: Basis): string {
  if (basis.kind === "design_choice") return `  design choice: ${basis.reason}`;
  return `  ${basis.source}, ${basis.mark.replaceAll("_", " ")}${basis.note === undefined ? "" : `: ${basis.note}`}`;
}

import { bibliography } from "../../content/bibliography.ts";
import type { Basis, Statement } from "../../evidence/index.ts";
import type { Instrument, Item } from "../../instrument/index.ts";
import { ruleWordsOf } from "../../reports/index.ts";
import { type Condition, describe, type Rule } from "../../rules/index.ts";
import type { Separation, TypeProfile } from "../../typology/index.ts";
import { answerCodes } from "../answer-codes.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { say } from "../io.ts";
import { allInstruments, allTypologies, besideForms, typologyShown } from "../registry.ts";

/** `show`: one instrument, type or source. */
export const showCommand: Command = {
  name: "show",
  summary: "Show one instrument, type or source, with what it rests on.",
  arguments: [{ name: "ID", says: "an instrument, a type or a source, as list prints them" }],
  options: {},
  examples: ["stalker-typology show rejected", "stalker-typology show ssb-type"],
  async run(given, io) {
    const [id] = given.arguments;
    if (id === undefined) throw usageError("show", expects("expected.id"));
    const found = entryNamed(id, given);
    if (found === undefined) {
      throw usageError(
        id,
        ...allInstruments.map((each) => each.id),
        ...allTypologies.flatMap(({ types }) => Object.keys(types)),
        expects("expected.source"),
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

function entryNamed(id: string, given: Given): Entry | undefined {
  const { words, phrases, shown } = given;
  const found = allInstruments.find((each) => each.id === id);
  const instrument = found && shown(found);
  if (instrument !== undefined) return { data: instrument, lines: instrumentLines(instrument, given) };
  for (const each of allTypologies) {
    if (!Object.hasOwn(each.types, id)) continue;
    const typology = typologyShown(each, given);
    const type = typology.types[id];
    if (type === undefined) continue;
    const inWords = (rule: Rule) => describe(rule, typology.instrument, ruleWordsOf(phrases));
    return {
      data: { ...type, profile: profileOf(id, given), separations: separationsOf(id, given) },
      lines: [
        words("show.type", { label: type.label, id }),
        words("show.criteria", { rule: inWords(type.criteria) }),
        words("show.first_aims", { aims: type.firstAims.join(", ") }),
        words("show.supports"),
        ...type.supports.map((sign) => `  ${inWords(sign)}`),
        words("show.against"),
        ...type.against.map((sign) => `  ${inWords(sign)}`),
        words("show.evidence", type.evidence),
        words("show.rests_on"),
        ...type.basis.map((basis) => `  ${basisLine(basis, given)}`),
        ...profileLines(id, given),
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
      ...(source.doi === undefined ? [] : [words("show.doi", { doi: source.doi })]),
      ...(source.seenAt === undefined ? [] : [words("show.copy", { where: source.seenAt })]),
    ],
  };
}

function instrumentLines(instrument: Instrument, given: Given): readonly string[] {
  const { words, phrases } = given;
  const answers = ({ responses }: Item) =>
    responses.kind === "choice" ? listed(answerCodes(responses)) : words(`show.${responses.kind}`);
  /** The codes that say that it is not known, if there are any. */
  const unclear = ({ responses }: Item): readonly string[] => {
    const options = responses.kind === "choice" ? Object.entries(responses.options) : [];
    const codes = options.flatMap(([code, { notKnown }]) => (notKnown === true ? [code] : []));
    return codes.length === 0 ? [] : [codes.join(", ")];
  };
  const inWords = (rule: Rule) => describe(rule, instrument, ruleWordsOf(phrases));
  const whenAsked = (gate: Condition | undefined): readonly string[] => {
    if (gate === undefined) return [];
    return [
      gate.kind === "not"
        ? words("show.not_asked_if", { rule: inWords(gate.of[0]) })
        : words("show.asked_unless", { rule: inWords(gate) }),
    ];
  };
  return [
    words("show.form", instrument),
    instrument.purpose,
    words("show.not_for", { uses: instrument.notFor.join("; ") }),
    words("show.validation", instrument),
    ...Object.entries(instrument.items).flatMap(([id, item]) => [
      "",
      words("show.item", { item: id, code: item.code, question: item.text.rater }),
      `  ${words("show.answers", { codes: answers(item) })}`,
      ...(item.raterNote === undefined ? [] : [`  ${words("show.rater_note", { note: item.raterNote })}`]),
      ...unclear(item).map((codes) => `  ${words("show.not_known", { codes })}`),
      ...whenAsked(item.askIf).map((line) => `  ${line}`),
      ...item.basis.map((basis) => `  ${basisLine(basis, given)}`),
    ]),
  ];
}

/** Codes on one line, or a line for each if some of them need words. */
const listed = (codes: readonly string[]): string =>
  codes.join(codes.some((code) => code.includes(" ")) ? ",\n    " : ", ");

/** What a profile says of a type, in this order. */
const fields = [
  "definition",
  "context",
  "firstMotive",
  "sustains",
  "priorRelationship",
  "conduct",
  "selfView",
  "course",
  "violence",
  "clinicalPicture",
  "variants",
  "management",
] as const satisfies readonly (keyof TypeProfile)[];

function profileOf(id: string, { shown }: Given): TypeProfile | undefined {
  return shown(besideForms).profiles.find(({ type }) => type === id);
}

function separationsOf(id: string, { shown }: Given): readonly Separation[] {
  return shown(besideForms).separations.filter(({ pair }) => pair.includes(id));
}

/** What is known of a type, each sentence with its source and how it was read. */
function profileLines(id: string, given: Given): readonly string[] {
  const { words } = given;
  const profile = profileOf(id, given);
  if (profile === undefined) return [];
  const said = ({ text, basis }: Statement) => `  ${text} [${basis.map((each) => shortBasis(each, given)).join("; ")}]`;
  const parts = fields.flatMap((field) => {
    const statements: readonly Statement[] = profile[field];
    return statements.length === 0 ? [] : ["", words(`show.${field}`), ...statements.map(said)];
  });
  const apart = separationsOf(id, given).flatMap(({ pair, questions }) => [
    `  ${words("show.from", { type: pair.find((other) => other !== id) ?? "" })}`,
    ...questions.map((each) => `  ${said(each)}`),
  ]);
  return [...parts, "", words("show.separates"), ...apart, "", words("show.no_person")];
}

function shortBasis(basis: Basis, { words }: Given): string {
  if (basis.kind === "design_choice") return words("show.design_choice");
  return words("show.source", { source: basis.source, mark: words(`mark.${basis.mark}`) });
}

function basisLine(basis: Basis, { words }: Given): string {
  if (basis.kind === "design_choice") return words("show.design_choice_because", basis);
  const { source, note } = basis;
  const read = { source, mark: words(`mark.${basis.mark}`) };
  return note === undefined ? words("show.source", read) : words("show.source_with_note", { ...read, note });
}

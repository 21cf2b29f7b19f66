import type { Basis } from "../evidence/index.ts";
import { mustHave } from "../issues/index.ts";
import type { Codebook, CodebookItem, CodebookLevel } from "./codebook.ts";
import { englishPhrases, type Phrases, type Say, sayer } from "./phrases.ts";
import { type Block, facts, heading, list, type Printed, paragraph, table } from "./printed.ts";

/**
 * A codebook as a page, for `toMarkdown` or `toHtml`.
 *
 * @example
 * codebookPage(codebook(quickScreen)).title; // => "First contact form: codebook"
 */
export function codebookPage(book: Codebook, phrases: Phrases = englishPhrases): Printed {
  mustHave(book, "states", "book"); // an instrument has items too
  const say = sayer(phrases);
  const title = (id: string | null) =>
    book.sections.find((each) => each.id === id)?.title ?? say("codebook.no_section");
  const groups = [...new Set(book.items.map(({ section }) => section))];
  return {
    title: say("codebook.title", { title: book.facts.title }),
    lang: phrases.lang,
    ...(phrases.dir === undefined ? {} : { dir: phrases.dir }),
    blocks: [
      ...facts(factsOf(book, say)),
      heading(2, say("codebook.states")),
      ...facts(book.states.map((state) => [state, say(`state.${state as "closed"}`)])),
      heading(2, say("codebook.items")),
      ...groups.flatMap((section): readonly Block[] => {
        const introduction = book.sections.find((each) => each.id === section)?.introduction;
        return [
          heading(3, title(section)),
          ...(introduction === null || introduction === undefined ? [] : [paragraph(introduction)]),
          ...book.items.filter((item) => item.section === section).flatMap((item) => itemBlocks(item, say)),
        ];
      }),
      ...(book.rules.length === 0 ? [] : [heading(2, say("codebook.rules"))]),
      ...book.rules.flatMap(({ name, means, kind, rule, grade, directness, role, basis }) => [
        heading(3, name),
        ...facts([
          [say("codebook.means"), means],
          [say("codebook.kind"), say(`kind.${kind}`)],
          [say("codebook.rule"), rule],
          [say("codebook.grade"), say(`grade.${grade}`)],
          [say("codebook.directness"), say(`directness.${directness}`)],
          [say("codebook.role"), say(`role.${role}`)],
          [say("codebook.basis"), basisWords(basis, say)],
        ]),
      ]),
      ...(book.levels.length === 0 ? [] : [heading(2, say("codebook.levels"))]),
      ...book.levels.flatMap((level) => levelBlocks(level, say)),
      ...(book.guidance.length === 0 ? [] : [heading(2, say("codebook.guidance"))]),
      ...table(
        say("codebook.guidance_table"),
        [say("codebook.codes"), say("codebook.when"), say("codebook.interrupts"), say("codebook.next")],
        book.guidance.map(({ codes, when, unlessRuledOut, interrupts, next }) => [
          codes.join(", "),
          unlessRuledOut ? say("codebook.unless_ruled_out", { when }) : when,
          interrupts ?? "",
          next.join(", "),
        ]),
      ),
      ...(book.contradictions.length === 0 ? [] : [heading(2, say("codebook.contradictions"))]),
      ...table(
        say("codebook.contradictions_table"),
        [say("codebook.name"), say("codebook.when"), say("codebook.says")],
        book.contradictions.map(({ id, when, says }) => [id, when, says]),
      ),
    ],
  };
}

/** What an instrument says of itself, as terms with what is said of each. */
export function factsOf(
  { instrument, facts: of }: Pick<Codebook, "instrument" | "facts">,
  say: Say,
): readonly (readonly [string, string | undefined])[] {
  return [
    [say("facts.instrument"), say("facts.version", { id: instrument.id, version: instrument.version })],
    [say("facts.hash"), instrument.hash],
    [say("facts.purpose"), of.purpose],
    [say("facts.respondents"), of.respondents.map((each) => say(`respondent.${each}`)).join(", ")],
    [say("facts.may_use"), inOneLine(of.mayUse)],
    [say("facts.not_for"), inOneLine(of.notFor)],
    [say("facts.not_about"), inOneLine(of.notAbout)],
    [say("facts.period"), of.referencePeriod],
    [say("facts.current"), of.current],
    [say("facts.before"), inOneLine(of.before)],
    [say("facts.minutes"), of.estimatedMinutes === undefined ? undefined : String(of.estimatedMinutes)],
    [say("facts.validation"), of.validation],
    [say("facts.limits"), inOneLine(of.limits)],
  ];
}

/** Several texts in one line: sentences follow one another, other texts are set apart. */
export function inOneLine(texts: readonly string[] = []): string {
  const areSentences = texts.every((text) => /[.?!\u3002\u061f]\]?$/.test(text));
  return texts.join(areSentences ? " " : "; ");
}

function itemBlocks(item: CodebookItem, say: Say): readonly Block[] {
  const { responses } = item;
  return [
    heading(4, say("codebook.item", { id: item.id, code: item.code })),
    ...facts([
      [say("codebook.target"), item.target],
      [say("codebook.rater"), item.rater],
      [say("codebook.construct"), item.construct],
      ...(responses.kind === "number"
        ? [
            [
              say("codebook.answers"),
              say(responses.integer ? "codebook.whole_number" : "codebook.number", {
                min: responses.min,
                max: responses.max,
              }),
            ] as const,
          ]
        : []),
      ...(responses.kind === "date" ? [[say("codebook.answers"), say("codebook.date")] as const] : []),
      [say("codebook.asked_if"), item.askedUnlessFalse ?? undefined],
      [say("codebook.ask_only"), item.askOnly === null ? undefined : say(`respondent.${item.askOnly}`)],
      [say("codebook.when_closed"), item.whenClosed === null ? undefined : String(item.whenClosed)],
      [say("codebook.rater_note"), item.raterNote ?? undefined],
      [say("codebook.could_know"), item.couldKnow.map((each) => say(`informant.${each}`)).join(", ")],
      [say("codebook.concern"), item.concern.join(" < ")],
      [say("codebook.critical"), item.critical ? say("codebook.critical_yes") : undefined],
      [say("codebook.support"), item.support.join(", ")],
      [say("codebook.read_by"), item.readBy.join(", ")],
      [say("codebook.basis"), basisWords(item.basis, say)],
    ]),
    ...table(
      say("codebook.options", { id: item.id }),
      [say("codebook.option"), say("codebook.label"), say("codebook.value")],
      responses.kind === "choice"
        ? Object.entries(responses.options).map(([code, { label, value, notKnown }]) => [
            code,
            label,
            notKnown === true ? say("codebook.not_known") : (value?.toString() ?? ""),
          ])
        : [],
    ),
  ];
}

function levelBlocks(
  { name, asks, ordered, cases, otherwise, outcomes, unsettled, basis }: CodebookLevel,
  say: Say,
): readonly Block[] {
  return [
    heading(3, name),
    paragraph(asks),
    paragraph(say(ordered ? "codebook.ordered" : "codebook.unordered")),
    ...table(
      say("codebook.cases", { name }),
      [say("codebook.place"), say("codebook.when"), say("codebook.outcome")],
      [
        ...cases.map(({ when, outcome }, at) => [String(at + 1), when, outcome]),
        [String(cases.length + 1), say("codebook.otherwise"), otherwise],
      ],
    ),
    ...table(
      say("codebook.outcomes", { name }),
      [
        say("codebook.outcome"),
        say("codebook.label"),
        say("codebook.says"),
        say("codebook.codes"),
        say("codebook.next"),
      ],
      outcomes.map(({ id, label, says, guidance, next }) => [id, label, says, guidance.join(", "), next.join(", ")]),
    ),
    ...list([
      ...(unsettled.length === 0 ? [] : [say("codebook.unsettled", { codes: unsettled.join(", ") })]),
      say("codebook.rests_on", { basis: basisWords(basis, say) }),
    ]),
  ];
}

/** What something rests on, in one line: sources by their key with how they were read, and choices of our own. */
export function basisWords(basis: readonly Basis[], say: Say): string {
  return basis
    .map((ground) =>
      ground.kind === "design_choice"
        ? say("basis.design_choice", { reason: ground.reason })
        : say(ground.note === undefined ? "basis.source" : "basis.source_with_note", {
            source: ground.source,
            mark: say(`mark.${ground.mark}`),
            note: ground.note ?? "",
          }),
    )
    .join("; ");
}

import { mustHave } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import { type CardRule, type CardStudy, type InstrumentCard, ownChoices } from "./card.ts";
import { basisWords, factsOf } from "./codebook-pages.ts";
import { englishPhrases, type Phrases, type Say, sayer } from "./phrases.ts";
import { type Block, facts, heading, list, noticeBlock, type Printed, paragraph, table } from "./printed.ts";

/**
 * An instrument's card as a page, for `toMarkdown` or `toHtml`.
 *
 * @example
 * cardPage(instrumentCard(quickScreen)).title; // => "First contact form: instrument card"
 */
export function cardPage(card: InstrumentCard, phrases: Phrases = englishPhrases): Printed {
  mustHave(card, "facts", "card");
  const say = sayer(phrases);
  return {
    title: say("card.title", { title: card.facts.title }),
    lang: phrases.lang,
    ...(phrases.dir === undefined ? {} : { dir: phrases.dir }),
    blocks: [
      noticeBlock(say("notice")),
      heading(2, say("card.what")),
      ...facts([
        ...factsOf(card, say),
        [say("card.date"), card.asOf ?? undefined],
        [say("card.authored"), say("card.authored_says")],
        [say("card.licence"), card.licence ?? say("card.none_stated")],
      ]),
      heading(2, say("card.items")),
      ...table(
        say("card.items_table"),
        [say("card.item"), say("codebook.name"), say("card.question"), say("codebook.rater_note")],
        card.items.map(({ id, code, asks, raterNote }) => [code, id, asks, raterNote ?? ""]),
      ),
      ...facts([[say("card.answers"), ["not_sure", "prefer_not", "not_asked"].join(", ")]]),
      heading(2, say("card.rules")),
      ...(card.rules.length === 0 ? [paragraph(say("card.none_stated"))] : []),
      ...table(
        say("card.rules_table"),
        [
          say("card.rule"),
          say("codebook.means"),
          say("card.in_words"),
          say("codebook.grade"),
          say("codebook.directness"),
          say("codebook.role"),
        ],
        card.rules.map((rule) => [
          rule.name,
          rule.kind === "level" ? say("card.level", { asks: rule.means }) : rule.means,
          rule.inWords.join(" / "),
          say(`grade.${rule.grade}`),
          say(`directness.${rule.directness}`),
          say(`role.${rule.role}`),
        ]),
      ),
      heading(2, say("card.unknown")),
      ...list([
        say("card.unknown_condition"),
        say("card.unknown_quantity"),
        say("card.unknown_level"),
        say("card.unknown_guidance"),
      ]),
      heading(2, say("card.quality")),
      ...facts([
        [say("card.reliability"), studiesOf("reliability", card.studies, say)],
        [say("card.validity"), studiesOf("validity", card.studies, say)],
        [say("card.stated"), card.facts.validation],
        [say("card.groups_studied"), card.groupsStudied.join("; ") || say("card.none_found")],
        [
          say("card.groups_not_studied"),
          card.groupsStudied.length === 0 ? say("card.all_groups") : say("card.other_groups"),
        ],
      ]),
      heading(2, say("card.failures")),
      ...list(card.facts.limits ?? [say("card.none_stated")]),
      heading(2, say("card.by_hand")),
      paragraph(say("card.by_hand_says")),
      ...exampleBlocks(card, say),
      heading(2, say("card.sources")),
      ...table(
        say("card.sources_table"),
        [say("card.source"), say("card.citation"), say("card.copy_read")],
        card.sources.map(({ key, citation, seenAt }) => [key, citation, seenAt ?? ""]),
      ),
      ...facts([[say("card.authored_basis"), basisWords(ownChoices(card), say)]]),
      heading(2, say("card.changes")),
      ...list(advisoryLines(card, say)),
      ...facts([[say("card.contact"), card.contact ?? say("card.no_contact")]]),
    ],
  };
}

function studiesOf(of: CardStudy["of"], studies: readonly CardStudy[], say: Say): string {
  const found = studies.filter((study) => study.of === of);
  return found.length === 0
    ? say("card.none_found")
    : found
        .map(({ finding, sample, setting, basis }) =>
          say("card.study", { finding, sample, setting, basis: basisWords([basis], say) }),
        )
        .join("; ");
}

function exampleBlocks({ example }: InstrumentCard, say: Say): readonly Block[] {
  return [
    ...table(
      say("card.example_answers"),
      [say("card.item"), say("card.question"), say("card.answer")],
      example.answers.map(({ item, question, answer }) => [item, question, answer]),
    ),
    ...table(
      say("card.example_rules"),
      [say("card.rule"), say("card.comes_to")],
      example.rules.map(({ name, value, kind }) => [name, valueWords(value, kind, say)]),
    ),
    ...example.levels.flatMap(({ name, lines, shown }) => [
      ...table(
        say("card.example_level", { name }),
        [say("codebook.place"), say("codebook.when"), say("card.comes_to"), say("codebook.outcome")],
        lines.map(({ when, truth, outcome }, at) => [
          String(at + 1),
          when === "" ? say("codebook.otherwise") : when,
          valueWords(truth, "condition", say),
          outcome,
        ]),
      ),
      paragraph(say("card.result", { name, shown: say(`shown.${shown.kind}`, { label: shown.label }) })),
    ]),
  ];
}

function valueWords([low, high]: Interval, kind: CardRule["kind"], say: Say): string {
  if (kind === "quantity") return low === high ? String(low) : say("value.range", { low, high });
  return low !== high ? say("truth.unknown") : say(low === 1 ? "truth.true" : "truth.false");
}

function advisoryLines({ advisories }: InstrumentCard, say: Say): readonly string[] {
  if (advisories === null) return [say("card.advisories_unknown")];
  if (advisories.length === 0) return [say("card.no_advisories")];
  return advisories.map(({ id, effect }) => say("card.advisory", { id, effect }));
}

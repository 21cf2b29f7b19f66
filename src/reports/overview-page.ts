import type { Settler } from "../definition/index.ts";
import { mustHave } from "../issues/index.ts";
import type { CaseOverview } from "./overview.ts";
import {
  beforeBlocks,
  guidanceBlocks,
  people,
  questionWords,
  reader,
  topicBlocks,
  typeBlocks,
  under,
  words,
} from "./overview-blocks.ts";
import { englishPhrases, type Phrases, type Say, sayer } from "./phrases.ts";
import { type Block, facts, heading, list, noticeBlock, type Printed, paragraph, table } from "./printed.ts";

/**
 * An overview as a page, for `toMarkdown` or `toHtml`. What is called for at once stands first, then what was reported earlier
 * and is not reported now.
 *
 * @example
 * const overview = caseOverview({ asOf: "2026-03-01" }, { guidance: {} }, { audience: "professional" });
 * overviewPage(overview).title; // => "Overview of a case"
 */
export function overviewPage(overview: CaseOverview, phrases: Phrases = englishPhrases): Printed {
  mustHave(overview, "guidance", "overview");
  const say = sayer(phrases);
  const { about, guidance } = overview;
  const atOnce = guidance.filter((each) => each.atOnce);
  const other = guidance.filter((each) => !each.atOnce);
  return {
    title:
      about === null
        ? say("overview.title")
        : say("overview.title_of", { record: about.record, episode: about.episode }),
    lang: phrases.lang,
    ...(phrases.dir === undefined ? {} : { dir: phrases.dir }),
    blocks: [
      noticeBlock(say("notice")),
      ...under(
        2,
        say("overview.at_once"),
        atOnce.flatMap((each) => guidanceBlocks(each, say, overview.audience)),
      ),
      ...beforeBlocks(overview, say),
      ...aboutBlocks(overview, say),
      ...(overview.forms.length === 0 ? [paragraph(say("overview.nothing"))] : []),
      ...recordedBlocks(overview, say),
      ...under(2, say("overview.levels"), levelBlocks(overview, say)),
      ...typeBlocks(overview, say),
      ...under(
        2,
        say("overview.topics"),
        overview.topics.flatMap((each) => topicBlocks(each, say, overview.audience)),
      ),
      ...definitionBlocks(overview, say),
      ...judgementBlocks(overview, say),
      ...under(
        2,
        say("overview.clash"),
        list([...overview.contradictions, ...overview.together.map(({ says }) => says)]),
      ),
      ...wordBlocks(overview, say),
      ...under(2, say("overview.questions"), list(overview.questions.map((each) => questionWords(each, say)))),
      ...(overview.forms.length === 0
        ? []
        : [
            heading(2, say("overview.guidance")),
            ...(guidance.length === 0 ? [paragraph(say("overview.guidance_none"))] : []),
            ...other.flatMap((each) => guidanceBlocks(each, say, overview.audience)),
          ]),
      ...restBlocks(overview, say),
      ...alwaysBlocks(overview, say),
    ],
  };
}

function aboutBlocks({ about, asOf, audience, library }: CaseOverview, say: Say): readonly Block[] {
  return facts([
    [
      say("overview.period"),
      about === null
        ? undefined
        : say("overview.from_to", {
            from: about.from ?? say("overview.not_known"),
            to: about.to ?? say("overview.not_over"),
          }),
    ],
    [say("overview.as_of"), asOf],
    [say("overview.for"), say(audience === "target" ? "audience.target_self" : `audience.${audience}`)],
    [say("overview.release"), library],
    [say("overview.review"), say("overview.review_pending")],
  ]);
}

function levelBlocks({ levels }: CaseOverview, say: Say): readonly Block[] {
  return table(
    say("overview.levels_table"),
    [
      say("overview.level_question"),
      say("overview.from"),
      say("overview.level_shown"),
      say("overview.level_still"),
      say("overview.level_because"),
    ],
    (levels ?? []).map(
      ({ asks, form, respondent, asOf, shown, label, says, daysOld, earlier, stillPossible, because }) => [
        asks,
        say("overview.from_says", { form, respondent: words("respondent", respondent, say), day: asOf }),
        [
          ...(daysOld === null ? [] : [say("overview.level_old", { days: daysOld })]),
          ...(earlier === null ? [] : [say("overview.level_earlier", { day: earlier.asOf, label: earlier.label })]),
          say(`shown.${shown}`, { label: label ?? "" }),
          says ?? "",
        ]
          .filter((each) => each !== "")
          .join(". "),
        stillPossible.join("; ") || say("overview.level_settled"),
        because.join("; "),
      ],
    ),
  );
}

function definitionBlocks({ definitions }: CaseOverview, say: Say): readonly Block[] {
  if (definitions === null || definitions.length === 0) return [];
  const open = (items: readonly { readonly question: string; readonly who: readonly Settler[] }[]) =>
    items.map(({ question, who }) => say("overview.open_item", { question, who: people(who, say) })).join("; ");
  return [
    heading(2, say("overview.definitions")),
    paragraph(say("overview.definitions_says")),
    ...table(
      say("overview.definitions_table"),
      [
        say("overview.definition"),
        say("overview.by"),
        say("overview.caseness"),
        say("overview.says"),
        say("overview.definition_open"),
      ],
      definitions.map((each) => [
        each.title,
        words("respondent", each.respondent, say),
        say(`caseness.${each.caseness}`),
        each.says,
        open(each.open),
      ]),
    ),
  ];
}

function judgementBlocks({ judgement, formulation }: CaseOverview, say: Say): readonly Block[] {
  const domains = table(
    say("overview.judgement_table"),
    [say("overview.domain"), say("overview.response"), say("overview.reason")],
    (judgement?.domains ?? []).map(({ domain, response, reason }) => [domain, response, reason]),
  );
  return [
    ...under(2, say("overview.judgement"), [...domains, ...list(judgement?.discrepancies ?? [])]),
    ...under(2, say("overview.formulation"), formulation === null ? [] : [paragraph(formulation)]),
  ];
}

function wordBlocks({ words: said, steps }: CaseOverview, say: Say): readonly Block[] {
  return [
    ...under(
      2,
      say("overview.words"),
      table(
        say("overview.words_table"),
        [say("overview.word"), say("overview.says"), say("overview.reason")],
        said.map(({ kind, of, says, reason }) => [say(`word.${kind}`, { of }), says, reason ?? ""]),
      ),
    ),
    ...under(
      2,
      say("overview.steps"),
      table(
        say("overview.steps"),
        [say("overview.step_day"), say("overview.step"), say("overview.says")],
        steps.map(({ at, kind, says }) => [at, words("step", kind, say), says]),
      ),
    ),
  ];
}

/** A target's page never ends on what was not found. */
function alwaysBlocks({ audience, always }: CaseOverview, say: Say): readonly Block[] {
  if (audience !== "target") return [];
  return [
    heading(2, say("overview.always")),
    paragraph(say("overview.always_says")),
    ...always.map(({ text }) => paragraph(text)),
  ];
}

/** Results that cannot be shown, with what was recorded then: they must not look as if they had never been. */
function recordedBlocks({ notShown }: CaseOverview, say: Say): readonly Block[] {
  const lines = notShown.flatMap(({ what, why, recorded }) =>
    recorded === undefined || recorded.outcomes.length === 0
      ? []
      : [
          say("overview.recorded_item", {
            what,
            day: recorded.day,
            outcomes: recorded.outcomes.join("; "),
            why: say(`not_shown.${why}`),
          }),
        ],
  );
  return lines.length === 0
    ? []
    : [heading(2, say("overview.recorded")), paragraph(say("overview.recorded_says")), ...list(lines)];
}

function restBlocks({ audience, forms, notShown, limits }: CaseOverview, say: Say): readonly Block[] {
  return [
    ...under(
      2,
      say("overview.forms"),
      table(
        say("overview.forms_table"),
        [
          say("overview.form"),
          say("overview.by"),
          say("overview.day"),
          say("overview.answered"),
          say("overview.version"),
        ],
        forms.map(({ title, id, version, hash, respondent, asOf, answered, asked }) => [
          title,
          reader("respondent", respondent, say, audience),
          asOf ?? say("overview.not_known"),
          say("overview.answered_of", { answered, asked }),
          `${id} ${version} ${hash}`,
        ]),
      ),
    ),
    ...under(
      2,
      say("overview.not_shown"),
      list(notShown.map(({ what, why }) => say("overview.not_shown_item", { what, why: say(`not_shown.${why}`) }))),
    ),
    ...under(2, say("overview.limits"), list(limits.map((limit) => words("limit", limit, say)))),
  ];
}

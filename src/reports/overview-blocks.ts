import { basisWords } from "./codebook-pages.ts";
import type { TopicFindings } from "./findings.ts";
import type { MeetingQuestion } from "./meeting-questions.ts";
import type { CaseOverview } from "./overview.ts";
import type { GuidanceShown } from "./overview-guidance.ts";
import type { Audience } from "./overview-input.ts";
import { isPhrase, type Say } from "./phrases.ts";
import { type Block, facts, heading, paragraph, table } from "./printed.ts";
import type { TypeHypothesis } from "./type-hypotheses.ts";

/** What stands under a heading, or nothing if there is nothing. */
export const under = (level: 2 | 3 | 4, title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(level, title), ...blocks];

/** A code's words, or the code itself where a record has one of its own. */
export const words = (prefix: string, code: string, say: Say): string => {
  const key = `${prefix}.${code}`;
  return isPhrase(key) ? say(key) : code;
};

/** A word for whoever a code names, as the reader is addressed: a target is "you". */
export const reader = (prefix: string, code: string, say: Say, audience: Audience): string =>
  audience === "target" && isPhrase(`${prefix}.${code}_self`)
    ? words(prefix, `${code}_self`, say)
    : words(prefix, code, say);

export const people = (codes: readonly string[], say: Say, audience: Audience = "professional"): string =>
  codes
    .map((code) =>
      isPhrase(`settler.${code}`) ? words("settler", code, say) : reader("informant", code, say, audience),
    )
    .join(", ");

export function guidanceBlocks(
  { code, text, audience, calledForBy, basis }: GuidanceShown,
  say: Say,
  reads: Audience,
): readonly Block[] {
  if (reads === "target") return [paragraph(text)];
  return [
    heading(3, code),
    paragraph(text),
    ...facts([
      [say("overview.guidance_for"), audience.map((each) => say(`overview.for.${each}`)).join(", ")],
      [
        say("overview.guidance_because"),
        [...new Set(calledForBy.map(({ by, what }) => say(`overview.by.${by}`, { what })))].join("; "),
      ],
      [say("overview.guidance_rests_on"), basisWords(basis, say)],
    ]),
  ];
}

/** What was reported earlier and is not reported now. */
export function beforeBlocks({ reportedBefore }: CaseOverview, say: Say): readonly Block[] {
  if (reportedBefore.length === 0) return [];
  return [
    heading(2, say("overview.before")),
    paragraph(say("overview.before_says")),
    ...table(
      say("overview.before_table"),
      [say("overview.question"), say("overview.from"), say("overview.before_earlier"), say("overview.before_now")],
      reportedBefore.map(({ question, form, respondent, answer, day, later, answerNow, replaced }) => {
        const since = later ?? say("overview.not_known");
        return [
          question,
          say("overview.before_from", { form, respondent: words("respondent", respondent, say) }),
          say(replaced ? "overview.before_replaced" : "overview.before_on", { answer, day }),
          answerNow === null
            ? say("overview.before_not_answered", { day: since })
            : say("overview.before_taken_back", { answer: answerNow, day: since }),
        ];
      }),
    ),
  ];
}

export function typeBlocks({ types }: CaseOverview, say: Say): readonly Block[] {
  return (types ?? []).flatMap(({ scope, instead, alerts, openAlerts, hypotheses }) => {
    const whatever = [...alerts, ...openAlerts.map((question) => say("summary.alert_open", { question }))].map(
      paragraph,
    );
    if (instead !== null) return [heading(2, say("overview.types")), ...whatever, paragraph(instead)];
    const out = hypotheses.filter(({ standing }) => standing === "ruled_out").map(({ label }) => label);
    return [
      heading(2, say("overview.types")),
      ...whatever,
      paragraph(say("overview.types_says")),
      ...(scope === "open" ? [paragraph(say("summary.adult_open"))] : []),
      ...hypotheses.filter(({ standing }) => standing !== "ruled_out").flatMap((each) => hypothesisBlocks(each, say)),
      ...(out.length === hypotheses.length && out.length > 0 ? [paragraph(say("summary.undetermined"))] : []),
      ...(out.length === 0 ? [] : [paragraph(say("overview.ruled_out", { labels: out.join(", ") }))]),
    ];
  });
}

function hypothesisBlocks(of: TypeHypothesis, say: Say): readonly Block[] {
  const { label, standing, criteria, course, violence, management } = of;
  return [
    heading(3, say("overview.type", { label, standing: say(`standing.${standing}`) })),
    ...table(
      say("overview.criteria_of", { label }),
      [say("overview.criterion"), say("overview.truth")],
      criteria.map(({ says, truth }) => [says, say(`truth.${truth}`)]),
    ),
    ...facts([
      [say("overview.speaks_for"), of.speaksFor.join("; ")],
      [say("overview.speaks_against"), of.speaksAgainst.join("; ")],
      [say("overview.sign_not_known"), of.notKnown.join("; ")],
    ]),
    ...table(
      say("overview.published", { label }),
      [say("overview.published_says"), say("overview.published_rests_on")],
      [...course, ...violence, ...management].map(({ text, basis }) => [text, basisWords(basis, say)]),
    ),
  ];
}

export function topicBlocks(
  { topic: id, reported, notReported, open }: TopicFindings,
  say: Say,
  audience: Audience,
): readonly Block[] {
  const topic = reader("topic", id, say, audience);
  const from = ({ form, respondent, asOf }: (typeof reported)[number] | (typeof open)[number]) =>
    say("overview.from_says", {
      form,
      respondent: reader("respondent", respondent, say, audience),
      day: asOf ?? say("overview.not_known"),
    });
  const answered = (caption: string, found: typeof reported) =>
    table(
      caption,
      [say("overview.question"), say("overview.answer"), say("overview.from")],
      found.map((each) => [each.question, each.answer, from(each)]),
    );
  return [
    heading(3, topic),
    ...answered(say("overview.reported", { topic }), reported),
    ...answered(say("overview.not_reported", { topic }), notReported),
    ...table(
      say("overview.open_here", { topic }),
      [say("overview.question"), say("overview.state"), say("overview.could_know"), say("overview.from")],
      open.map((each) => [
        each.question,
        say(`open_state.${each.state}`),
        people(each.couldKnow, say, audience),
        from(each),
      ]),
    ),
  ];
}

export function questionWords(question: MeetingQuestion, say: Say): string {
  switch (question.kind) {
    case "at_once":
      return say("ask.at_once", { codes: question.codes.join(", ") });
    case "open":
      return say("ask.open", {
        question: question.question,
        who: people(question.couldKnow, say) || say("ask.nobody_named"),
        what: question.couldChange.join("; "),
      });
    case "apart":
      return say("ask.apart", { first: question.types[0], other: question.types[1], question: question.question });
    case "differs":
      return say("ask.differs", {
        question: question.question,
        answers: question.answers
          .map(({ respondent, answer }) =>
            say("ask.differs_answer", { respondent: words("respondent", respondent, say), answer }),
          )
          .join("; "),
      });
    case "reported_before":
      return say("ask.reported_before", {
        question: question.question,
        day: question.day,
        later: question.later ?? say("overview.not_known"),
      });
    case "review":
      return say("ask.review");
    default:
      return say(`ask.${question.kind}`, { says: question.says });
  }
}

import type { Informant, Instrument, Item, Topic } from "../instrument/index.ts";
import { topics } from "../instrument/index.ts";
import { answerOf, evaluate } from "../rules/index.ts";
import type { Audience, ReadForm } from "./overview-input.ts";

/** One answer as a report shows it. */
export interface Finding {
  readonly form: string;
  readonly item: string;
  readonly code: string;
  readonly question: string;
  /** The answer's label or number. */
  readonly answer: string;
  readonly respondent: string;
  readonly asOf: string | null;
}

/** A question that nobody has answered so far, with who could know. */
export interface OpenFinding extends Omit<Finding, "answer"> {
  readonly state: "not_sure" | "prefer_not" | "not_asked";
  readonly couldKnow: readonly Informant[];
}

/** What the forms say under one topic. */
export interface TopicFindings {
  readonly topic: Topic;
  /** Reported, or a plain fact. Critical items stand first. */
  readonly reported: readonly Finding[];
  /** Answered, and not so. */
  readonly notReported: readonly Finding[];
  readonly open: readonly OpenFinding[];
}

/**
 * What several forms say, topic by topic. Each answer is shown with its form, its respondent and its day; two forms that
 * ask alike both stand, and nothing is chosen between them.
 */
export function findingsByTopic(forms: readonly ReadForm[], audience: Audience): readonly TopicFindings[] {
  const all = forms.flatMap((form) => findingsIn(form, audience));
  return topics.flatMap((topic) => {
    const here = all.filter((each) => each.topic === topic);
    if (here.length === 0) return [];
    const known = here.flatMap((each) => (each.kind === "open" ? [] : [each]));
    return [
      {
        topic,
        reported: known
          .filter(({ kind }) => kind === "reported")
          .sort((a, b) => b.rank - a.rank)
          .map(({ finding }) => finding),
        notReported: known.filter(({ kind }) => kind === "not_reported").map(({ finding }) => finding),
        open: here.flatMap((each) => (each.kind === "open" ? [each.finding] : [])),
      },
    ];
  });
}

type Found =
  | {
      readonly kind: "reported" | "not_reported";
      readonly topic: Topic;
      readonly rank: number;
      readonly finding: Finding;
    }
  | { readonly kind: "open"; readonly topic: Topic; readonly finding: OpenFinding };

function findingsIn({ instrument, answers, asOf, respondent }: ReadForm, audience: Audience): readonly Found[] {
  return Object.entries(instrument.items).flatMap(([id, item]): readonly Found[] => {
    const topic = instrument.sections[item.section ?? ""]?.topic ?? "conduct";
    if (!mayShow(item, topic, audience) || !isAsked(id, item, instrument, answers, respondent)) return [];
    const about = {
      form: instrument.id,
      item: id,
      code: item.code,
      question: audience === "target" ? item.text.target : item.text.rater,
      respondent,
      asOf,
    };
    const given = answerOf(answers, id, item);
    if (given === undefined) {
      const state = answers[id];
      // A page for the person it was done to does not hold a list of grave acts that nobody has asked them about.
      if (audience === "target" && state !== "not_sure" && state !== "prefer_not") return [];
      const said = state === "prefer_not" || state === "not_asked" ? state : "not_sure";
      const open: OpenFinding = {
        ...about,
        state: state === undefined ? "not_asked" : said,
        couldKnow: item.couldKnow ?? [],
      };
      return [{ kind: "open", topic, finding: open }];
    }
    const finding = { ...about, answer: labelOf(String(given), item) };
    const kind = isReported(String(given), item) ? "reported" : "not_reported";
    return [{ kind, topic, rank: item.critical === true ? 1 : 0, finding }];
  });
}

/** A target is not shown what only raters are asked, nor what is said of the other person's history and mind. */
function mayShow(item: Item, topic: Topic, audience: Audience): boolean {
  if (audience !== "target") return true;
  return item.askOnly !== "rater" && !["person", "history", "judgement"].includes(topic);
}

/** Whether an item is asked of whoever answered, with these answers. */
export function isAsked(
  id: string,
  item: Item,
  instrument: Instrument,
  answers: ReadForm["answers"],
  by: string,
): boolean {
  if (item.askOnly !== undefined && item.askOnly !== by && instrument.respondents.some((each) => each === by))
    return false;
  const gate = instrument.items[id]?.askIf;
  return gate === undefined || evaluate(gate, answers, instrument)[1] === 1;
}

/** Without an order of concern an answer is a fact, which is shown unless it is a plain no. */
function isReported(code: string, { concern, responses }: Item): boolean {
  if (concern !== undefined) {
    const place = concern.indexOf(code);
    return place > 0 || place < 0;
  }
  return responses.kind !== "choice" || code !== "no";
}

/** An answer in the words of its label. */
export function labelOf(code: string, { responses }: Pick<Item, "responses">): string {
  const label =
    responses.kind === "choice" && Object.hasOwn(responses.options, code) ? responses.options[code]?.label : undefined;
  return label ?? code;
}

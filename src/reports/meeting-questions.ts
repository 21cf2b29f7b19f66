import type { Basis } from "../evidence/index.ts";
import type { Informant } from "../instrument/index.ts";
import { answerOf } from "../rules/index.ts";
import { labelOf } from "./findings.ts";
import type { CaseOverview } from "./overview.ts";
import type { OverviewContent, OverviewInput } from "./overview-input.ts";

/** A question for a case meeting, with why it is asked. The words around its parts are in the phrases. */
export type MeetingQuestion =
  /** Something calls for action at once: what is done about it today? */
  | { readonly kind: "at_once"; readonly codes: readonly string[] }
  /** A result is open: who can find out? */
  | {
      readonly kind: "open";
      readonly question: string;
      readonly couldKnow: readonly Informant[];
      readonly couldChange: readonly string[];
    }
  /** Two types are both possible, and this tells such cases apart. */
  | {
      readonly kind: "apart";
      readonly types: readonly [string, string];
      readonly question: string;
      readonly basis: readonly Basis[];
    }
  /** Answers do not fit together. */
  | { readonly kind: "contradiction"; readonly says: string }
  /** Two people answered the same question differently. */
  | {
      readonly kind: "differs";
      readonly question: string;
      readonly answers: readonly { readonly respondent: string; readonly answer: string }[];
    }
  /** Something was reported earlier, and a later answer takes it back: who asks about it? */
  | { readonly kind: "reported_before"; readonly question: string; readonly day: string; readonly later: string | null }
  /** A person's view and what was computed do not sit together. */
  | { readonly kind: "discrepancy"; readonly says: string }
  /** Nobody has reviewed a result yet. */
  | { readonly kind: "review" };

/** How many open questions a meeting is asked at most (design choice): the strongest of each result come first. */
const mostOpen = 8;

/** Questions for a case meeting, what is urgent first. */
export function meetingQuestions(
  overview: Omit<CaseOverview, "questions">,
  input: OverviewInput,
  { separations = [] }: OverviewContent,
): readonly MeetingQuestion[] {
  const urgent = overview.guidance.flatMap(({ code, atOnce }) => (atOnce ? [code] : []));
  const possible = new Map(
    (overview.types ?? []).flatMap(({ hypotheses }) =>
      hypotheses.flatMap(({ type, label, standing }) => (standing === "ruled_out" ? [] : [[type, label] as const])),
    ),
  );
  return [
    ...(urgent.length === 0 ? [] : [{ kind: "at_once", codes: urgent } as const]),
    ...overview.reportedBefore.flatMap(({ question, day, later, now }): readonly MeetingQuestion[] =>
      now === "taken_back" ? [{ kind: "reported_before", question, day, later }] : [],
    ),
    ...[...overview.contradictions, ...overview.together.map(({ says }) => says)].map(
      (says): MeetingQuestion => ({ kind: "contradiction", says }),
    ),
    ...differencesBetween(input),
    ...(overview.judgement?.discrepancies ?? []).map((says): MeetingQuestion => ({ kind: "discrepancy", says })),
    ...strongestOpen(overview.open),
    ...separations.flatMap(({ pair: [one, other], questions }): readonly MeetingQuestion[] => {
      const [first, second] = [possible.get(one), possible.get(other)];
      if (first === undefined || second === undefined) return [];
      return questions.map(({ text, basis }) => ({ kind: "apart", types: [first, second], question: text, basis }));
    }),
    ...(overview.words.some(({ kind }) => kind === "review") ? [] : [{ kind: "review" } as const]),
  ];
}

/** The strongest open question of each result in turn, then the next of each, up to the most. */
function strongestOpen(open: CaseOverview["open"]): readonly MeetingQuestion[] {
  const forms = [...new Set(open.map(({ form }) => form))].map((form) => open.filter((each) => each.form === form));
  const longest = Math.max(0, ...forms.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => forms.flatMap((each) => each.slice(at, at + 1)))
    .flat()
    .slice(0, mostOpen)
    .map(({ question, couldKnow, couldChangeWords }) => ({
      kind: "open",
      question,
      couldKnow,
      couldChange: couldChangeWords,
    }));
}

/** Questions of one form that its respondents answered differently. */
function differencesBetween({ scores = [], classifications = [] }: OverviewInput): readonly MeetingQuestion[] {
  const forms = [
    ...scores.map(({ instrument, answers, respondent }) => ({ instrument, answers, respondent })),
    ...classifications.map(({ typology, answers, respondent }) => ({
      instrument: typology.instrument,
      answers,
      respondent,
    })),
  ];
  const ids = [...new Set(forms.map(({ instrument }) => instrument.id))];
  return ids.flatMap((id) => {
    const alike = forms.filter(({ instrument }) => instrument.id === id);
    const [first] = alike;
    if (first === undefined || alike.length < 2) return [];
    return Object.entries(first.instrument.items).flatMap(([item, asked]): readonly MeetingQuestion[] => {
      const said = new Map<string, string>();
      for (const { answers, respondent } of alike) {
        const given = answerOf(answers, item, asked);
        if (given !== undefined) said.set(respondent, labelOf(String(given), asked));
      }
      if (new Set(said.values()).size < 2) return [];
      const answers = [...said].map(([respondent, answer]) => ({ respondent, answer }));
      return [{ kind: "differs", question: asked.text.rater, answers }];
    });
  });
}

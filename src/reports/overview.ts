import type { FoundCrossCheck, OpenItem } from "../assessment/index.ts";
import type { Caseness, Settler } from "../definition/index.ts";
import type { Classification } from "../typology/index.ts";
import type { TopicFindings } from "./findings.ts";
import type { MeetingQuestion } from "./meeting-questions.ts";
import type { GuidanceShown } from "./overview-guidance.ts";
import type { Audience, CaseStep, LeftOut, OverviewInput, PersonsWord } from "./overview-input.ts";
import type { ReportedBefore } from "./reported-before.ts";
import type { TypeHypothesis } from "./type-hypotheses.ts";

/** Where one level of one form stands, in the words of the form. */
export interface LevelShown {
  readonly form: string;
  readonly respondent: string;
  readonly asOf: string;
  readonly level: string;
  readonly asks: string;
  readonly shown: "settled" | "at_least" | "cannot_say";
  readonly label: string | null;
  readonly says: string | null;
  readonly stillPossible: readonly string[];
  readonly because: readonly string[];
  /** Whole days from the day that the answers bear to that of the overview, if they are too many for it to speak of now. */
  readonly daysOld: number | null;
  /** The gravest level that earlier answers of the same respondent reached, if it was of more concern than this one. */
  readonly earlier: { readonly asOf: string; readonly label: string } | null;
}

/** A question that is open and could change a result. */
export interface OpenShown extends OpenItem {
  readonly form: string;
  readonly question: string;
  /** What it could change, in words: the questions that levels answer, or what named rules mean. */
  readonly couldChangeWords: readonly string[];
}

/** A structured account of one episode, from the results given: what is known, what is not, and what to ask. */
export interface CaseOverview {
  readonly audience: Audience;
  readonly about: NonNullable<OverviewInput["about"]> | null;
  readonly asOf: string;
  readonly library: string;
  readonly forms: readonly {
    readonly id: string;
    readonly title: string;
    readonly version: string;
    readonly hash: string;
    readonly respondent: string;
    readonly asOf: string | null;
    readonly answered: number;
    readonly asked: number;
  }[];
  /** Not for a target unless asked for: a name for a case is of no help to the person it was done to. */
  readonly types:
    | readonly {
        readonly typology: string;
        /** Whether the typology is for this case. Where it is not, there are no hypotheses. */
        readonly scope: Classification["scope"];
        /** What is to be done instead; only for a case that it is not for. */
        readonly instead: string | null;
        /** What alerts that hold say, and the questions that are open and could raise one: they matter whatever the type. */
        readonly alerts: readonly string[];
        readonly openAlerts: readonly string[];
        readonly hypotheses: readonly TypeHypothesis[];
      }[]
    | null;
  readonly levels: readonly LevelShown[] | null;
  /** What was reported earlier, and is not reported now. A target is not shown it: it would tell on them. */
  readonly reportedBefore: readonly ReportedBefore[];
  readonly topics: readonly TopicFindings[];
  readonly definitions:
    | readonly {
        readonly title: string;
        readonly respondent: string;
        readonly caseness: Caseness;
        readonly says: string;
        readonly open: readonly {
          readonly item: string;
          readonly question: string;
          readonly who: readonly Settler[];
        }[];
      }[]
    | null;
  readonly judgement: {
    readonly domains: readonly { readonly domain: string; readonly response: string; readonly reason: string }[];
    readonly discrepancies: readonly string[];
  } | null;
  readonly words: readonly PersonsWord[];
  readonly steps: readonly CaseStep[];
  readonly contradictions: readonly string[];
  readonly together: readonly FoundCrossCheck[];
  readonly open: readonly OpenShown[];
  readonly guidance: readonly GuidanceShown[];
  /** Help that a target is told of whatever the answers are, as far as it does not stand above. Empty for others. */
  readonly always: readonly { readonly code: string; readonly text: string }[];
  readonly questions: readonly MeetingQuestion[];
  readonly formulation: string | null;
  readonly notShown: readonly LeftOut[];
  readonly limits: readonly string[];
  /** Only a person can fill this in, in the caller's own record. */
  readonly humanReview: { readonly status: "pending" };
}

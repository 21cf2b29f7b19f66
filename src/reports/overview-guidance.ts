import { crossChecksFound, type FoundCrossCheck } from "../assessment/index.ts";
import type { Basis, GuidanceAudience } from "../evidence/index.ts";
import type { ClassifiedForm, EarlierForm, OverviewContent, ScoredForm } from "./overview-input.ts";
import type { ReportedBefore } from "./reported-before.ts";

/** A prompt for people, with what calls for it and what it rests on. */
export interface GuidanceShown {
  readonly code: string;
  readonly text: string;
  readonly audience: readonly GuidanceAudience[];
  readonly atOnce: boolean;
  /** What calls for it: forms with their items, or a type as a hypothesis. */
  readonly calledForBy: readonly {
    readonly by: "type" | "answers" | "open" | "level" | "together" | "earlier";
    readonly what: string;
  }[];
  readonly basis: readonly Basis[];
}

/** What answers to several forms show together. */
export function togetherIn(
  scores: readonly ScoredForm[],
  classified: readonly ClassifiedForm[],
  { crossChecks = [] }: OverviewContent,
): readonly FoundCrossCheck[] {
  const answers = Object.fromEntries([
    ...classified.map(({ typology, answers: given }) => [typology.instrument.id, given] as const),
    ...scores.map(({ instrument, answers: given }) => [instrument.id, given] as const),
  ]);
  return crossChecksFound(crossChecks, answers);
}

/** Everything that can call for guidance. */
export interface GuidanceSources {
  readonly scores: readonly ScoredForm[];
  readonly classified: readonly ClassifiedForm[];
  readonly together: readonly FoundCrossCheck[];
  readonly earlier: readonly EarlierForm[];
  readonly before: readonly ReportedBefore[];
}

type Call = { readonly code: string; readonly atOnce: boolean } & GuidanceShown["calledForBy"][number];

/** The code for help in an emergency, which stands before all others. */
const emergency = "GC-EMERGENCY";

/** What a target is told of whatever the answers are (design choice): an emergency, an advocate, devices that are watched. */
const alwaysTold = [emergency, "GC-SPECIALIST-ADVOCATE", "GC-TECH-SAFETY"] as const;

/**
 * Every guidance code that something calls for, once, with all that calls for it; what is called for at once comes first,
 * and help in an emergency before that. At once are the codes for which an administration pauses, those of the most urgent
 * outcome of an ordered level, and those of a typology's alerts.
 */
export function guidanceIn(
  sources: GuidanceSources,
  { guidance }: OverviewContent,
  { forTarget, showsTypes }: { readonly forTarget: boolean; readonly showsTypes: boolean },
): readonly GuidanceShown[] {
  const { scores, classified, together, earlier, before } = sources;
  const calls: readonly Call[] = [
    ...scores.flatMap(urgentLevelCalls),
    ...classified.flatMap(alertCalls),
    ...earlier.flatMap((each) => earlierCalls(each, before)),
    ...scores.flatMap(({ instrument, result }) =>
      result.guidance.map(
        (each): Call => ({ code: each.code, atOnce: each.atOnce, by: byOf[each.by], what: instrument.title }),
      ),
    ),
    ...together.flatMap(({ codes, says }) =>
      codes.map((code): Call => ({ code, atOnce: false, by: "together", what: says })),
    ),
    ...classified.flatMap(({ typology, result }) =>
      result.guidance.map(
        (code): Call => ({
          code,
          atOnce: false,
          // Outside the scope no type is a hypothesis.
          by: result.scope === "outside" ? "answers" : "type",
          what: showsTypes && result.scope !== "outside" ? typology.title : typology.instrument.title,
        }),
      ),
    ),
  ];
  const urgent = calls.filter(({ atOnce }) => atOnce);
  const codes = [
    ...new Set([...urgent.filter(({ code }) => code === emergency), ...urgent, ...calls].map(({ code }) => code)),
  ];
  return codes.flatMap((code) => {
    const known = Object.hasOwn(guidance, code) ? guidance[code] : undefined;
    if (forTarget && known?.audience.includes("victim") !== true) return [];
    const of = calls.filter((call) => call.code === code);
    const calledForBy = new Map(of.map(({ by: how, what }) => [JSON.stringify([how, what]), { by: how, what }]));
    return [
      {
        code,
        text: (forTarget ? known?.forTarget : undefined) ?? known?.text ?? code,
        audience: known?.audience ?? [],
        atOnce: of.some(({ atOnce }) => atOnce),
        calledForBy: [...calledForBy.values()],
        basis: known?.basis ?? [],
      },
    ];
  });
}

const byOf = { answers: "answers", not_ruled_out: "open", level: "level", open_level: "open" } as const;

/** Codes of the most urgent outcome of each ordered level that has been reached. */
function urgentLevelCalls({ instrument, result }: Pick<ScoredForm, "instrument" | "result">): readonly Call[] {
  return Object.entries(result.levels).flatMap(
    ([
      level,
      {
        ordered,
        outcomes: [first],
        shown,
      },
    ]) =>
      ordered && first !== undefined && shown.kind !== "cannot_say" && shown.outcome === first
        ? (instrument.levels?.[level]?.outcomes[first]?.guidance ?? []).map(
            (code): Call => ({ code, atOnce: true, by: "level", what: instrument.title }),
          )
        : [],
  );
}

/** Codes of a typology's alerts that hold, as far as its result gives them: some are for cases inside its scope alone. */
function alertCalls({ typology: { alerts, instrument }, result }: ClassifiedForm): readonly Call[] {
  const given = new Set(result.guidance);
  return result.alerts
    .flatMap((id) => [...(alerts[id]?.guidance ?? []), ...(alerts[id]?.inScope ?? [])])
    .filter((code) => given.has(code))
    .map((code): Call => ({ code, atOnce: true, by: "answers", what: instrument.title }));
}

/** Codes that earlier answers called for by what is not reported any more: the earlier answer stands until it is cleared up. */
function earlierCalls(
  { instrument, respondent, asOf, result }: EarlierForm,
  before: readonly ReportedBefore[],
): readonly Call[] {
  if (result === null) return [];
  const items = new Set(
    before
      .filter((each) => each.form === instrument.id && each.respondent === respondent && each.day === asOf)
      .map(({ item }) => item),
  );
  if (items.size === 0) return [];
  const byAnswers = result.guidance.filter(
    ({ by, items: read }) => (by === "answers" || by === "level") && read.some((item) => items.has(item)),
  );
  return [...urgentLevelCalls({ instrument, result }), ...byAnswers].map(
    ({ code, atOnce }): Call => ({ code, atOnce, by: "earlier", what: instrument.title }),
  );
}

/** What a target is told of in any case, in the words for a target, where the content has them. */
export function alwaysForTarget(
  { guidance }: OverviewContent,
  shown: readonly GuidanceShown[],
): readonly { readonly code: string; readonly text: string }[] {
  return alwaysTold.flatMap((code) => {
    const text = Object.hasOwn(guidance, code) ? guidance[code]?.forTarget : undefined;
    return text === undefined || shown.some((each) => each.code === code) ? [] : [{ code, text }];
  });
}

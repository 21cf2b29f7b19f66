import { crossChecksFound, type FoundCrossCheck } from "../assessment/index.ts";
import type { Basis, GuidanceAudience } from "../evidence/index.ts";
import type { ClassifiedForm, OverviewContent, ScoredForm } from "./overview-input.ts";

/** A prompt for people, with what calls for it and what it rests on. */
export interface GuidanceShown {
  readonly code: string;
  readonly text: string;
  readonly audience: readonly GuidanceAudience[];
  readonly atOnce: boolean;
  /** What calls for it: forms with their items, or a type as a hypothesis. */
  readonly calledForBy: readonly {
    readonly by: "type" | "answers" | "open" | "level" | "together";
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

/** Every guidance code that something calls for, once, with all that calls for it; what is called for at once comes first. */
export function guidanceIn(
  scores: readonly ScoredForm[],
  classified: readonly ClassifiedForm[],
  together: readonly FoundCrossCheck[],
  { guidance }: OverviewContent,
  { forTarget, showsTypes }: { readonly forTarget: boolean; readonly showsTypes: boolean },
): readonly GuidanceShown[] {
  type Call = { readonly code: string; readonly atOnce: boolean } & GuidanceShown["calledForBy"][number];
  const by = { answers: "answers", not_ruled_out: "open", level: "level", open_level: "open" } as const;
  const calls: readonly Call[] = [
    ...scores.flatMap(({ instrument, result }) =>
      result.guidance.map(
        (each): Call => ({ code: each.code, atOnce: each.atOnce, by: by[each.by], what: instrument.title }),
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
          by: "type",
          what: showsTypes ? typology.title : typology.instrument.title,
        }),
      ),
    ),
  ];
  const codes = [...new Set([...calls.filter(({ atOnce }) => atOnce), ...calls].map(({ code }) => code))];
  return codes.flatMap((code) => {
    const known = Object.hasOwn(guidance, code) ? guidance[code] : undefined;
    if (forTarget && known?.audience.includes("victim") !== true) return [];
    const of = calls.filter((call) => call.code === code);
    return [
      {
        code,
        text: (forTarget ? known?.forTarget : undefined) ?? known?.text ?? code,
        audience: known?.audience ?? [],
        atOnce: of.some(({ atOnce }) => atOnce),
        calledForBy: of.map(({ by: how, what }) => ({ by: how, what })),
        basis: known?.basis ?? [],
      },
    ];
  });
}

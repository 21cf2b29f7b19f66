import { applyProfile, type Profile, type ProfileResult, profileProvenance } from "../definition/index.ts";
import { libraryVersion, plainCopy } from "../instrument/index.ts";
import { AssessmentError, mustHave, valueOrThrow } from "../issues/index.ts";
import type { Answers } from "../rules/index.ts";
import type { Assessment } from "./case-record.ts";
import type { Engine } from "./verify.ts";

/** What a caller says beside the answers that are held against a definition. */
export interface RecordedProfileOptions {
  readonly profile: Profile;
  readonly respondent: string;
  readonly informationSources?: readonly string[];
  readonly asOf?: string | null;
  readonly window?: Assessment["window"];
}

/**
 * The content of an assessment entry: answers held against a definition, with all that is needed to do it again. Of
 * several forms that the definition reads, the entry names the first; the definition's hash covers all of them.
 *
 * @throws {AssessmentError} those of `applyProfile`; `malformed` for a definition that reads no form
 * @example
 * const content = recordedProfile({ follows: "two_to_four" }, { profile: twoWeekWatershed, respondent: "rater" });
 * [content.producedBy.function, content.producedBy.rules?.id]; // => ["applyProfile", "research-two-week"]
 */
export function recordedProfile(answers: Answers, options: RecordedProfileOptions): Assessment {
  mustHave(options, "profile", "options");
  const { profile, respondent, informationSources = [], asOf = null, window = { from: null, to: null } } = options;
  const result = resultOf(answers, asOf, profile);
  const { instrument, ...producedBy } = producing(profile);
  return {
    instrument,
    answers: { ...answers },
    respondent,
    informationSources,
    asOf,
    window,
    result: valueOrThrow(plainCopy(result)),
    producedBy,
  };
}

/**
 * What holds answers against one definition again, for `verify`.
 *
 * @throws {AssessmentError} `malformed` for a definition that reads no form
 * @example
 * profileEngine(twoWeekWatershed).rules?.kind; // => "profile"
 */
export function profileEngine(profile: Profile): Engine {
  mustHave(profile, "scope", "profile");
  return { ...producing(profile), produce: ({ answers, asOf }) => resultOf(answers, asOf, profile) };
}

function producing(profile: Profile) {
  const [instrument] = profile.scope.instruments;
  if (instrument === undefined)
    throw new AssessmentError([{ code: "malformed", path: ["scope", "instruments"], expected: ["a form"] }]);
  const rules = { kind: "profile", ...profileProvenance(profile) } as const;
  return { instrument, library: libraryVersion, function: "applyProfile", rules };
}

function resultOf(answers: Answers, asOf: string | null, profile: Profile): ProfileResult {
  return applyProfile(profile, answers, asOf === null ? {} : { asOf });
}

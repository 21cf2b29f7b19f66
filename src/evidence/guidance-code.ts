import type { Grounds } from "./basis.ts";

/** Whom a prompt speaks to. */
export type GuidanceAudience = "victim" | "advocate" | "responder" | "employer" | "school" | "security_team";

/** A prompt for people, returned by its code: it suggests what to consider and decides nothing. */
export interface GuidanceCode<SourceId extends string = string> {
  readonly audience: readonly [GuidanceAudience, ...GuidanceAudience[]];
  /** The situation in which the prompt is offered. */
  readonly when: string;
  readonly text: string;
  /** The prompt as it is said to the person it was done to, where the prompt is for them. */
  readonly forTarget?: string;
  readonly basis: Grounds<SourceId>;
}

import type { Respondent } from "../instrument/index.ts";
import type { Phrases } from "./phrases.ts";

/** How a summary is put into words. */
export interface SummaryOptions {
  /** The words around names, questions and labels; English if not given. */
  readonly phrases?: Phrases;
  /** Whom questions are worded for: a rater if not given. */
  readonly wording?: Respondent;
}

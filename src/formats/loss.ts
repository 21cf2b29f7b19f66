/** Something that a format cannot carry: where it stands in the instrument or in its answers, and why. Nothing is dropped silently. */
export interface Loss {
  readonly path: readonly (string | number)[];
  readonly code:
    | "rule_not_expressible"
    | "state_not_carried"
    | "both_wordings_not_carried"
    | "evidence_not_carried"
    | "pause_not_carried"
    | "level_not_carried"
    | "contradictions_not_carried"
    | "text_changed"
    | "answer_set_aside";
  readonly says: string;
}

/** An artefact in another format, with everything that it could not carry. */
export interface Exported<Document> {
  readonly document: Document;
  readonly losses: readonly Loss[];
}

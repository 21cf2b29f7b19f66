import type { Answers } from "../rules/index.ts";

/** A case as the caller gave it, and as bytes if its form allows. */
export interface Case {
  readonly answers: Answers;
  readonly bytes: Uint8Array | undefined;
}

/** A condition ready to be read: 0 false, 1 unknown, 2 true. */
export type Truth = (of: Case) => number;

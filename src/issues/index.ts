export { AssessmentError, valueOrThrow } from "./assessment-error.ts";
export type { Issue, IssueCode, Path } from "./issue.ts";
export { issueCodes, messageOf, sentenceFor } from "./message-of.ts";
export { nearestName } from "./nearest-name.ts";
export type { Parsed } from "./parsed.ts";
export { parsed } from "./parsed.ts";
export { shapeOf } from "./shape-of.ts";

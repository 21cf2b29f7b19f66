export { AssessmentError, throwIfAny } from "./assessment-error.ts";
export { type Catalogue, languageFaults, parseCatalogue, recordOf, type Texts, textFaults } from "./catalogue.ts";
export { filled } from "./filled.ts";
export type { Issue, IssueCode, Path } from "./issue.ts";
export {
  englishIssueWords,
  type IssueWords,
  issueCodes,
  messageOf,
  parseIssueWords,
  sentenceFor,
} from "./message-of.ts";
export { mustBeDistinct } from "./must-be-distinct.ts";
export { mustBeList } from "./must-be-list.ts";
export { mustBeListOf } from "./must-be-list-of.ts";
export { mustBeLists } from "./must-be-lists.ts";
export { mustBeObject } from "./must-be-object.ts";
export { mustBeOneOf } from "./must-be-one-of.ts";
export { mustBeText } from "./must-be-text.ts";
export { mustHave } from "./must-have.ts";
export { nearestIn, nearestName } from "./nearest-name.ts";
export type { Parsed } from "./parsed.ts";
export { parsed, valueOrThrow } from "./parsed.ts";
export { isObject, isPlainObject, mustBePlain } from "./plain-object.ts";
export { shapeOf } from "./shape-of.ts";
export { wrongArgument } from "./wrong-argument.ts";

export { answersSchema } from "./answers-schema.ts";
export { resultSchema } from "./result-schema.ts";
export type { AnswersStandardSchema } from "./standard-schema.ts";
export { answersStandardSchema } from "./standard-schema.ts";
export { codesOf, templateCase, templateHeader } from "./template.ts";

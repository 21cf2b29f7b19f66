export { answersSchema } from "./answers-schema.ts";
export { codesOf, templateCase, templateHeader } from "./template.ts";

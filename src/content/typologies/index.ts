export { type FiveTypeId, type FiveTypesAnswers, fiveTypes } from "./five-types.ts";

export * from "../../src/index.ts";
export { answerOf, caseBytes, states, tabulate } from "../../src/rules/index.ts";

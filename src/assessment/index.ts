export type { Coverage } from "./coverage.ts";
export { coverage } from "./coverage.ts";

export type { Distribution, Share } from "./distribution.ts";
export { distribution } from "./distribution.ts";
export type { MissingPlan, SimulatedCase, SimulationPlan } from "./simulate.ts";
export { simulate } from "./simulate.ts";
export { wilson } from "./wilson.ts";

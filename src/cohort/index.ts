export type { Distribution, Share } from "./distribution.ts";
export { distribution } from "./distribution.ts";
export { wilson } from "./wilson.ts";

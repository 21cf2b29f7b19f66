export { type GuidanceCodeId, guidanceCodes } from "./guidance-codes.ts";

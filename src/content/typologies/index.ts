export { type CrosswalkSystemId, crosswalk, systemsLeftOut } from "./crosswalk.ts";
export { findings, fiveTypeProfiles, missing, separations, typeKnowledge } from "./five-type-profiles.ts";
export { type FiveTypeId, type FiveTypesAnswers, fiveTypes } from "./five-types.ts";
export { fiveTypesAxes } from "./five-types-axes.ts";
export { groupings } from "./groupings.ts";

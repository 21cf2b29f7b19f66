export { conductAndPattern } from "./conduct.ts";
export { relationshipAndMotive } from "./relationship-and-motive.ts";
export { technologyAbuse } from "./technology.ts";

export { relationshipAndMotive } from "./relationship-and-motive.ts";

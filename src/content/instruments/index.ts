export { imminentConcern } from "./imminent-concern.ts";
export { quickScreen } from "./quick-screen.ts";
export { relationshipAndMotive } from "./relationship-and-motive.ts";

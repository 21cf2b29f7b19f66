export { imminentConcern } from "./imminent-concern.ts";
export { impactAndExposure } from "./impact.ts";
export { changeMonitor } from "./monitor.ts";
export { publicContact } from "./public-contact.ts";
export { quickScreen } from "./quick-screen.ts";
export { relationshipAndMotive } from "./relationship-and-motive.ts";
export { warningBehaviours } from "./warning-behaviours.ts";
export { youthReferral } from "./youth.ts";

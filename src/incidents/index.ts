export type { Attribution, Incident, IncidentEntry, IncidentLog, YesNoNotSure } from "./incident.ts";
export { attributions, authorities, channels, fearDegrees, places, reporters } from "./incident.ts";
export { incidentLimits } from "./incident-limits.ts";
export type { Period } from "./option-dates.ts";
export type { IncidentLogOptions } from "./parse-incident-log.ts";
export { parseIncidentLog } from "./parse-incident-log.ts";

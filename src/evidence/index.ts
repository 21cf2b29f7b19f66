export type { Basis, Bibliography, Grounds, Statement } from "./basis.ts";
export { defineBibliography, designChoice } from "./basis.ts";
export type { Directness, EvidenceGrade, Grade, Role } from "./grade.ts";
export type { Mark, Source } from "./source.ts";

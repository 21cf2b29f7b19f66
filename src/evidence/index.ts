export type { Basis, Bibliography, Grounds, Statement } from "./basis.ts";
export { citation, defineBibliography, designChoice } from "./basis.ts";
export type { Directness, EvidenceGrade, Grade, Role } from "./grade.ts";
export { weakestGrade } from "./grade.ts";
export type { GuidanceAudience, GuidanceCode } from "./guidance-code.ts";
export type {
  AgreementFigure,
  FeatureByType,
  FeatureFinding,
  OtherDistribution,
  ReferenceSample,
  SampleShare,
  StructuralTest,
} from "./reference-sample.ts";
export type { Mark, Source } from "./source.ts";

/**
 * Published definitions as tests over answers: whether the answers given meet them, do not, or cannot settle them.
 *
 * @module
 */

export type { ApplyOptions, Caseness, ProfileReason, ProfileResult, TestResult } from "./apply-profile.ts";
export { applyProfile } from "./apply-profile.ts";
export type { CasenessReader } from "./caseness-reader.ts";
export { casenessReader } from "./caseness-reader.ts";
export type { Defined } from "./define-profile.ts";
export { defineProfile } from "./define-profile.ts";
export type { MergedScope } from "./merged-scope.ts";
export { mergedScope } from "./merged-scope.ts";
export { withParameters } from "./parameters.ts";
export { profileProvenance, profileScope } from "./prepare-profile.ts";
export type {
  Binding,
  DerivedAnswer,
  Parameter,
  Profile,
  ProfileFacts,
  ProfileKind,
  ProfileScope,
  ProfileTest,
  Provenance,
  Settler,
} from "./profile.ts";
export { asOfDay } from "./profile.ts";

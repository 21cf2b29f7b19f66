import type { CoefficientOf } from "./agreement-settings.ts";
import { brennanPredigerOf } from "./brennan-prediger.ts";
import { cohenOf } from "./cohen-kappa.ts";
import { congerOf } from "./conger-kappa.ts";
import { fleissOf } from "./fleiss-kappa.ts";
import { gwetOf } from "./gwet-ac.ts";
import { krippendorffOf } from "./krippendorff-alpha.ts";
import { percentOf } from "./percent-agreement.ts";
import { scottOf } from "./scott-pi.ts";

/** The name of a coefficient of agreement. `cohen` and `scott` are for two raters. */
export type CoefficientName =
  | "percent"
  | "cohen"
  | "scott"
  | "conger"
  | "fleiss"
  | "gwet"
  | "brennanPrediger"
  | "krippendorff";

/** Every coefficient of agreement as a function of patterns of ratings. */
export const coefficientByName: Readonly<Record<CoefficientName, CoefficientOf>> = {
  percent: percentOf,
  cohen: cohenOf,
  scott: scottOf,
  conger: congerOf,
  fleiss: fleissOf,
  gwet: gwetOf,
  brennanPrediger: brennanPredigerOf,
  krippendorff: krippendorffOf,
};

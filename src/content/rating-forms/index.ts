export {
  colemanRating,
  daraRating,
  genericRating,
  sashRating,
  sdashRating,
  stalkingAssessmentManagementRating,
  stalkingRiskProfileRating,
  trap18Rating,
  wavr21Rating,
} from "./by-code.ts";
export { guideRating } from "./guide.ts";

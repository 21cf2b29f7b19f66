import type { Profile } from "../../definition/index.ts";
import { section2A, section4ADistress, section4AFear, stalkingProtectionOrder } from "./england-and-wales.ts";
import { directive2024Article6 } from "./european-union.ts";
import { fourWeeksWithFear, stalkingAssessmentIndices, tenInFourWeeks, twoWeekWatershed } from "./research.ts";
import { northernIreland2022, scotlandSection39 } from "./scotland-northern-ireland.ts";
import { csew, pss2012, pss2016 } from "./surveys-other.ts";
import { nisvs, svs2006, svs2016 } from "./surveys-united-states.ts";
import { cleryAct, modelCode2007 } from "./united-states.ts";

export {
  cleryAct,
  csew,
  directive2024Article6,
  fourWeeksWithFear,
  modelCode2007,
  nisvs,
  northernIreland2022,
  pss2012,
  pss2016,
  scotlandSection39,
  section2A,
  section4ADistress,
  section4AFear,
  stalkingAssessmentIndices,
  stalkingProtectionOrder,
  svs2006,
  svs2016,
  tenInFourWeeks,
  twoWeekWatershed,
};

/** Every definition that the package reads. */
export const allProfiles: readonly Profile[] = [
  section2A,
  section4AFear,
  section4ADistress,
  stalkingProtectionOrder,
  scotlandSection39,
  northernIreland2022,
  modelCode2007,
  cleryAct,
  svs2006,
  svs2016,
  nisvs,
  pss2012,
  pss2016,
  csew,
  twoWeekWatershed,
  stalkingAssessmentIndices,
  fourWeeksWithFear,
  tenInFourWeeks,
  directive2024Article6,
];

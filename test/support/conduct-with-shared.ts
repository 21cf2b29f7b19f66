import { conductAndPattern } from "../../src/content/instruments/index.ts";
import { all, any, designChoice, type Instrument, not, ref } from "../../src/index.ts";

const rule = (of: ReturnType<typeof all | typeof any>) =>
  ({ means: "toy", rule: of, basis: [designChoice("a toy rule of the tests")] }) as const;

/** The conduct form with rules that refer to a long condition, so that exports share a condition and not only numbers. */
export const conductWithShared: Instrument = {
  ...conductAndPattern,
  indicators: {
    ...conductAndPattern.indicators,
    all_and_weeks: rule(all(ref("any_conduct"), ref("two_weeks"))),
    none_or_weeks: rule(any(not(ref("any_conduct")), ref("four_weeks"))),
    all_or_weeks: rule(any(ref("any_conduct"), ref("over_two_weeks"))),
  },
};

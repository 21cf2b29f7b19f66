import { describe, expect, it } from "vitest";
import { englishEstimateWords, inWords, methodInWords, methodParts, proportion } from "../../src/cohort/index.ts";
import { intervalNames, type MethodName, statisticNames } from "../../src/cohort/method-names.ts";
import { estimateWordsOf } from "../../src/reports/index.ts";
import { latinWordsIn, pseudoPhrases } from "../support/pseudo-locale.ts";

const keysOf = <T extends object>(names: T) => Object.keys(names) as (keyof T)[];
const statistics = keysOf(statisticNames);
const intervals = keysOf(intervalNames);

describe("the name of a method", () => {
  it.each(statistics)("with %s is told apart into its parts, whatever its interval", (statistic) => {
    for (const interval of intervals) {
      const method: MethodName = `${statisticNames[statistic]}, ${intervalNames[interval]}`;
      expect(methodParts(method)).toEqual({ statistic, interval });
      expect(methodInWords(method)).toBe(method);
    }
  });

  it("may be one part alone", () => {
    for (const statistic of statistics) expect(methodParts(statisticNames[statistic])).toEqual({ statistic });
    for (const interval of intervals) expect(methodParts(intervalNames[interval])).toEqual({ interval });
  });

  it("has words of its own, under no key that stands for anything else", () => {
    const keys = [...statistics, ...intervals];
    expect(new Set(keys).size).toBe(keys.length);
    const own: Readonly<Record<string, string>> = { ...statisticNames, ...intervalNames };
    for (const key of keys) expect(englishEstimateWords[key]).toBe(own[key]);
  });

  it("and an estimate are said in the words of another language", () => {
    const words = estimateWordsOf(pseudoPhrases);
    for (const statistic of statistics) {
      for (const interval of intervals) {
        const method: MethodName = `${statisticNames[statistic]}, ${intervalNames[interval]}`;
        expect(latinWordsIn(methodInWords(method, words), new Set())).toEqual([]);
      }
    }
    expect(latinWordsIn(inWords(proportion(1, 2), undefined, words), new Set())).toEqual([]);
  });
});

import { isPlain } from "./case-bytes.ts";
import type { Answers } from "./rule.ts";
import { type Additions, kindsOf, mostSites, siteSum } from "./site-sum.ts";

/**
 * A reader of cases into one sum over their answers. It gives NaN for a case that must be looked at closely: one with
 * an unknown key or code, or one that is not a plain object.
 *
 * Rows that hold every item it reads, with their keys in the order of rows before, are read at places of their own in
 * the source. Other rows are read by walking their own keys: sparse cases of many shapes cost no more than they hold.
 *
 * @param additions What each code of each item adds, in the items' order; an item without a map is not read.
 */
export function answerSum(items: readonly string[], additions: Additions): (answers: Answers) => number {
  const places = new Map(items.map((item, place) => [item, place]));
  const read = items.filter((_, place) => additions[place] !== undefined);
  const { first, second, unsure, byKind } = kindsOf(additions);
  const walk = (answers: Answers): number => {
    let sum = 0;
    for (const item in answers) {
      const place = places.get(item);
      if (place === undefined) return Number.NaN;
      const byCode = additions[place];
      if (byCode === undefined) continue;
      const answer = answers[item];
      // No branches: which of the common answers it is cannot be foreseen, and a wrong guess costs more than all this.
      const kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
      if (kind !== 0) sum += byKind[place * 4 + kind] as number;
      else if (answer !== undefined) sum += byCode.get(answer) ?? Number.NaN;
    }
    return sum;
  };
  const known = read.length <= mostSites ? keyOrder(items, read) : undefined;
  const sites = siteSum(
    read,
    additions.filter((byCode) => byCode !== undefined),
  );
  return (answers) => {
    if (typeof answers !== "object" || answers === null || Array.isArray(answers) || !isPlain(answers))
      return Number.NaN;
    return known?.isThatOf(answers) === true ? sites(answers) : walk(answers);
  };
}

/** The most rows of other shapes between two tries of taking over a row's order of keys (design choice). */
const longestWait = 1024;

/** An order of keys that rows share: the form's own, or that of a row met since. */
function keyOrder(items: readonly string[], read: readonly string[]): { isThatOf(answers: Answers): boolean } {
  const all = new Set(items);
  let order = items;
  let left = 1;
  let wait = 1;
  const takeOver = (answers: Answers): void => {
    left -= 1;
    if (left > 0) return;
    wait = Math.min(wait * 2, longestWait);
    left = wait;
    const keys = Object.keys(answers);
    // An item that a row does not hold could be found on a prototype, so only rows that hold all are read this way.
    if (keys.every((key) => all.has(key)) && read.every((item) => keys.includes(item))) order = keys;
  };
  return {
    isThatOf(answers) {
      if (hasKeysInOrder(answers, order)) return true;
      takeOver(answers);
      return false;
    },
  };
}

function hasKeysInOrder(answers: Answers, order: readonly string[]): boolean {
  let at = 0;
  for (const item in answers) {
    if (item !== order[at]) return false;
    at += 1;
  }
  return at === order.length;
}

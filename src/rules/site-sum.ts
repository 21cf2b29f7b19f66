import { isState } from "./answer-of.ts";
import type { Answers } from "./rule.ts";

/** What each code and state word of each item adds to a sum; `undefined` for an item that is not read. */
export type Additions = readonly (ReadonlyMap<unknown, number> | undefined)[];

/** The most items that are read at places of their own in the source. */
export const mostSites = 24;

/** The answers that most items share, told apart without a look-up. */
interface Kinds {
  readonly first: unknown;
  readonly second: unknown;
  readonly unsure: unknown;
  /** By item times four plus 1 for `first`, 2 for `second`, 3 for `unsure`: what that adds; NaN if it is no code. */
  readonly byKind: Float64Array;
}

/** The two commonest codes of some items, and the word for not being sure. */
export function kindsOf(additions: Additions): Kinds {
  const counts = new Map<unknown, number>();
  for (const byCode of additions) {
    for (const code of byCode?.keys() ?? []) if (!isState(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const [first = none, second = none] = [...counts].sort(([, a], [, b]) => b - a).map(([code]) => code);
  const byKind = Float64Array.from(
    additions.flatMap((byCode) => [none, first, second, unsure].map((code) => byCode?.get(code) ?? Number.NaN)),
  );
  return { first, second, unsure, byKind };
}

const unsure = "not_sure";
const none = Symbol("no such code");

/**
 * Adds up the answers to items that a row is known to hold, each read at its own place in this source. A place has its
 * own memory of the shapes of rows (an inline cache); one place in a loop would meet every item's name and have none.
 * That is why nothing here is a loop. NaN if an answer is none of its item's codes.
 */
export function siteSum(
  items: readonly string[],
  additions: readonly ReadonlyMap<unknown, number>[],
): (answers: Answers) => number {
  const { first, second, unsure, byKind } = kindsOf(additions);
  const rare = (answer: unknown, at: number): number =>
    answer === undefined ? 0 : (additions[at]?.get(answer) ?? Number.NaN);
  const ids = [...items, ...Array<string>(mostSites).fill("")].slice(0, mostSites);
  const count = items.length;
  return (answers) => {
    let sum = 0;
    let answer: unknown;
    let kind = 0;
    answer = answers[ids[0] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 0) : (byKind[kind] as number);
    answer = answers[ids[1] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 1) : (byKind[4 + kind] as number);
    answer = answers[ids[2] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 2) : (byKind[8 + kind] as number);
    answer = answers[ids[3] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 3) : (byKind[12 + kind] as number);
    answer = answers[ids[4] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 4) : (byKind[16 + kind] as number);
    answer = answers[ids[5] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 5) : (byKind[20 + kind] as number);
    answer = answers[ids[6] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 6) : (byKind[24 + kind] as number);
    answer = answers[ids[7] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 7) : (byKind[28 + kind] as number);
    if (count <= 8) return sum;

    answer = answers[ids[8] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 8) : (byKind[32 + kind] as number);
    answer = answers[ids[9] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 9) : (byKind[36 + kind] as number);
    answer = answers[ids[10] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 10) : (byKind[40 + kind] as number);
    answer = answers[ids[11] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 11) : (byKind[44 + kind] as number);
    answer = answers[ids[12] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 12) : (byKind[48 + kind] as number);
    answer = answers[ids[13] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 13) : (byKind[52 + kind] as number);
    answer = answers[ids[14] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 14) : (byKind[56 + kind] as number);
    answer = answers[ids[15] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 15) : (byKind[60 + kind] as number);
    if (count <= 16) return sum;

    answer = answers[ids[16] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 16) : (byKind[64 + kind] as number);
    answer = answers[ids[17] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 17) : (byKind[68 + kind] as number);
    answer = answers[ids[18] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 18) : (byKind[72 + kind] as number);
    answer = answers[ids[19] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 19) : (byKind[76 + kind] as number);
    answer = answers[ids[20] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 20) : (byKind[80 + kind] as number);
    answer = answers[ids[21] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 21) : (byKind[84 + kind] as number);
    answer = answers[ids[22] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 22) : (byKind[88 + kind] as number);
    answer = answers[ids[23] as string];
    kind = Number(answer === first) + Number(answer === second) * 2 + Number(answer === unsure) * 3;
    sum += kind === 0 ? rare(answer, 23) : (byKind[92 + kind] as number);
    return sum;
  };
}

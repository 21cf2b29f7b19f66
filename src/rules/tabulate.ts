import { type CaseReader, firstAnswer } from "./case-bytes.ts";
import { evaluate } from "./evaluate.ts";
import type { Answer, Rule } from "./rule.ts";
import type { Scope } from "./scope.ts";
import { type Variable, variablesOf } from "./variables.ts";

/**
 * A rule worked out beforehand for every partial answer to the items it reads.
 *
 * @internal
 */
export interface Tabulated {
  /** The places, in a case's bytes, of the items it reads. */
  readonly places: readonly number[];
  /** For each of those items, by byte: what it adds to the position in the table. */
  readonly steps: readonly Int32Array[];
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** The most entries that a table may have; a rule that needs more is evaluated instead (design choice). */
const largestTable = 8192;

/**
 * A rule as a table over partial answers, filled by `evaluate`, so that reading a case is a sum and a look-up.
 * `undefined` if the table would be too large.
 *
 * @internal
 */
export function tabulate(rule: Rule, scope: Scope, reader: CaseReader): Tabulated | undefined {
  const variables = variablesOf([rule], scope);
  if (variables === undefined) return undefined;
  const sizes = variables.map(({ representatives }) => representatives.length + 1);
  const size = sizes.reduce((a, b) => a * b, 1);
  if (size > largestTable) return undefined;
  const strides = sizes.map((_, at) => sizes.slice(0, at).reduce((a, b) => a * b, 1));
  const low = new Float64Array(size);
  const high = new Float64Array(size);
  for (let entry = 0; entry < size; entry++) {
    const answers = Object.fromEntries(
      variables.flatMap(({ item, representatives }, at): [string, Answer][] => {
        const chosen = Math.floor(entry / (strides[at] as number)) % (sizes[at] as number);
        const answer = representatives[chosen - 1];
        return answer === undefined ? [] : [[item, answer]];
      }),
    );
    const [from, to] = evaluate(rule, answers, scope);
    low[entry] = from;
    high[entry] = to;
  }
  const places = variables.map(({ item }) => reader.items.indexOf(item));
  return {
    places,
    steps: variables.map((variable, at) => stepsOf(variable, reader, strides[at] as number)),
    low,
    high,
  };
}

function stepsOf({ item, classOf }: Variable, reader: CaseReader, stride: number): Int32Array {
  const steps = new Int32Array(256);
  for (const [code, byte] of reader.bytes[reader.items.indexOf(item)] ?? []) {
    const known = byte < firstAnswer ? undefined : classOf.get(String(code));
    steps[byte] = known === undefined ? 0 : (known + 1) * stride;
  }
  return steps;
}

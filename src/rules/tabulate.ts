import { type CaseReader, firstAnswer } from "./case-bytes.ts";
import { evaluate } from "./evaluate.ts";
import type { Answer, Rule } from "./rule.ts";
import type { Scope } from "./scope.ts";
import { type Variable, variablesOf } from "./variables.ts";

/**
 * A rule as a table over every partial answer to the items it reads, of which each entry is worked out when it is asked for.
 *
 * @internal
 */
export interface RuleTable {
  /** The places, in a case's bytes, of the items it reads. */
  readonly places: readonly number[];
  /** For each of those items, by byte: what it adds to the position in the table. */
  readonly steps: readonly Int32Array[];
  /** How many entries there are. */
  readonly size: number;
  /** What `evaluate` gives for the partial answer that an entry stands for. */
  boundsAt(entry: number): readonly [number, number];
}

/**
 * The same with every entry worked out beforehand.
 *
 * @internal
 */
export interface Tabulated extends Pick<RuleTable, "places" | "steps"> {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** The most entries that a table may have; a rule that needs more is evaluated instead (design choice). */
const largestTable = 8192;

/**
 * A rule as a table over partial answers, so that reading a case is a sum and a look-up. `undefined` if the table would be
 * too large.
 *
 * @internal
 */
export function ruleTable(rule: Rule, scope: Scope, reader: CaseReader): RuleTable | undefined {
  const variables = variablesOf([rule], scope);
  if (variables === undefined) return undefined;
  const sizes = variables.map(({ representatives }) => representatives.length + 1);
  const size = sizes.reduce((a, b) => a * b, 1);
  if (size > largestTable) return undefined;
  const strides = sizes.map((_, at) => sizes.slice(0, at).reduce((a, b) => a * b, 1));
  return {
    places: variables.map(({ item }) => reader.items.indexOf(item)),
    steps: variables.map((variable, at) => stepsOf(variable, reader, strides[at] as number)),
    size,
    boundsAt(entry) {
      const answers = Object.fromEntries(
        variables.flatMap(({ item, representatives }, at): [string, Answer][] => {
          const chosen = Math.floor(entry / (strides[at] as number)) % (sizes[at] as number);
          const answer = representatives[chosen - 1];
          return answer === undefined ? [] : [[item, answer]];
        }),
      );
      return evaluate(rule, answers, scope);
    },
  };
}

/**
 * A rule's table with all its entries, for readings that take it apart.
 *
 * @internal
 */
export function tabulate(rule: Rule, scope: Scope, reader: CaseReader): Tabulated | undefined {
  const table = ruleTable(rule, scope, reader);
  if (table === undefined) return undefined;
  const { places, steps, size, boundsAt } = table;
  const [low, high] = [new Float64Array(size), new Float64Array(size)];
  for (let entry = 0; entry < size; entry++) [low[entry], high[entry]] = boundsAt(entry) as [number, number];
  return { places, steps, low, high };
}

function stepsOf({ item, classOf }: Variable, reader: CaseReader, stride: number): Int32Array {
  const steps = new Int32Array(256);
  for (const [code, byte] of reader.bytes[reader.items.indexOf(item)] ?? []) {
    const known = byte < firstAnswer ? undefined : classOf.get(String(code));
    steps[byte] = known === undefined ? 0 : (known + 1) * stride;
  }
  return steps;
}

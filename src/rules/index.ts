export { answerOf, isAmongWhenClosed, isState, numberFor } from "./answer-of.ts";
export type { Band, CountsInBands } from "./bands.ts";
export { countsInBands } from "./bands.ts";
export {
  all,
  any,
  atLeast,
  atMost,
  count,
  equals,
  greatest,
  judgement,
  least,
  lessThan,
  mean,
  moreThan,
  not,
  oneOf,
  ref,
  share,
  sum,
  value,
} from "./builders.ts";
export { type ByteLayout, byteLayout } from "./byte-layout.ts";
export { type CaseReader, caseBytes, firstAnswer, isPlain } from "./case-bytes.ts";
export { type CaseNumbers, caseNumbers, type Field, itemField, truthField } from "./case-number.ts";
export { type CaseBounds, type CaseProgram, caseProgram } from "./case-program.ts";
export { truthBits } from "./case-steps.ts";
export type { Bounds, Columns, Compiled, Truths } from "./compile.ts";
export { compile, truthAt, truthColumn } from "./compile.ts";
export type { Decision } from "./decision.ts";
export { describe } from "./describe.ts";
export { compared, evaluate, rounded, visibility } from "./evaluate.ts";
export type { Step } from "./explain.ts";
export { explain } from "./explain.ts";
export { type IndependentParts, independentParts } from "./independent-parts.ts";
export { isCondition } from "./is-condition.ts";
export { itemsOf } from "./items-of.ts";
export type { Prorated } from "./prorate.ts";
export { prorate } from "./prorate.ts";
export type { Reading } from "./read-rule.ts";
export { readRule } from "./read-rule.ts";
export type {
  All,
  Answer,
  Answers,
  Any,
  Compare,
  Comparison,
  Condition,
  Count,
  Greatest,
  Interval,
  Judgement,
  Least,
  Mean,
  Not,
  OneOf,
  Quantity,
  Reference,
  Rule,
  Share,
  State,
  Sum,
  Value,
} from "./rule.ts";
export { states } from "./rule.ts";
export { englishRuleWords, filled, type RuleWords } from "./rule-words.ts";
export type { ResponseOption, Responses, Scope, ScopedItem } from "./scope.ts";
export { emptyScope, itemIn, ruleNamed } from "./scope.ts";
export { type RuleTable, ruleTable, type Tabulated, tabulate } from "./tabulate.ts";
export type { NumberFormula, TruthFormula, TwoValued } from "./two-valued.ts";
export { twoValued } from "./two-valued.ts";
export type { Variable } from "./variables.ts";
export { classIn, leafValue, variablesOf } from "./variables.ts";
export { withoutNames } from "./without-names.ts";

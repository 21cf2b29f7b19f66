import type { Instrument } from "../instrument/index.ts";
import { type Answers, answerOf, evaluate, itemIn, itemsOf } from "../rules/index.ts";
import type { IndicatorResult, LevelResult, OpenItem } from "./scored.ts";

/**
 * The open items that could still change a result, with what they could change and who could know: those of the levels
 * first, strongest first, then those of named rules that are not exact, in the form's order.
 */
export function openItemsOf(
  form: Instrument,
  answers: Answers,
  levels: Readonly<Record<string, LevelResult>>,
  indicators: Readonly<Record<string, IndicatorResult>>,
): readonly OpenItem[] {
  const byItem = new Map<string, string[]>();
  const add = (item: string, name: string) => byItem.set(item, [...(byItem.get(item) ?? []), name]);
  for (const [name, { open }] of Object.entries(levels)) for (const item of open) add(item, name);
  const inOrder = Object.keys(form.items).filter((id) => isOpen(id, form, answers));
  for (const [name, { rule }] of Object.entries(form.indicators)) {
    if (isExact(indicators[name])) continue;
    const read = new Set(itemsOf(rule, form));
    for (const item of inOrder) if (read.has(item)) add(item, name);
  }
  return [...byItem].map(([item, couldChange]) => ({
    item,
    code: form.items[item]?.code ?? item,
    couldChange,
    couldKnow: form.items[item]?.couldKnow ?? [],
  }));
}

function isOpen(id: string, form: Instrument, answers: Answers): boolean {
  const item = itemIn(form, id);
  return (
    answerOf(answers, id, item) === undefined &&
    (item?.askIf === undefined || evaluate(item.askIf, answers, form)[1] === 1)
  );
}

function isExact(result: IndicatorResult | undefined): boolean {
  if (result === undefined) return true;
  return result.kind === "condition" ? result.truth !== "unknown" : result.low === result.high;
}

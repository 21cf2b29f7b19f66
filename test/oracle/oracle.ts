/**
 * A slow second implementation of the rule language, written from the description and sharing no code with src.
 * It knows only complete answers: it tries every completion of a partial case and looks at the exact results.
 */
type Json = Record<string, unknown>;
interface Form {
  items: Record<string, Json>;
  indicators?: Record<string, { rule: Json }>;
}
type Case = Record<string, string | number | undefined>;

const words = ["not_sure", "prefer_not", "not_asked", "closed"];

/** Every answer that an item can have once it is known. */
export function domain(form: Form, id: string): (string | number)[] {
  const responses = form.items[id]?.responses as Json;
  if (responses.kind === "number") {
    const list: number[] = [];
    for (let n = responses.min as number; n <= (responses.max as number); n++) list.push(n);
    return list;
  }
  return Object.entries(responses.options as Record<string, Json>)
    .filter(([, option]) => option.notKnown !== true)
    .map(([code]) => code);
}

/** Whether an item has no known answer in a case. */
export function isOpen(form: Form, id: string, answers: Case): boolean {
  const found = answers[id];
  return (
    found === undefined ||
    words.includes(String(found)) ||
    (typeof found === "string" && !domain(form, id).includes(found))
  );
}

/** Every way to fill in the open items among `ids`. */
export function* completions(form: Form, ids: string[], answers: Case): Generator<Case> {
  const open = ids.filter((id) => isOpen(form, id, answers));
  function* fill(at: number, so: Case): Generator<Case> {
    const id = open[at];
    if (id === undefined) {
      yield so;
      return;
    }
    for (const answer of domain(form, id)) yield* fill(at + 1, { ...so, [id]: answer });
  }
  yield* fill(0, { ...answers });
}

function isShown(form: Form, id: string, answers: Case): boolean {
  const gate = form.items[id]?.askIf as Json | undefined;
  return gate === undefined || exact(gate, answers, form) === 1;
}

function numberOf(form: Form, id: string, answer: string | number): number {
  if (typeof answer === "number") return answer;
  const responses = form.items[id]?.responses as Json;
  const options = responses.options as Record<string, Json>;
  return options[answer]?.value as number;
}

/** The exact value of a rule on complete answers: conditions are 0 or 1. */
export function exact(rule: Json, answers: Case, form: Form): number {
  const parts = ((rule.of as Json[] | undefined) ?? []).map((part) => exact(part, answers, form));
  const applying = () =>
    ((rule.of as Json[] | undefined) ?? []).flatMap((part, at) =>
      applies(part, answers, form) ? [parts[at] as number] : [],
    );
  const item = rule.item as string;
  switch (rule.kind) {
    case "one_of": {
      const codes = rule.codes as unknown[];
      if (isShown(form, item, answers)) return codes.includes(answers[item]) ? 1 : 0;
      return codes.includes(form.items[item]?.whenClosed) ? 1 : 0;
    }
    case "judgement":
      return (isShown(form, item, answers) ? answers[item] : form.items[item]?.whenClosed) === "yes" ? 1 : 0;
    case "value": {
      const closed = form.items[item]?.whenClosed as string | number | undefined;
      if (isShown(form, item, answers)) return numberOf(form, item, answers[item] as string | number);
      return closed === undefined ? 0 : numberOf(form, item, closed);
    }
    case "ref":
      return exact(form.indicators?.[rule.name as string]?.rule as Json, answers, form);
    case "all":
      return parts.every((part) => part === 1) ? 1 : 0;
    case "any":
      return parts.some((part) => part === 1) ? 1 : 0;
    case "not":
      return parts[0] === 1 ? 0 : 1;
    case "compare": {
      const [x = 0] = parts;
      const to = rule.to as number;
      const holds = { at_least: x >= to, at_most: x <= to, more_than: x > to, less_than: x < to, equals: x === to };
      return holds[rule.is as keyof typeof holds] ? 1 : 0;
    }
    case "count":
    case "sum":
      return parts.reduce((a, b) => a + b, 0);
    case "mean":
    case "share": {
      const list = applying();
      return list.length === 0
        ? (rule.ifNone as number)
        : Math.round((list.reduce((a, b) => a + b, 0) / list.length) * 1e12) / 1e12;
    }
    case "least": {
      const list = applying();
      return list.length === 0 ? (rule.ifNone as number) : Math.min(...list);
    }
    case "greatest": {
      const list = applying();
      return list.length === 0 ? (rule.ifNone as number) : Math.max(...list);
    }
  }
  throw new Error(`no such kind: ${String(rule.kind)}`);
}

function applies(rule: Json, answers: Case, form: Form): boolean {
  if (rule.kind === "ref") return applies(form.indicators?.[rule.name as string]?.rule as Json, answers, form);
  if (typeof rule.item === "string") {
    return form.items[rule.item]?.whenClosed !== undefined || isShown(form, rule.item, answers);
  }
  const parts = rule.of as Json[];
  return parts.length === 0 || parts.some((part) => applies(part, answers, form));
}

/** The items that a rule may read, gates included. */
export function reads(rule: Json, form: Form, found: Set<string> = new Set()): Set<string> {
  if (rule.kind === "ref") reads(form.indicators?.[rule.name as string]?.rule as Json, form, found);
  if (typeof rule.item === "string" && !found.has(rule.item)) {
    found.add(rule.item);
    const gate = form.items[rule.item]?.askIf as Json | undefined;
    if (gate !== undefined) reads(gate, form, found);
  }
  for (const part of (rule.of as Json[] | undefined) ?? []) reads(part, form, found);
  return found;
}

/** The least and the most that a rule comes to over all completions. */
export function hull(rule: Json, answers: Case, form: Form): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const complete of completions(form, [...reads(rule, form)], answers)) {
    const value = exact(rule, complete, form);
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

/** The outcome of a decision list on complete answers. */
export function decided(
  cases: { when: Json; outcome: string }[],
  otherwise: string,
  answers: Case,
  form: Form,
): string {
  return cases.find(({ when }) => exact(when, answers, form) === 1)?.outcome ?? otherwise;
}

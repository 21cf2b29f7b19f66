/** A record as a form engine holds it: text by field name, nothing for a field that is blank. */
export type FormRecord = Readonly<Record<string, string>>;
type Value = string | number | boolean;
type Read = (record: FormRecord) => Value;

/**
 * The logic of REDCap and of XLSForms, as their documentation describes it: `and`, `or`, comparisons with `=` and `<>` or
 * `!=`, `if(test, a, b)`, and in XLSForms `not()`; fields in brackets or as `${name}`, texts in quotes. Text and number
 * are compared as numbers if both are numbers. It shares no code with the exports.
 */
export function formLogic(text: string): Read {
  const tokens =
    text.match(/\[[a-z0-9_]+\]|\$\{[a-z0-9_]+\}|'[^']*'|-?\d+(?:\.\d+)?(?:e-?\d+)?|<>|!=|<=|>=|[=<>(),+]|[a-z]+|\S/g) ??
    [];
  let at = 0;
  const peek = () => tokens[at];
  const next = () => tokens[at++] ?? "";
  const expectNext = (wanted: string) => {
    const found = next();
    if (found !== wanted) throw new Error(`${wanted} expected, not ${found}, in ${text}`);
  };

  const joined = (word: "and" | "or", part: () => Read): Read => {
    let left = part();
    while (peek() === word) {
      next();
      const [first, second] = [left, part()];
      left = word === "and" ? (r) => truth(first(r)) && truth(second(r)) : (r) => truth(first(r)) || truth(second(r));
    }
    return left;
  };
  const either = (): Read => joined("or", () => joined("and", comparison));
  const comparison = (): Read => {
    const left = sum();
    const sign = peek() ?? "";
    if (!["=", "<>", "!=", "<", ">", "<=", ">="].includes(sign)) return left;
    next();
    const right = sum();
    return (record) => compared(sign, left(record), right(record));
  };
  const sum = (): Read => {
    let left = atom();
    while (peek() === "+") {
      next();
      const [first, second] = [left, atom()];
      left = (record) => numeric(first(record)) + numeric(second(record));
    }
    return left;
  };
  const atom = (): Read => {
    const token = next();
    if (token === "(") {
      const inner = either();
      expectNext(")");
      return inner;
    }
    if (token === "if") {
      expectNext("(");
      const test = either();
      expectNext(",");
      const then = either();
      expectNext(",");
      const otherwise = either();
      expectNext(")");
      return (record) => (truth(test(record)) ? then(record) : otherwise(record));
    }
    if (token === "not" || token === "true" || token === "false") {
      expectNext("(");
      const inner = token === "not" ? either() : () => token === "false";
      expectNext(")");
      return (record) => !truth(inner(record));
    }
    if (token.startsWith("${")) return (record) => record[token.slice(2, -1)] ?? "";
    if (token.startsWith("[")) return (record) => record[token.slice(1, -1)] ?? "";
    if (token.startsWith("'")) return () => token.slice(1, -1);
    if (/^-?\d/.test(token)) return () => Number(token);
    throw new Error(`${token} is no part of the logic, in ${text}`);
  };

  const whole = either();
  if (at !== tokens.length) throw new Error(`${peek()} is left over in ${text}`);
  return whole;
}

/** What calculated fields come to on a record, in their order: each may use those before it. */
export function calculate(record: FormRecord, fields: ReadonlyMap<string, Read>): ReadonlyMap<string, Value> {
  const held: Record<string, string> = { ...record };
  const values = new Map<string, Value>();
  for (const [name, read] of fields) {
    const value = read(held);
    values.set(name, value);
    held[name] = String(value);
  }
  return values;
}

function truth(value: Value): boolean {
  if (typeof value !== "boolean") throw new Error("a condition is needed");
  return value;
}

function numeric(value: Value): number {
  if (value === "" || typeof value === "boolean")
    throw new Error("a number is needed: a blank makes a calculation blank");
  return Number(value);
}

function compared(sign: string, left: Value, right: Value): boolean {
  const isNumber = (value: Value) => typeof value === "number" || /^-?\d+(\.\d+)?(e-?\d+)?$/.test(String(value));
  const [a, b] = isNumber(left) && isNumber(right) ? [Number(left), Number(right)] : [String(left), String(right)];
  if (sign === "=") return a === b;
  if (sign === "<>" || sign === "!=") return a !== b;
  if (typeof a !== "number" || typeof b !== "number") throw new Error("only numbers are compared by size");
  return { "<": a < b, ">": a > b, "<=": a <= b, ">=": a >= b }[sign] ?? false;
}

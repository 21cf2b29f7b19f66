/** A piece of SQL, with the generated columns that it reads and the layer in which the last of them is worked out. */
export interface Expression {
  readonly text: string;
  readonly reads: ReadonlySet<string>;
  readonly layer: number;
  /** Whether it can stand in several places at no cost: a column or a constant. */
  readonly plain: boolean;
}

const nothing: ReadonlySet<string> = new Set();

/** SQL from a template; expressions in it are put in brackets where they need them. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Expression | string | number)[]): Expression {
  const expressions = parts.filter((part) => typeof part === "object");
  const texts = parts.map((part) => (typeof part === "object" ? bracketed(part) : String(part)));
  return over(String.raw({ raw: strings }, ...texts), expressions);
}

/** SQL text over given expressions. */
export function over(text: string, expressions: readonly Expression[]): Expression {
  const read = expressions.filter(({ reads }) => reads.size > 0);
  return {
    text,
    reads: read.length === 1 ? (read[0]?.reads ?? nothing) : new Set(read.flatMap(({ reads }) => [...reads])),
    layer: Math.max(0, ...expressions.map(({ layer }) => layer)),
    plain: false,
  };
}

/** A text that reads no column and needs no brackets. */
export const constant = (text: string): Expression => ({ text, reads: nothing, layer: 0, plain: true });

export const yes = constant("TRUE");
export const no = constant("FALSE");
export const truth = (holds: boolean): Expression => (holds ? yes : no);

/** True if every part is. */
export const and = (parts: readonly Expression[]): Expression => joined(parts, "AND", yes, no);
/** True if any part is. */
export const or = (parts: readonly Expression[]): Expression => joined(parts, "OR", no, yes);

export function negated(part: Expression): Expression {
  return part === yes ? no : part === no ? yes : sql`NOT ${part}`;
}

/** A value that depends on a condition; the other value is not worked out where it is not needed. */
export function choose(condition: Expression, then: Expression, otherwise: Expression): Expression {
  return then.text === otherwise.text ? then : cases([[condition, then]], otherwise);
}

/** The value of the first condition that is true. */
export function cases(
  of: readonly (readonly [when: Expression, then: Expression])[],
  otherwise: Expression,
): Expression {
  const possible = of.filter(([when]) => when !== no);
  const certain = possible.findIndex(([when]) => when === yes);
  const before = certain < 0 ? possible : possible.slice(0, certain);
  const last = possible[certain]?.[1] ?? otherwise;
  if (before.length === 0) return last;
  const whens = before.map(([when, then]) => `WHEN ${when.text} THEN ${then.text}`);
  return over(`CASE ${whens.join(" ")} ELSE ${last.text} END`, [...before.flat(), last]);
}

/** A sum in the order given. */
export function added(parts: readonly Expression[]): Expression {
  return over(parts.map(bracketed).join(" + "), parts);
}

/** The bits that all of some whole numbers have, or that any of them has. */
export function bitwise(sign: "&" | "|", parts: readonly Expression[]): Expression {
  return over(parts.map(bracketed).join(` ${sign} `), parts);
}

/** Texts put together. */
export function joinedText(parts: readonly Expression[]): Expression {
  return over(parts.map(bracketed).join(" || "), parts);
}

/** A call of a function that every engine has. */
export function call(name: string, ...parts: readonly Expression[]): Expression {
  return over(`${name}(${parts.map(({ text }) => text).join(", ")})`, parts);
}

function joined(parts: readonly Expression[], word: string, none: Expression, all: Expression): Expression {
  const needed = [...new Map(parts.filter((part) => part !== none).map((part) => [part.text, part])).values()];
  if (needed.includes(all)) return all;
  const [only = none] = needed;
  return needed.length < 2 ? only : over(needed.map(bracketed).join(` ${word} `), needed);
}

function bracketed({ text, plain }: Expression): string {
  return plain ? text : `(${text})`;
}

/** A formula in the language of a form engine, made of text and of other formulas. */
export interface Part {
  readonly pieces: readonly (string | Part)[];
  /** What to call it where it is stated on its own; a number is added if that is taken. */
  readonly name: string;
}

/** How a form engine states a formula once and refers to it by name. */
export interface Sharing {
  /** The name of a part as it stands in a formula. */
  readonly reference: (name: string, part: Part) => string;
  /** How many characters it takes to state a formula under a name, beside its own text. */
  readonly cost: (name: string) => number;
  /** Names that the engine keeps for itself. */
  readonly reserved: readonly string[];
}

/** Formulas as text, and what they share: each part may refer to those before it. */
export interface SharedText {
  readonly shared: readonly (NamedPart & { readonly text: string })[];
  /** In the order of the formulas. */
  readonly texts: readonly string[];
}

/** A maker of parts that gives the same object for the same pieces, so that what is written twice is found. */
export function partMaker(): (name: string, ...pieces: readonly (string | Part)[]) => Part {
  const made = new Map<string, Part>();
  const numbers = new Map<Part, number>();
  return (name, ...pieces) => {
    const key = JSON.stringify(pieces.map((piece) => (typeof piece === "string" ? piece : numbers.get(piece))));
    const part = made.get(key) ?? { name, pieces };
    made.set(key, part);
    numbers.set(part, numbers.get(part) ?? numbers.size);
    return part;
  };
}

/** What is written: a formula, and what to call it where others refer to it. */
export interface NamedPart {
  readonly name: string;
  readonly part: Part;
}

/**
 * Formulas as text, with every part stated once that stands in several places, if that makes the whole shorter. The whole
 * never grows: a part is counted as often as it would stand there if all else were shared, which is the least.
 */
export function sharedParts(formulas: readonly NamedPart[], { reference, cost, reserved }: Sharing): SharedText {
  const names = new Map(formulas.map(({ name, part }) => [part, name] as const));
  const written = new Map<Part, string>();
  const shared: (NamedPart & { readonly text: string })[] = [];
  const taken = new Set(reserved);
  for (const [part, times] of usesOf(formulas.map((each) => each.part))) {
    const text = textOf(part, written);
    const name = freeName(names.get(part) ?? part.name, taken);
    const short = reference(name, part);
    const pays = (times - 1) * text.length > cost(name) + times * short.length;
    written.set(part, pays ? short : text);
    if (!pays) continue;
    taken.add(name);
    shared.push({ name, part, text });
  }
  return { shared, texts: formulas.map(({ part }) => written.get(part) ?? "") };
}

/** A formula as text, with nothing stated elsewhere but the parts that are written already. */
export function textOf(part: Part, written: ReadonlyMap<Part, string> = new Map()): string {
  return part.pieces
    .map((piece) => (typeof piece === "string" ? piece : (written.get(piece) ?? textOf(piece, written))))
    .join("");
}

/** How many places each part stands in, smaller parts first. */
function usesOf(formulas: readonly Part[]): ReadonlyMap<Part, number> {
  const places = new Map<Part, number>();
  const order: Part[] = [];
  const visit = (part: Part): void => {
    const before = places.get(part);
    places.set(part, (before ?? 0) + 1);
    if (before !== undefined) return;
    for (const piece of part.pieces) if (typeof piece !== "string") visit(piece);
    order.push(part);
  };
  for (const formula of formulas) visit(formula);
  return new Map(order.map((part) => [part, places.get(part) ?? 0]));
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}${number}`)) number += 1;
  return `${wanted}${number}`;
}

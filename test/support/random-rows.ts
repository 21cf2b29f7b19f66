import type { Responses, Scope } from "../../src/rules/index.ts";
import { type Answers, states } from "./library.ts";

/** The cells of a row, in the order of the form's items. */
export type Cells = readonly (string | null)[];

/** Numbers from 0 to 1 that are the same in every run. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const near = (code: string): readonly string[] => [
  code.toUpperCase(),
  ` ${code}`,
  `${code} `,
  `${code}\n`,
  `${code}\u200b`,
  code.normalize("NFD").replace("e", "\u0435"),
  "1",
  "null",
];

/** Rows of codes: known, blank, NULL, words for not knowing and, in one of twenty rows, a code that is not listed. */
export function randomRows({ items }: Pick<Scope, "items">, count: number, seed = 1): readonly Cells[] {
  const random = numbersFrom(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const forms = Object.values(items).map(({ responses }) => listed(responses));
  return Array.from({ length: count }, () => {
    const known = random();
    const faulty = random() < 0.05 ? Math.floor(random() * forms.length) : -1;
    return forms.map((codes, at) => {
      if (at === faulty) {
        const code = pick(near(pick(codes)));
        return codes.includes(code) ? "Yes" : code;
      }
      return random() < known ? pick(codes) : pick([null, "", ...states]);
    });
  });
}

/** Cells that an item accepts. */
function listed(responses: Responses): readonly string[] {
  switch (responses.kind) {
    case "choice":
      return Object.keys(responses.options);
    case "number": {
      const { min, max, integer } = responses;
      const steps = Array.from({ length: 5 }, (_, at) => min + (at * (max - min)) / 4);
      return [...new Set(steps.map((step) => String(integer ? Math.round(step) : step)))];
    }
    case "date":
      return ["2024-02-29", "1999-12-31"];
  }
}

/** Random rows in which every day is near the others, before, on or after a fixed day, so that what follows from days shows. */
export function dayRows(form: Pick<Scope, "items">, count: number, seed = 3): readonly Cells[] {
  const random = numbersFrom(seed);
  const isDay = Object.values(form.items).map(({ responses }) => responses.kind === "date");
  const near = [0, 1, 7, 8, 13, 14, 15, 27, 28, 30, 31, 59, 365, 366, 367, 800, -1, -40];
  return randomRows(form, count, seed).map((cells) =>
    cells.map((cell, at) => {
      if (isDay[at] !== true || cell === null || cell === "") return cell;
      const back = near[Math.floor(random() * near.length)] ?? 0;
      return new Date(Date.UTC(2024, 2, 15 - back)).toISOString().slice(0, 10);
    }),
  );
}

/** Rows at the edges: nothing, each code alone, each code with all else at its first. */
export function edgeRows({ items }: Pick<Scope, "items">): readonly Cells[] {
  const forms = Object.values(items).map(({ responses }) => listed(responses));
  const blank = forms.map(() => null);
  const first = forms.map(([code = null]) => code);
  return [
    blank,
    forms.map(() => ""),
    first,
    ...forms.flatMap((codes, at) =>
      [...codes, ...states, "unlisted"].flatMap((code) => [blank.with(at, code as never), first.with(at, code)]),
    ),
  ];
}

/** A row as answers, or the items whose cells are not listed. */
export function answersIn({ items }: Pick<Scope, "items">, cells: Cells): Answers | readonly string[] {
  const faults: string[] = [];
  const answers: Record<string, string | number> = {};
  for (const [at, [id, { responses }]] of Object.entries(items).entries()) {
    const cell = cells[at] ?? "";
    if (cell === "") continue;
    if ((states as readonly string[]).includes(cell)) answers[id] = cell;
    else if (responses.kind === "choice" && Object.hasOwn(responses.options, cell)) answers[id] = cell;
    else if (responses.kind === "number" && /^-?\d+(\.\d+)?$/.test(cell)) {
      const number = Number(cell);
      if (
        number < responses.min ||
        number > responses.max ||
        (responses.integer && !Number.isInteger(number)) ||
        Object.is(number, -0)
      )
        faults.push(id);
      else answers[id] = number;
    } else if (
      responses.kind === "date" &&
      /^\d{4}-\d\d-\d\d$/.test(cell) &&
      !Number.isNaN(Date.parse(cell)) &&
      new Date(cell).toISOString().startsWith(cell)
    )
      answers[id] = cell;
    else faults.push(id);
  }
  return faults.length > 0 ? faults : answers;
}

export const areFaults = (found: Answers | readonly string[]): found is readonly string[] => Array.isArray(found);

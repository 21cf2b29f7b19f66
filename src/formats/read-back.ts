import { faultIn, type Instrument, plainCopy } from "../instrument/index.ts";
import { type Issue, isObject, mustBePlain, nearestIn, type Path, shapeOf } from "../issues/index.ts";
import { type Answer, type Answers, isState } from "../rules/index.ts";
import { englishFormWords, optionsOf, reasonField, type UnknownWords } from "./form-words.ts";
import { isSharedField } from "./shared-fields.ts";

/** Answers read from another system's record, beside everything in it that could not be read. */
export interface ReadBack {
  /** Exact codes of the instrument's items and words for not knowing: `score` takes them as they are. */
  readonly answers: Answers;
  /** Where something was left out, and why. Empty if all of it was read. */
  readonly issues: readonly Issue[];
}

/**
 * One value as another system holds it: under which name, and where it stands there.
 *
 * @internal
 */
export interface FoundValue {
  readonly name: string;
  readonly value: unknown;
  readonly path: Path;
}

/**
 * How a system's values are to be read.
 *
 * @internal
 */
export interface ReadingOf {
  /** `codes` are exact; with `labels`, the label that the form shows stands for its code. */
  readonly as: "codes" | "labels";
  /** Whether numbers arrive as text. */
  readonly textNumbers: boolean;
  readonly words?: UnknownWords;
  /** How the system shows a label, if it changes it. */
  readonly shownAs?: (label: string) => string;
  /** Names that belong to the system and not to the form. */
  readonly ofTheSystem: (name: string) => boolean;
}

/**
 * What a record holds under each of its names, as a copy. Where it is not all plain data, such as a date, a picture as
 * text or a key `__proto__`, each value is copied by itself: what cannot be is an issue, and the rest stays.
 *
 * @internal
 */
export function valuesByName(record: unknown): {
  readonly values: readonly (readonly [name: string, value: unknown])[];
  readonly issues: readonly Issue[];
} {
  const copy = plainCopy(record);
  if (!copy.ok) return eachByItself(record) ?? { values: [], issues: copy.issues };
  const { value } = copy;
  return isObject(value)
    ? { values: Object.entries(value), issues: [] }
    : { values: [], issues: [{ code: "not_an_object", path: [] }] };
}

/** Limits on one value of a record that is not all plain data (design choices), since every value may be a large one. */
const ofOneValue = { depth: 100, values: 1000, characters: 100_000, nameLength: 200 };
const mostNames = 20_000;

function eachByItself(record: unknown): ReturnType<typeof valuesByName> | undefined {
  try {
    if (typeof record !== "object" || record === null) return undefined;
    const above: unknown = Object.getPrototypeOf(record);
    const names = Reflect.ownKeys(record);
    if ((above !== Object.prototype && above !== null) || names.length > mostNames) return undefined;
    const copies = names.map((name) => {
      const property = Object.getOwnPropertyDescriptor(record, name) ?? {};
      return plainCopy(Object.defineProperty({}, name, property), ofOneValue);
    });
    return {
      values: copies.flatMap((copy) => (copy.ok ? Object.entries(copy.value as object) : [])),
      issues: copies.flatMap((copy) => (copy.ok ? [] : copy.issues)),
    };
  } catch {
    return undefined; // only a proxy's own traps can throw here
  }
}

/**
 * Values by name as answers to an instrument: an item's own value, or the reason why a number or a date was not given.
 * Blank values are not asked. Of several values for one item none is taken, though they be alike. Bounds that the form
 * calculated are passed over, since `score` works them out again; the form's id, version and hash are compared with the
 * instrument's.
 *
 * @returns issues `unknown_item`, `several_answers`, `unknown_option`, `label_for_code`, `wrong_type`, `out_of_range`,
 *   `version_mismatch`
 * @internal
 */
export function readBack(found: readonly FoundValue[], instrument: Instrument, reading: ReadingOf): ReadBack {
  const issues: Issue[] = [];
  const answers = new Map<string, Answer>();
  const seen = new Set<string>();
  const passedOver = new Set(Object.keys(instrument.indicators).flatMap((name) => [`${name}_low`, `${name}_high`]));
  const reasons = new Map(
    Object.entries(instrument.items).flatMap(([id, item]) => {
      const field = reasonField(id, item);
      return field === undefined ? [] : [[field, id] as const];
    }),
  );
  const isItem = ({ name }: FoundValue) => Object.hasOwn(instrument.items, name);
  // Items first, so that a reason that stands before its item is still known to be one too many.
  for (const each of [...found.filter(isItem), ...found.filter((other) => !isItem(other))]) {
    const { name, value, path } = each;
    if (isBlank(value)) continue;
    const id = isItem(each) ? name : reasons.get(name);
    if (id === undefined) {
      const known = passedOver.has(name) || isSharedField(name, instrument) || reading.ofTheSystem(name);
      if (!known) issues.push(unknownName(name, path, instrument));
    } else if (seen.has(id)) {
      issues.push({ code: "several_answers", path });
      answers.delete(id); // which one was meant cannot be told
    } else {
      seen.add(id);
      const read = id === name ? answerIn(value, id, path, instrument, reading) : reasonIn(value, path, reading);
      if (typeof read === "object") issues.push(read);
      else answers.set(id, read);
    }
  }
  const inOrder = Object.keys(instrument.items).flatMap((id) => {
    const answer = answers.get(id);
    return answer === undefined ? [] : [[id, answer] as const];
  });
  return { answers: Object.fromEntries(inOrder), issues };
}

/**
 * An issue if a record was made with another form or version; a record that does not say is taken as this one.
 *
 * @internal
 */
export function versionIssues(told: unknown, expected: string, path: Path): readonly Issue[] {
  return isBlank(told) || told === expected ? [] : [{ code: "version_mismatch", path, expected: [expected] }];
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === "";

function unknownName(name: string, path: Path, { items }: Instrument): Issue {
  return { code: "unknown_item", path, ...nearestIn(name, Object.keys(items)) };
}

function answerIn(value: unknown, id: string, path: Path, instrument: Instrument, reading: ReadingOf): Answer | Issue {
  const item = instrument.items[id];
  if (item === undefined) return { code: "unknown_item", path };
  if (Array.isArray(value)) return { code: "several_answers", path };
  const options = optionsOf(item, reading.words ?? englishFormWords).map(({ code, label }) => ({
    code,
    label: reading.shownAs?.(label) ?? label,
  }));
  const labelled = options.filter(({ label }) => label === value).map(({ code }) => code);
  const [only, ...others] = labelled;
  if (reading.as === "labels" && item.responses.kind === "choice") {
    if (only !== undefined && others.length === 0) return only;
    return { code: "unknown_option", path, expected: options.map(({ label }) => label), shape: shapeOf(value) };
  }
  const meant = reading.textNumbers && item.responses.kind === "number" ? numberFrom(value) : value;
  const fault = faultIn(meant, id, item);
  const codes = typeof meant === "string" ? meant.split(" ") : [];
  if (codes.length > 1 && codes.every((code) => options.some((option) => option.code === code))) {
    return { code: "several_answers", path };
  }
  if (fault === undefined) return typeof meant === "number" ? meant : String(meant);
  return only === undefined
    ? { ...fault, path }
    : { code: "label_for_code", path, expected: options.map(({ code }) => code), nearest: only };
}

function reasonIn(value: unknown, path: Path, reading: ReadingOf): Answer | Issue {
  const { not_sure, prefer_not } = reading.words ?? englishFormWords;
  const words = Object.entries({ not_sure, prefer_not });
  const word = words.find(([code, label]) => (reading.as === "labels" ? label : code) === value)?.[0];
  return word ?? { code: "unknown_option", path, expected: words.map(([code]) => code), shape: shapeOf(value) };
}

function numberFrom(value: unknown): unknown {
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) + 0 : value;
}

/**
 * Answers without what no form holds: what is not asked or closed is blank there.
 *
 * @internal
 */
export function heldAnswers(answers: Answers): readonly (readonly [string, Answer])[] {
  mustBePlain(answers);
  return Object.entries(answers).flatMap(([id, answer]) =>
    answer === undefined || answer === "not_asked" || answer === "closed" ? [] : [[id, answer] as const],
  );
}

/**
 * The name under which a form holds an answer: the item's own, or that of the reason why it was not given.
 *
 * @internal
 */
export function fieldFor(id: string, answer: Answer, instrument: Instrument): string {
  const item = instrument.items[id];
  return (item !== undefined && isState(answer) ? reasonField(id, item) : undefined) ?? id;
}

import { AssessmentError } from "../issues/index.ts";
import { asWords } from "../reports/index.ts";
import { readRows } from "../tables/index.ts";
import { type Outcome, type PossibleOutcome, rowClassifier, type Typology, typeIds } from "../typology/index.ts";
import type { Given } from "./command.ts";
import type { Io } from "./io.ts";

/** The outcomes that name no type. */
export const otherOutcomes: ReadonlySet<string> = new Set(["mixed", "undetermined", "insufficient", "out_of_scope"]);

/** What an outcome is called for a person: a type by its label, any other in the commands' words. */
export function outcomeName(outcome: string, typology: Typology, given: Given): string {
  const { types } = given.shown(typology);
  const type = Object.hasOwn(types, outcome) ? types[outcome] : undefined;
  return type?.label.toLowerCase() ?? given.said("outcome", asWords(outcome));
}

/** What the outcome of one coding is called, as `outcomeVariable` has it: `single:` or `leading:` with the type, or another. */
export function codedOutcomeName(word: string, typology: Typology, given: Given): string {
  const [kind, type] = word.split(":");
  if (type === undefined || (kind !== "single" && kind !== "leading")) return outcomeName(word, typology, given);
  return given.words(`coded.${kind}`, { type: outcomeName(type, typology, given) });
}

/** How the cases of a file fall over the outcomes. */
export interface Labels {
  readonly labels: readonly string[];
  readonly rejected: number;
  /** How many of the cases are counted though it is not known whether the typology is for them. */
  readonly scopeOpen: number;
  /** How many of the cases could still come to another outcome, and of how many the row does not say. */
  readonly notSettled: number;
  readonly settledNotSaid: number;
  /** By type: how many cases meet its criteria, whether or not it comes first. Cases outside the scope count for none. */
  readonly met: Readonly<Record<string, number>>;
  /** Of how many cases the row does not say so for each type: those of its outcome alone are counted. */
  readonly metNotSaid: number;
}

/** The type of each case: `single` and `leading` by their type, the other outcomes by their own name. */
export async function labelsIn(path: string, format: string | undefined, typology: Typology, io: Io): Promise<Labels> {
  const { header, rows } = await readRows(path, { ...(format === undefined ? {} : { format }), stdin: io.stdin });
  const scorer = rowClassifier(typology);
  const typeNames = typeIds(typology);
  const wanted = ["outcome", "type", "scope", "settled", ...typeNames];
  const places = wanted.map((name) => scorer.columns.indexOf(name));
  const refuseWithout = (has: boolean) => {
    if (!has) throw new AssessmentError([{ code: "missing_column", path: [path], expected: scorer.items }]);
  };
  const isCase = (has: (column: string) => boolean) => (has("outcome") && has("type")) || scorer.items.some(has);
  if (header.length > 0) refuseWithout(isCase((column) => header.includes(column)));
  let isAnyCase = header.length > 0; // rows that name their own columns are looked at one by one
  const labels: string[] = [];
  let [rejected, scopeOpen, notSettled, settledNotSaid, metNotSaid] = [0, 0, 0, 0, 0];
  const met: Record<string, number> = Object.fromEntries(typeNames.map((id) => [id, 0]));
  const types: ReadonlySet<string> = new Set(typeNames);
  const take = ([outcome, type, scope, settled, ...standings]: readonly unknown[]) => {
    const label = outcome === "single" || outcome === "leading" ? type : outcome;
    const known = label === type ? types : otherOutcomes;
    if (scope === "open") scopeOpen += 1;
    if (typeof label !== "string" || !known.has(label)) {
      rejected += 1;
      return;
    }
    labels.push(label);
    if (settled === "no") notSettled += 1;
    else if (settled !== "yes") settledNotSaid += 1;
    if (label === "out_of_scope") return;
    const isSaid = standings.every((standing) => typeof standing === "string" && standing !== "");
    const members = typeof type === "string" ? type.split(" ") : [];
    if (!isSaid) metNotSaid += 1;
    for (const [at, id] of typeNames.entries())
      if (isSaid ? standings[at] === "met" : members.includes(id)) met[id] = (met[id] ?? 0) + 1;
  };
  for await (const { fault, record } of rows) {
    if (fault !== undefined) {
      rejected += 1;
      continue;
    }
    const row = record();
    isAnyCase ||= isCase((column) => Object.hasOwn(row, column));
    const own = (name: string) => (Object.hasOwn(row, name) ? row[name] : undefined);
    if (typeof own("outcome") === "string" && typeof own("type") === "string") take(wanted.map(own));
    else {
      const result = scorer.cells(scorer.items.map(own));
      take(places.map((at) => (result.ok ? result.value[at] : undefined)));
    }
  }
  refuseWithout(isAnyCase || labels.length === 0);
  return { labels, rejected, scopeOpen, notSettled, settledNotSaid, met, metNotSaid };
}

/** The one type of an outcome; `null` if it has none. */
export const typeOf = (outcome: Outcome | PossibleOutcome): string | null =>
  "type" in outcome && typeof outcome.type === "string" ? outcome.type : null;

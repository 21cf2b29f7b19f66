import { diagramFor, type Question } from "../inquiry/index.ts";
import { deepFreeze } from "../instrument/index.ts";
import {
  answerOf,
  type CaseReader,
  type Condition,
  caseBytes,
  evaluate,
  firstAnswer,
  itemIn,
  itemsOf,
  type RuleTable,
  ruleTable,
  type Scope,
} from "../rules/index.ts";
import type { Case, Truth } from "./case.ts";
import { type MadeOutcomes, madeOutcomes } from "./made-outcomes.ts";
import { type Outcome, type OutcomeKey, typeIds, typeQuestion } from "./outcome.ts";
import { standingReader, type TypeStanding } from "./type-standing.ts";
import type { Typology } from "./typology.ts";

/** Answers that do not fit together. */
export interface FoundContradiction {
  readonly id: string;
  readonly items: readonly string[];
  readonly says: string;
}

/** A typology made ready for many cases: each condition as a table where that would be small enough. */
export interface Prepared<TypeId extends string = string> {
  readonly types: readonly TypeId[];
  readonly reader: CaseReader | undefined;
  /** Where each item stands in the bytes. */
  readonly places: ReadonlyMap<string, number>;
  readonly question: Question<OutcomeKey<TypeId>>;
  /** By type: whether its criteria are met. */
  readonly criteria: readonly Truth[];
  /** By type: where it stands, from its criteria's truth and its signs. */
  readonly standings: readonly ((criteria: number, of: Case) => TypeStanding)[];
  readonly made: MadeOutcomes<TypeId>;
  readonly outside: Truth;
  readonly contradictions: readonly { readonly when: Truth; readonly found: FoundContradiction }[];
  readonly alerts: readonly { readonly id: string; readonly when: Truth; readonly alone: readonly string[] }[];
  /** The guidance worked out so far, by alerts, outcome and the types met, as bits. */
  readonly guidance: WeakMap<readonly string[], Map<Outcome, (readonly string[])[]>>;
  /** The types, as bits, that the first aim of a case belongs to; 0 while it is not known. */
  readonly firstAim: (of: Case) => number;
  /** The types, as bits, whose criteria read an item. */
  readonly readBy: ReadonlyMap<string, number>;
  /** The items that branch: where each stands in the bytes, and whether it is shown. */
  readonly gates: readonly { readonly item: string; readonly place: number; readonly shown: Truth }[];
  /** By diagram variable: where its item stands in the bytes, and the class of each byte. */
  readonly variables:
    | readonly { readonly item: string; readonly place: number; readonly classes: Int16Array }[]
    | undefined;
}

const known = new WeakMap<Typology, Prepared>();

/** A typology's prepared form, made once. */
export function prepare<TypeId extends string>(typology: Typology<TypeId>): Prepared<TypeId> {
  const before = known.get(typology);
  // What is stored under a typology was made from it, so its types are the same.
  if (before !== undefined) return before as Prepared<TypeId>;
  const ids = typeIds(typology);
  const { instrument: scope, scope: limit, types, contradictions, alerts } = typology;
  const reader = caseBytes(scope);
  const truth = (condition: Condition) => truthOf(condition, scope, reader);
  const question = typeQuestion(typology);
  const prepared: Prepared<TypeId> = {
    types: ids,
    reader,
    places: new Map(Object.keys(scope.items).map((item, place) => [item, place])),
    question,
    criteria: ids.map((id) => truth(types[id].criteria)),
    standings: ids.map((id) => standingReader(types[id].supports.map(truth), types[id].against.map(truth))),
    made: madeOutcomes(ids),
    outside: truth(limit.outside),
    contradictions: Object.entries(contradictions).map(([id, { when, says }]) => ({
      when: truth(when),
      found: deepFreeze({ id, items: itemsOf(when, scope), says }),
    })),
    alerts: Object.entries(alerts).map(([id, { when }]) => ({ id, when: truth(when), alone: Object.freeze([id]) })),
    guidance: new WeakMap(),
    firstAim: firstAimReader(typology, ids, reader),
    readBy: readersOf(typology, ids),
    gates: Object.entries(scope.items).flatMap(([item, { askIf }], place) =>
      askIf === undefined ? [] : [{ item, place, shown: truth(askIf) }],
    ),
    variables: variablesFor(question, reader),
  };
  known.set(typology, prepared);
  return prepared;
}

function readersOf<TypeId extends string>(
  { instrument, types }: Typology<TypeId>,
  ids: readonly TypeId[],
): ReadonlyMap<string, number> {
  const readBy = new Map<string, number>();
  for (const [at, id] of ids.entries())
    for (const item of itemsOf(types[id].criteria, instrument)) readBy.set(item, (readBy.get(item) ?? 0) | (1 << at));
  return readBy;
}

function firstAimReader<TypeId extends string>(
  { firstAim, instrument, types }: Typology<TypeId>,
  ids: readonly TypeId[],
  reader: CaseReader | undefined,
): (of: Case) => number {
  const typesWith = (code: string) =>
    ids.reduce((bits, id, at) => (types[id].firstAims.includes(code) ? bits | (1 << at) : bits), 0);
  if (reader === undefined) {
    return ({ answers }) => {
      const answer = answerOf(answers, firstAim, itemIn(instrument, firstAim));
      return answer === undefined ? 0 : typesWith(String(answer));
    };
  }
  const place = reader.items.indexOf(firstAim);
  const byByte = new Int32Array(256);
  for (const [code, byte] of reader.bytes[place] ?? []) if (byte >= firstAnswer) byByte[byte] = typesWith(String(code));
  return ({ bytes }) => byByte[(bytes as Uint8Array)[place] as number] as number;
}

function truthOf(condition: Condition, scope: Scope, reader: CaseReader | undefined): Truth {
  const table = reader === undefined ? undefined : ruleTable(condition, scope, reader);
  if (table === undefined) {
    return ({ answers }) => {
      const [low, high] = evaluate(condition, answers, scope);
      return low + high;
    };
  }
  // An entry is filled when a case first needs it: most never are, and a program that has one case pays for one.
  const truths = new Uint8Array(table.size).fill(notYet);
  const truthAt = (entry: number): number => {
    const before = truths[entry] as number;
    if (before !== notYet) return before;
    const [low, high] = table.boundsAt(entry);
    truths[entry] = low + high;
    return low + high;
  };
  const [place = 0, ...others] = table.places;
  if (others.length === 0) {
    const byByte = Uint8Array.from(table.steps[0] ?? none, truthAt);
    return ({ bytes }) => byByte[(bytes as Uint8Array)[place] as number] as number;
  }
  const at = positionIn(table);
  return ({ bytes }) => truthAt(at(bytes as Uint8Array));
}

/** Stands for an entry that is not filled. */
const notYet = 3;

/** Where a case's bytes fall in a table. Up to three items are spelled out: most conditions read no more. */
function positionIn({ places, steps }: RuleTable): (bytes: Uint8Array) => number {
  const [a = 0, b = 0, c = 0] = places;
  const [ofA = none, ofB = none, ofC = none] = steps;
  const first = (bytes: Uint8Array) =>
    (ofA[bytes[a] as number] as number) + (ofB[bytes[b] as number] as number) + (ofC[bytes[c] as number] as number);
  if (places.length <= 3) return first;
  const more = places.slice(3).map((place, index) => ({ place, of: steps[index + 3] ?? none }));
  return (bytes) => {
    let sum = first(bytes);
    for (const { place, of } of more) sum += of[bytes[place] as number] as number;
    return sum;
  };
}

const none = new Int32Array(256);

function variablesFor(question: Question, reader: CaseReader | undefined): Prepared["variables"] {
  const diagram = reader === undefined ? undefined : diagramFor(question, {});
  return diagram?.variables.map(({ item, classOf }) => {
    const place = reader?.items.indexOf(item) ?? -1;
    const classes = new Int16Array(256).fill(-1);
    for (const [code, byte] of reader?.bytes[place] ?? []) {
      if (byte >= firstAnswer) classes[byte] = classOf.get(String(code)) ?? -1;
    }
    return { item, place, classes };
  });
}

import { type CaseClasses, type DecisionDiagram, diagramFor, type Question } from "../inquiry/index.ts";
import { deepFreeze, faultIn, type Informant, type Instrument, type Level } from "../instrument/index.ts";
import { AssessmentError, type Issue, mustHave, nearestIn } from "../issues/index.ts";
import {
  type Answers,
  type ByteLayout,
  byteLayout,
  type CaseProgram,
  caseProgram,
  evaluate,
  firstAnswer,
  type Interval,
  isCondition,
  itemsOf,
  type Mean,
  type Rule,
  ruleNamed,
  type Scope,
} from "../rules/index.ts";
import { evidenceOf } from "./evidence-of.ts";
import type { EvidenceOf } from "./scored.ts";

/** An instrument made ready to score many cases. What is here is worked out once. `at` is a rule's place in `bounds`. */
export interface PreparedForm {
  readonly items: readonly string[];
  /** Every rule of the form on one case: named rules, gates, guidance and contradictions. */
  readonly bounds: CaseProgram["boundsOf"];
  readonly gates: readonly { readonly place: number; readonly at: number }[];
  /** A case as bytes, in the order of `items`; an answer that is no code has the first answer's byte. */
  read(answers: Answers): Uint8Array;
  /** By item: the byte of each code and state word. */
  readonly bytes: ByteLayout["bytes"];
  /** Whether every rule and level can be read from bytes, so that the answers themselves are not needed. */
  readonly bytesSuffice: boolean;
  readonly indicators: readonly {
    readonly name: string;
    readonly means: string;
    readonly isCondition: boolean;
    readonly at: number;
    readonly range: Interval;
    readonly mean: Mean | undefined;
    readonly reads: readonly number[];
  }[];
  readonly levels: readonly {
    readonly name: string;
    readonly level: Level;
    readonly outcomes: readonly string[];
    readonly question: Question;
    /** The level's diagram and how its variables' classes follow from bytes, if it fits the usual budget. */
    readonly diagram: DecisionDiagram | undefined;
    classes(bytes: Uint8Array): CaseClasses;
  }[];
  readonly guidance: readonly {
    readonly codes: readonly string[];
    readonly next: readonly string[];
    readonly at: number;
    readonly items: readonly string[];
    readonly unlessRuledOut: boolean;
    readonly atOnce: boolean;
  }[];
  readonly contradictions: readonly {
    readonly at: number;
    readonly found: { readonly id: string; readonly items: readonly string[]; readonly says: string };
  }[];
  /** The places of the items of each section. */
  readonly sections: readonly (readonly [string, readonly number[]])[];
  readonly couldKnow: readonly (readonly Informant[])[];
  readonly evidence: readonly EvidenceOf[];
  readonly restOnDesignChoices: readonly string[];
}

const made = new WeakMap<Instrument, PreparedForm>();

/** An instrument's prepared form, made once. */
export function prepareForm(form: Instrument): PreparedForm {
  const before = made.get(form);
  if (before !== undefined) return before;
  const now = prepared(form);
  made.set(form, now);
  return now;
}

function prepared(form: Instrument): PreparedForm {
  mustHave(form, "items", "instrument");
  const items = Object.keys(form.items);
  const layout = byteLayout(form);
  const { places } = layout;
  const rules: (readonly [Rule, Scope])[] = [];
  const at = (rule: Rule) => rules.push([rule, form]) - 1;
  const placesOf = (ids: readonly string[]) => ids.flatMap((id) => places.get(id) ?? []);
  const evidence = deepFreeze(evidenceOf(form));
  const ready: Omit<PreparedForm, "bounds" | "bytesSuffice"> = {
    items,
    gates: items.flatMap((id, place) => {
      const askIf = form.items[id]?.askIf;
      return askIf === undefined ? [] : [{ place, at: at(askIf) }];
    }),
    read: readerOf(form, items, layout),
    bytes: layout.bytes,
    indicators: Object.entries(form.indicators).map(([name, { means, rule }]) => {
      const named = rule.kind === "ref" ? ruleNamed(form, rule.name) : rule;
      return {
        name,
        means,
        isCondition: isCondition(rule, form),
        at: at(rule),
        range: deepFreeze(evaluate(rule, {}, form)),
        mean: named?.kind === "mean" ? named : undefined,
        reads: placesOf(itemsOf(rule, form)).sort((a, b) => a - b),
      };
    }),
    levels: Object.entries(form.levels ?? {}).map(([name, level]) => {
      const question = { decision: level, scope: form };
      const diagram = diagramFor(question, {});
      return {
        name,
        level,
        outcomes: Object.keys(level.outcomes),
        question,
        diagram,
        classes: classesFor(diagram, layout),
      };
    }),
    guidance: (form.guidance ?? []).map(({ codes, when, next = [], unlessRuledOut, interrupts }) => ({
      codes,
      next,
      at: at(when),
      items: deepFreeze(itemsOf(when, form)),
      unlessRuledOut: unlessRuledOut === true,
      atOnce: interrupts !== undefined,
    })),
    contradictions: Object.entries(form.contradictions ?? {}).map(([id, { when, says }]) => ({
      at: at(when),
      found: deepFreeze({ id, items: itemsOf(when, form), says }),
    })),
    sections: Object.keys(form.sections).map((section) => [
      section,
      placesOf(items.filter((id) => form.items[id]?.section === section)),
    ]),
    couldKnow: items.map((id) => deepFreeze(form.items[id]?.couldKnow ?? [])),
    evidence,
    restOnDesignChoices: deepFreeze(evidence.filter(({ grade }) => grade === "design_choice").map(({ of }) => of)),
  };
  const { needsAnswers, boundsOf } = caseProgram(rules, layout);
  const bytesSuffice =
    !needsAnswers &&
    items.every((id) => form.items[id]?.responses.kind === "choice") &&
    ready.levels.every(({ diagram }) => diagram !== undefined);
  return { ...ready, bounds: boundsOf, bytesSuffice };
}

/** Reads the case's own keys once; whatever is not a listed code is checked as `parseAnswers` checks it. */
function readerOf(form: Instrument, items: readonly string[], { places, bytes }: ByteLayout): PreparedForm["read"] {
  const faults = (answers: Answers): readonly Issue[] =>
    Object.keys(answers).flatMap((id): readonly Issue[] => {
      const found = answers[id];
      const item = places.has(id) ? form.items[id] : undefined;
      if (item === undefined) {
        return [{ code: "unknown_item", path: [id], ...nearestIn(id, items) }];
      }
      const fault = found === undefined ? undefined : faultIn(found, id, item);
      return fault === undefined ? [] : [fault];
    });
  return (answers) => {
    const read = new Uint8Array(items.length);
    for (const id of Object.keys(answers)) {
      const place = places.get(id);
      const found = answers[id];
      const byte = bytes[place ?? -1]?.get(found);
      if (byte !== undefined && place !== undefined) read[place] = byte;
      else if (found !== undefined || place === undefined) {
        const item = place === undefined ? undefined : form.items[id];
        if (place === undefined || item === undefined || faultIn(found, id, item) !== undefined) {
          throw new AssessmentError(faults(answers));
        }
        read[place] = firstAnswer;
      }
    }
    return read;
  };
}

function classesFor(
  diagram: DecisionDiagram | undefined,
  { places, bytes }: ByteLayout,
): (of: Uint8Array) => CaseClasses {
  const variables = (diagram?.variables ?? []).map(({ item, classOf }) => {
    const place = places.get(item) ?? 0;
    const classes = new Int16Array(256).fill(-1);
    for (const [code, byte] of bytes[place] ?? []) {
      if (byte >= firstAnswer) classes[byte] = classOf.get(String(code)) ?? -1;
    }
    return { place, classes };
  });
  return (of) => {
    const found = new Int16Array(variables.length);
    for (const [at, { place, classes }] of variables.entries()) found[at] = classes[of[place] as number] as number;
    return found;
  };
}

import { rowScorer } from "../../src/assessment/index.ts";
import { casenessReader, type Profile, profileScope } from "../../src/definition/index.ts";
import { caseBytes, compile, isCondition, type Rule, type Scope, truthAt } from "../../src/rules/index.ts";
import { classifySql, type Dialect, profileSql, type SqlStatement, scoreSql } from "../../src/sql/index.ts";
import { rowClassifier } from "../../src/typology/index.ts";
import { expectedClassified, expectedProfile, expectedScored } from "./expected-rows.ts";
import type { Instrument, Typology } from "./library.ts";
import { answersIn, areFaults, type Cells } from "./random-rows.ts";

export type Wanted = Readonly<Record<string, string | number | null>>;

/** A set of rules whose readings are compared. */
export interface Subject {
  readonly id: string;
  readonly scope: Scope;
  statement(dialect: Dialect): SqlStatement;
  /** What the interpreter says of a row, by column of the statement. */
  expected(cells: Cells): Wanted;
  /** What the closures say that the interpreter does not; `undefined` if they agree. */
  closures(cells: Cells, wanted: Wanted): string | undefined;
  /** Rules that the columnar batch can read, with the columns in which the interpreter's ends stand. */
  readonly columnar: Readonly<Record<string, Rule>>;
  /** For each rule, three conditions in SQL of which one holds in each row without faults. */
  readonly splits: readonly { readonly rule: string; readonly parts: readonly [string, string, string] }[];
}

/** A statement that is made once for each dialect. */
function keptFor(make: (dialect: Dialect) => SqlStatement): Subject["statement"] {
  const kept = new Map<Dialect, SqlStatement>();
  return (dialect) => {
    const made = kept.get(dialect) ?? make(dialect);
    kept.set(dialect, made);
    return made;
  };
}

const ever = { asOf: "9999-12-31", window: { from: null, to: "9999-12-31" } } as const;

/** A form's named rules and levels. */
export function formSubject(form: Instrument): Subject {
  const scorer = rowScorer(form, ever);
  const conditions = Object.entries(form.indicators).filter(([, { rule }]) => isCondition(rule, form));
  return {
    id: form.id,
    scope: form,
    statement: keptFor((dialect) => scoreSql(form, { dialect, table: "cases" })),
    expected: (cells) => expectedScored(form, cells),
    closures(cells, wanted) {
      const found = scorer.cells(cells);
      if (!found.ok || wanted.faults !== "") return found.ok === (wanted.faults === "") ? undefined : "faults";
      const at = (column: string) => found.value[scorer.columns.indexOf(column)];
      for (const [name, { rule }] of Object.entries(form.indicators)) {
        const [low, high] = [wanted[`${name}_low`], wanted[`${name}_high`]];
        const same = isCondition(rule, form)
          ? at(name) === ["false", "unknown", "true"][Number(low) + Number(high)]
          : at(`${name}_low`) === String(low) && at(`${name}_high`) === String(high);
        if (!same) return name;
      }
      for (const [name, { ordered }] of Object.entries(form.levels ?? {})) {
        const possible = at(`${name}_possible`)?.split(" ") ?? [];
        const same = ordered
          ? wanted[`${name}_at_most`] === possible[0] && wanted[`${name}_at_least`] === possible.at(-1)
          : wanted[`${name}_settled`] === (possible.length === 1 ? possible[0] : "");
        if (!same) return name;
      }
      return undefined;
    },
    columnar: Object.fromEntries(Object.entries(form.indicators).map(([name, { rule }]) => [name, rule])),
    splits: conditions.map(([rule]) => ({
      rule,
      parts: [`${rule}_low = 1`, `${rule}_high = 0`, `${rule}_low = 0 AND ${rule}_high = 1`],
    })),
  };
}

/** A typology's outcome and standings. */
export function typesSubject(typology: Typology): Subject {
  const classifier = rowClassifier(typology);
  const types = Object.keys(typology.types);
  return {
    id: typology.id,
    scope: typology.instrument,
    statement: keptFor((dialect) => classifySql(typology, { dialect, table: "cases" })),
    expected: (cells) => expectedClassified(typology, cells),
    closures(cells, wanted) {
      const found = classifier.cells(cells);
      if (!found.ok || wanted.faults !== "") return found.ok === (wanted.faults === "") ? undefined : "faults";
      return ["outcome", "type", ...types].find(
        (column) => found.value[classifier.columns.indexOf(column)] !== wanted[column],
      );
    },
    columnar: {},
    splits: types.map((rule) => ({
      rule,
      parts: [`${rule} = 'met'`, `${rule} = 'ruled_out'`, `${rule} = 'possible'`],
    })),
  };
}

/** A definition's caseness and tests. */
export function profileSubject(profile: Profile, asOf: string): Subject {
  const read = casenessReader([profile]);
  const scope = profileScope(profile);
  const statement = keptFor((dialect) => profileSql(profile, { dialect, table: "cases", asOf }));
  let columns: readonly string[] | undefined;
  return {
    id: profile.id,
    scope,
    statement(dialect) {
      const made = statement(dialect);
      columns = made.columns;
      return made;
    },
    expected: (cells) => expectedProfile(profile, cells, columns ?? [], asOf),
    closures(cells, wanted) {
      const answers = answersIn(scope, cells);
      if (areFaults(answers) || wanted.caseness === undefined) return undefined;
      return read(answers, { asOf })[profile.id] === wanted.caseness ? undefined : "caseness";
    },
    columnar: {},
    get splits() {
      const results = (columns ?? []).filter((column) => column !== "faults");
      return results.map((rule) => {
        const [yes, no, open] = rule.startsWith("caseness")
          ? ["met", "not_met", "indeterminate"]
          : ["true", "false", "unknown"];
        return { rule, parts: [`${rule} = '${yes}'`, `${rule} = '${no}'`, `${rule} = '${open}'`] as const };
      });
    },
  };
}

/** The rules whose ends in the columnar batch differ from these; rows with faults are left out by the caller. */
export function columnarDifferences(
  { scope, columnar }: Subject,
  rows: readonly Cells[],
  wanted: readonly Wanted[],
): readonly string[] {
  const names = Object.keys(columnar);
  if (names.length === 0) return [];
  const compiled = compile(columnar, scope);
  if (compiled === undefined) return ["no columnar reading"];
  const items = Object.keys(scope.items);
  const columns = Object.fromEntries(
    items.flatMap((item, at) => {
      const bytes = caseBytes({ items: { [item]: scope.items[item] as Scope["items"][string] } })?.bytes[0];
      if (bytes === undefined) return [];
      return [[item, Uint8Array.from(rows, (cells) => bytes.get(cells[at] ?? "") ?? 0)] as const];
    }),
  );
  const results = compiled(columns, rows.length);
  return names.filter((name) => {
    const result = results[name];
    return rows.some((_, at) => {
      if (result === undefined) return true;
      const [low, high] = result.kind === "truths" ? truthAt(result, at) : [result.low[at], result.high[at]];
      return low !== wanted[at]?.[`${name}_low`] || high !== wanted[at]?.[`${name}_high`];
    });
  });
}

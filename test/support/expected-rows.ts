import { withDerived } from "../../src/definition/derived-answers.ts";
import { applyProfile, type Profile, profileScope } from "../../src/definition/index.ts";
import { inquire } from "../../src/inquiry/index.ts";
import { type Answers, classify, evaluate, type Instrument, type Rule, ref, type Typology } from "./library.ts";
import { answersIn, areFaults, type Cells } from "./random-rows.ts";

type Wanted = Readonly<Record<string, string | number | null>>;

/** What `classify` says of a row, in the columns that SQL adds. */
export function expectedClassified(typology: Typology, cells: Cells): Wanted {
  const types = Object.keys(typology.types);
  const answers = answersIn(typology.instrument, cells);
  if (areFaults(answers)) {
    const none = Object.fromEntries(["outcome", "type", ...types].map((column) => [column, null]));
    return { faults: answers.join(" "), ...none };
  }
  const { outcome, standings } = classify(answers, { typology });
  return {
    faults: "",
    outcome: outcome.kind,
    type: "type" in outcome ? outcome.type : "types" in outcome ? outcome.types.join(" ") : "",
    ...Object.fromEntries(types.map((id) => [id, standings[id]?.standing ?? ""])),
  };
}

/** What `applyProfile` says of a row, in the columns that SQL adds; where a diagram is too large, what intervals say. */
export function expectedProfile(profile: Profile, cells: Cells, columns: readonly string[], asOf?: string): Wanted {
  const scope = profileScope(profile);
  const answers = answersIn(scope, cells);
  if (areFaults(answers)) {
    return Object.fromEntries(columns.map((column) => [column, column === "faults" ? answers.join(" ") : null]));
  }
  const { caseness, tests } = applyProfile(profile, answers, asOf === undefined ? {} : { asOf });
  const filled = withDerived(profile.derived, answers, scope, asOf).answers;
  const byIntervals = (rule: Rule, words: readonly string[]) => {
    const [low, high] = evaluate(rule, filled, scope);
    return words[low + high] ?? "";
  };
  return Object.fromEntries([
    ["faults", ""],
    columns.includes("caseness")
      ? ["caseness", caseness]
      : ["caseness_by_intervals", byIntervals(profile.met, ["not_met", "indeterminate", "met"])],
    ...tests.map(({ name, truth }) =>
      columns.includes(`test_${name}`)
        ? [`test_${name}`, truth]
        : [`test_${name}_by_intervals`, byIntervals(ref(name), ["false", "unknown", "true"])],
    ),
  ]);
}

/** What `evaluate` and a level's inquiry (as `score` shows it) say of a row, in the columns that SQL adds. */
export function expectedScored(form: Instrument, cells: Cells): Wanted {
  const answers = answersIn(form, cells);
  const names = Object.entries(form.indicators).flatMap(([name]) => [`${name}_low`, `${name}_high`]);
  const levels = Object.entries(form.levels ?? {}).flatMap(([name, { ordered }]) =>
    ordered ? [`${name}_at_least`, `${name}_at_most`] : [`${name}_settled`],
  );
  if (areFaults(answers)) {
    return { faults: answers.join(" "), ...Object.fromEntries([...names, ...levels].map((column) => [column, null])) };
  }
  return { faults: "", ...indicators(form, answers), ...levelEnds(form, answers) };
}

function indicators(form: Instrument, answers: Answers): Wanted {
  return Object.fromEntries(
    Object.entries(form.indicators).flatMap(([name, { rule }]) => {
      const [low, high] = evaluate(rule, answers, form);
      return [
        [`${name}_low`, low],
        [`${name}_high`, high],
      ];
    }),
  );
}

function levelEnds(form: Instrument, answers: Answers): Wanted {
  return Object.fromEntries(
    Object.entries(form.levels ?? {}).flatMap(([name, level]): [string, string][] => {
      const { outcomes } = inquire({ decision: level, scope: form }, answers);
      const possible = Object.keys(level.outcomes).filter((outcome) => outcomes.includes(outcome));
      return level.ordered
        ? [
            [`${name}_at_least`, possible.at(-1) ?? ""],
            [`${name}_at_most`, possible[0] ?? ""],
          ]
        : [[`${name}_settled`, possible.length === 1 ? (possible[0] ?? "") : ""]];
    }),
  );
}

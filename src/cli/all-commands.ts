import { type Command, usageError } from "./command.ts";
import { classifyCommand } from "./commands/classify.ts";
import { scoreCommand } from "./commands/score.ts";
import { englishOf } from "./english.ts";
import type { Catalogues } from "./words.ts";

/**
 * Every command, in the order in which help lists them. Each is loaded when it is asked for, so that it starts quickly; the
 * two that score tables are there from the start, in one file with what their worker threads run.
 */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  list: async () => (await import("./commands/list.ts")).listCommand,
  template: async () => (await import("./commands/template.ts")).templateCommand,
  classify: async () => classifyCommand,
  score: async () => scoreCommand,
  summary: async () => (await import("./commands/summary.ts")).summaryCommand,
  profile: async () => (await import("./commands/profile.ts")).profileCommand,
  agree: async () => (await import("./commands/agree.ts")).agreeCommand,
  compare: async () => (await import("./commands/compare.ts")).compareCommand,
  accuracy: async () => (await import("./commands/accuracy.ts")).accuracyCommand,
  roc: async () => (await import("./commands/roc.ts")).rocCommand,
  consistency: async () => (await import("./commands/consistency.ts")).consistencyCommand,
  change: async () => (await import("./commands/change.ts")).changeCommand,
  table1: async () => (await import("./commands/table1.ts")).table1Command,
  caseload: async () => (await import("./commands/caseload.ts")).caseloadCommand,
  report: async () => (await import("./commands/report.ts")).reportCommand,
  explain: async () => (await import("./commands/explain.ts")).explainCommand,
  ask: async () => (await import("./commands/ask.ts")).askCommand,
  show: async () => (await import("./commands/show.ts")).showCommand,
  card: async () => (await import("./commands/card.ts")).cardCommand,
  codebook: async () => (await import("./commands/codebook.ts")).codebookCommand,
  export: async () => (await import("./commands/export.ts")).exportCommand,
  import: async () => (await import("./commands/import.ts")).importCommand,
  sql: async () => (await import("./commands/sql.ts")).sqlCommand,
  simulate: async () => (await import("./commands/simulate.ts")).simulateCommand,
  verify: async () => (await import("./commands/verify.ts")).verifyCommand,
  affected: async () => (await import("./commands/affected.ts")).affectedCommand,
  words: async () => (await import("./commands/words.ts")).wordsCommand(allEnglish),
};

/** Every command, loaded. */
export const allCommands = (): Promise<readonly Command[]> => Promise.all(Object.values(loaders).map((load) => load()));

/** The command of that name. Throws `wrong_usage` with the nearest name. */
export async function commandNamed(name: string): Promise<Command> {
  const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
  if (load === undefined) throw usageError(name, ...Object.keys(loaders));
  return load();
}

/** All catalogues in English, with what help says of every command. */
export const allEnglish = async (): Promise<Catalogues> => englishOf(await allCommands());

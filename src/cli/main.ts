import { parseArgs } from "node:util";
import { libraryVersion } from "../instrument/index.ts";
import { AssessmentError } from "../issues/index.ts";
import { type Command, commonOptions, type Given, helpFor, usageError } from "./command.ts";
import { accuracyCommand } from "./commands/accuracy.ts";
import { affectedCommand } from "./commands/affected.ts";
import { agreeCommand } from "./commands/agree.ts";
import { askCommand } from "./commands/ask.ts";
import { cardCommand } from "./commands/card.ts";
import { caseloadCommand } from "./commands/caseload.ts";
import { changeCommand } from "./commands/change.ts";
import { classifyCommand } from "./commands/classify.ts";
import { codebookCommand } from "./commands/codebook.ts";
import { compareCommand } from "./commands/compare.ts";
import { consistencyCommand } from "./commands/consistency.ts";
import { explainCommand } from "./commands/explain.ts";
import { exportCommand } from "./commands/export.ts";
import { importCommand } from "./commands/import.ts";
import { listCommand } from "./commands/list.ts";
import { profileCommand } from "./commands/profile.ts";
import { reportCommand } from "./commands/report.ts";
import { rocCommand } from "./commands/roc.ts";
import { scoreCommand } from "./commands/score.ts";
import { showCommand } from "./commands/show.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { sqlCommand } from "./commands/sql.ts";
import { summaryCommand } from "./commands/summary.ts";
import { table1Command } from "./commands/table1.ts";
import { templateCommand } from "./commands/template.ts";
import { verifyCommand } from "./commands/verify.ts";
import { errorBlocks } from "./error-blocks.ts";
import { exitCodeFor, exitCodes } from "./exit-codes.ts";
import { expects } from "./expects.ts";
import { type Io, say } from "./io.ts";
import { english, type Voice } from "./words.ts";

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  listCommand,
  templateCommand,
  classifyCommand,
  scoreCommand,
  summaryCommand,
  profileCommand,
  agreeCommand,
  compareCommand,
  accuracyCommand,
  rocCommand,
  consistencyCommand,
  changeCommand,
  table1Command,
  caseloadCommand,
  reportCommand,
  explainCommand,
  askCommand,
  showCommand,
  cardCommand,
  codebookCommand,
  exportCommand,
  importCommand,
  sqlCommand,
  simulateCommand,
  verifyCommand,
  affectedCommand,
];

/** Runs one command line and gives its exit code. It never ends the process. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const voice = english;
  try {
    return await run(args, voice, io);
  } catch (caught) {
    const fault = isFull(caught) ? noRoom : caught;
    if (isClosedPipe(fault)) return exitCodes.closedPipe;
    if (fault instanceof AssessmentError) {
      const text = args.includes("--json")
        ? `${JSON.stringify({ issues: fault.issues })}\n`
        : errorBlocks(fault.issues, voice, io.color);
      await say(io.stderr, text);
      return exitCodeFor(fault.issues[0]?.code ?? "unreadable_file");
    }
    // Only places in the code: a message may hold a value, on any number of lines.
    const lines = fault instanceof Error ? (fault.stack ?? "").split("\n") : [];
    const trace = lines.filter((line) => /^ +at /.test(line)).join("\n");
    const heading = voice.words("error.heading", { code: "INTERNAL" });
    await say(io.stderr, `${heading}  ${voice.words("error.internal")}\n${trace}\n`);
    return exitCodes.internal;
  }
}

async function run([name, ...rest]: readonly string[], voice: Voice, io: Io): Promise<number> {
  if (name === undefined || name === "--help" || name === "help") {
    await say(io.stdout, overview(voice));
    return name === undefined ? exitCodes.usage : exitCodes.done;
  }
  if (name === "--version") {
    await say(io.stdout, `${libraryVersion}\n`);
    return exitCodes.done;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw usageError(name, ...commands.map((each) => each.name));
  if (rest.includes("--help")) {
    await say(io.stdout, helpFor(command, voice));
    return exitCodes.done;
  }
  return command.run(given(command, rest, voice), io);
}

function given(command: Command, args: readonly string[], voice: Voice): Given {
  const options = { ...command.options, ...commonOptions };
  const { tokens } = parseArgs({
    args: [...args],
    options: typesOf(options),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string | true>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw usageError(token.rawName, ...Object.keys(options).map((each) => `--${each}`));
    if (option.type === "boolean" && token.value !== undefined)
      throw usageError(token.rawName, expects("expected.no_value"));
    if (option.type === "string" && (token.value === undefined || token.value === ""))
      throw usageError(token.rawName, expects("expected.value"));
    values.set(token.name, token.value ?? true);
  }
  if (positionals.length > command.arguments.length)
    throw usageError(command.name, expects("expected.arguments", { most: command.arguments.length }));
  return {
    ...voice,
    arguments: positionals,
    text: (option) => {
      const value = values.get(option);
      return typeof value === "string" ? value : undefined;
    },
    flag: (option) => values.get(option) === true,
  };
}

function typesOf(options: Command["options"]): Record<string, { type: "string" | "boolean" }> {
  return Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]));
}

function overview({ words }: Voice): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `stalker-typology ${libraryVersion}`,
    words("help.purpose"),
    words("help.offline"),
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    words("help.usual_way"),
    "",
  ].join("\n");
}

function isClosedPipe(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && (fault.code === "EPIPE" || fault.code === "ERR_STREAM_DESTROYED");
}

/** Whether standard output is a file on a disk without room. Files by name have refusals of their own. */
function isFull(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && fault.code === "ENOSPC";
}

const noRoom = new AssessmentError([
  { code: "output_refused", path: ["standard output"], expected: [expects("expected.room")] },
]);

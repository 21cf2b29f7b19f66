import { parseArgs } from "node:util";
import { libraryVersion } from "../instrument/index.ts";
import { AssessmentError } from "../issues/index.ts";
import { allCommands, allEnglish, commandNamed } from "./all-commands.ts";
import { type Command, commonOptions, type Given, usageError } from "./command.ts";
import { englishOf } from "./english.ts";
import { errorBlocks } from "./error-blocks.ts";
import { exitCodeFor, exitCodes } from "./exit-codes.ts";
import { expects } from "./expects.ts";
import { helpFor, overview } from "./help.ts";
import { type Io, say, tell } from "./io.ts";
import { keepInputs } from "./keep-inputs.ts";
import { type Voice, voiceOf } from "./words.ts";

/** Runs one command line and gives its exit code. It never ends the process. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let voice = voiceOf(englishOf([]));
  try {
    const path = wordsPath(args);
    if (path !== undefined) voice = await (await import("./words-file.ts")).voiceFor(path, await allEnglish(), io);
    return await run(args, voice, io);
  } catch (fault) {
    if (isClosedPipe(fault)) return exitCodes.closedPipe;
    if (fault instanceof AssessmentError) {
      const text = args.includes("--json")
        ? `${JSON.stringify({ issues: fault.issues })}\n`
        : errorBlocks(fault.issues, voice, io.color);
      await tell(io.stderr, text);
      return exitCodeFor(fault.issues[0]?.code ?? "unreadable_file");
    }
    // Only places in the code: a message may hold a value, on any number of lines.
    const lines = fault instanceof Error ? (fault.stack ?? "").split("\n") : [];
    const trace = lines.filter((line) => /^ +at /.test(line)).join("\n");
    const heading = voice.words("error.heading", { code: "INTERNAL" });
    await tell(io.stderr, `${heading}  ${voice.words("error.internal")}\n${trace}\n`);
    return exitCodes.internal;
  }
}

async function run([name, ...rest]: readonly string[], voice: Voice, io: Io): Promise<number> {
  if (name === undefined || isHelp(name) || name === "help") {
    await say(io.stdout, overview(await allCommands(), voice));
    return name === undefined ? exitCodes.usage : exitCodes.done;
  }
  if (name === "--version") {
    await say(io.stdout, `${libraryVersion}\n`);
    return exitCodes.done;
  }
  const command = await commandNamed(name);
  if (rest.some(isHelp)) {
    await say(io.stdout, helpFor(command, voice));
    return exitCodes.done;
  }
  const found = given(command, rest, voice);
  keepInputs(command, found);
  return command.run(found, io);
}

/** The file that `--words` names, wherever it stands. An option without a name is refused where options are read. */
function wordsPath(args: readonly string[]): string | undefined {
  const { tokens } = parseArgs({
    args: [...args],
    options: { words: { type: "string" } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const named = tokens.flatMap((token) => (token.kind === "option" && token.name === "words" ? [token.value] : []));
  return named.at(-1) || undefined;
}

const isHelp = (word: string): boolean => word === "--help" || word === "-h";

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
    // A name that begins so has to stand behind a sign of equality: `--out --quiet` is an option without its value.
    const isNext = token.inlineValue === false && token.value?.startsWith("--") === true;
    if (option.type === "string" && (token.value === undefined || token.value === "" || isNext))
      throw usageError(token.rawName, expects("expected.value"));
    if (option.type === "string" && values.has(token.name))
      throw usageError(token.rawName, expects("expected.one_value"));
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

function isClosedPipe(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && (fault.code === "EPIPE" || fault.code === "ERR_STREAM_DESTROYED");
}

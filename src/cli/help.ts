import { libraryVersion } from "../instrument/index.ts";
import { type Command, commonOptions, type Option } from "./command.ts";
import type { Voice } from "./words.ts";

/** A command's help: what it does, its options, two examples. */
export function helpFor(command: Command, { words, helpWords }: Voice): string {
  const { name, summary, arguments: taken, options, notes = [], examples } = inWords(command, helpWords);
  const usage = taken.map((each) => (each.optional ? `[${each.name}]` : each.name)).join(" ");
  const left = (option: string, { value }: Option) => `--${option}${value === undefined ? "" : ` ${value}`}`;
  const width = Math.max(...Object.entries(options).map(([option, each]) => left(option, each).length));
  return [
    `stalker-typology ${name} ${usage}`.trim(),
    "",
    summary,
    "",
    ...taken.map((each) => `  ${each.name}  ${each.says}`),
    "",
    ...Object.entries(options).map(([option, each]) => `  ${left(option, each).padEnd(width)}  ${each.says}`),
    "",
    ...notes,
    words("help.examples"),
    ...examples.map((example) => `  ${example}`),
    "",
  ].join("\n");
}

/** What there is, a line for each command. */
export function overview(commands: readonly Command[], { words, helpWords }: Voice): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `stalker-typology ${libraryVersion}`,
    words("help.purpose"),
    words("help.offline"),
    "",
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${inWords(command, helpWords).summary}`),
    "",
    words("help.usual_way"),
    "",
  ].join("\n");
}

/** Every text of the commands' help in English, by name. */
export function helpTextsOf(commands: readonly Command[]): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const command of commands) {
    rewritten(command, (key, text) => {
      texts[key] = text;
      return text;
    });
  }
  return texts;
}

const inWords = (command: Command, texts: Readonly<Record<string, string>>): Command =>
  rewritten(command, (key, text) => texts[key] ?? text);

/** A command, with the options that every command has, and each text of its help replaced. */
function rewritten(command: Command, rewrite: (key: string, text: string) => string): Command {
  const own = `help.${command.name}`;
  const said = (key: string, option: Option): Option => ({ ...option, says: rewrite(key, option.says) });
  const options = (of: Command["options"], start: string) =>
    Object.fromEntries(Object.entries(of).map(([name, option]) => [name, said(`${start}.options.${name}`, option)]));
  return {
    ...command,
    summary: rewrite(`${own}.summary`, command.summary),
    arguments: command.arguments.map((each) => ({
      ...each,
      says: rewrite(`${own}.arguments.${each.name}`, each.says),
    })),
    options: { ...options(command.options, own), ...options(commonOptions, "help") },
    // An empty note is a blank line.
    notes: (command.notes ?? []).map((note, at) => (note === "" ? "" : rewrite(`${own}.notes.${at + 1}`, note))),
  };
}

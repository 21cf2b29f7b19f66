import { describe, expect, it } from "vitest";
import {
  alone,
  brokenLinks,
  codeBlocks,
  filesUnder,
  runCommands,
  runTypeScript,
  sourceExamples,
} from "../support/run-snippets.ts";

const documents = [
  "README.md",
  ...filesUnder("docs", ".md").filter((file) => !file.startsWith("docs/reference/")),
  ...filesUnder("examples", ".md"),
].map((file) => ({ file, blocks: codeBlocks(file) }));
const written = documents.filter(({ blocks }) => blocks.length > 0);
const inTypeScript = written.map(({ blocks }) => blocks.filter(({ language }) => language === "ts"));
const examples = filesUnder("src", ".ts").flatMap(sourceExamples);
const faults = runTypeScript([...inTypeScript, ...examples.map((example) => [example])]);

describe("a document's code blocks run and give what they say", () => {
  it.each(written.map(({ file, blocks }, at) => ({ file, blocks, at })))("$file", ({ blocks, at }) => {
    const commands = runCommands(blocks.filter(({ language }) => language !== "ts"));
    expect([...(faults[at] ?? []), ...commands]).toEqual([]);
  });
});

/** What people paste into a project of theirs, a piece at a time. */
const toPaste = ["README.md", "docs/guide/embedding.md", "docs/guide/exports.md", "docs/guide/other-languages.md"];

it.each(toPaste)("each TypeScript block of %s compiles by itself", (file) => {
  expect(alone(codeBlocks(file).filter(({ language }) => language === "ts"))).toEqual([]);
});

describe("an example in a source comment runs and gives what it says", () => {
  it.each(examples.map((example, at) => ({ ...example, at })))("$file:$line", ({ at }) => {
    expect(faults[written.length + at]).toEqual([]);
  });
});

describe("links between documents", () => {
  it.each(documents)("$file names only files that exist", ({ file }) => {
    expect(brokenLinks(file)).toEqual([]);
  });
});

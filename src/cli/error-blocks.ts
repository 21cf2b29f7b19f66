import { styleText } from "node:util";
import { type Issue, sentenceFor } from "../issues/index.ts";
import { visible } from "./io.ts";
import type { Voice } from "./words.ts";

/** Issues as blocks for a person: the code and the place, what was expected, the shape of what was found. */
export function errorBlocks(issues: readonly Issue[], voice: Voice, color: boolean, where?: string): string {
  const shown = issues.slice(0, 10).map((issue) => block(issue, voice, color, where));
  const more = issues.length > 10 ? `${voice.words("error.more", { count: issues.length - 10 })}\n` : "";
  return shown.join("\n") + more;
}

function block(issue: Issue, { words, said, issueWords }: Voice, color: boolean, where?: string): string {
  const { code, path, row, line, positions, expected, shape, nearest, limit } = issue;
  const item = path[0] === "row" ? path.slice(2) : path;
  const place = [
    where,
    placeWords(row, line, words),
    item.length === 0 ? undefined : said("place", item.join(".")),
    positions === undefined ? undefined : words("error.positions", { positions: positions.join(", ") }),
  ].filter((part) => part !== undefined);
  const heading = words("error.heading", { code: code.toUpperCase() });
  const accepted = expected?.map((each) => said("expected", each)).join(", ") ?? "";
  const facts = [
    [words("error.expected"), (expected?.length ?? 0) > 1 ? words("error.one_of", { expected: accepted }) : accepted],
    [words("error.limit"), limit === undefined ? "" : String(limit)],
    [words("error.found"), shape === undefined ? "" : words("error.not_shown", { shape: said("shape", shape) })],
    [words("error.nearest"), nearest ?? ""],
    [words("error.learn"), `stalker-typology explain ${code.toUpperCase()}`],
  ] as const;
  const width = Math.max(...facts.map(([name]) => name.length));
  const lines = [
    `${color ? styleText("red", heading) : heading}  ${place.join("  ")}`,
    `  ${sentenceFor(code, issueWords)}`,
    ...facts.flatMap(([name, says]) => (says === "" ? [] : [`  ${name.padEnd(width)}  ${says}`])),
  ];
  return `${lines.map(visible).join("\n")}\n`;
}

function placeWords(row: number | undefined, line: number | undefined, words: Voice["words"]): string | undefined {
  if (row === undefined) return line === undefined ? undefined : words("error.line", { line });
  return line === undefined ? words("error.row", { row }) : words("error.row_and_line", { row, line });
}

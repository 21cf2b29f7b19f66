import { styleText } from "node:util";
import { type Issue, sentenceFor } from "../issues/index.ts";
import { visible } from "./io.ts";

/** Issues as blocks for a person: the code and the place, what was expected, the shape of what was found. */
export function errorBlocks(issues: readonly Issue[], color: boolean, where?: string): string {
  const shown = issues.slice(0, 10).map((issue) => block(issue, color, where));
  const more = issues.length > 10 ? `${issues.length - 10} more problems are not shown.\n` : "";
  return shown.join("\n") + more;
}

function block(issue: Issue, color: boolean, where?: string): string {
  const { code, path, row, line, positions, expected, shape, nearest, limit } = issue;
  const item = path[0] === "row" ? path.slice(2) : path;
  const place = [
    where,
    row === undefined ? undefined : `row ${row} (line ${line})`,
    item.length === 0 ? undefined : item.join("."),
    positions === undefined ? undefined : `positions ${positions.join(", ")}`,
  ].filter((part) => part !== undefined);
  const name = `error ${code.toUpperCase()}`;
  const lines = [
    `${color ? styleText("red", name) : name}  ${place.join("  ")}`,
    `  ${sentenceFor(code)}`,
    ...(expected === undefined ? [] : [`  expected  ${expected.length > 1 ? "one of: " : ""}${expected.join(", ")}`]),
    ...(limit === undefined ? [] : [`  limit     ${limit}`]),
    ...(shape === undefined ? [] : [`  found     ${shape}  (value not shown)`]),
    ...(nearest === undefined ? [] : [`  nearest   ${nearest}`]),
    `  learn     stalker-typology explain ${code.toUpperCase()}`,
  ];
  return `${lines.map(visible).join("\n")}\n`;
}

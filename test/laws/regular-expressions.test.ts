import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import ts from "typescript";
import { beforeAll, describe, expect, it, vi } from "vitest";

// The checker's own JavaScript: its other backends are programs for some machines only.
beforeAll(() => void vi.stubEnv("RECHECK_BACKEND", "pure"));

/** A regular expression of the source, or a place where one is made of text. */
interface Place {
  readonly where: string;
  readonly pattern?: RegExp;
}

const places = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .sort()
  .flatMap((name) => placesIn(name, readFileSync(join("src", name), "utf8")));

function placesIn(name: string, text: string): readonly Place[] {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest);
  const found: Place[] = [];
  const look = (node: ts.Node): void => {
    const where = `${name}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push({ where, pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && isRegExp(node.expression)) {
      found.push({ where: name });
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}
function isRegExp(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && node.text === "RegExp";
}

/**
 * What a checker of regular expressions finds: `safe` where the time grows as the text is long, whatever the text. It reads
 * the pattern and times nothing.
 */
function statusOf({ source, flags }: RegExp): string {
  return checkSync(source, flags, { timeout: null }).status;
}

const written = new Map(
  places.flatMap(({ where, pattern }) => (pattern === undefined ? [] : [[String(pattern), { where, pattern }]])),
);

describe("A regular expression", () => {
  it("is made of text in one place only: the pattern that the author of a rating form writes", () => {
    const made = places.filter(({ pattern }) => pattern === undefined);
    expect(made.map(({ where }) => where)).toEqual(["judgement/rating.ts"]);
  });

  it.each([/\s+$/, /^(a+)+$/, /(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, /\s*[\r\n]+\s*/g, /\+.*$/])(
    "that dwells on some text is found to do so: %s",
    (pattern) => {
      expect(statusOf(pattern)).toBe("vulnerable");
    },
  );

  it.each([...written.values()])("of the source dwells on no text: $pattern", ({ where, pattern }) => {
    expect({ where, status: statusOf(pattern) }).toEqual({ where, status: "safe" });
  });
});

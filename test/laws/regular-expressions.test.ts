import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

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

/** The signs that a pattern may dwell on: those that it names, and one of each usual kind. */
function signsOf({ source }: RegExp): readonly string[] {
  const coded = [...source.matchAll(/\\u\{?([0-9a-f]{4,5})/gi)].map(([, code]) =>
    String.fromCodePoint(Number.parseInt(code ?? "", 16)),
  );
  const plain = [...source.replace(/\\[a-z]|\\u\{?[0-9a-f]+|\{[0-9,]+\}/gi, "")].filter(
    (sign) => !/[\\[\]^$()*+?|]/.test(sign),
  );
  const escaped = [...source.matchAll(/\\([^a-z0-9])/gi)].map(([, sign]) => sign ?? "");
  return [...new Set([...escaped.slice(0, 4), ...coded.slice(0, 4), ...plain.slice(0, 6), " ", "a", "0", "-"])].slice(
    0,
    12,
  );
}

/** Texts of a length, each one sign or two over and over, with what may keep a match from ending well. */
function* textsFor(pattern: RegExp): Generator<(length: number) => string> {
  const signs = signsOf(pattern);
  const few = signs.slice(0, 4);
  const pumps = [...signs, ...few.flatMap((a) => few.map((b) => a + b))];
  for (const start of ["", "a"])
    for (const pump of pumps)
      for (const end of ["", "\n!"]) yield (length) => start + pump.repeat(length / pump.length) + end;
}

/** What 40,000 signs may take at most, in milliseconds. A pattern that takes the square of the length takes far more. */
const most = 40;

/** The least milliseconds of up to three tries: one is enough if it is quick, or far too slow. */
function timeOf(pattern: RegExp, text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 3 && least > most / 4 && !(tries > 0 && least > most * 20); tries++) {
    const before = performance.now();
    text.replace(pattern, "");
    least = Math.min(least, performance.now() - before);
  }
  return least;
}

/** A text on which a pattern takes too long; otherwise the one on which it took longest. */
function slowest(pattern: RegExp): { readonly isSlow: boolean; readonly make: (length: number) => string } {
  let worst = { time: -1, make: (_: number) => "" };
  for (const make of textsFor(pattern)) {
    for (const length of [20, 24, 1000, 40_000]) {
      const time = timeOf(pattern, make(length));
      if (time > most) return { isSlow: true, make };
      if (length === 40_000 && time > worst.time) worst = { time, make };
    }
  }
  return { isSlow: false, make: worst.make };
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
      expect(slowest(pattern).isSlow).toBe(true);
    },
  );

  it.each([...written.values()])(
    "of the source takes time as a text is long, up to a million signs: $pattern",
    ({ where, pattern }) => {
      const { isSlow, make } = slowest(pattern);
      expect({ where, isSlow, text: isSlow ? make(28) : "" }).toEqual({ where, isSlow: false, text: "" });
      const times = [10_000, 100_000, 1_000_000].map((length) => timeOf(pattern, make(length)));
      for (const [at, time] of times.slice(1).entries()) expect(time).toBeLessThan(12 * (times[at] as number) + 200);
    },
  );
});

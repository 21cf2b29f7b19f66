import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { score } from "../../src/assessment/index.ts";
import * as content from "../../src/content/instruments/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { type Answers, evaluate } from "../../src/rules/index.ts";

interface Vector {
  readonly name: string;
  readonly source: string;
  readonly working: string;
  readonly answers: Answers;
  readonly expect: Readonly<Record<string, unknown>>;
}

const all: readonly Instrument[] = Object.values(content);
const context = { asOf: "2026-03-01", window: { from: null, to: "2026-03-01" } } as const;

function vectorsOf(id: string): readonly Vector[] {
  return (JSON.parse(readFileSync(`test/vectors/${id}.json`, "utf8")) as { vectors: readonly Vector[] }).vectors;
}

describe.each(all.map((form) => [form.id, form] as const))("%s on answers worked by hand", (id, form) => {
  const vectors = vectorsOf(id);

  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (_, { answers, expect: wanted }) => {
    const { levels, guidance, contradictions } = score(form, answers, context);
    for (const [name, expected] of Object.entries(wanted)) {
      if (name === "levels") {
        for (const [level, outcomes] of Object.entries(expected as Record<string, string[]>)) {
          expect([level, levels[level]?.possible]).toEqual([level, outcomes]);
        }
      } else if (name === "guidance") {
        expect(guidance.map(({ code }) => code)).toEqual(expect.arrayContaining(expected as string[]));
      } else if (name === "no_guidance") {
        for (const code of expected as string[]) expect(guidance.map((each) => each.code)).not.toContain(code);
      } else if (name === "contradictions") {
        expect(contradictions.map((each) => each.id)).toEqual(expected);
      } else if (name !== "outcomes") {
        expect(form.indicators[name], name).toBeDefined();
        const rule = form.indicators[name]?.rule ?? { kind: "all", of: [] };
        expect([name, evaluate(rule, answers, form)]).toEqual([name, expected]);
      }
    }
  });

  it("use every code of every item, and reach every outcome of every level", () => {
    const used = new Set(
      vectors.flatMap(({ answers }) => Object.entries(answers).map(([item, code]) => `${item} ${code}`)),
    );
    const codes = Object.entries(form.items).flatMap(([item, { responses }]) =>
      responses.kind === "choice" ? Object.keys(responses.options).map((code) => `${item} ${code}`) : [],
    );
    expect(codes.filter((code) => !used.has(code))).toEqual([]);
    const settled = new Set(
      vectors.flatMap(({ answers }) =>
        Object.entries(score(form, answers, context).levels).flatMap(([name, { possible }]) =>
          possible.length === 1 ? [`${name} ${possible[0]}`] : [],
        ),
      ),
    );
    const outcomes = Object.entries(form.levels ?? {}).flatMap(([name, level]) =>
      Object.keys(level.outcomes).map((outcome) => `${name} ${outcome}`),
    );
    expect(outcomes.filter((outcome) => !settled.has(outcome))).toEqual([]);
  });

  it("say how each expectation was worked out", () => {
    for (const { source, working } of vectors) expect([source.length > 0, working.length > 5]).toEqual([true, true]);
  });
});

describe("the vectors", () => {
  it("are there for every instrument, and for no other", () => {
    const files = readdirSync("test/vectors").filter((name) => name.startsWith("ssb-"));
    expect(files.sort()).toEqual(all.map(({ id }) => `${id}.json`).sort());
  });
});

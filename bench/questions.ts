import { readFileSync } from "node:fs";
import { type Answers, type Classification, classify, nextQuestion, relationshipAndMotive } from "stalker-typology";
import { caseOf, randomFrom } from "./cases.ts";

const ids = Object.keys(relationshipAndMotive.items);
const word = ({ outcome }: Classification) => ("type" in outcome ? `${outcome.kind}:${outcome.type}` : outcome.kind);
type Full = Readonly<Record<string, string>>;

/** Asks in an order until the outcome is settled or no question is left; `adult` counts as the first question. */
function ask(full: Full, next: (so: Answers) => string | undefined): { asked: number; outcome: string } {
  const so: Record<string, string> = { adult: full.adult ?? "not_sure" };
  for (;;) {
    const result = classify(so as never) as Classification;
    const item = result.settled ? undefined : next(so);
    if (item === undefined) return { asked: Object.keys(so).length, outcome: word(result) };
    so[item] = full[item] ?? "not_sure";
  }
}

const adaptive = (so: Answers) => {
  const first = nextQuestion(so);
  if (first !== null && !Object.hasOwn(so, first)) return first;
  return (classify(so as never) as Classification).open.find((id) => !Object.hasOwn(so, id));
};
const printed = (so: Answers) => ids.find((id) => !Object.hasOwn(so, id));
const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function compare(title: string, cases: readonly Full[]): void {
  const runs = cases.map((full) => ({ adaptive: ask(full, adaptive), printed: ask(full, printed) }));
  const same = runs.filter((run) => run.adaptive.outcome === run.printed.outcome).length;
  const [a, p] = [median(runs.map((run) => run.adaptive.asked)), median(runs.map((run) => run.printed.asked))];
  console.log(
    `  ${title.padEnd(52)} adaptive ${a}  printed ${p}  ratio ${(a / p).toFixed(2)}  same outcome ${same} of ${cases.length}`,
  );
}

console.log("\nQuestions asked until settled, median");
const random = randomFrom(3);
compare(
  "300 made-up cases, answers alike often",
  Array.from({ length: 300 }, () => caseOf(random, 0)),
);
for (const coding of ["a", "b"]) {
  const [head = "", ...lines] = readFileSync(
    new URL(`../examples/published-cases/coded-by-${coding}.csv`, import.meta.url),
    "utf8",
  )
    .trim()
    .split("\n");
  const names = head.split(",");
  compare(
    `24 published cases, coding ${coding}`,
    lines.map((line) =>
      Object.fromEntries(
        line.split(",").flatMap((cell, at) => (at === 0 || cell === "" ? [] : [[names[at] ?? "", cell]])),
      ),
    ),
  );
}

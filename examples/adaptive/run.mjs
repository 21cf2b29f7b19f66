// Asks one case's questions until the outcome is settled: once in the order that settles it soonest, once as printed.
// No one is asked: the answers are those of coding a for a published case (pc-13, or the id given). The codings are no
// validation sample; see ../published-cases/README.md.

import { readFileSync } from "node:fs";
import { classify, nextQuestion, relationshipAndMotive } from "stalker-typology";

const caseId = process.argv[2] ?? "pc-13";
const simulated = answersOf(caseId);
const items = Object.keys(relationshipAndMotive.items).filter((item) => simulated[item] !== "");

const adaptive = ask((answers) => ("adult" in answers ? nextUnasked(answers) : "adult"));
const printed = ask((answers) => items.find((item) => !(item in answers)));

console.log(`Case ${caseId}, answers simulated from coding a`);
for (const [item, answer] of Object.entries(adaptive.answers)) console.log(`  ${item} = ${answer}`);
console.log(
  "outcome:",
  JSON.stringify(adaptive.outcome),
  adaptive.settled ? "settled" : "not settled: answers are missing",
);
console.log(`questions asked: ${adaptive.asked}; in the printed order: ${printed.asked}`);
console.log("same outcome:", JSON.stringify(adaptive.outcome) === JSON.stringify(printed.outcome));

/** The next question, or the next strongest if that one has been answered with not_sure. */
function nextUnasked(answers) {
  const next = nextQuestion(answers);
  return next === null || !(next in answers) ? next : classify(answers).open.find((item) => !(item in answers));
}

function ask(next) {
  const answers = {};
  for (;;) {
    const { outcome, settled } = classify(answers);
    const item = settled && "adult" in answers ? undefined : next(answers);
    if (item === undefined || item === null) return { answers, outcome, settled, asked: Object.keys(answers).length };
    answers[item] = simulated[item] || "not_sure";
  }
}

/** No cell of this file holds a comma, so splitting is enough. */
function answersOf(id) {
  const file = new URL("../published-cases/coded-by-a.csv", import.meta.url);
  const [header, ...rows] = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.split(","));
  const row = rows.find(([first]) => first === id);
  if (row === undefined) throw new Error(`There is no case ${id}.`);
  return Object.fromEntries(header.slice(1).map((item, at) => [item, row[at + 1]]));
}

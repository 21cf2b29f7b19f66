import { nextQuestion, possibleOutcomes } from "stalker-typology";
import { fiveTypes } from "stalker-typology/content/typologies/five-types";
import { possibleOutcomes as possibleIn } from "stalker-typology/inquiry";
import { evaluate } from "stalker-typology/rules";
import { typeQuestion } from "stalker-typology/typology";
import { rowsAsParsed } from "./cases.ts";
import { printTimings, race } from "./timing.ts";

const rows = rowsAsParsed(2000, 5, 0.5);
const criteria = Object.values(fiveTypes.types).map((type) => type.criteria);
const question = typeQuestion(fiveTypes);
const once = (row: never) => criteria.reduce((sum, rule) => sum + evaluate(rule, row, fiveTypes.instrument)[0], 0);

const started = process.hrtime.bigint();
possibleOutcomes({});
const build = Number(process.hrtime.bigint() - started) / 1e6;

const timings = await race(
  [
    {
      name: "one interpreted evaluation of the five rules",
      run: () => rows.reduce((sum, row) => sum + once(row as never), 0),
    },
    {
      name: "possible outcomes, with witnesses",
      run: () => rows.reduce((sum, row) => sum + possibleIn(question, row as never).outcomes.length, 0),
    },
    { name: "next question", run: () => rows.reduce((sum, row) => sum + (nextQuestion(row) ?? "").length, 0) },
  ],
  rows.length,
);
printTimings(
  "What is possible, half of the answers missing (2,000 cases)",
  timings,
  "one interpreted evaluation of the five rules",
);
console.log(`  the form's decision diagram is built once, in ${build.toFixed(1)} ms`);

const many = rowsAsParsed(10_000, 6, 0.5);
let worst = 0;
let total = 0;
for (const row of many) {
  const start = process.hrtime.bigint();
  possibleIn(question, row as never);
  const spent = Number(process.hrtime.bigint() - start);
  worst = Math.max(worst, spent);
  total += spent;
}
const base = timings[0]?.median ?? 1;
console.log(
  `  10,000 cases one by one: mean ${(total / many.length / base).toFixed(2)} x, worst ${(worst / base).toFixed(1)} x one interpreted evaluation`,
);

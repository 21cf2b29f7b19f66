import { classify } from "stalker-typology";
import { fiveTypes } from "stalker-typology/content/typologies/five-types";
import { standingsClassifier } from "stalker-typology/typology";
import { rowsAsParsed, rowsOfOneShape } from "./cases.ts";
import { classifyByHand, type Row, type Typed } from "./rivals/hand-written.ts";
import { classifyByJsonLogic } from "./rivals/json-logic.ts";
import { classifyByRulesEngine } from "./rivals/json-rules-engine.ts";
import { classifyByZodLodash } from "./rivals/zod-lodash.ts";
import { printTimings, race } from "./timing.ts";

const quick = standingsClassifier(fiveTypes);
const words = ["ruled_out", "possible", "met"];

/** Holds every contestant's standings to the hand-written function's on every row. */
async function checkEqual(rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const wanted = classifyByHand(row);
    const others: Typed[] = [classifyByJsonLogic(row), classifyByZodLodash(row), await classifyByRulesEngine(row)];
    for (const other of others) {
      if (JSON.stringify(other) !== JSON.stringify(wanted)) throw new Error("a rival gives another result");
    }
    const { outcome, standings } = quick(row as never);
    const type = "type" in outcome ? outcome.type : null;
    const ours = [outcome.kind, type, ...Object.values(standings)].join();
    const theirs = [
      wanted.kind,
      wanted.type,
      ...[wanted.rejected, wanted.resentful, wanted.intimacy_seeker, wanted.incompetent_suitor, wanted.predatory].map(
        (each) => words[each],
      ),
    ].join();
    if (ours !== theirs) throw new Error(`ours differs: ${ours} | ${theirs}`);
    const full = classify(row as never);
    if (
      Object.values(full.standings)
        .map(({ standing }) => standing)
        .join() !== Object.values(standings).join()
    )
      throw new Error("the full result differs");
  }
}

for (const [title, make] of [
  ["rows of one shape", rowsOfOneShape],
  ["rows as JSON.parse gives them", rowsAsParsed],
] as const) {
  const rows = make(5000, 7, 0.5);
  await checkEqual(rows.slice(0, 1000));
  const sum = (one: (row: Row) => number) => () => rows.reduce((total, row) => total + one(row), 0);
  const timings = await race(
    [
      { name: "hand-written", run: sum((row) => classifyByHand(row).predatory) },
      { name: "ours: standings and outcome", run: sum((row) => quick(row as never).outcome.kind.length) },
      { name: "ours: full explained result", run: sum((row) => classify(row as never).open.length) },
      { name: "json-logic-engine, compiled", run: sum((row) => classifyByJsonLogic(row).predatory) },
      { name: "zod parse, then lodash", run: sum((row) => classifyByZodLodash(row).predatory) },
      {
        name: "json-rules-engine (first 500 rows)",
        run: async () => {
          let total = 0;
          for (let round = 0; round < 10; round++)
            for (const row of rows.slice(0, 50)) total += (await classifyByRulesEngine(row)).predatory;
          return total;
        },
      },
    ],
    rows.length,
  );
  const scaled = timings.map((each) =>
    each.name.startsWith("json-rules")
      ? { ...each, min: each.min * 10, median: each.median * 10, rounds: each.rounds.map((time) => time * 10) }
      : each,
  );
  printTimings(`One case, ${title} (5,000 rows, half of the answers missing)`, scaled, "hand-written");
}

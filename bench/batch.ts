import { fiveTypes } from "stalker-typology/content/typologies/five-types";
import { caseBytes, compile, type Truths, truthAt } from "stalker-typology/rules";
import { randomFrom } from "./cases.ts";
import { standingsByHand } from "./rivals/hand-written.ts";
import { printTimings, race } from "./timing.ts";

const rows = 1_000_000;
const reader = caseBytes(fiveTypes.instrument);
if (reader === undefined) throw new Error("the form is answered by codes");
const random = randomFrom(11);
const columns = Object.fromEntries(
  reader.items.map((item, place) => {
    const codes = [...(reader.bytes[place]?.values() ?? [])].filter((byte) => byte >= 4);
    return [
      item,
      Uint8Array.from({ length: rows }, () => (random() < 0.3 ? 0 : (codes[Math.floor(random() * codes.length)] ?? 0))),
    ];
  }),
);
const rules = Object.fromEntries(Object.entries(fiveTypes.types).map(([id, { criteria }]) => [id, criteria]));
const compiled = compile(rules, fiveTypes.instrument);
if (compiled === undefined) throw new Error("the rules compile");
const out = Object.keys(rules).map(() => new Uint8Array(rows));

standingsByHand(columns, rows, out);
const ours = compiled(columns, rows);
for (const [at, id] of Object.keys(rules).entries()) {
  const truths = ours[id] as Truths;
  for (let row = 0; row < rows; row++) {
    const [low, high] = truthAt(truths, row);
    if (low + high !== out[at]?.[row]) throw new Error(`row ${row} of ${id} differs`);
  }
}
const byHand = (): number => {
  standingsByHand(columns, rows, out);
  return out[0]?.[0] ?? 0;
};
const timings = await race(
  [
    { name: "hand-written loop over the columns", run: () => byHand() },
    { name: "ours: compiled to bit planes", run: () => (compiled(columns, rows).rejected as Truths).low[0] ?? 0 },
  ],
  rows,
);
printTimings(
  `Five standings of ${rows.toLocaleString("en")} cases in byte columns`,
  timings,
  "hand-written loop over the columns",
);

// The main job: both codings of the published cases go through the command line, and the results are shown side by side.

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readRows } from "stalker-typology/tables";

const here = fileURLToPath(new URL(".", import.meta.url));
const command = fileURLToPath(new URL("../../dist/cli/bin.js", import.meta.url));

console.log(`Published cases: 24 short accounts, retold, with people by initials. Some accounts hold violence.

What the files are, and what they are not:
  The cases were picked for variety. They are not a validation sample, and shares among them mean nothing.
  Coding a was made from the account alone by one reader, who knew the compiler's reading of each case.
  Coding b was made from the account alone by an automated reader (a language model), blind to any reading, on
  version 0.1.0 of the form, and mapped: items that 0.1.0 lacked are not_sure.
  So where a and b agree or differ, that says nothing about how trained people would agree.
  A reading beside a case is the source's own (source) or was made when the list was put together (compiler).
  Neither is the truth. not_stalking means that, by its source, the conduct was none; the form has no such outcome.
`);

mkdirSync(`${here}out`, { recursive: true });
for (const coding of ["a", "b"]) {
  console.log(`Coding ${coding}`);
  stalkerTypology("classify", `coded-by-${coding}.csv`, "--out", `out/coded-by-${coding}.scored.csv`, "--overwrite");
}
console.log("\nSummary of coding a");
stalkerTypology("summary", "coded-by-a.csv");

const codedByA = byCase(await rowsOf("out/coded-by-a.scored.csv"));
const codedByB = byCase(await rowsOf("out/coded-by-b.scored.csv"));
console.log(`
Case by case
  * settled: no open answer can change it
  ? not known whether the person is an adult; the types are for adults only
`);
print("case", "coding a", "coding b", "reading beside it");
for (const row of await rowsOf("cases.csv")) {
  const { case_id } = row;
  print(case_id, outcomeOf(codedByA.get(case_id)), outcomeOf(codedByB.get(case_id)), readingOf(row));
}
console.log(
  "\nA type describes answers, for planning. It is no finding about a person. The accounts are in cases.csv.",
);

function stalkerTypology(...words) {
  const { status } = spawnSync(process.execPath, [command, ...words], { cwd: here, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

async function rowsOf(file) {
  const records = [];
  const { rows } = await readRows(here + file);
  for await (const row of rows) records.push(row.record());
  return records;
}

function byCase(rows) {
  return new Map(rows.map((row) => [row.case_id, row]));
}

function outcomeOf({ outcome, type, settled, scope }) {
  const word = outcome === "single" ? type : outcome === "leading" ? `${type} leads` : outcome;
  return `${word}${settled === "yes" ? " *" : ""}${scope === "open" ? " ?" : ""}`;
}

function readingOf({ type_in_source, type_by_compiler, other_readings, fictional }) {
  const reading = type_in_source === "" ? `${type_by_compiler} (compiler)` : `${type_in_source} (source)`;
  const others = other_readings === "" ? "" : `; or ${other_readings.split(" ").join(", ")}`;
  return `${reading}${others}${fictional === "yes" ? "; fiction" : ""}`;
}

function print(id, a, b, reading) {
  console.log(`  ${id.padEnd(7)}${a.padEnd(27)}${b.padEnd(27)}${reading}`);
}

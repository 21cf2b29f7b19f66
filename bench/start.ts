import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

/**
 * Cold imports, each in a process of its own and timed inside it, so that Node's own start is left out. Rounds are
 * paired: a ratio is of two processes of one round, and the median is over the rounds.
 */
const rounds = 9;

/** Milliseconds that each import took, one after another in one new process. */
function coldImports(...specifiers: readonly string[]): readonly number[] {
  const code = `
    const times = [];
    for (const name of ${JSON.stringify(specifiers)}) {
      const start = process.hrtime.bigint();
      await import(name);
      times.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
    console.log(JSON.stringify(times));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as number[];
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const median = (values: readonly number[]) => sorted(values)[Math.floor(values.length / 2)] ?? 0;
const least = (values: readonly number[]) => sorted(values)[0] ?? 0;
const row = (name: string, times: readonly number[], ratios: readonly number[], sign: string) =>
  console.log(
    `  ${name.padEnd(44)} min ${least(times).toFixed(1).padStart(6)} ms  median ${median(times).toFixed(1).padStart(6)} ms  ${sign}${median(ratios).toFixed(2)} x (${sign}${least(ratios).toFixed(2)} at least)`,
  );

const zod: number[] = [];
const own: number[] = [];
for (let round = -1; round < rounds; round++) {
  const [ofZod = 0] = coldImports("zod");
  const [ofOwn = 0] = coldImports("stalker-typology");
  if (round < 0) continue;
  zod.push(ofZod);
  own.push(ofOwn);
}
console.log("\nCold import, against zod alone");
row(
  "zod",
  zod,
  zod.map(() => 1),
  "",
);
row(
  "stalker-typology",
  own,
  own.map((time, at) => time / (zod[at] ?? 1)),
  "",
);

console.log("\nWhat one more form adds to the cold import of stalker-typology, as a share of it, in the same process");
const forms = readdirSync("dist/content/instruments")
  .filter((name) => name.endsWith(".js") && name !== "index.js")
  .map((name) => name.slice(0, -".js".length));
for (const form of forms.filter((name) => name !== "relationship-and-motive")) {
  const times: number[] = [];
  const shares: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [first = 0, more = 0] = coldImports("stalker-typology", `stalker-typology/content/instruments/${form}`);
    times.push(more);
    shares.push(more / first);
  }
  row(form, times, shares, "+");
}

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  agreement,
  bootstrapAgreement,
  cohenKappa,
  fleissKappa,
  gwetAc,
  krippendorffAlpha,
  parseRatingColumns,
} from "stalker-typology/cohort";

const subjects = 100_000;
const rounds = 9;
const codes = ["rejected", "resentful", "intimacy_seeker", "incompetent_suitor", "predatory"];
const python = join(process.env.ENGINES_DIR ?? ".engines", "python", "bin", "python");

let state = 5;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const truth = Array.from({ length: subjects }, () => Math.floor(random() ** 2 * codes.length));
const raters = Array.from({ length: 5 }, () =>
  truth.map((code) => (random() < 0.7 ? code : Math.floor(random() * codes.length))),
);
const columns = Object.fromEntries(raters.map((list, g) => [`r${g}`, list.map((code) => codes[code] ?? null)]));
const parsed = parseRatingColumns(columns, codes);
const firstTwo = parseRatingColumns({ r0: columns.r0 ?? [], r1: columns.r1 ?? [] }, codes);
if (!parsed.ok || !firstTwo.ok) throw new Error("the ratings made here are refused");
const [five, two] = [parsed.value, firstTwo.value];

interface Timing {
  readonly value: number;
  readonly min: number;
  readonly median: number;
}
const timing = (value: number, times: readonly number[]): Timing => {
  const sorted = times.map((time) => time / 1e6).sort((a, b) => a - b);
  return { value, min: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0 };
};
function time(run: () => number): Timing {
  let value = 0;
  for (let warmUp = 0; warmUp < 3; warmUp++) value = run();
  const times = Array.from({ length: rounds }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start);
  });
  return timing(value, times);
}

const ours: Readonly<Record<string, Timing>> = {
  Fleiss: time(() => fleissKappa(five).estimate ?? 0),
  Gwet: time(() => gwetAc(five).estimate ?? 0),
  Krippendorff: time(() => krippendorffAlpha(five).estimate ?? 0),
  "Cohen of two": time(() => cohenKappa(two).estimate ?? 0),
};
console.log(`\nagreement on ${subjects.toLocaleString("en")} subjects x 5 raters, ${rounds} rounds, with interval`);
const print = (name: string, { min, median }: Timing, against?: Timing) => {
  const ratio = against === undefined ? "" : `  ${(median / against.median).toFixed(2)} x ours`;
  console.log(
    `  ${name.padEnd(44)} min ${min.toFixed(2).padStart(9)} ms  median ${median.toFixed(2).padStart(9)} ms${ratio}`,
  );
};
for (const [name, each] of Object.entries(ours)) print(`ours: ${name}`, each);

interface Rivals {
  readonly versions: Readonly<Record<string, string>>;
  readonly results: Readonly<Record<string, { readonly value: number; readonly times: readonly number[] }>>;
}

const folder = mkdtempSync(join(tmpdir(), "agreement-"));
const file = join(folder, "ratings.csv");
writeFileSync(file, truth.map((_, at) => raters.map((list) => list[at]).join(",")).join("\n"));
const hasR = spawnSync("Rscript", ["--version"]).status === 0;
const programs: readonly (readonly [string, boolean, readonly string[]])[] = [
  [python, existsSync(python), ["-W", "ignore", "bench/rivals/agreement.py"]],
  ["Rscript", hasR, ["bench/rivals/agreement.R"]],
];
for (const [program, isThere, words] of programs) {
  if (!isThere) {
    console.log(`  not raced, because it is absent: ${program}. Run scripts/setup-engines.`);
    process.exitCode = 1;
    continue;
  }
  const text = execFileSync(program, [...words, file, String(rounds)], { encoding: "utf8" });
  const { versions, results } = JSON.parse(text) as Rivals;
  console.log(
    `  ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}`,
  );
  for (const [name, { value, times }] of Object.entries(results)) {
    const own = ours[name.split(",")[0] ?? ""];
    if (own === undefined || Math.abs(own.value - value) > 1e-10)
      throw new Error(`${name} gives ${value}, ours ${own?.value}`);
    print(name, timing(value, times), own);
  }
}
rmSync(folder, { recursive: true });

print(
  "ours: all eight, over all and by category",
  time(() => agreement(five).overall.fleiss.estimate ?? 0),
);
const thousand = { ...two, subjects: two.subjects.slice(0, 1000), codes: two.codes.slice(0, 1000) };
let longest = 0;
let last = performance.now();
const timer = setInterval(() => {
  longest = Math.max(longest, performance.now() - last);
  last = performance.now();
}, 1);
const start = performance.now();
const { interval } = await bootstrapAgreement(thousand, "cohen", { seed: 1 });
clearInterval(timer);
console.log(
  `  10,000 bootstrap draws of kappa on 1,000 subjects: ${(performance.now() - start).toFixed(0)} ms, other work waited ${longest.toFixed(0)} ms at most; interval ${interval?.map((end) => end.toFixed(4)).join(" to ")}`,
);

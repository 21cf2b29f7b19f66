import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { caseOf, itemIds, randomFrom } from "./cases.ts";

const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const source = join(folder, "cases.csv");
const runs = Number(process.argv[3] ?? 7);

async function write(): Promise<void> {
  const file = createWriteStream(source);
  const random = randomFrom(21);
  file.write(`case_id,${itemIds.join(",")},note\n`);
  for (let row = 0; row < rows; row += 1000) {
    let text = "";
    for (let at = row; at < Math.min(row + 1000, rows); at++) {
      const answers = caseOf(random, 0.35);
      const note = at % 100 === 0 ? '"moved, then came back"' : "plain note";
      text += `case-${at},${itemIds.map((id) => answers[id]).join(",")},${note}\n`;
    }
    if (!file.write(text)) await new Promise<void>((resolve) => file.once("drain", () => resolve()));
  }
  await new Promise<void>((resolve) => file.end(() => resolve()));
}

interface Spent {
  readonly seconds: number;
}

function timed(words: readonly string[]): Spent {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`exit ${status}: ${stderr}`);
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}

try {
  await write();
  const ours = join(folder, "ours.csv");
  const theirs = join(folder, "theirs.csv");
  // The heap of our command is held to 256 MB: memory does not grow with rows.
  const commands = {
    ours: ["--max-old-space-size=256", "dist/cli/bin.js", "classify", source, "--out", ours, "--overwrite", "--quiet"],
    rival: ["--import", "tsx", "bench/rivals/papaparse-script.ts", source, theirs],
  };
  const times: Record<keyof typeof commands, number[]> = { ours: [], rival: [] };
  for (let run = -1; run < runs; run++) {
    for (const name of ["ours", "rival"] as const) {
      const { seconds } = timed(commands[name]);
      if (run >= 0) times[name].push(seconds);
    }
  }
  const manifest = JSON.parse(readFileSync(join(folder, "ours.manifest.json"), "utf8")) as {
    rows: { read: number; scored: number };
  };
  if (manifest.rows.scored !== rows) throw new Error("rows are missing");
  const sorted = (name: keyof typeof commands) => [...times[name]].sort((a, b) => a - b);
  const median = (name: keyof typeof commands) => sorted(name)[Math.floor(runs / 2)] ?? 0;
  console.log(`\nCommand line on ${rows} CSV rows (256 MB heap), ${runs} runs each in turn`);
  for (const name of ["ours", "rival"] as const) {
    console.log(
      `  ${name.padEnd(8)} min ${sorted(name)[0]?.toFixed(2)} s  median ${median(name).toFixed(2)} s  ${(median(name) / median("rival")).toFixed(2)} x`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

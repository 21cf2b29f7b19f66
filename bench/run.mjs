// Runs each benchmark in a process of its own, one after the other. `npm run bench -- single batch` runs only those; words
// that name none are for the benchmark: `npm run bench -- command-line 10000000 rounds=7`.
import { spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";

const all = ["single", "batch", "inquiry", "questions", "score", "agreement", "start", "engines", "command-line"];
const words = process.argv.slice(2);
const wanted = words.filter((name) => all.includes(name));
const more = words.filter((word) => !all.includes(word));
console.log(
  `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
for (const name of wanted.length > 0 ? wanted : all) {
  const { status } = spawnSync(process.execPath, ["--import", "tsx", `bench/${name}.ts`, ...more], {
    stdio: "inherit",
  });
  if (status !== 0) process.exitCode = 1;
}

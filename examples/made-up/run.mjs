// Commands for columns that no published case has: scores against a criterion, and the items of a scale.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const command = fileURLToPath(new URL("../../dist/cli/bin.js", import.meta.url));

console.log("The rows are made up. They are about nobody, and nothing can be learnt from the figures.\n");
const rating = ["made-up-scores.csv", "--score", "rating", "--other", "second_rating", "--criterion", "came_back"];
stalkerTypology("roc", ...rating);
stalkerTypology("roc", "made-up-scores.csv", "--score", "forecast", "--criterion", "came_back", "--calibration");
stalkerTypology("consistency", "made-up-impact.csv", "--instrument", "ssb-impact");

function stalkerTypology(...words) {
  const { status } = spawnSync(process.execPath, [command, ...words], { cwd: here, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

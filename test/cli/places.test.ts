import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { binary } from "../support/files.ts";

/** Commands that read dates, sort, count, round and name things, in words that are read from the root of the repository. */
const commands = [
  "classify examples/published-cases/coded-by-a.csv --quiet",
  "summary examples/published-cases/coded-by-a.csv",
  "report examples/published-cases/case-record.json --as-of 2026-06-30",
  "verify examples/published-cases/case-record.json",
  "score examples/made-up/made-up-impact.csv --instrument ssb-impact --as-of 2026-03-29 --quiet",
  "roc examples/made-up/made-up-scores.csv --score rating --criterion came_back",
  "simulate --n 50 --seed 3",
  "list",
];

/** Two sides of the date line, a half hour, a clock that changes, and languages with other letters, digits and orders. */
const places = [
  { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" },
  { TZ: "Pacific/Pago_Pago", LC_ALL: "sv_SE.UTF-8" },
  { TZ: "America/St_Johns", LC_ALL: "ar_EG.UTF-8" },
];

const printed = (command: string, place: Readonly<Record<string, string>>) => {
  const env = { PATH: process.env.PATH, ...place };
  const { status, stdout, stderr } = spawnSync(process.execPath, [binary, ...command.split(" ")], {
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

describe("In any time zone and language", () => {
  test.each(commands)("%s prints the same", (command) => {
    const here = printed(command, { TZ: "UTC", LC_ALL: "C" });
    expect(here.stdout.length, here.stderr).toBeGreaterThan(100);
    for (const place of places) expect(printed(command, place), JSON.stringify(place)).toEqual(here);
  });
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { today } from "../../src/cli/today.ts";
import * as content from "../../src/content/instruments/index.ts";
import type { Instrument } from "../../src/instrument/index.ts";
import { inFolder, run } from "../support/command.ts";

const zone = process.env.TZ;
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-01T11:00:00Z") }));
afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const withDay = Object.values<Instrument>(content).flatMap(({ id, items }) =>
  Object.entries(items).flatMap(([item, { responses }]) => (responses.kind === "date" ? [[id, item] as const] : [])),
);

describe("today", () => {
  it.each([
    ["Pacific/Kiritimati", "2026-03-02"],
    ["UTC", "2026-03-01"],
    ["Etc/GMT+12", "2026-02-28"],
  ])("is the calendar day of the machine's time zone: in %s %s", async (name, day) => {
    process.env.TZ = name;
    expect(today()).toBe(day);
    await inFolder(async (folder) => {
      const [referrals, table] = ["referrals.csv", "in.csv"].map((file) => join(folder, file)) as [string, string];
      writeFileSync(referrals, "case_id,referred_on\na,2026-01-01\n");
      expect(JSON.parse((await run(["caseload", referrals, "--json"])).stdout).asOf).toBe(day);
      const [id, item] = withDay[0] ?? ["", ""];
      writeFileSync(table, `case_id,${item}\na,${day}\n`);
      const { code, stderr } = await run(["score", table, "--instrument", id]);
      expect([code, stderr]).toEqual([0, expect.not.stringContaining("AFTER_AS_OF")]);
    });
  });
});

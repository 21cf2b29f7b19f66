import { describe, expect, it } from "vitest";
import {
  durationDays,
  firstAppearance,
  frequencyBands,
  gaps,
  type IncidentLog,
  newKinds,
  occasions,
  parseIncidentLog,
  rateOverTime,
} from "../../src/incidents/index.ts";
import { AssessmentError, valueOrThrow } from "../../src/issues/index.ts";

const log: IncidentLog = valueOrThrow(
  parseIncidentLog([{ id: "1", date: "2026-04-20", behaviours: ["calls"], attribution: "confirmed" }], {
    behaviours: ["calls", "visits"],
    asOf: "2026-05-10",
  }),
);
const gapHours = 12;
const bands = { none: [0, 0], some: [1, null] } as const;

describe("a choice that the log does not know is refused, since a count of nothing reads as if nothing had happened", () => {
  const behaviours = ["visits", "call"];
  it.each<[string, () => unknown]>([
    ["occasions", () => occasions(log, { behaviours, gapHours })],
    ["durationDays", () => durationDays(log, { behaviours })],
    ["gaps", () => gaps(log, { behaviours })],
    ["firstAppearance", () => firstAppearance(log, { behaviours })],
    ["newKinds", () => newKinds(log, { behaviours, since: "2026-04-01" })],
    ["rateOverTime", () => rateOverTime(log, { behaviours, by: "week", gapHours })],
    ["frequencyBands", () => frequencyBands(log, { behaviours, gapHours, bands: bands as never })],
  ])("a misspelt behaviour: %s", (_, call) => {
    expect(call).toThrow(AssessmentError);
    expect(call).toThrow("unknown_item: behaviours.1. Nearest: calls.");
  });

  it("a misspelt attribution, in either list", () => {
    const certain = { certain: ["confirmd" as never], open: [] };
    const open = { certain: [], open: ["posible" as never] };
    expect(() => gaps(log, { attribution: certain })).toThrow("unknown_option: attribution.certain.");
    expect(() => gaps(log, { attribution: open })).toThrow("Nearest: possible.");
  });

  it("periods of another length", () => {
    expect(() => rateOverTime(log, { by: "weeks" as never, gapHours })).toThrow(
      "unknown_option: by. Expected one of: week, month.",
    );
  });

  it("and a behaviour that the log knows and has no entry of counts as none entered", () => {
    expect(occasions(log, { behaviours: ["visits"], gapHours })).toEqual([0, 0]);
  });
});

import { describe, expect, it } from "vitest";
import { fiveTypes, relationshipAndMotive } from "../../src/index.ts";
import * as record from "../../src/record/index.ts";
import { messageOf } from "../support/message-of.ts";

const functions: Readonly<Record<string, unknown>> = { ...record };
const list = (name: string) => `malformed: ${name}. Expected a list.`;
const object = (name: string) => `malformed: ${name}. Expected an object with`;

describe("an argument that is missing or of a wrong kind is named", () => {
  const wrong: readonly [keyof typeof record, readonly unknown[], string][] = [
    ["affected", [], list("stored")],
    ["affected", [[]], list("advisories")],
    ["appendEntry", [undefined, {}], object("record")],
    ["classifyEngine", ["five-types"], object("typology")],
    ["composeMaps", [], object("first")],
    ["composeMaps", [{ items: {} }], object("second")],
    ["currentEntries", [], object("record")],
    ["currentEntries", [[]], object("record")],
    ["defineAnswerMap", [], object("map")],
    ["defineAnswerMap", [{ items: {} }], object("forms")],
    ["defineAnswerMap", [{ items: {} }, { from: undefined }], object("from")],
    ["defineAnswerMap", [{ items: {} }, { from: relationshipAndMotive }], object("to")],
    ["episodesOf", [], object("record")],
    ["identityMap", ["ssb-type"], object("instrument")],
    ["migrate", [{}], list("maps")],
    ["profileEngine", [], object("profile")],
    ["recordedClassification", [{}], object("options")],
    ["recordedClassification", [{}, { typology: "five-types" }], object("typology")],
    ["recordedProfile", [{}], object("options")],
    ["recordedScore", [{}], object("options")],
    ["recordedScore", [{}, { asOf: "2026-03-01" }], object("instrument")],
    ["scoreEngine", [], object("instrument")],
    ["startRecord", [], object("facts")],
    ["storedResults", [], object("record")],
    ["typesByEpisode", [], object("record")],
    ["typesByEpisode", [{ entries: [] }, null], "malformed: options."],
    ["verify", [], object("record")],
    ["verify", [{ entries: [] }], "malformed: engines."],
    ["verifyChain", [], object("record")],
    ["verifyChain", [[]], object("record")],
  ];
  it.each(wrong.map(([name, given, message]) => [name, message, given] as const))("%s: %s", (name, message, given) => {
    const act = functions[name] as (...values: readonly unknown[]) => unknown;
    expect(messageOf(() => act(...given))).toContain(message);
  });

  it.each([
    ["a Map", new Map([["adult", "yes"]])],
    ["a list", ["adult"]],
    ["nothing", undefined],
  ])("migrate reads no answers out of %s", (_, answers) => {
    expect(messageOf(() => record.migrate(answers as never, [record.identityMap(fiveTypes.instrument)]))).toContain(
      "not_an_object",
    );
  });
});

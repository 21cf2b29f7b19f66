import { describe, expect, it } from "vitest";
import { chartToSvg, svgToPng } from "../../src/charts/index.ts";

/** What plain JavaScript can hand to a function: nothing checks the arguments before the function does. */
const plain = (value: unknown) => value as never;

describe("what is no chart and no picture is named", () => {
  it.each<[string, (nothing: never) => Promise<unknown>, string]>([
    ["chartToSvg", chartToSvg, "malformed: chart. Expected an object with description."],
    ["svgToPng", svgToPng, "malformed: svg. Expected SVG text."],
  ])("%s", async (_, call, wanted) => {
    for (const nothing of [undefined, null, "types", {}]) await expect(call(plain(nothing))).rejects.toThrow(wanted);
  });

  it("svgToPng without options", async () => {
    await expect(svgToPng("<svg/>", plain(null))).rejects.toThrow("malformed: options.");
  });
});

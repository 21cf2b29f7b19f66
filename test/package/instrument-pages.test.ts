import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { instrumentPages, pagesFolder } from "../../scripts/instrument-pages.ts";

it("each form's page is the card as it is printed now: run npm run lock", async () => {
  const pages = await instrumentPages();
  expect(readdirSync(pagesFolder).sort()).toEqual(Object.keys(pages).sort());
  for (const [name, text] of Object.entries(pages))
    expect([name, readFileSync(join(pagesFolder, name), "utf8")]).toEqual([name, text]);
});

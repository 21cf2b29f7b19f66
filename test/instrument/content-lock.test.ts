import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Locked, lockFile, shippedContent } from "../../scripts/lock-content.ts";
import { classify } from "../support/library.ts";

const locked: readonly Locked[] = JSON.parse(readFileSync(lockFile, "utf8"));

describe.each(shippedContent())("$kind $id", (now) => {
  const then = locked.find(({ kind, id }) => kind === now.kind && id === now.id);

  it("has a line in content.lock.json: run scripts/lock-content.ts if it is new", () => {
    expect(then).toBeDefined();
  });

  it("keeps its content while it keeps its version: raise the version, then run scripts/lock-content.ts", () => {
    if (then?.version === now.version) expect(now.hash).toBe(then.hash);
  });

  it("is locked at its present version", () => {
    expect(then).toEqual(now);
  });
});

it("locks nothing that is not shipped", () => {
  const ids = shippedContent().map(({ kind, id }) => `${kind} ${id}`);
  expect(locked.map(({ kind, id }) => `${kind} ${id}`).filter((id) => !ids.includes(id))).toEqual([]);
});

it("locks the hashes that every classification carries", () => {
  const { instrument, typology } = classify({});
  expect(locked).toContainEqual({ kind: "instrument", ...instrument });
  expect(locked).toContainEqual({ kind: "typology", ...typology });
});

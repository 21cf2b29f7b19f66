import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What a library of one's own may export: its declarations have to name every type by a path of this package. */
const library = `
import { choice, defineInstrument, defineItems, defineTypology, designChoice, fiveTypes, rulesOver } from "stalker-typology";
import { quickScreen } from "stalker-typology/content/instruments";
import { declareInstrument } from "stalker-typology/instrument";
import { declareTypology, standingsClassifier } from "stalker-typology/typology";
import { cellWriter } from "stalker-typology/tables";
const basis = [designChoice("a form of the tests")] as const;
const text = { target: "Is it so?", rater: "Is it so?" };
export const items = defineItems({ so: { code: "A1", text, construct: "so", responses: choice({ yes: { label: "Yes" } }), basis } });
export const rules = rulesOver(items);
const facts = {
  id: "own-form", version: "1.0.0", title: "Own form", purpose: "Tests", mayUse: ["tests"], respondents: ["rater"],
  notFor: ["use"], referencePeriod: "now", current: "now", validation: "none", estimatedMinutes: 1,
  sections: {},
} as const;
export const form = defineInstrument({ ...facts, items, indicators: { is_so: { means: "it is so", rule: rules.is("so", "yes"), basis } } });
export const declared = declareInstrument({ ...facts, items, indicators: {} });
const { instrument: _, ...typology } = fiveTypes;
export const types = defineTypology({ ...typology, instrument: fiveTypes.instrument });
export const declaredTypes = declareTypology({ ...typology, instrument: fiveTypes.instrument });
export const classifier = standingsClassifier(fiveTypes);
export const cells = cellWriter(",", false);
export const screen = quickScreen;
`;

describe("the declarations of the package", () => {
  it("name every type that a library of one's own exports", () => {
    const folder = mkdtempSync(join(tmpdir(), "declarations-"));
    try {
      mkdirSync(join(folder, "node_modules"));
      symlinkSync(root, join(folder, "node_modules/stalker-typology"));
      writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
      writeFileSync(join(folder, "own.ts"), library);
      const program = ts.createProgram([join(folder, "own.ts")], {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.NodeNext,
        moduleResolution: ts.ModuleResolutionKind.NodeNext,
        strict: true,
        declaration: true,
        emitDeclarationOnly: true,
        skipLibCheck: true,
        preserveSymlinks: true, // as installed, the package is not part of the project
        types: [],
      });
      const found = ts.getPreEmitDiagnostics(program);
      expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

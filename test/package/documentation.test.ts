import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const root = fileURLToPath(new URL("../../", import.meta.url));
const paths: Readonly<Record<string, string | null | { readonly import: { readonly types: string } }>> =
  manifest.exports;

/** The source file behind each path that a program may import. A star stands for the files of a folder that are not shut. */
const entries = Object.entries(paths).flatMap(([path, target]) => {
  if (target === null || typeof target === "string") return [];
  const file = target.import.types.replace("./dist/", "src/").replace(/\.d\.ts$/, ".ts");
  if (!path.endsWith("*")) return [file];
  return readdirSync(`${root}${dirname(file)}`)
    .filter((name) => paths[path.replace("*", name.replace(/\.ts$/, ""))] !== null)
    .map((name) => file.replace("*.ts", name));
});
const files = [...new Set(entries)].sort();

/** What an entry exports without a description or, if it can be called, without an example. */
function undocumented(program: ts.Program, file: string): readonly string[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const entry = source && checker.getSymbolAtLocation(source);
  if (entry === undefined) throw new Error(`${file} exports nothing`);
  return checker.getExportsOfModule(entry).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const tags = symbol.getJsDocTags(checker);
    if (!(symbol.flags & ts.SymbolFlags.Value) || tags.some(({ name }) => name === "internal")) return [];
    const isCalled = symbol.flags & ts.SymbolFlags.Class || checker.getTypeOfSymbol(symbol).getCallSignatures().length;
    const example = tags.find(({ name }) => name === "example");
    return [
      ...(symbol.getDocumentationComment(checker).length > 0 ? [] : [`${exported.name} has no description`]),
      ...(!isCalled || ts.displayPartsToString(example?.text).trim() !== "" ? [] : [`${exported.name} has no example`]),
    ];
  });
}

const options = { ...ts.getDefaultCompilerOptions(), target: ts.ScriptTarget.ES2022, strict: true, types: [] };

describe("what a program may import", () => {
  const program = ts.createProgram(
    files.map((file) => `${root}${file}`),
    {
      ...options,
      module: ts.ModuleKind.Preserve,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      noEmit: true,
    },
  );

  it.each(files)("%s: each value has a description, and each function and class an example", (file) => {
    expect(undocumented(program, `${root}${file}`)).toEqual([]);
  });
});

it("a missing description, a missing example and an empty one are found, and what is internal is passed over", () => {
  const text = `
    /** One. @example one(); // => 1 */
    export function one() { return 1; }
    /** Two. */
    export const two = () => 2;
    /** @example new Three(); */
    export class Three {}
    /**
     * Four.
     * @example
     */
    export function four() {}
    /** @internal */
    export function five() {}
    /** Six. */
    export const six = 6;
    export const seven = 7;
    export interface Eight {}
  `;
  const host = ts.createCompilerHost(options);
  host.getSourceFile = (name, version) =>
    name === "own.ts" ? ts.createSourceFile(name, text, version) : ts.createSourceFile(name, "", version);
  expect([...undocumented(ts.createProgram(["own.ts"], options, host), "own.ts")].sort()).toEqual([
    "Three has no description",
    "four has no example",
    "seven has no description",
    "two has no example",
  ]);
});

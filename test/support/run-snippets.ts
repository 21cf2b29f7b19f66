import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A piece of documentation that can be run, and where it stands. */
export interface Snippet {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  /** The words after the language: a file's name, `output`, `not-run`, `exit=4`. */
  readonly words: readonly string[];
  readonly code: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every code block of a Markdown file, in its order. */
export function codeBlocks(file: string): readonly Snippet[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].map(({ 1: info = "", 2: code = "", index }) => {
    const [language = "", ...words] = info.trim().split(/\s+/);
    return { file, line: text.slice(0, index).split("\n").length + 1, language, words, code };
  });
}

/** Every `@example` of a source file, with the names of the package that it uses imported. */
export function sourceExamples(file: string): readonly Snippet[] {
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  return lines.flatMap((first, at) => {
    const start = /^\s*\* @example(.*)$/.exec(first);
    if (start === null) return [];
    const rest = lines.slice(at + 1);
    const end = rest.findIndex((line) => /^\s*\*\s*@|^\s*\*\//.test(line));
    const code = [start[1]?.trim() ?? "", ...rest.slice(0, end).map((line) => line.replace(/^\s*\* ?/, ""))].join("\n");
    return [{ file, line: at + 1, language: "ts", words: [], code: withImports(code, file) }];
  });
}

/** The files that a document links to and that are not there. The API reference is generated, so it may be absent. */
export function brokenLinks(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8").replace(/^```.*?^```$/gms, "");
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target) && !target.includes("reference/"))
    .filter((target) => !existsSync(join(root, dirname(file), target)));
}

/** All files under a folder of the repository whose names end so, by their path. */
export function filesUnder(folder: string, end: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * Runs groups of TypeScript snippets against the built package, each group as one module whose snippets follow one
 * another. A value after `// =>` has to equal the statement before it. What went wrong, by group; types are checked too.
 */
export function runTypeScript(written: readonly (readonly Snippet[])[]): readonly (readonly string[])[] {
  const groups = written.map(importedOnce);
  return inWorkspace((folder) => {
    writeFileSync(join(folder, "run.mjs"), runner);
    const unchecked = groups.map((snippets, at) => {
      const parts = snippets.map(checked);
      const code = parts.map((part) => part.code).join("\n");
      const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
      writeFileSync(join(folder, `${at}.mjs`), ts.transpileModule(code, { compilerOptions: options }).outputText);
      writeFileSync(join(folder, `${at}.ts`), `${snippets.map((snippet) => snippet.code).join("\n")}\nexport {};\n`);
      return parts.flatMap(({ values }, part) => (values === 0 ? [`${placeOf(snippets[part])}: checks nothing`] : []));
    });
    const { stdout, stderr } = node(folder, ["run.mjs", String(groups.length)]);
    if (stdout === "") throw new Error(stderr);
    const failed = JSON.parse(stdout) as readonly (readonly string[])[];
    const mistyped = typeErrors(groups.map((_, at) => join(folder, `${at}.ts`)));
    return groups.map((snippets, at) => [
      ...(unchecked[at] ?? []),
      ...(failed[at] ?? []).map((failure) =>
        failure.startsWith("threw") ? `${placeOf(snippets[0])}: ${failure}` : failure,
      ),
      ...(mistyped[at] ?? []).map((fault) => `${placeOf(snippets[0])}: ${fault}`),
    ]);
  });
}

/** Whether each snippet compiles in a file of its own, as when it is pasted into another project. What does not, by snippet. */
export function alone(snippets: readonly Snippet[]): readonly string[] {
  return inWorkspace((folder) => {
    const files = snippets.map(({ code }, at) => {
      const file = join(folder, `${at}.ts`);
      writeFileSync(file, `${code}\nexport {};\n`);
      return file;
    });
    return typeErrors(files).flatMap((faults, at) => faults.map((fault) => `${placeOf(snippets[at])}: ${fault}`));
  });
}

/**
 * Runs a document's other blocks in their order, in a copy of the examples: `sh` is run, a block whose second word is a
 * file's name is written there, and one marked `output` has to be what the command before it printed, where a line of
 * three dots stands for any lines. What went wrong.
 */
export function runCommands(blocks: readonly Snippet[]): readonly string[] {
  return inWorkspace((folder) => {
    let cwd = folder;
    let printed: string | undefined;
    return blocks.flatMap((block): string[] => {
      const [word = ""] = block.words;
      if (block.language === "sh" && word === "not-run") return [];
      if (block.language === "sh") {
        const run = shell(block.code, cwd, folder);
        ({ cwd, printed } = run);
        const wanted = Number(/^exit=(\d+)$/.exec(word)?.[1] ?? "0");
        return run.status === wanted ? [] : [`${placeOf(block)}: ended with ${run.status}\n${printed}`];
      }
      if (word === "output") {
        return printed !== undefined && matches(printed, block.code)
          ? []
          : [`${placeOf(block)}: the command printed\n${printed}`];
      }
      if (word.includes(".")) {
        writeFileSync(join(cwd, word), block.code);
        return [];
      }
      return [`${placeOf(block)}: a block that nothing checks`];
    });
  });
}

/** Snippets that follow one another, each without the names that one before it imports from the same place. */
function importedOnce(snippets: readonly Snippet[]): readonly Snippet[] {
  const seen = new Set<string>();
  const fresh = (name: string, from: string): boolean => {
    const before = seen.size;
    return seen.add(`${name} ${from}`).size > before;
  };
  return snippets.map((snippet) => ({
    ...snippet,
    code: snippet.code.replace(
      /^import \{ ([^}]*) \} from ("[^"]*");$/gm,
      (_, names: string, from: string) =>
        `import { ${names
          .split(", ")
          .filter((name) => fresh(name, from))
          .join(", ")} } from ${from};`,
    ),
  }));
}

const placeOf = (snippet: Snippet | undefined): string =>
  snippet === undefined ? "" : `${snippet.file}:${snippet.line}`;

function inWorkspace<T>(work: (folder: string) => T): T {
  mkdirSync(join(root, "tmp"), { recursive: true }); // inside the package, so that it can import itself by name
  const folder = mkdtempSync(join(root, "tmp", "snippets-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A snippet in which every statement followed by `// =>` is compared with the value there. */
function checked(snippet: Snippet): { readonly code: string; readonly values: number } {
  const source = ts.createSourceFile("snippet.ts", snippet.code, ts.ScriptTarget.ES2022, true);
  let values = 0;
  const statements = source.statements.map((statement, at) => {
    const end = source.statements[at + 1]?.getStart() ?? snippet.code.length;
    const value = /^\s*\/\/ =>((?:.*)(?:\n\s*\/\/(?! @).*)*)/.exec(snippet.code.slice(statement.getEnd(), end))?.[1];
    const text = statement.getText();
    if (value === undefined) return text;
    values += 1;
    const line = snippet.line + source.getLineAndCharacterOfPosition(statement.getStart()).line;
    const wanted = value.replace(/^\s*\/\//gm, "");
    const found = ts.isExpressionStatement(statement) ? statement.expression.getText() : nameOf(statement);
    const check = `globalThis.check(${JSON.stringify(`${snippet.file}:${line}`)}, ${found}, (${wanted}));`;
    return ts.isExpressionStatement(statement) ? check : `${text}\n${check}`;
  });
  return { code: statements.join("\n"), values };
}

function nameOf(statement: ts.Statement): string {
  const first = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : undefined;
  if (first === undefined) throw new Error(`"// =>" stands after something that has no value: ${statement.getText()}`);
  return first.name.getText();
}

const runner = `import { inspect, isDeepStrictEqual } from "node:util";
let failures;
const shown = (value) => inspect(value, { depth: 8, breakLength: 120 });
globalThis.check = (place, found, wanted) => {
  if (!isDeepStrictEqual(found, wanted)) failures.push(place + ": gives " + shown(found) + ", not " + shown(wanted));
};
const all = [];
for (let at = 0; at < Number(process.argv[2]); at++) {
  failures = [];
  all.push(failures);
  await import("./" + at + ".mjs").catch((fault) => failures.push("threw " + fault));
}
process.stdout.write(JSON.stringify(all));
`;

const load = createRequire(join(root, "package.json"));

/** The names that each entry of the built package exports. */
const exported: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries((load("./package.json") as { exports: Record<string, unknown> }).exports)
    .filter(([entry, target]) => target !== null && !entry.includes("*") && !entry.endsWith(".json"))
    .map(([entry]) => [entry, new Set(Object.keys(load(`stalker-typology${entry.slice(1)}`) as object))]),
);

/** An example's own folder comes first, then the root, then every other entry. */
function withImports(code: string, file: string): string {
  const names = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) (isDeclared(node) ? declared : names).add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true));
  const own = `./${dirname(file).replace(/^src\/?/, "")}`;
  const order = [own, ".", ...exported.keys()];
  const imports = [...names].flatMap((name) => {
    const entry = declared.has(name) ? undefined : order.find((each) => exported.get(each)?.has(name));
    return entry === undefined ? [] : [`import { ${name} } from "stalker-typology${entry.slice(1)}";`];
  });
  return `${imports.join(" ")} ${code}`;
}

const isDeclared = (name: ts.Identifier): boolean =>
  (ts.isBindingElement(name.parent) || ts.isVariableDeclaration(name.parent)) && name.parent.initializer !== name;

function typeErrors(files: readonly string[]): readonly (readonly string[])[] {
  const program = ts.createProgram([...files], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
  });
  return files.map((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => `does not compile: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
  );
}

function shell(code: string, cwd: string, folder: string): { status: number | null; cwd: string; printed: string } {
  const bin = join(folder, "bin");
  const at = join(folder, "cwd");
  if (cwd === folder) {
    cpSync(join(root, "examples"), join(folder, "examples"), {
      recursive: true,
      filter: (path) => !path.endsWith("/out"),
    });
    if (!readdirSync(folder).includes("dist")) symlinkSync(join(root, "dist"), join(folder, "dist"));
    mkdirSync(bin, { recursive: true });
    const command = `exec "${process.execPath}" "${join(root, "dist/cli/bin.js")}" "$@"\n`;
    writeFileSync(join(bin, "stalker-typology"), `#!/bin/sh\n${command}`, { mode: 0o755 });
    writeFileSync(join(bin, "npx"), `#!/bin/sh\nshift\n${command}`, { mode: 0o755 });
  }
  const script = `set -e\nexec 2>&1\n${code}\npwd > "${at}"\n`;
  const { status, stdout } = spawnSync("sh", ["-c", script], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, NO_COLOR: "1" },
  });
  return { status, printed: stdout, cwd: status === 0 ? readFileSync(at, "utf8").trim() : cwd };
}

function node(cwd: string, words: readonly string[]): { readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, words, { cwd, encoding: "utf8" });
}

function matches(printed: string, wanted: string): boolean {
  const lines = (text: string) => text.trimEnd().split("\n");
  const pattern = lines(wanted).map((line) =>
    line.trim() === "..." ? "(?:.*\\n)*?" : `${line.trimEnd().replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}[ \\t]*\\n`,
  );
  return new RegExp(`^${pattern.join("")}$`).test(`${lines(printed).join("\n")}\n`);
}

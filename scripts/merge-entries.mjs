// The bundler makes an entry that other entries import too a file of one line, and puts its code into a chunk. Where the
// chunk has nothing but that entry's exports, the entry takes the code itself: a program that imports it reads one file less.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path/posix";

const chunkName = /^chunk-[A-Z0-9]+\.js$/;
const specifier = /(\bfrom |\bimport |\bimport\()'(\.{1,2}\/[^']+\.js)'/g;
const onlyExport = /^export \{([^}]*)\} from '([^']+)';\n((?:import '[^']+';\n)*)$/;

/** The text of a module of one place, as it has to be in another; `moved` says which modules are elsewhere now. */
const rewritten = (text, from, to, moved) =>
  text.replace(specifier, (_, before, path) => {
    const target = join(dirname(from), path);
    const now = relative(dirname(to), moved.get(target) ?? target);
    return `${before}'${now.startsWith(".") ? now : `./${now}`}'`;
  });

const namesIn = (list) =>
  list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .sort()
    .join();

/** Merges the entries of ES modules in a folder with their chunks. */
export function mergeEntries(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".js"));
  const texts = new Map(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
  const moved = new Map();
  for (const [file, text] of texts) {
    const [, exported, path] = onlyExport.exec(text) ?? [];
    if (path === undefined) continue;
    const chunk = join(dirname(file), path);
    const own = /\nexport \{([^}]*)\};\n$/.exec(texts.get(chunk) ?? "")?.[1];
    if (chunkName.test(chunk) && !moved.has(chunk) && own !== undefined && namesIn(own) === namesIn(exported))
      moved.set(chunk, file);
  }
  for (const [file, text] of texts) {
    if (moved.has(file)) rmSync(join(folder, file));
    else if (![...moved.values()].includes(file)) writeFileSync(join(folder, file), rewritten(text, file, file, moved));
  }
  for (const [chunk, file] of moved) writeFileSync(join(folder, file), rewritten(texts.get(chunk), chunk, file, moved));
}

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { main } from "../src/cli/main.ts";
import { allInstruments } from "../src/cli/registry.ts";

export const pagesFolder: string = fileURLToPath(new URL("../docs/instruments", import.meta.url));

/** The instrument cards as files, by name, and an index of them. */
export async function instrumentPages(): Promise<Readonly<Record<string, string>>> {
  const cards = await Promise.all(allInstruments.map(async ({ id }) => [`${id}.md`, await cardOf(id)] as const));
  const inOrder = [...allInstruments].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = inOrder.map(({ id, title, purpose }) => `- [${title}](${id}.md) (\`${id}\`): ${purpose}`);
  const index = `# The forms\n\nOne card for each, as \`stalker-typology card ID\` prints it. Everything that a form asks is in its codebook:\n\`stalker-typology codebook ID\`.\n\n${lines.join("\n")}\n`;
  return { ...Object.fromEntries(cards), "README.md": index };
}

async function cardOf(id: string): Promise<string> {
  let printed = "";
  const stdout = new Writable({
    write(chunk, _, done) {
      printed += String(chunk);
      done();
    },
  });
  const code = await main(["card", id], { stdin: process.stdin, stdout, stderr: process.stderr, color: false });
  if (code !== 0) throw new Error(`card ${id} ended with ${code}`);
  return printed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(pagesFolder, { recursive: true });
  for (const [name, text] of Object.entries(await instrumentPages())) writeFileSync(join(pagesFolder, name), text);
}

/** The script that a user would write: lines in, JSON.parse, hand-written rules, JSON.stringify. Usage: in out */
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { classifyByHand } from "./hand-written.ts";

const [source = "", target = ""] = process.argv.slice(2);
const words = ["ruled_out", "possible", "met"];

async function score(): Promise<void> {
  const out = createWriteStream(target);
  let text = "";
  const flush = async () => {
    if (!out.write(text)) await new Promise<void>((resolve) => out.once("drain", () => resolve()));
    text = "";
  };
  for await (const line of createInterface({ input: createReadStream(source, { highWaterMark: 1 << 20 }) })) {
    const row = JSON.parse(line) as Record<string, string>;
    const { kind, type, ...types } = classifyByHand(row);
    const standings = Object.fromEntries(Object.entries(types).map(([name, at]) => [name, words[at]]));
    text += `${JSON.stringify({ ...row, outcome: kind, type: type ?? "", ...standings })}\n`;
    if (text.length > 1 << 20) await flush();
  }
  await flush();
  out.end();
}

void score();

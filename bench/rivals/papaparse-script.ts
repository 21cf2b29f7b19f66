/** The script that a user would write: papaparse in, hand-written rules, papaparse out. Usage: in.csv out.csv */
import { createReadStream, createWriteStream } from "node:fs";
import Papa from "papaparse";
import { classifyByHand } from "./hand-written.ts";

const [source = "", target = ""] = process.argv.slice(2);
const out = createWriteStream(target);
const added = ["outcome", "type", "rejected", "resentful", "intimacy_seeker", "incompetent_suitor", "predatory"];
const words = ["ruled_out", "possible", "met"];
let header: string[] | undefined;

Papa.parse<string[]>(createReadStream(source, { encoding: "utf8", highWaterMark: 1 << 20 }), {
  chunk({ data }, parser) {
    const rows = header === undefined ? data.slice(1) : data;
    const names = header ?? data[0] ?? [];
    const first = header === undefined;
    header = names;
    const scored = rows
      .filter((cells) => cells.length === names.length)
      .map((cells) => {
        const row: Record<string, string> = {};
        for (let at = 0; at < names.length; at++) row[names[at] as string] = cells[at] as string;
        const { kind, type, rejected, resentful, intimacy_seeker, incompetent_suitor, predatory } = classifyByHand(row);
        return [
          ...cells,
          kind,
          type ?? "",
          ...[rejected, resentful, intimacy_seeker, incompetent_suitor, predatory].map((each) => words[each]),
        ];
      });
    const text = Papa.unparse(first ? [[...names, ...added], ...scored] : scored, { newline: "\n" });
    if (!out.write(`${text}\n`)) {
      parser.pause();
      out.once("drain", () => parser.resume());
    }
  },
  complete: () => out.end(),
});

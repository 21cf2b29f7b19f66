import { AssessmentError } from "../issues/index.ts";
import { openInput, readDelimited, readNdjson, type TableFormat } from "../tables/index.ts";
import { type Outcome, type PossibleOutcome, rowClassifier, type Typology, typeIds } from "../typology/index.ts";
import type { Io } from "./io.ts";

/** The outcomes that are no type. */
export const otherOutcomes: ReadonlySet<string> = new Set(["mixed", "undetermined", "insufficient", "out_of_scope"]);

type Labels = { readonly labels: readonly string[]; readonly rejected: number };

/** The type of each case: `single` and `leading` by their type, the other outcomes by their own name. */
export async function labelsIn(path: string, format: TableFormat, typology: Typology, io: Io): Promise<Labels> {
  const input = openInput(path, io.stdin);
  const scorer = rowClassifier(typology);
  const [outcomeAt, typeAt] = [scorer.columns.indexOf("outcome"), scorer.columns.indexOf("type")];
  const labels: string[] = [];
  let rejected = 0;
  const types: ReadonlySet<string> = new Set(typeIds(typology));
  const take = (outcome: string | undefined, type: string | undefined) => {
    const label = outcome === "single" || outcome === "leading" ? type : outcome;
    const known = label === type ? types : otherOutcomes;
    if (label !== undefined && known.has(label)) labels.push(label);
    else rejected += 1;
  };
  const score = (codes: readonly unknown[]) => {
    const result = scorer.cells(codes);
    if (result.ok) take(result.value[outcomeAt], result.value[typeAt]);
    else rejected += 1;
  };
  if (format === "ndjson") {
    for await (const batch of readNdjson(input)) {
      for (const row of batch) {
        if ("fault" in row) rejected += 1;
        else if (typeof row.value.outcome === "string" && typeof row.value.type === "string")
          take(row.value.outcome, row.value.type);
        else score(scorer.items.map((item) => (Object.hasOwn(row.value, item) ? row.value[item] : undefined)));
      }
    }
    return { labels, rejected };
  }
  const { header, batches } = await readDelimited(input, format === "csv" ? "," : "\t");
  const scored = [header.indexOf("outcome"), header.indexOf("type")] as const;
  const places = scorer.items.map((item) => header.indexOf(item));
  const isScored = scored[0] >= 0 && scored[1] >= 0;
  if (!isScored && places.every((place) => place < 0)) {
    throw new AssessmentError([{ code: "missing_column", path: [path], expected: scorer.items }]);
  }
  for await (const batch of batches) {
    for (const row of batch) {
      if ("fault" in row || row.cells.length !== header.length) rejected += 1;
      else if (isScored) take(row.cells[scored[0]], row.cells[scored[1]]);
      else score(places.map((place) => (place < 0 ? undefined : row.cells[place])));
    }
  }
  return { labels, rejected };
}

/** The one type of an outcome; `null` if it has none. */
export const typeOf = (outcome: Outcome | PossibleOutcome): string | null =>
  "type" in outcome && typeof outcome.type === "string" ? outcome.type : null;

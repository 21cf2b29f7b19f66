import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fiveTypes } from "../src/content/typologies/index.ts";
import { valueOrThrow } from "../src/issues/index.ts";
import {
  appendEntry,
  type CaseRecord,
  type NewEntry,
  recordedClassification,
  startRecord,
} from "../src/record/index.ts";

export const exampleFile = fileURLToPath(new URL("../examples/published-cases/case-record.json", import.meta.url));

/** A made-up case, classified by what is shipped now. */
export function exampleRecord(): CaseRecord {
  const begun = startRecord({
    id: "case-0031",
    createdAsOf: "2026-01-05",
    episodes: [{ id: "e1", personOfConcern: "p-014", target: "t-022", from: "2025-11", to: null }],
  });
  const options = {
    typology: fiveTypes,
    respondent: "rater",
    informationSources: ["victim", "police_record"],
    asOf: "2026-01-06",
    window: { from: "2025-11", to: "2026-01-06" },
  };
  const answers = { adult: "yes", prior_relationship: "work_study", mutual_bond: "no", wants_contact: "yes" };
  const common = { by: "rater-2", episode: "e1" };
  const entries: readonly NewEntry[] = [
    { ...common, id: "n1", kind: "referral", at: "2026-01-05", by: "desk-1", content: { agency: "police" } },
    {
      ...common,
      id: "n2",
      kind: "assessment",
      at: "2026-01-06",
      content: recordedClassification(answers, options),
    },
    {
      ...common,
      id: "n3",
      kind: "assessment",
      at: "2026-01-09",
      supersedes: "n2",
      content: recordedClassification({ ...answers, believes_bond: "no" }, options),
    },
    { ...common, id: "n4", kind: "signposting", at: "2026-01-09", content: { service: "victim_service" } },
  ];
  return entries.reduce((record, entry) => valueOrThrow(appendEntry(record, entry)), valueOrThrow(begun));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(exampleFile, `${JSON.stringify(exampleRecord(), null, 2)}\n`);
}

import { type Issue, resumeAdministration } from "stalker-typology";
import { type Asking, resumed } from "./asking.ts";
import { forms } from "./forms.ts";

/** What a file held: the forms that could be read, and every fault in the rest. */
export interface Loaded {
  readonly read: readonly Asking[];
  readonly issues: readonly Issue[];
}

/** The largest file that is read: far above what all forms need. */
const maxBytes = 1_000_000;

export function answersFile(asked: readonly Asking[]): string {
  return `${JSON.stringify({ administrations: asked.map(({ administration }) => administration) }, null, 2)}\n`;
}

/** Reads what a person chose to open. It is untrusted: nothing in it is shown, and each fault names its place. */
export async function readAnswers(file: Blob, pages: Asking["pages"]): Promise<Loaded> {
  if (file.size > maxBytes) return { read: [], issues: [{ code: "too_large", path: [], limit: maxBytes }] };
  const json = parsedJson(await file.text());
  if (!json.ok) return { read: [], issues: [json.issue] };
  const saved = own(json.value, "administrations");
  if (!Array.isArray(saved)) {
    return { read: [], issues: [{ code: "malformed", path: ["administrations"], expected: ["a list of forms"] }] };
  }
  if (saved.length === 0) {
    return { read: [], issues: [{ code: "malformed", path: ["administrations"], expected: ["at least one form"] }] };
  }
  const loaded = saved.map((each, at) => readOne(each, at, pages));
  const read = loaded.flatMap((each) => each.read);
  const first = read[0]?.administration.respondent;
  const doubles = read.filter(
    ({ form, administration }, at) =>
      administration.respondent !== first || read.findIndex((each) => each.form === form) !== at,
  );
  return {
    read: read.filter((each) => !doubles.includes(each)),
    issues: [
      ...loaded.flatMap(({ issues }) => issues),
      ...doubles.map(
        ({ form }): Issue => ({
          code: "malformed",
          path: ["administrations", form.instrument.id],
          expected: ["each form once", "one respondent for all"],
        }),
      ),
    ],
  };
}

function readOne(saved: unknown, at: number, pages: Asking["pages"]): Loaded {
  const path = ["administrations", at];
  const id = own(own(saved, "instrument"), "id");
  const form = forms.find(({ instrument }) => instrument.id === id);
  if (form === undefined) {
    const expected = forms.map(({ instrument }) => instrument.id);
    return { read: [], issues: [{ code: "malformed", path: [...path, "instrument", "id"], expected }] };
  }
  const result = resumeAdministration(form.instrument, saved);
  return result.ok
    ? { read: [resumed(form, result.value, pages)], issues: [] }
    : { read: [], issues: result.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })) };
}

/** The engine's own message can quote the text, so only the line that it names at its end is kept: Chromium's or Firefox's. */
function parsedJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly issue: Issue } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (fault) {
    const line = /[( ]line (\d+) column \d+(?:\)| of the JSON data)$/.exec(String(fault))?.[1];
    return {
      ok: false,
      issue: { code: "malformed", path: [], expected: ["JSON"], ...(line === undefined ? {} : { line: Number(line) }) },
    };
  }
}

function own(of: unknown, key: string): unknown {
  return typeof of === "object" && of !== null && Object.hasOwn(of, key)
    ? (of as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

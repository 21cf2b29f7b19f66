import type { Issue } from "../issues/index.ts";

/** A field that is not of the form: the issue that names it, and how many records have something in it. */
export interface OtherField {
  readonly issue: Issue;
  readonly field: string;
  readonly records: number;
}

/** The issues of one record that are its own. Those of fields that are not of the form are counted, one for each field. */
export function ownIssues(issues: readonly Issue[], file: string, others: Map<string, OtherField>): readonly Issue[] {
  for (const issue of issues.filter(isOther)) {
    const key = JSON.stringify(issue.path);
    const { records = 0 } = others.get(key) ?? {};
    const field = issue.path.join(".");
    others.set(key, { issue: { ...issue, path: [file, ...issue.path] }, field, records: records + 1 });
  }
  return issues.filter((issue) => !isOther(issue));
}

/** Whether an issue says that a field is not of the form. */
export const isOther = ({ code }: Issue): boolean => code === "unknown_item";

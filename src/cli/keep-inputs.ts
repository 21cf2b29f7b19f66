import { AssessmentError } from "../issues/index.ts";
import { isSameFile } from "../tables/index.ts";
import { type Command, commonOptions, type Given } from "./command.ts";
import { expects } from "./expects.ts";

/**
 * Refuses a command that would write over a file it reads, by whatever name that file was given.
 *
 * @throws {AssessmentError} `output_refused`
 */
export function keepInputs({ options }: Command, given: Given): void {
  const files = Object.entries({ ...options, ...commonOptions }).flatMap(([name, { value, writes }]) => {
    const path = value === "FILE" ? given.text(name) : undefined;
    return path === undefined || path === "-" ? [] : [{ path, writes }];
  });
  const inputs = [
    ...given.arguments.filter((path) => path !== "-"),
    ...files.flatMap(({ path, writes }) => (writes === undefined ? [path] : [])),
  ];
  const refused = files
    .flatMap(({ path, writes }) => writes?.(path) ?? [])
    .filter((output) => inputs.some((input) => isSameFile(input, output)));
  if (refused.length > 0) {
    const expected = [expects("expected.other_file")];
    throw new AssessmentError(refused.map((path) => ({ code: "output_refused", path: [path], expected })));
  }
}

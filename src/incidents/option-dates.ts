import { AssessmentError } from "../issues/index.ts";
import type { Interval } from "../rules/index.ts";
import { dateForms, readDate } from "./read-date.ts";

/** The span of a date that the calling code gives, so that a fault is thrown. */
export function dateGiven(text: string, name: string): Interval {
  const read = readDate(text);
  if (read.ok) return read.span;
  throw new AssessmentError([{ code: read.code, path: [name], expected: dateForms }]);
}

/** The span of a whole day that the calling code gives. */
export function dayGiven(text: string, name: string): Interval {
  const read = readDate(text);
  if (read.ok && read.precision === "day") return read.span;
  const code = read.ok ? "wrong_type" : read.code;
  throw new AssessmentError([{ code, path: [name], expected: ["YYYY-MM-DD"] }]);
}

/** A period of whole days, months or years: from the start of one date to the end of another, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export function periodGiven({ from, to }: Period, name: string): Interval {
  return inOrder([dateGiven(from, `${name}.from`)[0], dateGiven(to, `${name}.to`)[1]], name);
}

export function inOrder(span: Interval, name: string): Interval {
  if (span[0] <= span[1]) return span;
  throw new AssessmentError([{ code: "from_after_to", path: [name] }]);
}

/**
 * Who to turn to, by guidance code. These lines are neutral on purpose: an application puts in the numbers of the place
 * where it is used, checked and dated.
 */
export const helpLines: Readonly<Record<string, string>> = {
  "GC-EMERGENCY":
    "Call your local emergency number. If it is risky to speak, use the silent or text option that the local service offers.",
  "GC-VICTIM-SUICIDE": "Call your local crisis line, or talk to somebody you trust.",
};

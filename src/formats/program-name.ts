/** An id as the name of a class of a program, which FHIR and OpenAPI want. */
export function programName(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join("");
}

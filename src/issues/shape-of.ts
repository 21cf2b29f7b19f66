/**
 * The form of a value without the value: its type, and for text the length and the kinds of character.
 *
 * @example
 * shapeOf("Yes"); // => "text, 3 characters, letters only"
 * @example
 * shapeOf(undefined); // => "nothing"
 */
export function shapeOf(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (typeof value === "string") return shapeOfText(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function shapeOfText(text: string): string {
  if (text === "") return "text, empty";
  const kinds = [
    /[A-Za-z]/.test(text) && "letters",
    /[0-9]/.test(text) && "digits",
    /\s/.test(text) && "spaces",
    /[^A-Za-z0-9\s]/.test(text) && "other characters",
  ].filter((kind) => kind !== false);
  const length =
    text.length > 200 ? "more than 200 characters" : `${text.length} character${text.length === 1 ? "" : "s"}`;
  return `text, ${length}, ${kinds.length === 1 ? `${kinds[0]} only` : kinds.join(" and ")}`;
}

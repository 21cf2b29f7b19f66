/**
 * Whether a text may stand for a person or a case: a code (see {@link isCode}) with a digit in it, so that a first name or
 * a surname alone is refused. That it leads to nobody is for the caller to see to: no pattern can tell.
 *
 * @example
 * isPseudonym("person-014"); // => true
 * @example
 * ["Anna", "anna smith", "a1@example.org", "07700900123"].some(isPseudonym); // => false
 */
export function isPseudonym(text: string): boolean {
  return /[0-9]/.test(text) && isCode(text);
}

/**
 * Whether a text is a code: 1 to 80 letters of the Latin alphabet, digits, and `. _ : -` between them, with no more than
 * six digits in a row (longer runs are telephone, case and identity numbers). A UUID is a code as well.
 *
 * @example
 * ["police_record", "rater-2", "7d3f1c2e-0a4b-4c8d-9e6f-123456789012"].every(isCode); // => true
 */
export function isCode(text: string): boolean {
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)) return true;
  return /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/.test(text) && !/[0-9]{7}/.test(text);
}

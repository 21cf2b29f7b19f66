/**
 * An id as words.
 *
 * @example
 * asWords("incompetent_suitor"); // => "incompetent suitor"
 */
export const asWords = (id: string): string => id.replaceAll("_", " ");

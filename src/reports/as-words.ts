/** What an id is called where people read it. */
export type Named = (id: string) => string;

/**
 * An id as words.
 *
 * @example
 * asWords("incompetent_suitor"); // => "incompetent suitor"
 */
export const asWords = (id: string): string => id.replaceAll("_", " ");

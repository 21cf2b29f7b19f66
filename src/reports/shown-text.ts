import { mustBeText } from "../issues/index.ts";
/**
 * Text as it may be shown: control characters, those that turn the direction of writing and those that Unicode sets apart
 * as none (XML refuses some) become visible, an unpaired surrogate becomes U+FFFD, and line ends become spaces. Joiners, which
 * some scripts need, stay.
 *
 * @throws {AssessmentError} `malformed` for what is no text
 * @example
 * shownText("a\u202eb\nc"); // => "a\\u202eb c"
 */
export function shownText(text: string): string {
  mustBeText(text, "text");
  return text
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD")
    .replace(/\s+/g, (gap) => (/[\r\n\u2028\u2029]/.test(gap) ? " " : gap)) // in one pass, however long a gap is
    .replace(/[\p{Cc}\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF\p{Noncharacter_Code_Point}]/gu, (character) =>
      character === "\t" ? " " : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
    );
}

import type { Instrument } from "../instrument/index.ts";
import type { Loss } from "./loss.ts";

/**
 * The texts of an instrument that a format cannot hold as they are, since a form engine would read something else in
 * them, such as the name of another question whose answer it puts there.
 *
 * @param plainText Such a text as the format holds it.
 * @param says What was done to it.
 */
export function changedTexts(
  { title, sections, items }: Instrument,
  plainText: (text: string) => string,
  says: string,
): readonly Loss[] {
  const isChanged = (text: string | undefined) => text !== undefined && plainText(text) !== text;
  const changed = (path: Loss["path"], ...texts: readonly (string | undefined)[]): readonly Loss[] =>
    texts.some(isChanged) ? [{ path, code: "text_changed", says }] : [];
  return [
    ...changed(["title"], title),
    ...Object.entries(sections).flatMap(([name, section]) =>
      changed(["sections", name], section.title, section.introduction),
    ),
    ...Object.entries(items).flatMap(([id, { text, raterNote, responses }]) => [
      ...changed(["items", id, "text"], ...Object.values(text)),
      ...changed(["items", id, "raterNote"], raterNote),
      ...Object.entries(responses.kind === "choice" ? responses.options : {}).flatMap(([code, { label }]) =>
        changed(["items", id, "responses", code], label),
      ),
    ]),
  ];
}

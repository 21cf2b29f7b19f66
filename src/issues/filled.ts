/**
 * A template with its places filled in, once: what is put in is not read as a template again.
 *
 * @example
 * filled("{item} is {codes}", { item: "adult", codes: "{item}" }); // => "adult is {item}"
 */
export function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}

import {
  type Issue,
  languageFaults,
  mustBeObject,
  mustHave,
  type Parsed,
  type Path,
  parsed,
  recordOf,
  textFaults,
} from "../issues/index.ts";
import { contentHash } from "./content-hash.ts";
import { deepFreeze } from "./deep-freeze.ts";

/** Content that has words: an instrument, a typology, a definition, or anything else with an id and a version. */
export interface Versioned {
  readonly id: string;
  readonly version: string;
}

/**
 * All words of one piece of content in one language. `texts` are keyed by their place in it; `grounds`, which say what
 * the content rests on and repeat a good deal, by the words they stand for.
 */
export interface Wordings {
  /** The language of the words, as a BCP 47 tag. */
  readonly lang: string;
  /** The version of the wordings themselves, such as `1.0.0`. */
  readonly version: string;
  /** The content that they were written for, to the letter. */
  readonly of: Versioned & { readonly hash: string };
  readonly texts: Readonly<Record<string, string>>;
  readonly grounds: Readonly<Record<string, string>>;
}

/**
 * Every word of a piece of content as its catalogue: what a translator starts from. A form inside it has its own.
 *
 * @throws {AssessmentError} `malformed` for what has no version
 * @example
 * wordingsOf(quickScreen).texts["items.danger_now.text.target"];
 * // => "Are you, or is anyone else, in danger from this person right now?"
 */
export function wordingsOf(content: Versioned, options: { readonly lang?: string } = {}): Wordings {
  mustHave(content, "version", "content");
  mustBeObject(options, "options");
  const { lang = "en" } = options;
  const { id, version } = content;
  const texts: Record<string, string> = {};
  const grounds: Record<string, string> = {};
  rewritten(content, [], (text, path) => {
    if (path.includes(groundField)) grounds[text] = text;
    else texts[path.join(".")] = text;
    return text;
  });
  return deepFreeze({ lang, version: "1.0.0", of: { id, version, hash: contentHash(content) }, texts, grounds });
}

/**
 * The content in the words of a catalogue, which is complete or refused: nothing is ever filled in from another
 * language. Ids, codes and rules are the same; the version tells which words were shown, as in `0.2.1+cy.1.0.0`.
 *
 * @returns issues `malformed`, `version_mismatch` (written for other content), `missing_text`, `unknown_text`, all of
 *   them, each with the name of its text
 * @throws {AssessmentError} as `wordingsOf`
 * @example
 * const result = inWordings(quickScreen, { ...wordingsOf(quickScreen), lang: "cy", texts: {} });
 * result.ok ? [] : result.issues[0].path; // => ["texts", "title"]
 */
export function inWordings<T extends Versioned>(content: T, catalogue: unknown): Parsed<T> {
  const english = wordingsOf(content);
  const { lang, version, of, texts, grounds, ...others } = recordOf(catalogue);
  const [says, rests] = [recordOf(texts), recordOf(grounds)];
  const written = recordOf(of);
  const isSame = (["id", "version", "hash"] as const).every((key) => written[key] === english.of[key]);
  const issues: readonly Issue[] = [
    ...languageFaults(lang),
    ...(typeof version === "string" && /^\d+\.\d+\.\d+$/.test(version)
      ? []
      : [{ code: "malformed", path: ["version"], expected: ["such as 1.0.0"] } as const]),
    ...(isSame ? [] : [{ code: "version_mismatch", path: ["of"], expected: Object.values(english.of) } as const]),
    ...Object.keys(others).map((key): Issue => ({ code: "unknown_text", path: [key] })),
    ...textFaults("texts", english.texts, says),
    ...textFaults("grounds", english.grounds, rests),
  ];
  return parsed(() => {
    const said = rewritten(content, [], (text, path) =>
      path.includes(groundField) ? String(rests[text]) : String(says[path.join(".")]),
    );
    // Only texts were put in the place of texts, so it has the shape that it had.
    return deepFreeze({ ...said, version: `${content.version}+${String(lang)}.${String(version)}` }) as T;
  }, issues);
}

/** What holds what something rests on. Sources are named by key, and their titles are never translated. */
const groundField = "basis";

/** The fields that hold words, wherever they stand. Every other text is an id, a code or a version. */
const wordFields: ReadonlySet<string> = new Set([
  ...["title", "purpose", "referencePeriod", "current", "validation", "introduction"],
  ...["target", "rater", "text", "construct", "raterNote", "label", "means", "forTarget", "asks", "says", "interrupts"],
  ...["intendedUse", "reason", "note", "when"],
  // of a published sample
  ...["setting", "caseDefinition", "nNote", "inWords"],
]);
const wordLists: ReadonlySet<string> = new Set(["mayUse", "notFor", "notAbout", "before", "limits", "notes"]);

type Rewrite = (text: string, path: Path) => string;

/** Plain data with every text in it replaced, in a fixed order. */
function rewritten<T>(value: T, path: Path, rewrite: Rewrite): T;
function rewritten(value: unknown, path: Path, rewrite: Rewrite): unknown {
  const here = String(path.at(-1) ?? "");
  if (typeof value === "string") {
    const inList = typeof path.at(-1) === "number" && wordLists.has(String(path.at(-2) ?? ""));
    return inList || wordFields.has(here) ? rewrite(value, path) : value;
  }
  if (Array.isArray(value)) return value.map((part, at) => rewritten(part, [...path, at], rewrite));
  if (typeof value !== "object" || value === null || (path.length > 0 && isForm(value))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, rewritten<unknown>(part, [...path, key], rewrite)]),
  );
}

const isForm = (value: object): boolean => Object.hasOwn(value, "items") && Object.hasOwn(value, "indicators");

import { type Issue, type Path, shapeOf } from "../issues/index.ts";
import type { Entry, EntryOf, Episode } from "./case-record.ts";
import type { History } from "./history.ts";
import { isObject, partOf } from "./part-of.ts";
import { isCode, isPseudonym } from "./pseudonym.ts";
import { earliest, isPartialDate, isTime, latest } from "./times.ts";

/** What is wrong with an entry of sound structure, given those before it. Its place is `path`. */
export function checkEntry(entry: Entry, history: History, path: Path): readonly Issue[] {
  return [
    ...checkNames(entry, path),
    ...checkTime(entry, history, path),
    ...(history.entries.has(entry.id) ? [{ code: "duplicate_name", path: [...path, "id"] } as const] : []),
    ...checkEpisode(entry, history, path),
    ...checkSupersedes(entry, history, path),
    ...checkContent(entry, history, [...path, "content"]),
    ...checkChained(entry, history, path),
  ];
}

/** What is wrong with an episode, apart from what others say of it. */
export function checkEpisodeParts({ id, personOfConcern, target, from, to }: Episode, path: Path): readonly Issue[] {
  return [
    ...codeFault(id, [...path, "id"]),
    ...pseudonymFault(personOfConcern, [...path, "personOfConcern"]),
    ...pseudonymFault(target, [...path, "target"]),
    ...(personOfConcern === target ? [malformed([...path, "target"], "another id than personOfConcern")] : []),
    ...periodFaults({ from, to }, path),
  ];
}

export function pseudonymFault(text: string, path: Path): readonly Issue[] {
  return isPseudonym(text)
    ? []
    : [
        {
          code: "not_pseudonymous",
          path,
          expected: ["a code with a digit in it, such as p-014"],
          shape: shapeOf(text),
        },
      ];
}

export function timeFault(text: string, path: Path): readonly Issue[] {
  return isTime(text) ? [] : [malformed(path, "YYYY-MM-DD", "YYYY-MM-DDTHH:MM:SSZ")];
}

function codeFault(text: string, path: Path): readonly Issue[] {
  return isCode(text)
    ? []
    : [
        {
          code: "not_pseudonymous",
          path,
          expected: ["letters, digits and . _ : - with at most six digits in a row"],
          shape: shapeOf(text),
        },
      ];
}

const malformed = (path: Path, ...expected: readonly string[]): Issue => ({ code: "malformed", path, expected });

/** Every short text that is a code or a pseudonym. */
function checkNames(entry: Entry, path: Path): readonly Issue[] {
  const { id, by, episode, supersedes, statements = [] } = entry;
  const named: readonly (readonly [string | undefined, Path])[] = [
    [id, ["id"]],
    [by, ["by"]],
    [episode, ["episode"]],
    [supersedes, ["supersedes"]],
    ...statements.map(({ source }, at) => [source, ["statements", at, "source"]] as const),
    ...codesIn(entry).map(([text, ...place]) => [text, ["content", ...place]] as const),
  ];
  return named.flatMap(([text, place]) => (text === undefined ? [] : codeFault(text, [...path, ...place])));
}

type Placed = readonly [string | undefined, ...(string | number)[]];

function codesIn({ kind, content }: Entry): readonly Placed[] {
  const listed = (list: readonly string[] | undefined, name: string): readonly Placed[] =>
    (list ?? []).map((text, at) => [text, name, at]);
  switch (kind) {
    case "referral":
      return [
        [content.agency, "agency"],
        [content.reference, "reference"],
      ];
    case "assessment":
      return [
        [content.instrument.id, "instrument", "id"],
        [content.respondent, "respondent"],
        [content.producedBy.function, "producedBy", "function"],
        [content.producedBy.rules?.id, "producedBy", "rules", "id"],
        ...listed(content.informationSources, "informationSources"),
      ];
    case "review":
      return [[content.of, "of"], [content.judgement, "judgement"], ...listed(content.seen, "seen")];
    case "override":
      return [
        [content.of, "of"],
        [content.part, "part"],
        [content.from, "from"],
        [content.to, "to"],
        [content.secondPerson, "secondPerson"],
        ...listed(content.scale, "scale"),
      ];
    case "consultation":
      return [[content.agency, "agency"], ...listed(content.about, "about")];
    case "signposting":
      return [[content.service, "service"], ...listed(content.about, "about")];
    case "management_step":
      return [
        [content.step, "step"],
        [content.agency, "agency"],
      ];
    case "monitoring":
      return listed(content.signs, "signs");
    default:
      return [];
  }
}

function checkTime({ at }: Entry, { reached }: History, path: Path): readonly Issue[] {
  const place = [...path, "at"];
  const fault = timeFault(at, place);
  return fault.length > 0 || latest(at) >= reached ? fault : [{ code: "time_goes_back", path: place }];
}

function checkEpisode({ episode }: Entry, { episodes }: History, path: Path): readonly Issue[] {
  return episode === undefined || episodes.has(episode)
    ? []
    : [{ code: "unknown_episode", path: [...path, "episode"], expected: [...episodes.keys()] }];
}

function checkSupersedes(entry: Entry, { entries, superseded }: History, path: Path): readonly Issue[] {
  const { supersedes, kind, at } = entry;
  if (supersedes === undefined) return [];
  const place = [...path, "supersedes"];
  const earlier = entries.get(supersedes);
  if (earlier === undefined) return [{ code: "unknown_entry", path: place }];
  // An episode that entries belong to cannot be taken away from under them.
  const anyKind = (kind === "correction" || kind === "withdrawal") && earlier.kind !== "episode";
  const sameEpisode = (anyKind && entry.episode === undefined) || episodeOf(entry) === episodeOf(earlier);
  return [
    ...(superseded.has(supersedes) ? [{ code: "already_superseded", path: place } as const] : []),
    ...(isTime(at) && latest(at) < earliest(earlier.at) ? [{ code: "supersedes_later", path: place } as const] : []),
    ...((anyKind || kind === earlier.kind) && sameEpisode ? [] : [{ code: "wrong_kind", path: place } as const]),
  ];
}

const episodeOf = (entry: Entry): string | undefined => (entry.kind === "episode" ? entry.content.id : entry.episode);

function checkContent(entry: Entry, history: History, path: Path): readonly Issue[] {
  switch (entry.kind) {
    case "episode":
      return checkNewEpisode(entry.content, history, path);
    case "assessment": {
      const { asOf, window } = entry.content;
      return [
        ...dateFault(asOf, [...path, "asOf"]),
        ...periodFaults(window, [...path, "window"]),
        ...notYetFault(asOf, entry, [...path, "asOf"]),
        ...notYetFault(window.to, entry, [...path, "window", "to"]),
      ];
    }
    case "monitoring":
      return dateFault(entry.content.next ?? null, [...path, "next"]);
    case "review": {
      const { agrees, reason } = entry.content;
      return [...checkSubject(entry, history, path), ...(agrees === "yes" ? [] : needsReason(reason, path))];
    }
    case "override":
      return [...checkSubject(entry, history, path), ...checkPart(entry, history, path), ...checkOverride(entry, path)];
    default:
      return [];
  }
}

function checkNewEpisode(episode: Episode, { episodes }: History, path: Path): readonly Issue[] {
  const before = episodes.get(episode.id);
  const changed = (["personOfConcern", "target"] as const).filter(
    (part) => before !== undefined && before[part] !== episode[part],
  );
  return [
    ...checkEpisodeParts(episode, path),
    ...changed.map((part) => malformed([...path, part], "the same person as before; other people are another episode")),
  ];
}

/** A review and an override are of an assessment that still stands, in the same episode. */
function checkSubject(entry: EntryOf<"review"> | EntryOf<"override">, history: History, path: Path): readonly Issue[] {
  const place = [...path, "of"];
  const subject = history.entries.get(entry.content.of);
  if (subject === undefined) return [{ code: "unknown_entry", path: place }];
  const sameEpisode = entry.episode === undefined || entry.episode === subject.episode;
  return [
    ...(history.superseded.has(subject.id) ? [{ code: "already_superseded", path: place } as const] : []),
    ...(subject.kind === "assessment" && sameEpisode ? [] : [{ code: "wrong_kind", path: place } as const]),
  ];
}

/**
 * An override of a level that a result holds sets aside what the result says, on the level's own scale: otherwise a value
 * that is lowered could be written down as one that is raised, or as one that is on no scale.
 */
function checkPart({ content }: EntryOf<"override">, { entries }: History, path: Path): readonly Issue[] {
  const { of, part, from, scale } = content;
  const subject = entries.get(of);
  const result = subject?.kind === "assessment" ? subject.content.result : undefined;
  const [levels, indicators] = [partOf(result, "levels"), partOf(result, "indicators")];
  if (!isObject(levels)) return [];
  const level = partOf(levels, part);
  if (level === undefined) {
    const known = [...Object.keys(levels), ...(isObject(indicators) ? Object.keys(indicators) : [])];
    return known.includes(part) ? [] : [malformed([...path, "part"], ...known)];
  }
  const names = namesIn(partOf(level, "possible"));
  const changed = [...entries.values()].some(
    ({ kind, content: earlier }) =>
      kind === "override" && earlier.of === of && earlier.part === part && earlier.to === from,
  );
  const ordered = partOf(level, "ordered") === true;
  // A result lists outcomes from the most concern to the least.
  const known = namesIn(partOf(level, "outcomes"));
  const places = (scale ?? []).map((name) => known.indexOf(name));
  const inOrder =
    places.length > 0 && places.every((place, at) => place >= 0 && place < (places[at - 1] ?? known.length));
  return [
    ...(names.includes(from) || changed ? [] : [malformed([...path, "from"], "a value that the result has")]),
    ...(ordered && !inOrder
      ? [malformed([...path, "scale"], "the outcomes of the level, from the least concern to the most")]
      : []),
  ];
}

const namesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];

function checkOverride({ by, content }: EntryOf<"override">, path: Path): readonly Issue[] {
  const { from, to, scale, reason, secondPerson } = content;
  if (scale === undefined) return needsReason(reason, path);
  const [low, high] = [scale.indexOf(from), scale.indexOf(to)];
  const twice = scale.filter((value, at) => scale.indexOf(value) !== at);
  const faults = [
    ...(twice.length > 0 ? [{ code: "duplicate_name", path: [...path, "scale"] } as const] : []),
    ...(low < 0 ? [malformed([...path, "from"], "a value of the scale")] : []),
    ...(high < 0 ? [malformed([...path, "to"], "a value of the scale")] : []),
  ];
  if (faults.length > 0 || high > low) return faults;
  const another = secondPerson !== undefined && secondPerson.toLowerCase() !== by.toLowerCase();
  return [
    ...needsReason(reason, path),
    ...(another
      ? []
      : [
          { code: "needs_second_person", path: [...path, "secondPerson"], expected: ["someone else than by"] } as const,
        ]),
  ];
}

function needsReason(reason: string | undefined, path: Path): readonly Issue[] {
  return reason === undefined || reason.trim() === "" ? [{ code: "needs_reason", path: [...path, "reason"] }] : [];
}

/** Both of a chain's digests or neither; and once a record is chained, it stays so. */
function checkChained({ previousDigest, digest }: Entry, { chained }: History, path: Path): readonly Issue[] {
  if ((previousDigest === undefined) !== (digest === undefined)) {
    return [malformed([...path, digest === undefined ? "digest" : "previousDigest"], "both digests or neither")];
  }
  return chained && digest === undefined ? [{ code: "not_chained", path }] : [];
}

function dateFault(date: string | null, path: Path): readonly Issue[] {
  return date === null || isPartialDate(date) ? [] : [malformed(path, "YYYY", "YYYY-MM", "YYYY-MM-DD", "null")];
}

/** Nobody can look at answers on a day that had not come when they were written down, on any clock in the world. */
function notYetFault(date: string | null, { at }: Entry, path: Path): readonly Issue[] {
  if (date === null || !isPartialDate(date) || !isTime(at)) return [];
  const aDay = 86_400_000;
  return Date.parse(earliest(date)) > Date.parse(latest(at)) + aDay
    ? [malformed(path, "a day that had come when the entry was written")]
    : [];
}

function periodFaults({ from, to }: { readonly from: string | null; readonly to: string | null }, path: Path) {
  const faults = [...dateFault(from, [...path, "from"]), ...dateFault(to, [...path, "to"])];
  const backwards = faults.length === 0 && from !== null && to !== null && latest(to) < earliest(from);
  return backwards ? [{ code: "time_goes_back", path: [...path, "to"] } as const] : faults;
}

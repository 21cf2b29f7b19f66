import type { CaseRecord, Entry, Episode } from "./case-record.ts";
import { earliest } from "./times.ts";

/** What the entries so far come to, as far as a further one can refer to it. */
export interface History {
  readonly entries: Map<string, Entry>;
  /** From the id of an entry to the id of the one in its place. */
  readonly superseded: Map<string, string>;
  readonly episodes: Map<string, Episode>;
  /** The latest moment that the times so far are certain to have reached. */
  reached: string;
  chained: boolean;
}

/** The history of a record before its first entry. */
export function historyOf({ createdAsOf, episodes }: Omit<CaseRecord, "entries">): History {
  return {
    entries: new Map(),
    superseded: new Map(),
    episodes: new Map(episodes.map((episode) => [episode.id, episode])),
    reached: earliest(createdAsOf),
    chained: false,
  };
}

/** Takes an entry into a history. */
export function remember(history: History, entry: Entry): void {
  history.entries.set(entry.id, entry);
  if (entry.supersedes !== undefined) history.superseded.set(entry.supersedes, entry.id);
  if (entry.kind === "episode") history.episodes.set(entry.content.id, entry.content);
  const at = earliest(entry.at);
  if (at > history.reached) history.reached = at;
  if (entry.digest !== undefined) history.chained = true;
}

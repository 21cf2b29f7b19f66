import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../instrument/index.ts";
import { AssessmentError, mustHave } from "../issues/index.ts";
import type { CaseRecord, Entry, NewEntry } from "./case-record.ts";

/** The least length of a key, in bytes: that of the digest. */
export const keyLength = 32;

/** A place where a record is not what its chain was made over. */
export interface ChainBreak {
  /** Position among the entries, from 0. */
  readonly index: number;
  readonly entry: string | null;
  /**
   * `altered`: the entry is not the one that was digested. `unlinked`: what stands before it is not what stood there.
   * `missing`: it has no digest. `cut_off`: the digest that the caller kept stands nowhere in the chain.
   */
  readonly fault: "altered" | "unlinked" | "missing" | "cut_off";
}

/** What a chain says of a record. */
export interface ChainReport {
  readonly intact: boolean;
  readonly breaks: readonly ChainBreak[];
  /** The last entry's digest. Kept elsewhere, it shows later whether the end was cut off. */
  readonly lastDigest: string | null;
}

/**
 * The keyed digest (HMAC-SHA-256, 64 hexadecimal digits) of an entry, without its own `digest`, or of a whole record.
 *
 * There is none without a key: answers have so few possible values that a plain hash of them can be undone by trying.
 * The package makes and keeps no key. Whoever has the key and the record can rewrite both, so keep them apart.
 *
 * @param key At least 32 bytes, from a source of random bytes.
 * @throws {AssessmentError} `bad_key`
 * @example
 * const key = new Uint8Array(32).fill(7); // an example; a real key is random
 * const begun = startRecord({ id: "case-1", createdAsOf: "2026-01-05", episodes: [] });
 * begun.ok && digest(begun.value, key).length; // => 64
 */
export function digest(part: Entry | NewEntry | CaseRecord, key: Uint8Array): string {
  if (!(key instanceof Uint8Array) || key.length < keyLength) {
    throw new AssessmentError([{ code: "bad_key", path: ["key"], expected: [`${keyLength} bytes or more`] }]);
  }
  const { digest: _, ...rest } = part as Entry;
  return bytesToHex(hmac(sha256, key, utf8ToBytes(canonicalJson(rest))));
}

/** An entry with its two digests, as the next of a record. */
export function chained(entry: NewEntry, record: CaseRecord, key: Uint8Array): Entry {
  const linked = { ...entry, previousDigest: linkAfter(record, record.entries.length, key) };
  return { ...linked, digest: digest(linked, key) } as Entry;
}

/**
 * Where a record differs from the one that was chained with this key, if anywhere. An entry changed, taken out, put in or
 * moved is found, and so is a change of the record's own parts once it has a chained entry. Only the end can be cut off
 * unseen, unless `keptDigest` is given: the `lastDigest` of an earlier report, from where you keep it.
 *
 * A wrong key looks like a change of every entry. A record that was never chained is not intact: every entry is `missing`.
 *
 * @throws {AssessmentError} `bad_key`
 * @example
 * const key = new Uint8Array(32).fill(7);
 * const begun = valueOrThrow(startRecord({ id: "case-1", createdAsOf: "2026-01-05", episodes: [] }));
 * const referral = { id: "n1", kind: "referral", at: "2026-01-05", by: "desk", content: { agency: "police" } } as const;
 * const record = valueOrThrow(appendEntry(begun, referral, { key }));
 * verifyChain(record, key).intact; // => true
 * verifyChain({ ...record, createdAsOf: "2026-01-04" }, key).breaks; // => [{ index: 0, entry: "n1", fault: "unlinked" }]
 */
export function verifyChain(
  record: CaseRecord,
  key: Uint8Array,
  { keptDigest }: { readonly keptDigest?: string } = {},
): ChainReport {
  mustHave(record, "entries", "record");
  const { entries } = record;
  const first = entries.findIndex((entry) => entry.digest !== undefined);
  const breaks = entries.flatMap((entry, index): ChainBreak[] => {
    const broken = (fault: ChainBreak["fault"]) => ({ index, entry: entry.id, fault });
    // What stands before the first digest is covered by it; half a link is a digest taken off.
    const covered = index < first && entry.previousDigest === undefined;
    if (entry.digest === undefined) return covered ? [] : [broken("missing")];
    return [
      ...(digest(entry, key) === entry.digest ? [] : [broken("altered")]),
      ...(linkAfter(record, index, key) === entry.previousDigest ? [] : [broken("unlinked")]),
    ];
  });
  const lastDigest = entries.at(-1)?.digest ?? null;
  if (keptDigest !== undefined && !entries.some((entry) => entry.digest === keptDigest)) {
    breaks.push({ index: entries.length, entry: null, fault: "cut_off" });
  }
  digest(record, key); // a bad key is refused even if there is nothing to check
  return { intact: breaks.length === 0, breaks, lastDigest };
}

/** What the entry at a position is linked to: the digest before it, or that of all that stands before it. */
function linkAfter(record: CaseRecord, index: number, key: Uint8Array): string {
  const before = record.entries[index - 1]?.digest;
  return before ?? digest({ ...record, entries: record.entries.slice(0, index) }, key);
}

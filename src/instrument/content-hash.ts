import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { wrongArgument } from "../issues/index.ts";

const found = new WeakMap<object, string>();

/**
 * SHA-256 of a value's canonical JSON (RFC 8785), as 64 hexadecimal digits. Key order does not matter.
 * It is for shipped and declared content only: answers have so few possible values that a hash of them can be undone.
 *
 * @throws {AssessmentError} `malformed` for what is no object, or holds what JSON has no form for
 * @example
 * contentHash({ b: 1, a: 2 }) === contentHash({ a: 2, b: 1 }); // => true
 */
export function contentHash(content: object): string {
  if (Object(content) !== content) throw wrongArgument("content", "object", content);
  const before = found.get(content);
  if (before !== undefined) return before;
  const hash = bytesToHex(sha256(utf8ToBytes(canonicalJson(content))));
  if (Object.isFrozen(content)) found.set(content, hash);
  return hash;
}

/**
 * Canonical JSON (RFC 8785): sorted keys, no spaces, so that equal values give equal bytes. `undefined` gives `null`.
 *
 * @throws {AssessmentError} `malformed` for what JSON has no form for, such as `NaN`
 * @example
 * canonicalJson({ b: 1, a: [true] }); // => '{"a":[true],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  try {
    return canonicalize(value) ?? "null";
  } catch {
    throw wrongArgument("value", "plain data", value);
  }
}

import type { Compressors } from "hyparquet";
import { missingPeer } from "./missing-peer.ts";

/**
 * What reads Parquet: hyparquet, with the codecs that it leaves to others.
 *
 * @throws {AssessmentError} `wrong_usage` if it is not installed
 */
export async function parquetReader() {
  try {
    const [{ parquetMetadataAsync, parquetRead }, { compressors }] = await Promise.all([
      import("hyparquet"),
      import("hyparquet-compressors"),
    ]);
    return { parquetMetadataAsync, parquetRead, compressors: allowingNothing(compressors) };
  } catch {
    throw missingPeer("parquet", "hyparquet hyparquet-compressors");
  }
}

/** The same codecs, of which some have no way to decompress a page that holds nothing. */
function allowingNothing(compressors: Compressors): Compressors {
  return Object.fromEntries(
    Object.entries(compressors).map(([name, decompress]) => [
      name,
      (input: Uint8Array, length: number) => (length === 0 ? new Uint8Array() : decompress(input, length)),
    ]),
  );
}

/**
 * What writes Parquet.
 *
 * @throws {AssessmentError} `wrong_usage` if it is not installed
 */
export async function parquetLibrary() {
  try {
    return await import("hyparquet-writer");
  } catch {
    throw missingPeer("parquet", "hyparquet-writer");
  }
}

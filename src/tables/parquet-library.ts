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
    return { parquetMetadataAsync, parquetRead, compressors };
  } catch {
    throw missingPeer("parquet", "hyparquet hyparquet-compressors");
  }
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

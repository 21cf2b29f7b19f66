import { duckdb } from "../sql/index.ts";
import { missingPeer } from "./missing-peer.ts";

/** DuckDB in memory, which can reach the named files and nothing else. */
export interface DuckdbSession {
  /** Runs a statement and gives its columns. */
  run(statement: string): Promise<readonly (readonly unknown[])[]>;
  close(): void;
}

/**
 * Starts DuckDB. It reads and writes the paths given and no others, loads no extensions, keeps nothing on the disk, and
 * gives rows in the order of their table if a statement joins none; none of this can be changed once it runs.
 *
 * @throws {AssessmentError} `wrong_usage` if it is not installed
 */
export async function duckdbSession(paths: readonly string[], threads?: number): Promise<DuckdbSession> {
  const { DuckDBInstance } = await library();
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const session: DuckdbSession = {
    run: async (statement) => (await connection.runAndReadAll(statement)).getColumns(),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
  const settings = [
    ...(threads === undefined ? [] : [`threads = ${threads}`]),
    `allowed_paths = [${paths.map(duckdb.text).join(", ")}]`,
    "temp_directory = ''",
    "autoinstall_known_extensions = false",
    "autoload_known_extensions = false",
    "enable_external_access = false",
    "lock_configuration = true",
  ];
  for (const setting of settings) await session.run(`SET ${setting}`);
  return session;
}

async function library() {
  try {
    return await import("@duckdb/node-api");
  } catch {
    throw missingPeer("engine", "@duckdb/node-api");
  }
}

import { duckdb } from "./duckdb.ts";
import { postgres } from "./postgres.ts";
import { spark } from "./spark.ts";

/** Every dialect, by its id. */
export const dialects = { duckdb, postgres, spark } as const;

export { classifySql } from "./classify-sql.ts";
export type { Dialect } from "./dialect.ts";
export { dialects } from "./dialects.ts";
export { duckdb } from "./duckdb.ts";
export type { SqlOptions, SqlStatement } from "./options.ts";
export { postgres } from "./postgres.ts";
export { scoreSql } from "./score-sql.ts";
export { spark } from "./spark.ts";

// Prints a PostgreSQL function that scores answers given as JSON: node make-function.mjs | psql
import { imminentConcern } from "stalker-typology/content/instruments/imminent-concern";
import { postgres, scoreSql } from "stalker-typology/sql";

const { identifier, text } = postgres;
const { statement, columns } = scoreSql(imminentConcern, { dialect: postgres, table: "given" });
const cells = Object.keys(imminentConcern.items).map((item) => `answers->>${text(item)} AS ${identifier(item)}`);

console.log(`CREATE OR REPLACE FUNCTION score_imminent(answers jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $score$
WITH given AS (SELECT ${cells.join(", ")})
SELECT to_jsonb(result) FROM (SELECT ${columns.map(identifier).join(", ")} FROM (${statement}) AS scored) AS result
$score$;`);

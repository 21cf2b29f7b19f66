import { type Profile, profileScope } from "../../definition/index.ts";
import { AssessmentError } from "../../issues/index.ts";
import {
  classifySql,
  type Dialect,
  dialects,
  profileSql,
  type SqlOptions,
  type SqlStatement,
  scoreSql,
} from "../../sql/index.ts";
import { mapFrom } from "../column-map-file.ts";
import { type Command, type Given, usageError } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { expects } from "../expects.ts";
import { say } from "../io.ts";
import { allInstruments, allProfiles, typologyOf } from "../registry.ts";

/** `sql`: a form's rules as one statement for a database engine. */
export const sqlCommand: Command = {
  name: "sql",
  summary: "Print one SQL statement that classifies or scores every row of a table. It prints and does not run it.",
  arguments: [{ name: "ID", says: "an instrument or a definition, as list prints it" }],
  options: {
    dialect: { type: "string", value: "D", says: Object.keys(dialects).join(", ") },
    table: { type: "string", value: "T", says: "the table or view; schema.table for one in a schema" },
    columns: { type: "string", value: "A,B", says: "every column of the table, if known: others are refused" },
    absent: {
      type: "string",
      value: "A,B",
      says: "items that the table has no column for: they are read as not asked",
    },
    prefix: { type: "string", value: "P", says: "put before the name of each added column" },
    map: { type: "string", value: "FILE", says: "JSON: which column holds which item (columns)" },
    levels: { type: "boolean", says: "for ssb-type: its rules as score reads them, in place of the types" },
    "as-of": {
      type: "string",
      value: "DAY",
      says: "the day as of which a form is scored, or that a definition is about, YYYY-MM-DD",
    },
  },
  notes: [
    "Its rows are the table's rows: the table's columns, then faults (items whose cell is not listed), then the results.",
    "A row with faults has no results. With --json: the statement, the columns it adds and what SQL does not hold.",
    "",
  ],
  examples: [
    "stalker-typology sql ssb-type --dialect duckdb --table cases",
    "stalker-typology sql ssb-quick --dialect postgres --table public.cases --json",
  ],
  async run(given, io) {
    const [id] = given.arguments;
    if (id === undefined) throw usageError("sql", expects("expected.instrument_or_definition"));
    const { statement, columns, leftOut } = await statementFor(id, given);
    const text = given.flag("json") ? JSON.stringify({ statement, columns, left_out: leftOut }) : statement;
    await say(io.stdout, `${text}\n`);
    return exitCodes.done;
  },
};

async function statementFor(id: string, given: Given): Promise<SqlStatement> {
  const profile = allProfiles.find((each) => each.id === id);
  if (profile !== undefined) return profileSql(profile, { ...(await optionsFrom(given, profile)), ...asOfFrom(given) });
  const instrument = allInstruments.find((each) => each.id === id);
  if (instrument === undefined) throw usageError(id, ...[...allInstruments, ...allProfiles].map((each) => each.id));
  const options = await optionsFrom(given, instrument);
  const typology = typologyOf(instrument);
  if (typology === undefined || given.flag("levels")) return scoreSql(instrument, { ...options, ...asOfFrom(given) });
  if (given.text("as-of") !== undefined) throw usageError("--as-of", expects("expected.scored_or_definition"));
  return classifySql(typology, options);
}

function asOfFrom(given: Given): { readonly asOf?: string } {
  const asOf = given.text("as-of");
  return asOf === undefined ? {} : { asOf };
}

async function optionsFrom(given: Given, of: Profile | (typeof allInstruments)[number]): Promise<SqlOptions> {
  const table = given.text("table");
  if (table === undefined) throw usageError("--table", expects("expected.table"));
  const items = Object.keys("scope" in of ? profileScope(of).items : of.items);
  const [known, absent, prefix] = [listFrom(given, "columns"), listFrom(given, "absent"), given.text("prefix")];
  const { columns, codes } = await mapFrom(given.text("map"), items, () => []);
  if (Object.keys(codes).length > 0) {
    throw new AssessmentError([{ code: "bad_map", path: ["codes"], expected: [expects("expected.columns_only")] }]);
  }
  return {
    dialect: dialectNamed(given.text("dialect")),
    table: table.split("."),
    columns,
    ...(absent === undefined ? {} : { absent }),
    ...(known === undefined ? {} : { tableColumns: known }),
    ...(prefix === undefined ? {} : { prefix }),
  };
}

function listFrom(given: Given, option: string): readonly string[] | undefined {
  return given.text(option)?.split(",");
}

function dialectNamed(name = "--dialect"): Dialect {
  const all: Readonly<Record<string, Dialect>> = dialects;
  const found = Object.hasOwn(all, name) ? all[name] : undefined;
  if (found === undefined) throw usageError(name, ...Object.keys(dialects));
  return found;
}

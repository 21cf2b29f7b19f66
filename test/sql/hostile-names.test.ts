import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dialects } from "../../src/sql/dialects.ts";
import { classifySql, type Dialect } from "../../src/sql/index.ts";
import { type Engine, engines } from "../support/engines.ts";
import { AssessmentError, fiveTypes } from "../support/library.ts";

const [adult = "", wanted = "", ...others] = ["adult", "wants_back", ...Object.keys(fiveTypes.instrument.items)].filter(
  (item, at, all) => all.indexOf(item) === at,
);

/** Names that try to end their quotes, to start a statement, to comment the rest out, or to look like another name. */
const names = [
  'a"; DROP TABLE kept; --',
  'a"" b',
  "a`; DROP TABLE kept; --",
  "a'; DROP TABLE kept; --",
  "a]; DROP TABLE kept; --",
  "a */ b /* c",
  "a\\",
  "a.b.c",
  "select",
  "a\nb",
  "$1",
  "%s",
  "é漢👩‍💻",
  " a ",
];

const made = (dialect: Dialect, table: string, columns: readonly [string, string], prefix = "") =>
  classifySql(fiveTypes, {
    dialect,
    table,
    columns: { [adult]: columns[0], [wanted]: columns[1] },
    absent: others,
    prefix,
  });
const codesOf = (work: () => unknown): readonly string[] => {
  try {
    work();
    return [];
  } catch (fault) {
    if (!(fault instanceof AssessmentError)) throw fault;
    return [...new Set(fault.issues.map(({ code }) => code))];
  }
};

describe.each(engines)("Hostile names on %s", (_, open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
    await engine.run("CREATE TABLE kept (x INTEGER)");
  });
  afterAll(() => engine.close());

  it.each(names)("name the table and the columns, and nothing else happens: %j", async (name) => {
    const columns = [`${name}1`, `2${name}`] as const;
    await engine.load(name, columns, [["yes", null]]);
    expect(Object.keys((await engine.run(`SELECT * FROM ${engine.dialect.identifier(name)}`))[0] ?? {})).toEqual(
      columns,
    );
    const { statement, columns: added } = made(engine.dialect, name, columns, "p ");
    const [row = {}] = await engine.run(statement);
    expect(Object.keys(row)).toEqual([...columns, ...added]);
    expect(row["p outcome"]).toBe("insufficient");
    expect(await engine.run("SELECT count(*) AS n FROM kept")).toHaveLength(1);
  });
});

describe.each(engines)("Names that a statement gives, on %s", (_, open) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  it.each(["ssb_table", "SSB_TABLE", "ssb_row"])("may be a column's, read or passed through: %s", async (name) => {
    for (const columns of [
      [name, "b"],
      ["a", name],
    ]) {
      const table = `${name} ${columns.indexOf(name)}`;
      await engine.load(table, columns, [["yes", "kept"]]);
      const { statement, columns: added } = classifySql(fiveTypes, {
        dialect: engine.dialect,
        table,
        columns: { [adult]: columns[0] ?? "" },
        absent: [wanted, ...others],
        tableColumns: columns,
      });
      const [row = {}] = await engine.run(statement);
      expect(Object.keys(row)).toEqual([...columns, ...added]);
      expect([row[columns[1] ?? ""], row.faults]).toEqual(["kept", ""]);
    }
  });
});

it("functions of a user's own that take texts come before none of PostgreSQL's in a statement", async () => {
  const open = engines.find(([title]) => /postgres/i.test(title))?.[1];
  if (open === undefined) throw new Error("no PostgreSQL among the engines");
  const engine = await open();
  await engine.load(
    "cases",
    ["a", "b"],
    [
      ["yes", "no"],
      [null, "yes"],
      ["perhaps", ""],
    ],
  );
  const { statement } = made(engine.dialect, "cases", ["a", "b"]);
  const before = await engine.run(statement);
  for (const [name, takes, gives] of [
    ["array_position", "text[], text", "SELECT 1"],
    ["concat", "text", "SELECT 2"],
  ])
    await engine.run(`CREATE FUNCTION public.${name}(${takes}) RETURNS int LANGUAGE sql AS '${gives}'`);
  expect(await engine.run(statement)).toEqual(before);
  await engine.close();
});

describe.each(Object.entries(dialects))("A name in a statement for %s", (_, dialect) => {
  it("is refused if it is empty, or holds a NUL or an unpaired surrogate", () => {
    for (const name of ["", "a\0b", "a\ud800", "\udc00a", ...dialect.refusedInNames]) {
      expect(codesOf(() => made(dialect, "t", [name, "b"]))).toEqual(["unquotable_name"]);
      expect(codesOf(() => made(dialect, name, ["a", "b"]))).toEqual(["unquotable_name"]);
    }
  });

  it("is refused if the engine would take it for another: cut at its longest, or by letter case", () => {
    const long = "x".repeat(63);
    const cut = codesOf(() => made(dialect, "t", [`${long}1`, `${long}2`]));
    expect(cut).toEqual(dialect.longestName === undefined ? [] : ["too_large"]);
    expect(codesOf(() => made(dialect, "t", ["Q1", "q1"]))).toEqual(dialect.foldsCase ? ["duplicate_name"] : []);
  });

  it("never leaves its quotes, whatever it holds", () => {
    for (const name of names.filter((each) => !dialect.refusedInNames.some((text) => each.includes(text)))) {
      const quoted = dialect.identifier(name);
      const sign = quoted[0] ?? "";
      expect(quoted.slice(1, -1).replaceAll(sign + sign, "")).not.toContain(sign);
      expect(quoted.slice(1, -1).replaceAll(sign + sign, sign)).toBe(name);
    }
  });
});

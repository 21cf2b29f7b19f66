import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allProfiles } from "../../src/content/definitions/index.ts";
import * as instruments from "../../src/content/instruments/index.ts";
import { type Comparison, comparison } from "../support/comparison.ts";
import { formSubject, profileSubject, type Subject, typesSubject } from "../support/equality-subjects.ts";
import { fiveTypes } from "../support/library.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { runInSpark, type SparkJob } from "../support/spark-cluster.ts";

/** Rows of each subject, in thousands: a million in all, the dear ones fewer. */
const thousands: Readonly<Record<string, number>> = {
  "ssb-quick": 150,
  "ssb-warning": 120,
  "ssb-public": 110,
  "ssb-tech": 100,
  "ssb-youth": 80,
  "ssb-monitor": 60,
  "ssb-imminent": 50,
  "ssb-type": 50,
  "ssb-impact": 31,
  "ssb-risk": 20,
  "ssb-conduct": 10,
};
const typesThousands = 200;
/** A smaller run for trying things out; what is claimed rests on the whole. */
const share = Number(process.env.EQUALITY_SHARE ?? 1);

const subjects: readonly (readonly [Subject, number])[] = [
  [typesSubject(fiveTypes), typesThousands * 1000] as const,
  ...Object.values(instruments).map((form) => [formSubject(form), (thousands[form.id] ?? 0) * 1000] as const),
  ...allProfiles.map((profile) => [profileSubject(profile, "2024-03-15"), 1000] as const),
].map(([subject, rows]) => [subject, Math.ceil(rows * share)] as const);

describe("the same rows in every engine", () => {
  const folder = mkdtempSync(join(tmpdir(), "equality-"));
  const jobs: (SparkJob & { readonly subject: Subject; readonly rows: number })[] = [];
  let compare: Comparison;
  let server: PostgresServer;
  beforeAll(async () => {
    server = startPostgres();
    compare = await comparison(folder, server);
  });
  afterAll(async () => {
    await compare.close();
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("a million rows are compared", () => {
    expect(subjects.reduce((sum, [, rows]) => sum + rows, 0)).toBeGreaterThanOrEqual(1_000_000 * share);
    expect(subjects.every(([, rows]) => rows > 0)).toBe(true);
  });

  it.each(subjects.map(([subject, rows]) => [subject.id, rows, subject] as const))(
    "%s, %d rows: closures, columns, DuckDB, PGlite and PostgreSQL give what the interpreter gives",
    async (_, rows, subject) => {
      const prepared = await compare.prepare(subject, rows);
      expect(prepared.disagreements).toEqual([]);
      for (const engine of ["duckdb", "pglite", "postgres"] as const) {
        const { differing, read, split } = await compare.run(engine, subject);
        expect({ engine, differing, read }).toEqual({ engine, differing: [], read: prepared.rows });
        for (const { rule, parts } of split) {
          expect({ engine, rule, sum: parts.reduce((a, b) => a + b, 0) }).toEqual({ engine, rule, sum: prepared.rows });
        }
      }
      jobs.push({ ...compare.sparkJob(subject), subject, rows: prepared.rows });
    },
  );

  it("Spark, with a master and two workers, gives what the interpreter gives", async () => {
    expect(jobs.length).toBeGreaterThan(0);
    const results = await runInSpark(jobs);
    for (const [at, { manifest, row, executors }] of results.entries()) {
      const job = jobs[at];
      if (job === undefined) throw new Error("a result too many");
      const { differing, read, split } = await compare.sparkResult(job.subject, row);
      const { id } = job.subject;
      expect({ id, executors, differing, read, rows: manifest.rows.read }).toEqual({
        id,
        executors: 2,
        differing: [],
        read: job.rows,
        rows: job.rows,
      });
      for (const { rule, parts } of split) {
        expect({ id, rule, sum: parts.reduce((a, b) => a + b, 0) }).toEqual({ id, rule, sum: job.rows });
      }
    }
  }, 1_500_000);
});

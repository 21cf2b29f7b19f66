"""Scores a Parquet data set with a statement that `stalker-typology sql ID --dialect spark --table cases` printed.

Every row of the input is in the output exactly once. The statement has no join, sort or grouping, so each partition is
scored where it lies and no row moves. The rows are counted before, after, and in the files as they were read back; if
the counts differ, the job fails and the output is removed.

    stalker-typology sql ssb-type --dialect spark --table cases > classify.sql
    spark-submit score_job.py --statement classify.sql --input cases.parquet --output scored.parquet

It ends with 0 if every row was written, 2 for wrong usage, 3 for an input that the statement does not fit, 5 for an output
that exists and 6 if counts differ: the numbers of the command line. Nothing is left at the output unless it ends with 0.
"""

import argparse
import hashlib
import json
import os
import sys

from pyspark.errors import AnalysisException
from pyspark.sql import SparkSession, functions


class JobError(ValueError):
    """Why a job cannot be done, with the number that the program ends with."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def score(spark, statement, source, target, view="cases"):
    """Scores `source` into `target` (paths of Parquet) and gives the manifest. Raises JobError, and leaves no output then."""
    if files(spark, target).exists(path(spark, target)):
        raise JobError(5, f"the output exists: {target}")
    # The rules are more than the JVM compiles as one method, which Spark makes of them unless it is told to stop.
    spark.conf.set("spark.sql.codegen.hugeMethodLimit", "8000")
    try:
        rows = spark.read.parquet(source)
        rows.createOrReplaceTempView(view)
        scored = spark.sql(statement)
    except AnalysisException as fault:
        raise JobError(3, str(fault).strip().split("\n")[0]) from fault
    added = scored.columns[len(rows.columns):]
    taken = sorted(name for name in set(scored.columns) if scored.columns.count(name) > 1)
    if taken:
        raise JobError(3, f"the input has columns of the names that are added: {', '.join(taken)}; use --prefix")
    faults = next((name for name in added if name.endswith("faults")), None)
    if faults is None:
        raise JobError(2, "the statement is not one that stalker-typology printed: it adds no column of faults")
    if "Exchange" in scored._jdf.queryExecution().executedPlan().toString():
        raise JobError(2, "the statement would move rows between partitions")
    before = rows.count()
    try:
        scored.write.mode("errorifexists").parquet(target)
        counts = spark.read.parquet(target).agg(
            functions.count("*").alias("rows"),
            functions.count(functions.when(functions.col(faults) != "", 1)).alias("faulty"),
        ).first()
        found = {"read": before, "written": counts["rows"], "scored": counts["rows"] - counts["faulty"],
                 "rejected": counts["faulty"]}
        if counts["rows"] != before:
            raise JobError(6, f"counts differ: {json.dumps(found)}")
    except BaseException:
        files(spark, target).delete(path(spark, target), True)
        raise
    return {
        "job": "score_job.py",
        "engine": f"Spark {spark.version}",
        "statementSha256": hashlib.sha256(statement.encode("utf-8")).hexdigest(),
        "rows": found,
        "partitions": scored.rdd.getNumPartitions(),
        "columnsAdded": added,
        "humanReview": "pending: results advise, people decide",
    }


def path(spark, name):
    return spark._jvm.org.apache.hadoop.fs.Path(name)


def files(spark, name):
    """The file system that a path is on."""
    return path(spark, name).getFileSystem(spark._jsc.hadoopConfiguration())


def main(words):
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--statement", required=True, help="a file with the statement; its table is called cases")
    options.add_argument("--input", required=True, help="Parquet: one row a case")
    options.add_argument("--output", required=True, help="where to write Parquet; it must not exist")
    options.add_argument("--manifest", help="where to write the manifest; standard output if not given")
    given = options.parse_args(words)
    if not os.path.isfile(given.statement):
        options.error(f"no such file: {given.statement}")
    if given.manifest is not None and os.path.exists(given.manifest):
        options.error(f"the manifest exists: {given.manifest}")
    if os.path.exists(given.output):
        return refuse(JobError(5, f"the output exists: {given.output}"))
    with open(given.statement, encoding="utf-8") as file:
        statement = file.read()
    spark = SparkSession.builder.appName("stalker-typology").getOrCreate()
    try:
        manifest = json.dumps(score(spark, statement, given.input, given.output), indent=2)
    except JobError as fault:
        return refuse(fault)
    finally:
        spark.stop()
    if given.manifest is None:
        print(manifest)
    else:
        with open(given.manifest, "x", encoding="utf-8") as file:
            file.write(f"{manifest}\n")
    return 0


def refuse(fault):
    print(f"score_job.py: {fault}", file=sys.stderr)
    return fault.code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

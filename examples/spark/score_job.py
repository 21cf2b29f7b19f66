"""Scores a Parquet data set with a statement that `stalker-typology sql ID --dialect spark --table cases` printed.

Every row of the input is in the output exactly once. The statement has no join, sort or grouping, so each partition is
scored where it lies and no row moves. The rows are counted before, after, and in the files as they were read back; if
the counts differ, the job fails and the output is removed.

    stalker-typology sql ssb-type --dialect spark --table cases > classify.sql
    spark-submit score_job.py --statement classify.sql --input cases.parquet --output scored.parquet
"""

import argparse
import hashlib
import json
import sys

from pyspark.sql import SparkSession, functions


def score(spark, statement, source, target, view="cases"):
    """Scores `source` into `target` (paths of Parquet) and gives the manifest. Raises ValueError if a count differs."""
    rows = spark.read.parquet(source)
    rows.createOrReplaceTempView(view)
    before = rows.count()
    scored = spark.sql(statement)
    plan = scored._jdf.queryExecution().executedPlan().toString()
    if "Exchange" in plan:
        raise ValueError("the statement would move rows between partitions")
    partitions = scored.rdd.getNumPartitions()
    taken = [name for name in scored.columns if scored.columns.count(name) > 1]
    if taken:
        raise ValueError(f"the input has columns of the names that are added: {sorted(set(taken))}; use --prefix")
    scored.write.mode("errorifexists").parquet(target)
    written = spark.read.parquet(target)
    faults = next(name for name in written.columns[len(rows.columns):] if name.endswith("faults"))
    counts = written.agg(
        functions.count("*").alias("rows"),
        functions.count(functions.when(functions.col(faults) != "", 1)).alias("faulty"),
    ).first()
    manifest = {
        "job": "score_job.py",
        "engine": f"Spark {spark.version}",
        "statementSha256": hashlib.sha256(statement.encode("utf-8")).hexdigest(),
        "rows": {"read": before, "written": counts["rows"], "scored": counts["rows"] - counts["faulty"],
                 "rejected": counts["faulty"]},
        "partitions": partitions,
        "columnsAdded": written.columns[len(rows.columns):],
        "humanReview": "pending: results advise, people decide",
    }
    if counts["rows"] != before:
        remove(spark, target)
        raise ValueError(f"counts differ: {json.dumps(manifest['rows'])}")
    return manifest


def remove(spark, path):
    """Removes what was written."""
    target = spark._jvm.org.apache.hadoop.fs.Path(path)
    target.getFileSystem(spark._jsc.hadoopConfiguration()).delete(target, True)


def main(words):
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--statement", required=True, help="a file with the statement; its table is called cases")
    options.add_argument("--input", required=True, help="Parquet: one row a case")
    options.add_argument("--output", required=True, help="where to write Parquet; it must not exist")
    options.add_argument("--manifest", help="where to write the manifest; standard output if not given")
    given = options.parse_args(words)
    with open(given.statement, encoding="utf-8") as file:
        statement = file.read()
    spark = SparkSession.builder.appName("stalker-typology").getOrCreate()
    try:
        manifest = json.dumps(score(spark, statement, given.input, given.output), indent=2)
    finally:
        spark.stop()
    if given.manifest is None:
        print(manifest)
    else:
        with open(given.manifest, "x", encoding="utf-8") as file:
            file.write(f"{manifest}\n")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Classifying in Spark against Spark that only reads the same columns and adds up their lengths, in turn, seven rounds.

Both run with the setting that examples/spark gives: methods that are too long for the JVM to compile are split.
"""

import json
import statistics
import sys
import time

from pyspark.sql import SparkSession


def main(path):
    with open(path, encoding="utf-8") as file:
        job = json.load(file)
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.sql.codegen.hugeMethodLimit", "8000")
    builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
    spark = builder.config("spark.log.level", "OFF").getOrCreate()
    spark.read.parquet(job["parquet"]).createOrReplaceTempView("cases")
    lengths = lambda names: ", ".join(f"sum(length(`{name}`))" for name in names)
    contestants = {
        "Spark: read the columns and add up lengths": f"SELECT count(*), {lengths(job['items'])} FROM cases",
        "Spark: classify and add up lengths": f"SELECT count(*), {lengths(job['columns'])} FROM ({job['statement']}) AS s",
    }
    times = {name: [] for name in contestants}
    for round in range(-2, 7):
        for name, sql in contestants.items():
            start = time.perf_counter()
            (found, *_) = spark.sql(sql).first()
            spent = time.perf_counter() - start
            if found != job["rows"]:
                raise ValueError("rows are missing")
            if round >= 0:
                times[name].append(spent * 1e9 / job["rows"])
    spark.stop()
    base = next(iter(times.values()))
    print(f"\n{job['rows']:,} cases from Parquet in Spark with two threads, for each case")
    for name, spent in times.items():
        ratios = [each / first for each, first in zip(spent, base)]
        ratio = f"{statistics.median(ratios):.2f} x (least {min(ratios):.2f})"
        print(f"  {name:<44} min {min(spent):10.1f} ns  median {statistics.median(spent):10.1f} ns  {ratio}")


if __name__ == "__main__":
    main(sys.argv[1])

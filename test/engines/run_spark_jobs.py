"""Runs the job of examples/spark for each entry of a JSON file, in a Spark master with two workers on this machine."""

import json
import os
import sys

import pyspark
from pyspark.sql import SparkSession

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../examples/spark"))
import score_job  # noqa: E402

os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)


def main(asked, answered, settings):
    with open(asked, encoding="utf-8") as file:
        jobs = json.load(file)
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("tests")
    plain = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.log.level": "ERROR",
    }
    for name, value in {**plain, **json.loads(settings)}.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    results = []
    for job in jobs:
        manifest = score_job.score(spark, job["statement"], job["input"], job["output"])
        row = []
        if "check" in job:
            spark.read.parquet(job["output"]).createOrReplaceTempView("scored")
            row = [int(cell) for cell in spark.sql(job["check"]).first()]
        executors = spark._jsc.sc().statusTracker().getExecutorInfos()
        results.append({"manifest": manifest, "row": row, "executors": len(executors) - 1})
    spark.stop()
    with open(answered, "w", encoding="utf-8") as file:
        json.dump(results, file)


if __name__ == "__main__":
    main(*sys.argv[1:4])

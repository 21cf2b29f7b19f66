"""Scores a file of cases with the command line and reads its Parquet: python read_scored.py cases.csv"""

import json
import subprocess
import sys

import pyarrow.parquet

cases = sys.argv[1]
subprocess.run(
    ["npx", "stalker-typology", "classify", cases, "--out", "scored.parquet", "--overwrite"], check=True
)

with open("scored.manifest.json", encoding="utf-8") as file:
    manifest = json.load(file)
outcomes = {}
for outcome in pyarrow.parquet.read_table("scored.parquet")["outcome"].to_pylist():
    outcomes[outcome] = outcomes.get(outcome, 0) + 1
print(json.dumps({"rows": sum(outcomes.values()), "read": manifest["rows"]["read"], "outcomes": outcomes}, sort_keys=True))

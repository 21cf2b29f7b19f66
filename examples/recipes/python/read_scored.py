"""Scores a file of cases with the command line and reads the result: python read_scored.py cases.csv"""

import csv
import json
import subprocess
import sys

cases = sys.argv[1]
subprocess.run(
    ["npx", "stalker-typology", "classify", cases, "--out", "scored.csv", "--overwrite"], check=True
)

with open("scored.manifest.json", encoding="utf-8") as file:
    manifest = json.load(file)
with open("scored.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))

outcomes = {}
for row in rows:
    outcomes[row["outcome"]] = outcomes.get(row["outcome"], 0) + 1
print(json.dumps({"rows": len(rows), "read": manifest["rows"]["read"], "outcomes": outcomes}, sort_keys=True))

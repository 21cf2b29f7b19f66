"""Times of established Python packages on the ratings given, inside Python and without the imports.

Run: python bench/rivals/agreement.py RATINGS.csv ROUNDS   (no header, one row a subject, whole numbers from 0, nothing
missing). It prints one JSON object: for each package, its value and the nanoseconds of each round.
"""
import json
import sys
import time
from importlib.metadata import version

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.raw import CAC
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, cohens_kappa, fleiss_kappa, to_table

ratings = np.loadtxt(sys.argv[1], delimiter=",", dtype=np.int64)
rounds = int(sys.argv[2])
units = ratings.T
frame = pd.DataFrame(ratings + 1)
numbers = list(range(1, int(ratings.max()) + 2))
domain = list(range(int(ratings.max()) + 1))

contestants = {
    "Fleiss, statsmodels": lambda: fleiss_kappa(aggregate_raters(ratings)[0]),
    "Fleiss, irrCAC": lambda: CAC(frame, categories=numbers, digits=17).fleiss()["est"]["coefficient_value"],
    "Gwet, irrCAC": lambda: CAC(frame, categories=numbers, digits=17).gwet()["est"]["coefficient_value"],
    "Krippendorff, krippendorff": lambda: krippendorff.alpha(reliability_data=units, level_of_measurement="nominal", value_domain=domain),
    "Cohen of two, scikit-learn": lambda: cohen_kappa_score(ratings[:, 0], ratings[:, 1]),
    "Cohen of two, statsmodels": lambda: cohens_kappa(to_table(ratings[:, :2])[0]).kappa,
}
result = {}
for name, run in contestants.items():
    # irrCAC takes seconds a round, so it gets no more of them than it takes to see that
    slow = "irrCAC" in name
    for _ in range(1 if slow else 3):
        value = float(run())  # warm-up rounds
    times = []
    for _ in range(2 if slow else rounds):
        start = time.perf_counter_ns()
        run()
        times.append(time.perf_counter_ns() - start)
    result[name] = {"value": value, "times": times}
packages = ["krippendorff", "irrCAC", "scikit-learn", "statsmodels", "numpy"]
print(json.dumps({"versions": {name: version(name) for name in packages}, "results": result}))

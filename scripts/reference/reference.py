"""Reference values of the cohort statistics from established Python packages.

Run: python scripts/reference/reference.py   (packages: scripts/reference/requirements.txt)
It reads inputs.json and writes test/reference/python.json, with the versions of the packages that gave the values.
"""
import json
from importlib.metadata import version
from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.raw import CAC
from irrCAC.table import CAC as TableCAC
from irrCAC.weights import Weights
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

here = Path(__file__).parent
inputs = json.loads((here / "inputs.json").read_text())
confidence = 0.95


def agreement(case):
    categories = case["categories"]
    numbers = list(range(1, len(categories) + 1))
    frame = pd.DataFrame(
        {r: [np.nan if c is None else float(categories.index(c) + 1) for c in col] for r, col in case["columns"].items()}
    )
    result = {}
    for weights in ["identity", "linear", "quadratic", "ordinal", "radical", "ratio"]:
        cac = lambda: CAC(frame.copy(), weights=Weights(numbers)[weights], categories=numbers, digits=17)
        result[weights] = {}
        for name, method in [("fleiss", "fleiss"), ("gwet", "gwet"), ("brennanPrediger", "bp"), ("conger", "conger"), ("krippendorffGwet", "krippendorff")]:
            est = getattr(cac(), method)()["est"]
            result[weights][name] = triple(est)
        if frame.shape[1] == 2:
            both = frame.dropna()
            table = pd.DataFrame(0, index=numbers, columns=numbers)
            for a, b in both.itertuples(index=False):
                table.loc[int(a), int(b)] += 1
            two = TableCAC(table, weights=Weights(numbers)[weights], digits=17)
            result[weights]["cohen"] = triple(two.cohen()["est"])
            result[weights]["scott"] = triple(two.scott()["est"])
            if weights in ("identity", "linear", "quadratic"):
                kind = {"identity": None, "linear": "linear", "quadratic": "quadratic"}[weights]
                result[weights]["cohenSklearn"] = cohen_kappa_score(both.iloc[:, 0], both.iloc[:, 1], labels=numbers, weights=kind)
            if weights == "identity":
                sm = cohens_kappa(table.values)
                result[weights]["cohenStatsmodels"] = [sm.kappa, sm.std_kappa]
    reliability = frame.to_numpy().T
    result["krippendorff"] = {
        level: krippendorff.alpha(reliability_data=reliability, level_of_measurement=level, value_domain=numbers)
        for level in ["nominal", "ordinal", "interval", "ratio"]
    }
    if not frame.isna().any().any():
        counts = np.array([[(row == c).sum() for c in numbers] for row in frame.to_numpy()])
        result["fleissStatsmodels"] = fleiss_kappa(counts, method="fleiss")
    return result


def triple(est):
    low, high = est["confidence_interval"]
    return [float(est["coefficient_value"]), float(est["se"]), float(low), float(high)]


def write(name, packages, values):
    text = {"versions": {p: version(p) for p in packages}, **values}
    target = here.parent.parent / "test" / "reference" / name
    target.write_text(json.dumps(text, separators=(",", ":")) + "\n")


write(
    "agreement.python.json",
    ["irrCAC", "krippendorff", "scikit-learn", "statsmodels", "numpy", "pandas", "scipy"],
    {"agreement": {case["name"]: agreement(case) for case in inputs["ratings"]}},
)

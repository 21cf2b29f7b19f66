"""Reference values of the cohort statistics from established Python packages.

Run: python scripts/reference/reference.py   (packages: scripts/engines/requirements.txt)
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
from scipy import optimize, stats
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa
from statsmodels.stats.proportion import multinomial_proportions_confint, proportion_confint

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


def proportions(count, of):
    exact = stats.binomtest(count, of).proportion_ci(method="exact")
    return {
        "wilson": list(map(float, proportion_confint(count, of, method="wilson"))),
        "clopperPearson": list(map(float, proportion_confint(count, of, method="beta"))),
        "clopperPearsonScipy": [float(exact.low), float(exact.high)],
    }


def simultaneous(counts):
    result = {"goodman": multinomial_proportions_confint(counts, method="goodman").tolist()}
    if min(counts) > 0:
        result["sisonGlaz"] = multinomial_proportions_confint(counts, method="sison-glaz").tolist()
    return result


def noncentrality(chi2, df):
    def at(p):
        if stats.chi2.cdf(chi2, df) <= p:
            return 0.0
        return optimize.brentq(lambda ncp: stats.ncx2.cdf(chi2, df, ncp) - p, 1e-12, 10 * chi2 + 50, xtol=1e-13, rtol=1e-14)
    return [at(0.975), at(0.025)]


def compositions(total, parts):
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in compositions(total - first, parts - 1):
            yield (first, *rest)


def against(case):
    counts, shares = case["counts"], case["probabilities"]
    n = sum(counts)
    chi2, p = stats.chisquare(counts, [n * s for s in shares])
    result = {"chi2": float(chi2), "chi2P": float(p), "ncp": noncentrality(chi2, len(counts) - 1), "n": n}
    if n <= 30:
        seen = stats.multinomial.logpmf(counts, n, shares)
        every = np.array(list(compositions(n, len(counts))))
        logs = stats.multinomial.logpmf(every, n, shares)
        result["exact"] = float(np.exp(logs[logs <= seen + 1e-7]).sum())
    return result


def groups(case):
    table = np.array(case["rows"])
    chi2, p, df, _ = stats.chi2_contingency(table, correction=False)
    return {
        "chi2": float(chi2),
        "chi2P": float(p),
        "cramer": float(stats.contingency.association(table, method="cramer")),
        "ncp": noncentrality(chi2, df),
        "n": int(table.sum()),
    }


def write(name, packages, values):
    text = {"versions": {p: version(p) for p in packages}, **values}
    target = here.parent.parent / "test" / "reference" / name
    target.write_text(json.dumps(text, separators=(",", ":")) + "\n")


write(
    "agreement.python.json",
    ["irrCAC", "krippendorff", "scikit-learn", "statsmodels", "numpy", "pandas", "scipy"],
    {"agreement": {case["name"]: agreement(case) for case in inputs["ratings"]}},
)
write(
    "distribution.python.json",
    ["scipy", "statsmodels", "numpy"],
    {
        "proportions": [proportions(*case) for case in inputs["proportions"]],
        "simultaneous": [simultaneous(case) for case in inputs["multinomial"]],
        "against": {case["name"]: against(case) for case in inputs["against"]},
        "groups": {case["name"]: groups(case) for case in inputs["groups"]},
    },
)

"""Reference values of the cohort statistics from established Python packages.

Run: python scripts/reference/reference.py [FOLDER]   (packages: scripts/engines/requirements.txt)
It reads inputs.json and writes *.python.json into test/reference, or into the folder, with the versions of the packages
that gave the values.
"""
import json
import sys
from importlib.metadata import version
from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.raw import CAC
from irrCAC.table import CAC as TableCAC
from irrCAC.weights import Weights
from scipy import optimize, stats
from sklearn.calibration import calibration_curve
from sklearn.metrics import (
    accuracy_score,
    balanced_accuracy_score,
    brier_score_loss,
    cohen_kappa_score,
    confusion_matrix,
    f1_score,
    matthews_corrcoef,
    precision_recall_fscore_support,
    roc_auc_score,
    roc_curve,
)
from statsmodels.discrete.discrete_model import Logit
from statsmodels.stats.contingency_tables import SquareTable, mcnemar
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    multinomial_proportions_confint,
    proportion_confint,
)
from statsmodels.stats.weightstats import DescrStatsW

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


def one_class(truth, predicted, label):
    """One class against the rest, from the two-by-two table of scikit-learn."""
    (tn, fp), (fn, tp) = confusion_matrix(truth == label, predicted == label, labels=[False, True])
    tn, fp, fn, tp = map(int, (tn, fp, fn, tp))
    precision, recall, f1, _ = precision_recall_fscore_support(truth == label, predicted == label, average="binary", zero_division=0)
    low, high = proportion_confint(tp, tp + fp + fn, method="wilson")
    ratio = lambda a, n, b, m: [a / n / (b / m), *map(float, confint_proportions_2indep(a, n, b, m, method="log", compare="ratio"))]
    return {
        "table": [tp, fp, fn, tn],
        "precision": float(precision),
        "recall": float(recall),
        "f1": [float(f1), float(2 * low / (1 + low)), float(2 * high / (1 + high))],
        "sensitivityWilson": list(map(float, proportion_confint(tp, tp + fn, method="wilson"))),
        "specificityExact": list(map(float, proportion_confint(tn, tn + fp, method="beta"))),
        "positiveRatio": ratio(tp, tp + fn, fp, fp + tn),
        "negativeRatio": ratio(fn, tp + fn, tn, fp + tn),
    }


def jackknife(measure, truth, predicted):
    """A measure with its jackknife standard error, each case left out in turn."""
    n = len(truth)
    every = np.arange(n)
    left = np.array([measure(truth[every != i], predicted[every != i]) for i in range(n)])
    return [float(measure(truth, predicted)), float(np.sqrt((n - 1) / n * ((left - left.mean()) ** 2).sum()))]


def classification(case):
    truth, predicted = np.array(case["truth"]), np.array(case["predicted"])
    macro = lambda at: lambda t, p: precision_recall_fscore_support(t, p, average="macro", zero_division=0)[at]
    return {
        "table": confusion_matrix(truth, predicted, labels=case["classes"]).tolist(),
        "accuracy": float(accuracy_score(truth, predicted)),
        "kappa": float(cohen_kappa_score(truth, predicted)),
        "microF1": float(f1_score(truth, predicted, average="micro")),
        "balanced": jackknife(balanced_accuracy_score, truth, predicted),
        "matthews": jackknife(matthews_corrcoef, truth, predicted),
        "macroPrecision": jackknife(macro(0), truth, predicted),
        "macroRecall": jackknife(macro(1), truth, predicted),
        "macroF1": jackknife(macro(2), truth, predicted),
        "byClass": [one_class(truth, predicted, label) for label in case["classes"]],
    }


def binary(case):
    truth, scores = np.array(case["truth"]), np.array(case["scores"])
    fpr, tpr, thresholds = roc_curve(truth, scores, drop_intermediate=False)
    observed, predicted = calibration_curve(truth, scores, n_bins=10, strategy="uniform")
    squares = (scores - truth) ** 2
    odds = np.log(scores / (1 - scores))
    row = lambda fit, at: [float(fit.params[at]), float(fit.bse[at]), *map(float, fit.conf_int()[at])]
    fit = lambda columns, **given: Logit(truth, columns, **given).fit(method="newton", tol=1e-14, disp=0)
    return {
        "auc": float(roc_auc_score(truth, scores)),
        "curve": [[float(x), float(y), float(t)] for x, y, t in zip(fpr[1:], tpr[1:], thresholds[1:])],
        "brier": [float(brier_score_loss(truth, scores)), *map(float, DescrStatsW(squares).zconfint_mean())],
        "inTheLarge": [float((truth - scores).mean()), *map(float, DescrStatsW(truth - scores).zconfint_mean())],
        "intercept": row(fit(np.ones((len(truth), 1)), offset=odds), 0),
        "slope": row(fit(np.column_stack([np.ones(len(truth)), odds])), 1),
        "bins": [[float(p), float(o)] for p, o in zip(predicted, observed)],
    }


def two_times(case):
    table = np.array(case["rows"])
    square = SquareTable(table, shift_zeros=False)
    symmetry, homogeneity = square.symmetry(), square.homogeneity(method="stuart_maxwell")
    classes = []
    for k in range(len(table)):
        kept, first, second = int(table[k, k]), int(table[k].sum()), int(table[:, k].sum())
        gained, lost = second - kept, first - kept
        moves = np.r_[np.ones(gained), -np.ones(lost), np.zeros(int(table.sum()) - gained - lost)]
        exact = mcnemar([[0, lost], [gained, 0]], exact=True)
        classes.append({"p": float(exact.pvalue), "difference": [float(moves.mean()), *map(float, DescrStatsW(moves).zconfint_mean())]})
    return {
        "symmetry": [float(symmetry.statistic), float(symmetry.pvalue), int(symmetry.df)],
        "homogeneity": [float(homogeneity.statistic), float(homogeneity.pvalue), int(homogeneity.df)],
        "byClass": classes,
    }


def write(name, packages, values):
    text = {"versions": {p: version(p) for p in packages}, **values}
    target = Path(sys.argv[1]) / name if len(sys.argv) > 1 else here.parent.parent / "test" / "reference" / name
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
write(
    "accuracy.python.json",
    ["scikit-learn", "statsmodels", "numpy", "scipy"],
    {
        "classification": classification(inputs["classification"]),
        "binary": binary(inputs["binary"]),
        "change": {case["name"]: two_times(case) for case in inputs["change"]},
    },
)

"""Writes scikit-learn.json, the outside values that the metrics are tested against. Run by hand; nothing else rewrites the file."""
import json
import pathlib

import numpy as np
import sklearn
from sklearn import metrics as m

rng = np.random.default_rng(20240611)


def softmax(scores):
    grown = np.exp(scores - scores.max(axis=1, keepdims=True))
    return grown / grown.sum(axis=1, keepdims=True)


def finite(values):
    """Lists with None for NaN, and None for the first threshold, which differs between versions."""
    return [None if not np.isfinite(v) else float(v) for v in values]


def classification(name, truth, probabilities):
    classes = probabilities.shape[1]
    labels = list(range(classes))
    predicted = probabilities.argmax(axis=1)
    precision, recall, f1, support = m.precision_recall_fscore_support(truth, predicted, labels=labels, zero_division=0)
    macro = m.precision_recall_fscore_support(truth, predicted, labels=labels, zero_division=0, average="macro")[:3]
    rest = []
    for c in labels:
        own = (truth == c).astype(int)
        scores = probabilities[:, c]
        fpr, tpr, thresholds = m.roc_curve(own, scores, drop_intermediate=False)
        p, r, t = m.precision_recall_curve(own, scores)
        both = 0 < own.sum() < len(own)
        rest.append({
            "falsePositiveRate": finite(fpr), "truePositiveRate": finite(tpr), "rocThresholds": finite(thresholds[1:]),
            "auc": m.roc_auc_score(own, scores) if both else None,
            "precision": finite(p), "recall": finite(r), "prThresholds": finite(t),
            "averagePrecision": m.average_precision_score(own, scores),
        })
    return {
        "name": name, "truth": truth.tolist(), "probabilities": probabilities.tolist(), "predicted": predicted.tolist(),
        "confusion": m.confusion_matrix(truth, predicted, labels=labels).tolist(),
        "accuracy": m.accuracy_score(truth, predicted), "logLoss": m.log_loss(truth, probabilities, labels=labels),
        "precision": precision.tolist(), "recall": recall.tolist(), "f1": f1.tolist(), "support": support.tolist(),
        "macro": [float(v) for v in macro], "classes": rest,
    }


def regression(name, truth, predicted):
    return {
        "name": name, "truth": truth.tolist(), "predicted": predicted.tolist(),
        "r2": m.r2_score(truth, predicted, multioutput="variance_weighted"),
        "mae": m.mean_absolute_error(truth, predicted), "mse": m.mean_squared_error(truth, predicted),
    }


def steps(scores, digits):
    """Probabilities with many equal ones, rows still adding up to 1."""
    p = np.round(softmax(scores), digits)
    p[:, -1] = np.round(1 - p[:, :-1].sum(axis=1), digits)
    return np.clip(p, 0, 1)


three = rng.integers(0, 3, 40)
two = rng.integers(0, 2, 30)
gap = rng.choice([0, 2, 3], 25)
cases = [
    classification("three classes", three, softmax(rng.normal(size=(40, 3)) + 1.5 * np.eye(3)[three])),
    classification("two classes", two, softmax(rng.normal(size=(30, 2)) + np.eye(2)[two])),
    classification("many equal scores", two, steps(rng.normal(size=(30, 2)) + np.eye(2)[two], 1)),
    classification("three classes with equal scores", three, steps(rng.normal(size=(40, 3)) + np.eye(3)[three], 1)),
    classification("a class without samples, one never predicted", gap,
                   softmax(rng.normal(size=(25, 4)) + np.eye(4)[gap] - np.array([0, 0, 0, 30]))),
    classification("all right and certain", np.array([0, 1, 2, 1]), np.eye(3)[[0, 1, 2, 1]]),
    classification("all wrong and certain", np.array([0, 1, 2, 1]), np.eye(3)[[1, 2, 0, 0]]),
    classification("the same score for everyone", np.array([0, 1, 1, 0, 1]), np.full((5, 2), 0.5)),
]
y = rng.normal(size=(30, 1)) * 12 + 40
z = rng.normal(size=(20, 2)) * np.array([1, 5])
regressions = [
    regression("one output", y, y + rng.normal(size=(30, 1)) * 3),
    regression("two outputs", z, z * 0.5 + rng.normal(size=(20, 2))),
    regression("worse than the mean", y, y[::-1]),
    regression("perfect", y, y),
    regression("targets that do not vary", np.full((4, 1), 2.5), np.array([[2.5], [2.0], [3.0], [2.5]])),
    regression("targets that do not vary, perfect", np.full((3, 1), 1.0), np.full((3, 1), 1.0)),
]

fixture = {
    "made": {"scikit-learn": sklearn.__version__, "numpy": np.__version__, "by": "make-fixture.py"},
    "classification": cases, "regression": regressions,
}
target = pathlib.Path(__file__).with_name("scikit-learn.json")
target.write_text(json.dumps(fixture) + "\n", encoding="utf-8")

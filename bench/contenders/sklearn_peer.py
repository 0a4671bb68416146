"""scikit-learn's MLPClassifier, an epoch of mini-batches a call of partial_fit: python3 sklearn_peer.py THREADS

It has one logistic output where there are two classes, and no seed of its own weights is kept: it draws them itself.
"""

import math
import sys

import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier

from serve import LEARNING_RATE, data_of, serve


def create(workload):
    X, classes, _ = data_of(np, workload)
    every = np.arange(workload["layers"][-1])
    network = MLPClassifier(
        hidden_layer_sizes=workload["layers"][1:-1],
        activation="relu",
        solver=workload["optimizer"],
        alpha=0,
        batch_size=workload["batch"],
        learning_rate_init=LEARNING_RATE,
        momentum=0,
        nesterovs_momentum=False,
        random_state=1,
    )
    steps = math.ceil(workload["rows"] / workload["batch"])

    def epoch():
        network.partial_fit(X, classes, classes=every)
        return steps

    return epoch


serve(f"scikit-learn {sklearn.__version__}, Python {sys.version.split()[0]}", int(sys.argv[1]), create)

"""scikit-learn from a table to trained weights: python3 sklearn_job.py TABLE.csv HIDDEN EPOCHS BATCH OUT"""

import sys
import warnings

import numpy as np
from sklearn.neural_network import MLPClassifier

from table import read

table, hidden, epochs, batch, out = sys.argv[1], *map(int, sys.argv[2:5]), sys.argv[5]
X, y, X_test, y_test, _ = read(table)
network = MLPClassifier(
    hidden_layer_sizes=(hidden,),
    solver="sgd",
    alpha=0,
    momentum=0,
    nesterovs_momentum=False,
    learning_rate_init=0.1,
    batch_size=batch,
    max_iter=epochs,
    tol=0,
    n_iter_no_change=epochs,
    random_state=1,
)
warnings.simplefilter("ignore")
network.fit(X, y)
np.savez(f"{out}.npz", *network.coefs_, *network.intercepts_)
print(network.score(X_test, y_test))

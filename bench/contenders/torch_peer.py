"""PyTorch with its own modules, autograd and optimizers: python3 torch_peer.py THREADS"""

import sys

import numpy as np
import torch

from serve import LEARNING_RATE, data_of, serve, weights_of


def create(workload):
    batch, rows = workload["batch"], workload["rows"]
    X, classes, order = (torch.from_numpy(array) for array in data_of(np, workload))
    modules = []
    for weights in weights_of(np, workload):
        linear = torch.nn.Linear(*weights.shape, dtype=torch.from_numpy(weights).dtype)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(weights.T.copy()))
            linear.bias.zero_()
        modules += [linear, torch.nn.ReLU()]
    network = torch.nn.Sequential(*modules[:-1])
    kind = torch.optim.Adam if workload["optimizer"] == "adam" else torch.optim.SGD
    optimizer = kind(network.parameters(), lr=LEARNING_RATE)
    steps = 0

    def step():
        nonlocal steps
        start = steps * batch % (rows - batch + 1)
        steps += 1
        chosen = order[start : start + batch]
        optimizer.zero_grad(set_to_none=True)
        torch.nn.functional.cross_entropy(network(X[chosen]), classes[chosen]).backward()
        optimizer.step()

    return step


serve(f"PyTorch {torch.__version__}, Python {sys.version.split()[0]}", int(sys.argv[1]), create)

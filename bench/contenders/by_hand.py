"""Backpropagation by hand in numpy, as a course's solution has it: python3 by_hand.py THREADS"""

import sys

import numpy as np

from serve import LEARNING_RATE, data_of, precision_of, serve, weights_of


def create(workload):
    batch, rows, adam = workload["batch"], workload["rows"], workload["optimizer"] == "adam"
    X, classes, order = data_of(np, workload)
    W = weights_of(np, workload)
    number = precision_of(np, workload)
    rate = number(LEARNING_RATE)
    b = [np.zeros(w.shape[1], number) for w in W]
    parameters = [*W, *b]
    means = [np.zeros_like(p) for p in parameters]
    squares = [np.zeros_like(p) for p in parameters]
    every = np.arange(batch)
    last = len(W) - 1
    steps = 0

    def step():
        nonlocal steps
        start = steps * batch % (rows - batch + 1)
        steps += 1
        chosen = order[start : start + batch]
        A = [X[chosen]]
        for l, w in enumerate(W):
            Z = A[-1] @ w
            Z += b[l]
            if l < last:
                np.maximum(Z, 0, out=Z)
            A.append(Z)
        grad = A.pop()
        grad -= grad.max(axis=1, keepdims=True)
        np.exp(grad, out=grad)
        grad /= grad.sum(axis=1, keepdims=True)
        grad[every, classes[chosen]] -= 1
        grad /= batch
        grad_W, grad_b = [None] * len(W), [None] * len(W)
        for l in range(last, -1, -1):
            grad_W[l] = A[l].T @ grad
            grad_b[l] = grad.sum(axis=0)
            if l > 0:
                grad = grad @ W[l].T
                grad *= A[l] > 0
        gradients = grad_W + grad_b
        if adam:
            update_adam(gradients)
        else:
            for p, g in zip(parameters, gradients):
                g *= rate
                p -= g

    def update_adam(gradients):
        first, second = number(1 - 0.9**steps), number(1 - 0.999**steps)
        for p, g, m, v in zip(parameters, gradients, means, squares):
            m *= number(0.9)
            m += number(0.1) * g
            v *= number(0.999)
            g *= g
            g *= number(0.001)
            v += g
            np.divide(v, second, out=g)
            np.sqrt(g, out=g)
            g += number(1e-8)
            np.divide(m, g, out=g)
            g *= rate / first
            p -= g

    return step


serve(f"numpy {np.__version__}, Python {sys.version.split()[0]}", int(sys.argv[1]), create)

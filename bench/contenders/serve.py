"""The counterpart of serve.mjs: one JSON line in, one out; see there."""

import json
import sys
import time

LEARNING_RATE = 1e-4


def send(message):
    print(json.dumps(message), flush=True)


def timed(step, seconds):
    """Steps for so many seconds, at least one; `step` takes one, or answers how many it took."""
    steps, spent, limit = 0, 0.0, 1
    while spent < seconds:
        start = time.perf_counter()
        took_steps = sum(step() or 1 for _ in range(limit))
        took = time.perf_counter() - start
        steps += took_steps
        spent += took
        if took < 0.005:
            limit *= 2
    return {"microsecondsPerStep": spent * 1e6 / steps, "steps": steps}


def serve(about, threads, create):
    """`create(workload)` answers a function that takes one step, or several and answers how many."""
    subjects = {}
    send({"ready": True, "about": about, "threads": threads, "figures": {}})
    for line in sys.stdin:
        try:
            wanted = json.loads(line)
            workload = wanted["workload"]
            name = workload["name"]
            if name not in subjects:
                subjects[name] = create(workload)
            send(timed(subjects[name], wanted["seconds"]))
        except Exception as error:
            send({"failed": str(error) or type(error).__name__})


def precision_of(np, workload):
    return {"f32": np.float32, "f64": np.float64}[workload["precision"]]


def data_of(np, workload):
    """A data set [rows, inputs], its classes, and the order its rows are taken in."""
    random = np.random.default_rng(1)
    rows, layers = workload["rows"], workload["layers"]
    X = random.uniform(-1, 1, (rows, layers[0])).astype(precision_of(np, workload))
    return X, random.integers(0, layers[-1], rows), random.permutation(rows)


def weights_of(np, workload):
    """Weights to begin with, [in, out] a layer, uniform within the square root of 2 / in."""
    random = np.random.default_rng(2)
    precision = precision_of(np, workload)
    pairs = zip(workload["layers"], workload["layers"][1:])
    return [(random.uniform(-1, 1, pair) * (2 / pair[0]) ** 0.5).astype(precision) for pair in pairs]

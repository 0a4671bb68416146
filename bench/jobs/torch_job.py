"""PyTorch from a table to trained weights: python3 torch_job.py TABLE.csv HIDDEN EPOCHS BATCH OUT"""

import sys

import torch

from table import read

table, hidden, epochs, batch, out = sys.argv[1], *map(int, sys.argv[2:5]), sys.argv[5]
X, y, X_test, y_test, classes = read(table)
X, y, X_test, y_test = (torch.from_numpy(array) for array in (X, y, X_test, y_test))
torch.manual_seed(1)
network = torch.nn.Sequential(torch.nn.Linear(X.shape[1], hidden), torch.nn.ReLU(), torch.nn.Linear(hidden, classes))
optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
for _ in range(epochs):
    order = torch.randperm(len(X))
    for start in range(0, len(X), batch):
        chosen = order[start : start + batch]
        optimizer.zero_grad(set_to_none=True)
        torch.nn.functional.cross_entropy(network(X[chosen]), y[chosen]).backward()
        optimizer.step()
torch.save(network.state_dict(), f"{out}.pt")
with torch.no_grad():
    print((network(X_test).argmax(dim=1) == y_test).float().mean().item())

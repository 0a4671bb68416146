/** The two-layer network with softmax of the first note, as a student writes it. */
export const twoLayers = `import numpy as np

def backward(P, X, y, reg):
    W1, b1, W2, b2 = P[0]['W'], P[0]['b'], P[1]['W'], P[1]['b']
    N = len(X)
    Z = X @ W1 + b1
    H = np.maximum(0, Z)
    s = H @ W2 + b2
    p = np.exp(s - s.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    loss = -np.log(p[np.arange(N), y]).sum() / N + reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
    ds = p.copy()
    ds[np.arange(N), y] -= 1
    ds /= N

    dW2 = H.T @ ds + 2 * reg * W2
    dZ = ds @ W2.T
    dZ[Z <= 0] = 0
    dW1 = X.T @ dZ + 2 * reg * W1
    return loss, [{'W': dW1, 'b': dZ.sum(axis=0)}, {'W': dW2, 'b': ds.sum(axis=0)}]
`

/** The same gradients by ten other routes. */
export const twoLayerStyles: Readonly<Record<string, string>> = {
  'with arrays': twoLayers,
  'with one-hot targets and einsum': `import numpy as np

def backward(P, X, y, reg):
    (W1, b1), (W2, b2) = [(layer['W'], layer['b']) for layer in P]
    Z = np.einsum('ni,ih->nh', X, W1) + b1
    mask = (Z > 0).astype(float)
    s = np.einsum('nh,hc->nc', Z * mask, W2) + b2
    shifted = s - s.max(1, keepdims=True)
    logp = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    Y = np.eye(s.shape[1])[y]
    loss = -(Y * logp).sum() / X.shape[0] + reg * ((W1 ** 2).sum() + (W2 ** 2).sum())
    G = (np.exp(logp) - Y) / X.shape[0]
    D = np.einsum('nc,hc->nh', G, W2) * mask
    return loss, [{'W': np.einsum('ni,nh->ih', X, D) + 2 * reg * W1, 'b': np.einsum('nh->h', D)},
                  {'W': np.einsum('nh,nc->hc', Z * mask, G) + 2 * reg * W2, 'b': np.einsum('nc->c', G)}]
`,
  'with loops over numbers': `import math

def backward(P, X, y, reg):
    W1, b1, W2, b2 = P[0]['W'], P[0]['b'], P[1]['W'], P[1]['b']
    N, D, H, C = len(X), len(W1), len(b1), len(b2)
    dW1 = [[2 * reg * W1[i][h] for h in range(H)] for i in range(D)]
    dW2 = [[2 * reg * W2[h][c] for c in range(C)] for h in range(H)]
    db1, db2 = [0.0] * H, [0.0] * C
    loss = reg * (sum(w * w for row in W1 for w in row) + sum(w * w for row in W2 for w in row))
    for n in range(N):
        z = [sum(X[n][i] * W1[i][h] for i in range(D)) + b1[h] for h in range(H)]
        a = [max(0.0, v) for v in z]
        s = [sum(a[h] * W2[h][c] for h in range(H)) + b2[c] for c in range(C)]
        e = [math.exp(v - max(s)) for v in s]
        p = [v / sum(e) for v in e]
        loss -= math.log(p[y[n]]) / N
        for c in range(C):
            g = (p[c] - (c == y[n])) / N
            db2[c] += g
            for h in range(H):
                dW2[h][c] += a[h] * g
                if z[h] > 0:
                    db1[h] += W2[h][c] * g
                    for i in range(D):
                        dW1[i][h] += X[n][i] * W2[h][c] * g
    return loss, [{'W': dW1, 'b': db1}, {'W': dW2, 'b': db2}]
`,
  'sample by sample with outer products': `import numpy as np

def backward(P, X, y, reg):
    grads = [{'W': 2 * reg * layer['W'], 'b': np.zeros_like(layer['b'])} for layer in P]
    loss = sum(reg * np.sum(layer['W'] ** 2) for layer in P)
    for x, label in zip(X, y):
        z = x @ P[0]['W'] + P[0]['b']
        h = z.clip(0)
        s = h @ P[1]['W'] + P[1]['b']
        p = np.exp(s) / np.exp(s).sum()
        loss += -np.log(p[label]) / len(X)
        g = p / len(X)
        g[label] -= 1 / len(X)
        dz = (P[1]['W'] @ g) * (z > 0)
        grads[1]['W'] += np.outer(h, g); grads[1]['b'] += g
        grads[0]['W'] += np.outer(x, dz); grads[0]['b'] += dz
    return loss, grads
`,
  'with classes and a cache': `import numpy as np

class Dense:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, A):
        self.A = A
        return A @ self.W + self.b

    def backward(self, dZ, reg):
        self.grads = {'W': self.A.T @ dZ + 2 * reg * self.W, 'b': np.sum(dZ, axis=0, keepdims=True)}
        return dZ @ self.W.T

class ReLU:
    def forward(self, Z):
        self.on = Z > 0
        return np.where(self.on, Z, 0)

    def backward(self, dA):
        return np.where(self.on, dA, 0)

def backward(P, X, y, reg):
    first, relu, second = Dense(**P[0]), ReLU(), Dense(**P[1])
    s = second.forward(relu.forward(first.forward(X)))
    e = np.exp(s - s.max())
    p = e / e.sum(axis=1)[:, None]
    loss = np.mean(-np.log(p[range(len(y)), y])) + sum(reg * np.linalg.norm(d.W) ** 2 for d in (first, second))
    dS = (p - (y[:, None] == np.arange(s.shape[1]))) / len(y)
    first.backward(relu.backward(second.backward(dS, reg)), reg)
    return loss, [first.grads, second.grads]
`,
  'through the Jacobian of softmax': `import numpy as np

def backward(P, X, y, reg):
    W1, W2 = P[0]['W'], P[1]['W']
    Z = X.dot(W1) + P[0]['b']
    H = Z * (Z > 0)
    S = H.dot(W2) + P[1]['b']
    E = np.exp(S)
    p = E / E.sum(axis=1, keepdims=True)
    N = X.shape[0]
    dp = np.zeros_like(p)
    dp[np.arange(N), y] = -1 / (N * p[np.arange(N), y])
    dS = np.stack([(np.diag(q) - np.outer(q, q)) @ g for q, g in zip(p, dp)])
    dZ = dS.dot(W2.T) * (Z > 0)
    loss = -np.log(p[np.arange(N), y]).mean() + reg * (W1 ** 2).sum() + reg * (W2 ** 2).sum()
    return loss, ({'W': X.T.dot(dZ) + 2 * reg * W1, 'b': np.ones(N) @ dZ}, {'W': H.T.dot(dS) + 2 * reg * W2, 'b': np.ones(N) @ dS})
`,
  'with columns as samples': `import numpy as np

def backward(P, X, y, reg):
    W1, b1 = P[0]['W'].T, P[0]['b'].reshape(-1, 1)
    W2, b2 = P[1]['W'].T, P[1]['b'].reshape(-1, 1)
    A0, m = X.T, X.shape[0]
    Z1 = W1 @ A0 + b1
    A1 = np.maximum(Z1, 0)
    Z2 = W2 @ A1 + b2
    A2 = np.exp(Z2) / np.sum(np.exp(Z2), axis=0)
    Y = np.zeros_like(A2); Y[y, np.arange(m)] = 1
    dZ2 = A2 - Y
    dZ1 = W2.T @ dZ2 * (Z1 > 0)
    cost = -np.sum(Y * np.log(A2)) / m + reg * np.sum(W1 ** 2) + reg * np.sum(W2 ** 2)
    return cost, {'dW1': (dZ1 @ A0.T / m + 2 * reg * W1).T, 'db1': dZ1.sum(1) / m,
                  'dW2': (dZ2 @ A1.T / m + 2 * reg * W2).T, 'db2': dZ2.sum(1) / m}
`,
  'for any number of layers': `import numpy as np

def backward(P, X, y, reg):
    A, Z = [X], []
    for l, layer in enumerate(P):
        Z.append(A[-1] @ layer['W'] + layer['b'])
        A.append(np.maximum(Z[-1], 0) if l < len(P) - 1 else Z[-1])
    logits = A[-1]
    logsum = np.logaddexp.reduce(logits, axis=1)
    loss = np.mean(logsum - logits[np.arange(len(y)), y])
    G = np.exp(logits - logsum[:, None])
    G[np.arange(len(y)), y] -= 1
    G /= len(y)
    grads = [None] * len(P)
    for l in reversed(range(len(P))):
        if l < len(P) - 1:
            G = G * (Z[l] > 0)
        loss += reg * np.vdot(P[l]['W'], P[l]['W'])
        grads[l] = {'W': A[l].T @ G + 2 * reg * P[l]['W'], 'b': G.sum(0)}
        G = G @ P[l]['W'].T
    return loss, grads
`,
  'with operations that carry their derivatives': `import numpy as np

class Node:
    def __init__(self, value, parents=()):
        self.value, self.parents, self.grad = value, parents, 0

    def back(self, grad):
        self.grad = self.grad + grad
        for parent, rule in self.parents:
            parent.back(rule(grad))

def product(a, b):
    return Node(a.value @ b.value, ((a, lambda g: g @ b.value.T), (b, lambda g: a.value.T @ g)))

def plus_row(a, b):
    return Node(a.value + b.value, ((a, lambda g: g), (b, lambda g: g.sum(axis=0))))

def relu(a):
    return Node(np.maximum(a.value, 0), ((a, lambda g: g * (a.value > 0)),))

def cross_entropy(a, y):
    p = np.exp(a.value - a.value.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    Y = np.eye(p.shape[1])[y]
    return Node(-np.sum(Y * np.log(p)) / len(y), ((a, lambda g: g * (p - Y) / len(y)),))

def backward(P, X, y, reg):
    nodes = [{key: Node(value) for key, value in layer.items()} for layer in P]
    out = Node(X)
    for l, layer in enumerate(nodes):
        out = plus_row(product(out, layer['W']), layer['b'])
        out = relu(out) if l == 0 else out
    loss = cross_entropy(out, y)
    loss.back(1.0)
    penalty = sum(reg * (layer['W'] ** 2).sum() for layer in P)
    return loss.value + penalty, [{'W': n['W'].grad + 2 * reg * p['W'], 'b': n['b'].grad} for n, p in zip(nodes, P)]
`,
  'in the words of PyTorch': `import torch

def forward_backward(params, X, y, reg):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N, D = X.shape
    Z = X.mm(W1) + b1
    h = torch.where(Z > 0, Z, torch.zeros_like(Z))
    scores = h.mm(W2) + b2
    scores = scores - scores.max(dim=1, keepdim=True).values
    rows = torch.arange(N)
    p = torch.exp(scores) / torch.exp(scores).sum(dim=1, keepdim=True)
    loss = -torch.sum(torch.log(p[rows, y])) / N + reg * torch.sum(W1 * W1) + reg * torch.sum(W2 * W2)
    p[rows, y] -= 1
    ds = p / N
    dZ = ds.mm(W2.t())
    dZ[Z <= 0] = 0
    return loss.item(), {
        "W1": X.t().mm(dZ) + 2 * reg * W1, "b1": dZ.sum(dim=0),
        "W2": torch.matmul(h.transpose(0, 1), ds) + 2 * reg * W2, "b2": torch.sum(ds, dim=0),
    }

def backward(P, X, y, reg):
    params = {f"{key}{l}": value for l, layer in enumerate(P, 1) for key, value in layer.items()}
    return forward_backward(params, X, y, reg)
`
}

const weighted = (weight: number) => `import torch

def backward(P, X, Y, reg):
    m, w = X.size(0), ${weight}
    W1, b1, W2, b2 = P[0]['W'], P[0]['b'], P[1]['W'], P[1]['b']
    Z1 = torch.matmul(X, W1) + b1
    A1 = torch.relu(Z1)
    A2 = torch.sigmoid(torch.matmul(A1, W2) + b2)
    loss = -torch.mean(w * Y * torch.log(A2) + (1 - Y) * torch.log(1 - A2))
    dZ2 = A2 * (w * Y + 1 - Y) - w * Y
    dW2 = torch.matmul(A1.transpose(0, 1), dZ2) / m
    db2 = torch.sum(dZ2, dim=0) / m
    dA1 = torch.matmul(dZ2, W2.transpose(0, 1))
    dZ1 = dA1 * torch.where(Z1 > 0, torch.ones_like(Z1), torch.zeros_like(Z1))
    dW1 = torch.matmul(X.transpose(0, 1), dZ1) / m
    return loss, [(dW1, torch.sum(dZ1, dim=0) / m), (dW2, db2)]
`

/** Right programs for the networks of the other notes. */
export const otherCases: Readonly<Record<string, string>> = {
  L001w1: weighted(1),
  L001w3: weighted(3),
  L002: `import numpy as np

def backward(P, X, y, reg):
    W1, W2, W3 = [layer['W'] for layer in P]
    Z1 = X @ W1; A1 = np.maximum(Z1, 0)
    A2 = np.tanh(A1 @ W2)
    S = A2 @ W3
    p = np.exp(S) / np.exp(S).sum(1, keepdims=True)
    loss = -np.log(p[np.arange(len(y)), y]).sum()
    G3 = p - np.eye(S.shape[1])[y]
    G2 = (G3 @ W3.T) * (1 - A2 ** 2)
    G1 = (G2 @ W2.T) * (Z1 > 0)
    return loss, [{'W': X.T @ G1}, {'W': A1.T @ G2}, {'W': A2.T @ G3}]
`,
  L004: `import numpy as np

def backward(P, X, y, reg):
    A1 = np.tanh(X @ P[0]['W'] + P[0]['b'])
    E = A1 @ P[1]['W'] + P[1]['b'] - y
    dZ2 = 2 * E / E.size
    dZ1 = dZ2 @ P[1]['W'].T * (1 - A1 * A1)
    return np.mean(E ** 2), [{'W': X.T @ dZ1, 'b': dZ1.sum(0)}, {'W': A1.T @ dZ2, 'b': dZ2.sum(0)}]
`,
  L003svm: `import numpy as np

def backward(P, X, y, reg):
    S = X @ P[0]['W']
    rows = np.arange(len(y))
    M = np.maximum(0, S - S[rows, y][:, None] + 1)
    M[rows, y] = 0
    dS = (M > 0).astype(float)
    dS[rows, y] = -dS.sum(1)
    return M.sum() / len(y), [{'W': X.T @ dS / len(y)}]
`
}

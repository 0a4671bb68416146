import { infix, type Calls } from './infix'
import type { Expression } from './parse'

const same =
  (name: string) =>
  (...args: string[]) =>
    `torch.${name}(${args.join(', ')})`

const calls: Calls = {
  ...Object.fromEntries(['exp', 'log', 'log1p', 'expm1', 'tanh', 'abs', 'sign', 'where'].map((name) => [name, same(name)])),
  maximum: (x, low) => `torch.clamp(${x}, min=${low})`,
  minimum: (x, high) => `torch.clamp(${x}, max=${high})`,
  // Also of a plain number, which torch.sqrt refuses.
  sqrt: (x) => `(${x}) ** 0.5`,
  softplus: (x) => `torch.logaddexp(${x}, torch.zeros_like(${x}))`,
  rowsum: (x) => `${x}.sum(dim=1, keepdim=True)`,
  colsum: (x) => `${x}.sum(dim=0, keepdim=True)`,
  total: (x) => `${x}.sum()`,
  rowmax: (x) => `${x}.max(dim=1, keepdim=True).values`,
  onehot: (y, classes) => `torch.eye(${classes})[${y}]`,
  weightof: (weights, y) => `${weights}[${y}][:, None]`,
  jacobian: (P, i) => `torch.diag(${P}[${i}]) - torch.outer(${P}[${i}], ${P}[${i}])`
}

/** An expression in Python with PyTorch. */
export function pytorchText(expression: Expression): string {
  return infix(expression, calls)
}

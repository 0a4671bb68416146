import { infix, type Calls } from './infix'
import type { Expression } from './parse'

const same =
  (name: string) =>
  (...args: string[]) =>
    `np.${name}(${args.join(', ')})`

const calls: Calls = {
  ...Object.fromEntries(
    ['exp', 'log', 'log1p', 'expm1', 'sin', 'cos', 'tanh', 'sqrt', 'abs', 'sign', 'maximum', 'minimum', 'where'].map((name) => [
      name,
      same(name)
    ])
  ),
  softplus: (x) => `np.logaddexp(0, ${x})`,
  ones: (rows, columns) => `np.ones((${rows}, ${columns}))`,
  rowsum: (x) => `${x}.sum(axis=1, keepdims=True)`,
  colsum: (x) => `${x}.sum(axis=0, keepdims=True)`,
  total: (x) => `${x}.sum()`,
  rowmax: (x) => `${x}.max(axis=1, keepdims=True)`,
  onehot: (y, classes) => `np.eye(${classes})[${y}]`,
  weightof: (weights, y) => `${weights}[${y}][:, None]`,
  jacobian: (P, i) => `np.diag(${P}[${i}]) - np.outer(${P}[${i}], ${P}[${i}])`
}

/** An expression in Python with NumPy. */
export function numpyText(expression: Expression): string {
  return infix(expression, calls)
}

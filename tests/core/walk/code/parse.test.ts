import { describe, expect, it } from 'vitest'
import { numpyText } from '../../../../src/core/walk/code/numpy'
import { parseExpression } from '../../../../src/core/walk/code/parse'
import { pytorchText } from '../../../../src/core/walk/code/pytorch'
import { typescriptText } from '../../../../src/core/walk/code/typescript'

const cases: readonly (readonly [string, string, string, string])[] = [
  ['X @ W1 + b1', 'X @ W1 + b1', 'X @ W1 + b1', 'add(matmul(X, W1), b1)'],
  ['A1.T @ dZ2', 'A1.T @ dZ2', 'A1.T @ dZ2', 'matmul(transpose(A1), dZ2)'],
  ['a - (b - c)', 'a - (b - c)', 'a - (b - c)', 'subtract(a, subtract(b, c))'],
  ['a - b - c', 'a - b - c', 'a - b - c', 'subtract(subtract(a, b), c)'],
  ['-(a + b) ** 2', '-(a + b) ** 2', '-(a + b) ** 2', 'multiply(-1, power(add(a, b), 2))'],
  ['(-a) ** 2', '(-a) ** 2', '(-a) ** 2', 'power(multiply(-1, a), 2)'],
  ['rowsum(D * Y)', '(D * Y).sum(axis=1, keepdims=True)', '(D * Y).sum(dim=1, keepdim=True)', 'rowsum(multiply(D, Y))'],
  ['maximum(Z1, 0)', 'np.maximum(Z1, 0)', 'torch.clamp(Z1, min=0)', 'maximum(Z1, 0)'],
  ['where(Z > 0, 1.0, 0.01)', 'np.where(Z > 0, 1.0, 0.01)', 'torch.where(Z > 0, 1.0, 0.01)', 'where(greater(Z, 0), 1.0, 0.01)'],
  [
    'eta / (sqrt(s + 1) + 1e-8)',
    'eta / (np.sqrt(s + 1) + 1e-8)',
    'eta / ((s + 1) ** 0.5 + 1e-8)',
    'divide(eta, add(sqrt(add(s, 1)), 1e-8))'
  ]
]

describe('the code of a step', () => {
  it.each(cases)('%s', (text, numpy, pytorch, typescript) => {
    const expression = parseExpression(text)
    expect([numpyText(expression), pytorchText(expression), typescriptText(expression)]).toEqual([numpy, pytorch, typescript])
  })

  it.each(['a +', 'f(a', 'a ? b', '(a'])('refuses %s', (text) => {
    expect(() => parseExpression(text)).toThrow()
  })
})

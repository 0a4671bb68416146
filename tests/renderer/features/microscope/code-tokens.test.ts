import { describe, expect, it } from 'vitest'
import { codeTokens } from '../../../../src/renderer/features/microscope/code-tokens'

const tensors = new Map([
  ['dW1_data', 'dW1.data'],
  ['A1', 'A1'],
  ['dZ2', 'dZ2'],
  ['A1⊙M1', 'A1⊙M1'],
  ['dW1.data', 'dW1.data']
])

describe('the names of tensors in a line', () => {
  it('are found, with their ids, and nothing is lost', () => {
    const line = 'dW1_data = A1.T @ dZ2'
    const tokens = codeTokens(line, tensors)
    expect(tokens.map(({ text }) => text).join('')).toBe(line)
    expect(tokens.flatMap(({ tensor }) => tensor ?? [])).toEqual(['dW1.data', 'A1', 'dZ2'])
    expect(codeTokens('A1⊙M1 + dW1.data', tensors).flatMap(({ tensor }) => tensor ?? [])).toEqual(['A1⊙M1', 'dW1.data'])
  })

  it('are whole words: A10 is not A1', () => {
    expect(codeTokens('A10 = exp(A1x)', tensors)).toEqual([{ text: 'A10 = exp(A1x)', tensor: null }])
  })
})

import { describe, expect, it } from 'vitest'
import { normalizedCode } from '../../../src/core/lab-collect/normalized-code'

const program = 'def backward(P, X, y, reg):\n    Z = X @ P[0]["W"]  # before\n    return Z.sum(axis=0)\n'

describe('a program as it is compared', () => {
  it.each([
    ['blanks', program.replaceAll(' @ ', '@').replace('\n', '\n\n')],
    ['remarks', program.replace('# before', '# anything')],
    ['its own names', program.replaceAll('Z', 'scores')]
  ])('is the same with other %s', (_what, other) => {
    expect(normalizedCode(other)).toBe(normalizedCode(program))
  })

  it.each([
    ['operations', program.replace('@', '*')],
    ['attributes', program.replace('.sum', '.mean')],
    ['texts', program.replace('"W"', '"b"')],
    ['numbers', program.replace('[0]', '[1]')],
    ['inputs', program.replace('X @', 'y @')]
  ])('is another with other %s', (_what, other) => {
    expect(normalizedCode(other)).not.toBe(normalizedCode(program))
  })

  it('takes a sign # in a text for no remark', () => {
    expect(normalizedCode('a = "# one"')).not.toBe(normalizedCode('a = "# two"'))
  })
})

import { describe, expect, it } from 'vitest'
import { engineValue, parseEnginePath } from '#core'
import { lessonProblem } from '../../support/python-inside'

function valueAt(text: string, lesson = 'L000'): number | null {
  const path = parseEnginePath(`${lesson}.${text}`)
  if (!path) throw new Error(`no path ${text}`)
  return engineValue(path, lessonProblem(lesson))
}

describe('the value of a path', () => {
  /** The first row of X is (1, 2): z = 1 · 1 + 2 · 0.5 + 0.125 in the first unit, 1 · −1 … by hand in the others. */
  it.each([
    ['X[0,1]', 2],
    ['W1[0,1]', -0.5],
    ['b1[3]', 0.5],
    ['Z1[0,0]', 2.125],
    ['Z1[0,2]', -2.125],
    ['A1[0,2]', 0],
    ['W1[1].sum', 0.75],
    ['W1.max', 1],
    ['b1.min', -0.375],
    ['b1.mean', 0.125]
  ])('%s is %d, as by hand', (text, value) => {
    expect(valueAt(text)).toBe(value)
  })

  it('of the loss is that of PyTorch', () => {
    expect(valueAt('loss')).toBeCloseTo(1.734137393621, 11)
  })

  it.each(['dZ2[0].sum', 'db2.sum'])('of %s is 0: the probabilities of a softmax sum to the targets', (text) => {
    expect(valueAt(text)).toBeCloseTo(0, 14)
  })

  it('of the probabilities of a row sums to 1', () => {
    expect(valueAt('P[3].sum')).toBeCloseTo(1, 14)
  })

  it('of dA1 times the slope is dZ1', () => {
    expect(valueAt('A1[0,0]')).toBeGreaterThan(0)
    expect(valueAt('dA1[0,0]')).toBe(valueAt('dZ1[0,0]'))
    expect(valueAt('dZ1[0,2]')).toBeCloseTo(0, 20)
  })

  it.each(['W3', 'W1', 'W1[2,0]', 'W1[0,4]', 'b1[4]', 'dA2.sum', 'loss.sum', 'X[9]'])('of %s is none', (text) => {
    expect(valueAt(text)).toBeNull()
  })

  it('of probabilities is none without a softmax', () => {
    expect(valueAt('P.sum', 'L004')).toBeNull()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logStep } from '../../../../src/renderer/features/settings/log-steps'

const range = { low: 1e-6, high: 10 }
const inRange = fc.double({ min: 1e-6, max: 10, noNaN: true })

describe('steps of the learning rate', () => {
  it.each([
    [0.1, 1, 0.3],
    [0.1, -1, 0.03],
    [0.3, 1, 1],
    [0.2, 1, 0.3],
    [0.2, -1, 0.1],
    [1e-5, 1, 3e-5],
    [3e-4, -1, 1e-4],
    [10, 1, 10],
    [1e-6, -1, 1e-6],
    [1e9, -1, 10]
  ] as const)('from %s by %s lead to %s', (value, direction, next) => expect(logStep(value, direction, range)).toBe(next))

  it('always go the way they are asked to, until the end of the range', () => {
    fc.assert(
      fc.property(
        inRange,
        (value) => (logStep(value, 1, range) > value || value === 10) && (logStep(value, -1, range) < value || value === 1e-6)
      )
    )
  })

  it('up and down again lead back to a number of the row', () => {
    fc.assert(
      fc.property(inRange, (value) => {
        const onRow = logStep(value, 1, range)
        return onRow === 10 || logStep(logStep(onRow, 1, range), -1, range) === onRow
      })
    )
  })

  it('can begin at zero', () => {
    const withZero = { low: 1e-6, high: 1, zero: true }
    expect(logStep(0, 1, withZero)).toBe(1e-6)
    expect(logStep(1e-6, -1, withZero)).toBe(0)
    expect(logStep(0, -1, withZero)).toBe(0)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { History } from '#core'
import { comparison, HistoryBuffer } from '../../../src/renderer/engine-client/history-buffer'

const history = (values: readonly number[]): History => ({
  trainLoss: Float64Array.from(values),
  testLoss: Float64Array.from(values, (value) => value + 1),
  trainMetric: Float64Array.from(values, (value) => value + 2),
  testMetric: new Float64Array(values.length).fill(Number.NaN)
})

describe('the history of a run', () => {
  it('replaces everything from an epoch on', () => {
    const buffer = new HistoryBuffer()
    buffer.replaceFrom(0, history([1, 2, 3, 4]))
    buffer.replaceFrom(2, history([30]))
    expect([...buffer.series('trainLoss')]).toEqual([1, 2, 30])
    expect(buffer.last('testLoss')).toBe(31)
    expect(buffer.length).toBe(3)
  })

  it('is as long as what was sent last says, however it came', () => {
    const message = fc.record({ from: fc.nat(400), values: fc.array(fc.double(), { maxLength: 400 }) })
    fc.assert(
      fc.property(fc.array(message, { maxLength: 8 }), (messages) => {
        const buffer = new HistoryBuffer()
        let expected: number[] = []
        for (const { from, values } of messages) {
          buffer.replaceFrom(from, history(values))
          expected = [...expected.slice(0, from), ...new Array<number>(Math.max(0, from - expected.length)).fill(Number.NaN), ...values]
        }
        expect([...buffer.series('trainLoss')]).toEqual(expected)
      })
    )
  })

  it('has for its last numbers those of the last epoch that was evaluated', () => {
    const buffer = new HistoryBuffer()
    buffer.replaceFrom(0, history([3, 2, Number.NaN]))
    expect([buffer.last('trainLoss'), buffer.last('testLoss'), buffer.length]).toEqual([2, 3, 3])
  })

  it('has figures of validation rows where there are such rows', () => {
    const buffer = new HistoryBuffer()
    const held = Float64Array.of(5, 6)
    buffer.replaceFrom(0, { ...history([1, 2]), validationLoss: held, validationMetric: held })
    expect([...buffer.series('validationLoss')]).toEqual([5, 6])
    expect(buffer.hasValidation).toBe(true)
    buffer.replaceFrom(0, history([1, 2]))
    expect([...buffer.series('validationLoss')]).toEqual([NaN, NaN])
    expect(buffer.hasValidation).toBe(false)
  })

  it('is empty at first, and has no last number', () => {
    expect(new HistoryBuffer().length).toBe(0)
    expect(new HistoryBuffer().last('trainLoss')).toBeNaN()
  })
})

describe('two histories', () => {
  const of = (values: readonly number[]) => {
    const buffer = new HistoryBuffer()
    buffer.replaceFrom(0, history(values))
    return buffer
  }

  it('agree as far as both go, missing numbers included', () =>
    expect(comparison(of([1, 2, 3]), of([1, 2]))).toEqual({ last: 1, differsFrom: -1 }))
  it('differ at the first epoch with another bit', () =>
    expect(comparison(of([1, 2, 3]), of([1, 2 + 2 ** -50, 3]))).toEqual({ last: 2, differsFrom: 1 }))
})

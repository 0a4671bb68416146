import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matrixFrom, softmax } from '#core'
import { classLogOdds } from '../../../src/core/metrics/class-log-odds'

const score = fc.double({ min: -30, max: 30, noNaN: true })

it('are ln(p/(1 − p)) of the softmax', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score, score), { minLength: 1 }), fc.nat(2), (rows, c) => {
      const probabilities = softmax(matrixFrom(rows)).data
      classLogOdds(matrixFrom(rows), c, 0, rows.length).forEach((found, i) => {
        const others = [0, 1, 2].reduce((sum, j) => (j === c ? sum : sum + probabilities[3 * i + j]), 0)
        expect(found).toBeCloseTo(Math.log(probabilities[3 * i + c] / others), 10)
      })
    })
  )
})

it('of two classes are the difference of their scores, exactly opposite', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score), { minLength: 1 }), (rows) => {
      const [first, second] = [0, 1].map((c) => classLogOdds(matrixFrom(rows), c, 0, rows.length))
      rows.forEach(([s, t], i) => {
        expect(second[i]).toBe(t - s)
        expect(first[i]).toBe(s - t)
      })
    })
  )
})

it('tell samples apart whose probabilities all round to 1', () => {
  expect([
    ...classLogOdds(
      matrixFrom([
        [0, 50],
        [0, 60],
        [0, 900]
      ]),
      1,
      1,
      3
    )
  ]).toEqual([60, 900])
})

import { expect, it } from 'vitest'
import { onceForEach } from '../../../../src/core/doctor/evidence/once-for-each'

it('computes the result for an object once, be it undefined, and for each its own', () => {
  const asked: object[] = []
  const [a, b] = [{}, {}]
  const compute = onceForEach((key: object) => {
    asked.push(key)
    return key === a ? undefined : 2
  })
  expect([compute(a), compute(b), compute(a), compute(b)]).toEqual([undefined, 2, undefined, 2])
  expect(asked).toEqual([a, b])
})

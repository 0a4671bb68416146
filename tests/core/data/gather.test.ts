import { expect, it } from 'vitest'
import { gatherIntegers, gatherNumbers } from '../../../src/core/data/gather'
import { partRows, runToEnd } from '../../../src/core/tasks/task'

it('takes integers and numbers from places in any order', () => {
  expect([...gatherIntegers(Int32Array.of(7, 8, 9), Int32Array.of(2, 0, 2))]).toEqual([9, 7, 9])
  expect([...runToEnd(gatherNumbers(Float64Array.of(0.5, NaN), Int32Array.of(1, 0)))]).toEqual([NaN, 0.5])
})

it('takes more numbers than one part has', () => {
  const count = partRows * 2 + 1
  const numbers = Float64Array.from({ length: count }, (_, i) => i)
  const backwards = Int32Array.from({ length: count }, (_, i) => count - 1 - i)
  expect(runToEnd(gatherNumbers(numbers, backwards))).toEqual(numbers.toReversed())
})

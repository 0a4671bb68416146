import { describe, expect, it } from 'vitest'
import { createRandom } from '#core'
import { sortNumbers } from '../../../src/core/metrics/sort-numbers'
import { runToEnd, partRows } from '../../../src/core/tasks/task'

describe('numbers sorted in parts', () => {
  it.each([0, 1, 100, partRows, partRows + 1, 3 * partRows, 3 * partRows + 7])('are those sorted at once: %i of them', (count) => {
    const random = createRandom(1)
    const values = Float64Array.from({ length: count }, () => Math.floor(1000 * random.normal()) / 8)
    const kept = values.slice()
    const sorted = runToEnd(sortNumbers(values))
    const expected = values.slice().sort()
    expect(sorted.length).toBe(count)
    expect(sorted.every((value, i) => value === expected[i])).toBe(true)
    expect(values.every((value, i) => value === kept[i])).toBe(true)
  })
})

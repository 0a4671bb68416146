import { describe, expect, it } from 'vitest'
import { forEachPart, partRows, runToEnd, taskOf, type CooperativeTask } from '../../../src/core/tasks/task'

/** The amounts that a task yields. */
function amountsOf(task: CooperativeTask<unknown>): number[] {
  return [...task]
}

describe('a task', () => {
  it('runs to its end and returns what it returns', () => {
    function* counting(): CooperativeTask<string> {
      yield 2
      yield 3
      return 'done'
    }
    expect(runToEnd(counting())).toBe('done')
    expect(amountsOf(counting())).toEqual([2, 3])
  })

  it('visits every number of a range once, part by part', () => {
    const visited: [number, number][] = []
    const count = 2 * partRows + 5
    expect(amountsOf(forEachPart(count, (from, to) => visited.push([from, to])))).toEqual([partRows, partRows, 5])
    expect(visited).toEqual([
      [0, partRows],
      [partRows, 2 * partRows],
      [2 * partRows, count]
    ])
    expect(amountsOf(forEachPart(0, () => expect.unreachable()))).toEqual([])
  })

  it('is made of work that is done part by part', () => {
    let left = 3
    expect(amountsOf(taskOf({ next: () => left-- > 0 }))).toEqual([1, 1, 1])
  })
})

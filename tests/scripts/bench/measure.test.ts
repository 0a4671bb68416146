import { describe, expect, it } from 'vitest'
import { operationsOf, workloads } from '../../../bench/workloads.mjs'
import { timed } from '../../../bench/serve.mjs'
import { ROUNDS, measure, median } from '../../../scripts/bench/measure.mjs'

/** A contender that answers these times, one after the other. */
function contender(name: string, threads: number, times: number[], log: string[] = []) {
  let turn = 0
  return {
    start: { contender: name, threads },
    threads,
    time: async () => {
      log.push(name)
      if (turn >= times.length) throw new Error('it ended')
      return { microsecondsPerStep: times[turn++], steps: 1 }
    }
  }
}

const tiny = workloads.slice(0, 1)
/** The same time in every round and the warm-up. */
const always = (time: number) => Array.from({ length: ROUNDS + 1 }, () => time)

describe('measure', () => {
  it('lets the contenders take turns, and takes the median of all rounds but the first', async () => {
    const log: string[] = []
    const children = [contender('a', 1, [900, ...always(30).slice(3), 10, 50], log), contender('b', 2, [900, ...always(4).slice(1)], log)]
    const measurements = await measure(children, tiny, () => undefined)
    expect(log.join('')).toBe('ab'.repeat(ROUNDS + 1))
    expect(measurements).toEqual([
      { workload: 'tiny', contender: 'a', threads: 1, microsecondsPerStep: 30, samplesPerSecond: (10 / 30) * 1e6 },
      { workload: 'tiny', contender: 'b', threads: 2, microsecondsPerStep: 4, samplesPerSecond: 2.5e6 }
    ])
  })

  it('gives the better of two ways of one row', async () => {
    const children = [contender('torch', 2, always(8)), contender('torch', 2, always(7)), contender('torch', 2, always(9))]
    const measurements = await measure(children, tiny, () => undefined)
    expect(measurements.map(({ microsecondsPerStep }: { microsecondsPerStep: number }) => microsecondsPerStep)).toEqual([7])
  })

  it('goes on without a contender that fails, and says so', async () => {
    const said: string[] = []
    const measurements = await measure([contender('a', 1, [1, 1]), contender('b', 1, always(3))], tiny, (text: string) => said.push(text))
    expect(measurements.map(({ contender }: { contender: string }) => contender)).toEqual(['b'])
    expect(said).toEqual(['a is left out of tiny: it ended'])
  })
})

describe('timed', () => {
  it('counts the time in steps only, and at least one step', () => {
    let clock = 0
    const subject = {
      run: (limit: number) => {
        clock += 2 * limit
        return limit
      },
      between: () => void (clock += 1000)
    }
    expect(timed(subject, 0.05, () => clock).microsecondsPerStep).toBe(2000)
    expect(timed(subject, 1e-9, () => clock).steps).toBe(1)
  })
})

describe('median', () => {
  it('lies in the middle, or between the two there', () => {
    expect(median([5, 1, 3])).toBe(3)
    expect(median([4, 1, 3, 2])).toBe(2.5)
  })
})

describe('operationsOf', () => {
  it('counts two products in the first layer and three in the others', () => {
    expect(operationsOf({ name: '', layers: [2, 8, 2], batch: 10, rows: 10, optimizer: 'sgd', precision: 'f32' })).toBe(
      2 * 10 * (2 * 2 * 8 + 3 * 8 * 2)
    )
  })
})

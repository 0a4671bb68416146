import { describe, expect, it } from 'vitest'
import type { Preparing } from '#shared/contract'
import { ProgressReporter } from '../../../src/engine/run/progress-reporter'

function paced() {
  const told: (Preparing | null)[] = []
  const clock = { now: 1000 }
  return {
    told,
    clock,
    pace: new ProgressReporter(
      (preparing) => told.push(preparing),
      () => clock.now
    )
  }
}

describe('the pace of long work', () => {
  it('is not reported for what is over in a moment', () => {
    const { pace, clock, told } = paced()
    pace.begin('preparing', 100)
    for (let i = 0; i < 100; i++) {
      clock.now += 2
      pace.add(1)
    }
    pace.end()
    expect(told).toEqual([])
  })

  it('is reported ten times a second, with the time left at that pace, and at the end', () => {
    const { pace, clock, told } = paced()
    pace.begin('preparing', 1000)
    for (let i = 0; i < 1000; i++) {
      clock.now += 1
      pace.add(1)
    }
    pace.end()
    expect(told.map((one) => one?.part ?? null)).toEqual([0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95, null])
    // 550 ms took 55 %.
    expect(told[3]?.left).toBeCloseTo(0.45, 12)
    expect(told[2]?.left).toBeNull()
  })

  it('has no part where it is not known how much there is', () => {
    const { pace, clock, told } = paced()
    pace.begin('evaluating')
    clock.now += 600
    pace.add(1)
    expect(told).toEqual([{ stage: 'evaluating', part: null, left: null }])
  })
})

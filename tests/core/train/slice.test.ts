import { describe, expect, it } from 'vitest'
import { Trainer, trainFor } from '#core'
import { threeBlobs } from '../../support/blobs'

/** A clock on which each look takes so many milliseconds. */
function clock(milliseconds: number) {
  const state = { time: 0, looks: 0 }
  const now = () => {
    state.looks += 1
    return (state.time += milliseconds)
  }
  return { state, now }
}

describe('training for a time', () => {
  it('ends with the time, after one step at least', () => {
    const trainer = new Trainer(threeBlobs())
    trainFor(trainer, 5, 100, clock(10).now)
    expect(trainer.step).toBe(1)
  })

  it('ends with the epoch asked for', () => {
    const trainer = new Trainer(threeBlobs())
    trainFor(trainer, 1e6, 7, clock(0.3).now)
    expect([trainer.epoch, trainer.step]).toEqual([7, 28])
  })

  it('looks at the clock less often the faster the steps are', () => {
    const { state, now } = clock(0.01)
    trainFor(new Trainer(threeBlobs()), 1e6, 16, now)
    expect(state.looks).toBeLessThan(10)
  })
})

import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { Trainer, evaluationInterval, isEvaluated, plainMachine, type MachineFactory } from '#core'
import { threeBlobs } from '../../support/blobs'

const large = fc.record({
  trainRows: fc.integer({ min: 1, max: 1e6 }),
  testRows: fc.integer({ min: 0, max: 1e6 }),
  parameters: fc.integer({ min: 1e6, max: 1e8 })
})

describe('the rule of evaluation', () => {
  it('is every epoch up to 1e8 multiply-adds', () => {
    expect(evaluationInterval({ trainRows: 750, testRows: 250, parameters: 100_000 })).toBe(1)
    expect(evaluationInterval({ trainRows: 750, testRows: 251, parameters: 100_000 })).toBe(2)
  })

  it('keeps evaluations of large networks to a quarter of the work, and skips no more than that takes', () => {
    fc.assert(
      fc.property(large, (counts) => {
        const every = evaluationInterval(counts)
        const training = 3 * counts.trainRows
        const share = (k: number) => (counts.trainRows + counts.testRows) / k / (training + (counts.trainRows + counts.testRows) / k)
        fc.pre((counts.trainRows + counts.testRows) * counts.parameters > 1e8)
        expect(share(every)).toBeLessThanOrEqual(0.25 + 1e-12)
        if (every > 1) expect(share(every - 1)).toBeGreaterThan(0.25)
      })
    )
  })

  it('takes the untrained network, the first epoch, every k-th and the last', () => {
    const epochs = Array.from({ length: 9 }, (_, epoch) => epoch)
    expect(epochs.filter((epoch) => isEvaluated(epoch, 3, 8))).toEqual([0, 1, 3, 6, 8])
    expect(epochs.filter((epoch) => isEvaluated(epoch, 1, 8))).toEqual(epochs)
  })

  it('never looks at a clock, and neither does the trainer that goes by it', () => {
    // Large by its counts, small by its arithmetic: every second epoch.
    const network = {
      inputs: 2,
      layers: [
        { units: 1_000_000, activation: 'tanh' },
        { units: 3, activation: 'linear' }
      ]
    } as const
    const machine: MachineFactory = (options) => plainMachine({ ...options, network: threeBlobs().network })
    const clocks = [vi.spyOn(performance, 'now'), vi.spyOn(Date, 'now'), vi.spyOn(process, 'hrtime'), vi.spyOn(process.hrtime, 'bigint')]
    try {
      const trainer = new Trainer({ ...threeBlobs(), network, machine, epochs: 6 })
      while (trainer.epoch < 6) trainer.trainEpoch()
      expect(Array.from(trainer.history.slice().trainLoss, Number.isNaN)).toEqual([false, false, false, true, false, true, false])
      clocks.forEach((clock) => expect(clock).not.toHaveBeenCalled())
    } finally {
      clocks.forEach((clock) => clock.mockRestore())
    }
  })
})

import { describe, expect, it } from 'vitest'
import { Trainer } from '#core'
import { startBackend } from '../../../src/node/kernels/start-backend'
import recorded from '../../fixtures/fused-1.json'
import { digestOfParameters } from '../../support/digest'
import { runOptions } from '../../support/runs'
import { digestsOfTwentyRuns } from '../../support/twenty-runs'

describe('the arithmetic fused-1', () => {
  it.each(['fast', 'safe', 'emulated', 'plain'] as const)('has the recorded bits in each of twenty runs on the %s tier', (choice) => {
    const { tier, notes, machine } = startBackend({ choice, threads: 1 })
    expect({ tier, notes }).toEqual({ tier: choice, notes: [] })
    expect(digestsOfTwentyRuns(machine)).toEqual(recorded)
  })

  it.each(['f32', 'f64'] as const)('has the same bits on any number of threads, in %s', (precision) => {
    // So wide, and with so many rows at once, that threads are worth it.
    const spec = {
      sizes: [64, 257, 130, 10],
      rows: 300,
      options: { batchSize: 128, optimizer: { kind: 'adam' }, learningRate: 0.003 }
    } as const
    const options = runOptions(spec, precision)
    const digests = [1, 2, 3, 2, 1].map((threads) => {
      const trainer = new Trainer({ ...options, machine: startBackend({ choice: 'fast', threads }).machine })
      while (trainer.epoch < 2) trainer.trainSteps(1000, 2)
      const digest = digestOfParameters(trainer.parameters)
      trainer.release()
      return digest
    })
    expect(new Set(digests).size).toBe(1)
  })
})

import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Trainer, namedTensors, type MachineFactory, type TrainerOptions } from '#core'
import type { EngineConfig } from '#shared/engine'
import { startBackend } from '../../../src/node/kernels/start-backend'
import { runOptions } from '../../support/runs'

/** So wide, and with so many rows at once, that threads are worth it. */
const spec = {
  sizes: [64, 257, 130, 10],
  rows: 300,
  options: { batchSize: 128, optimizer: { kind: 'adam' }, learningRate: 0.003 }
} as const

/** One SHA-256 of all weights and biases after two epochs, taken as the programs take them. */
function weightsAfter(options: TrainerOptions, machine: MachineFactory): string {
  const trainer = new Trainer({ ...options, machine })
  while (trainer.epoch < 2) trainer.trainSteps(1000, 2)
  const hash = createHash('sha256')
  for (const {
    matrix: { data }
  } of namedTensors(trainer.parameters))
    hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
  trainer.release()
  return hash.digest('hex')
}

const requests = (['fast', 'safe'] as const).flatMap((choice) =>
  ([1, 2, 'auto'] as const).map((threads): EngineConfig => ({ choice, threads, arithmetic: 'strict' }))
)

describe('the strict engine', () => {
  it.each(['f32', 'f64'] as const)(
    'gives one SHA-256 of the weights in twenty runs on each tier and number of threads, in %s',
    (precision) => {
      const options = runOptions(spec, precision)
      const engines = requests.map(startBackend)
      expect(engines.map(({ tier, notes }) => ({ tier, notes }))).toEqual(requests.map(({ choice }) => ({ tier: choice, notes: [] })))
      const hashes = Array.from({ length: 20 }, (_, run) => weightsAfter(options, engines[run % engines.length].machine))
      expect(new Set(hashes).size).toBe(1)
      // In float32 the plain engine takes the sums of products in float64.
      if (precision === 'f64')
        expect(weightsAfter(options, startBackend({ choice: 'plain', threads: 1, arithmetic: 'strict' }).machine)).toBe(hashes[0])
    }
  )
})

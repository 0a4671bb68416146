import { describe, expect, it } from 'vitest'
import { createTrainer, optimizers, parameterCount, prepare, type NetworkSpec, type Precision } from '#core'
import { refusalOf, sampleTable, settingsFor } from '../../support/tables'

const table = sampleTable('iris')
const settings = settingsFor(table)
const prepared = prepare(table, settings)

/** A network whose weights alone take about so many gigabytes in float64. */
function networkOf(gigabytes: number): NetworkSpec {
  const hidden = Array.from(
    { length: Math.round((gigabytes * 1e9) / (8 * 4096 * 4096)) },
    () => ({ units: 4096, activation: 'relu' }) as const
  )
  return { ...prepared.network, layers: [...hidden, prepared.network.layers[prepared.network.layers.length - 1]] }
}

describe('a network that does not fit', () => {
  it.each<[number, Precision, 'sgd' | 'adam']>([
    [8, 'f64', 'sgd'],
    [16, 'f32', 'sgd'],
    [8, 'f32', 'adam'],
    [2, 'f64', 'adam']
  ])(
    'is refused with the bytes of its weights and the optimizer’s memory, before any is drawn: %d GB, %s, %s',
    (gigabytes, precision, kind) => {
      const network = networkOf(gigabytes)
      const bytes = parameterCount(network) * (precision === 'f32' ? 4 : 8) * (1 + optimizers[kind].slots)
      const before = process.memoryUsage().arrayBuffers
      const { code, details } = refusalOf(() => createTrainer({ ...prepared, network }, { ...settings, precision, optimizer: { kind } }))
      expect({ code, details }).toEqual({ code: 'spec.memory', details: { bytes, limit: 4_294_967_296 } })
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1e6)
    }
  )
})

import { describe, expect, it } from 'vitest'
import { createTrainer, makeToy, prepare, readCsv, suggestToySettings, toyCsv, toyNames, toys, trainFor, type ToyName } from '#core'

/** The least test accuracy or R² that the suggested settings come to; of the line, noise is a tenth of the variance. */
const learnt: Readonly<Record<ToyName, number>> = {
  xor: 0.97,
  circles: 0.97,
  moons: 0.97,
  spirals: 0.97,
  blobs: 0.97,
  checkerboard: 0.9,
  sine: 0.95,
  step: 0.93,
  line: 0.88
}

describe('suggestToySettings', () => {
  it.each(toyNames)('has %s learnt', (name) => {
    const table = readCsv(new TextEncoder().encode(toyCsv(toys[name].task, makeToy(name))))
    const settings = suggestToySettings(name, table)
    const trainer = createTrainer(prepare(table, settings), settings)
    trainFor(trainer, Infinity, settings.epochs, () => 0)
    expect(trainer.history.slice().testMetric.at(-1)).toBeGreaterThanOrEqual(learnt[name])
  })
})

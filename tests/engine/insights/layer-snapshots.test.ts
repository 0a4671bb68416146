import { describe, expect, it } from 'vitest'
import { LayerSnapshots } from '../../../src/engine/insights/layer-snapshots'
import { examined } from './examined'

/** A run that is looked at whenever it may be; a look takes `cost` milliseconds, an epoch `epochCost`. */
function watched(epochs: number, cost: number, epochCost: number) {
  const { trainer, settings } = examined('iris', 'species', {}, 0)
  let readings = 0
  // The clock goes on between the two readings around a look.
  const looks = new LayerSnapshots({ trainer, optimizer: settings.optimizer }, () => cost * Math.floor(++readings / 2))
  for (let epoch = 0; epoch <= epochs; epoch++) {
    looks.offer(epochCost * epoch)
    if (epoch < epochs) trainer.trainEpoch()
  }
  return { looks, trainer, time: cost * Math.floor(readings / 2) }
}

describe('looks into a run', () => {
  it('begin at its beginning and change nothing', () => {
    const { looks, trainer } = watched(6, 1, 10)
    expect([...looks.times.epochs]).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(looks.times.layers).toHaveLength(2)
    expect(trainer.state()).toEqual(examined('iris', 'species', {}, 6).trainer.state())
  })

  it('take no more than their share of the time', () => {
    const { looks, time } = watched(40, 20, 100)
    expect(time).toBeLessThanOrEqual(100 + 0.01 * 4000)
    expect(looks.spent).toBe(time)
    expect(looks.times.epochs.length).toBeGreaterThan(1)
    expect(looks.due(4000)).toBe(Infinity)
  })

  it('are due at the end of an epoch to come', () => {
    const { looks, trainer } = watched(3, 1, 10)
    expect(looks.due(100)).toBe(4)
    trainer.trainStep()
    expect(looks.due(100)).toBe(4)
    looks.offer(100)
    expect([...looks.times.epochs]).toEqual([0, 1, 2, 3])
  })

  it('go back with the run, and begin anew with it', () => {
    const { looks, trainer } = watched(5, 20, 100)
    trainer.rewind()
    looks.restart()
    expect(looks.spent).toBe(0)
    expect([...looks.times.epochs]).toEqual([0])
    expect(looks.due(0)).toBe(1)
  })
})

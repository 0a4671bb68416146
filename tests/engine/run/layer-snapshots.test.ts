import { describe, expect, it } from 'vitest'
import { LayerSnapshots } from '../../../src/engine/run/layer-snapshots'
import { runContext } from '../queries/run-context'

/** A run that is looked at whenever it may be; a look takes `cost` milliseconds, an epoch `epochCost`. */
function watched(epochs: number, cost: number, epochCost: number) {
  const { trainer, settings } = runContext('iris', 'species', {}, 0)
  let readings = 0
  // The clock goes on between the two readings around a look.
  const snapshots = new LayerSnapshots(trainer, settings.optimizer, () => cost * Math.floor(++readings / 2))
  for (let epoch = 0; epoch <= epochs; epoch++) {
    snapshots.offer(epochCost * epoch)
    if (epoch < epochs) trainer.trainEpoch()
  }
  return { snapshots, trainer, time: cost * Math.floor(readings / 2) }
}

describe('the snapshots of a run', () => {
  it('begin at its beginning and change nothing', () => {
    const { snapshots, trainer } = watched(6, 1, 10)
    expect([...snapshots.times.epochs]).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(snapshots.times.layers).toHaveLength(2)
    expect(trainer.state()).toEqual(runContext('iris', 'species', {}, 6).trainer.state())
  })

  it('take no more than their share of the time', () => {
    const { snapshots, time } = watched(40, 20, 100)
    expect(time).toBeLessThanOrEqual(100 + 0.01 * 4000)
    expect(snapshots.spent).toBe(time)
    expect(snapshots.times.epochs.length).toBeGreaterThan(1)
    expect(snapshots.due(4000)).toBe(Infinity)
  })

  it('are due at the end of an epoch to come', () => {
    const { snapshots, trainer } = watched(3, 1, 10)
    expect(snapshots.due(100)).toBe(4)
    trainer.trainStep()
    expect(snapshots.due(100)).toBe(4)
    snapshots.offer(100)
    expect([...snapshots.times.epochs]).toEqual([0, 1, 2, 3])
  })

  it('go back with the run, and begin anew with it', () => {
    const { snapshots, trainer } = watched(5, 20, 100)
    trainer.rewind()
    snapshots.restart()
    expect(snapshots.spent).toBe(0)
    expect([...snapshots.times.epochs]).toEqual([0])
    expect(snapshots.due(0)).toBe(1)
  })
})

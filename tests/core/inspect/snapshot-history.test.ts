import { describe, expect, it } from 'vitest'
import { SnapshotHistory } from '#core'

/** Takes snapshots at every epoch that is due, up to the last one. */
function watched(last: number, most: number): SnapshotHistory {
  const history = new SnapshotHistory(most)
  for (let epoch = 0; epoch <= last; epoch++) if (epoch >= history.next) history.add({ epoch, layers: [] })
  return history
}

describe('looks at a run', () => {
  it.each([3, 8, 9, 100, 1000])('are evenly spread over %i epochs, from the first one on, and never more than room for', (last) => {
    const epochs = watched(last, 8).snapshots.map(({ epoch }) => epoch)
    expect(epochs[0]).toBe(0)
    expect(epochs.length).toBeLessThanOrEqual(8)
    const steps = new Set(epochs.slice(1).map((epoch, index) => epoch - epochs[index]))
    expect(steps.size).toBe(1)
    expect(last - (epochs.at(-1) ?? 0)).toBeLessThan([...steps][0])
  })

  it('are few in all however long the run is: more epochs cost their logarithm', () => {
    const history = new SnapshotHistory(8)
    let count = 0
    for (let epoch = 0; epoch <= 100_000; epoch++) {
      if (epoch < history.next) continue
      history.add({ epoch, layers: [] })
      count += 1
    }
    expect(count).toBeLessThan(8 + 8 * Math.log2(100_000 / 8))
  })

  it('go on from where a run went back to', () => {
    const history = watched(6, 8)
    history.cut(3)
    expect(history.next).toBe(4)
    history.add({ epoch: 2, layers: [] })
    expect(history.snapshots.map(({ epoch }) => epoch)).toEqual([0, 1, 2])
  })
})

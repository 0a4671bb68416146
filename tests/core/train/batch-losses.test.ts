import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BatchLossRecorder, MOST_BATCH_POINTS } from '../../../src/core/train/batch-losses'

function recorded(losses: readonly number[]): BatchLossRecorder {
  const recorder = new BatchLossRecorder()
  losses.forEach((loss, i) => recorder.push(i + 1, loss))
  return recorder
}

describe('the losses of mini-batches', () => {
  it('of a short run are all there', () => {
    const { at, low, high } = recorded([3, 1, 2]).read()
    expect([[...at], [...low], [...high]]).toEqual([
      [1, 2, 3],
      [3, 1, 2],
      [3, 1, 2]
    ])
  })

  it('of a long run take bounded room, in their order, and no spike is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 * MOST_BATCH_POINTS }), fc.nat(), (count, seed) => {
        const losses = Array.from({ length: count }, (_, i) => (i === seed % count ? 1e6 : (i * 7919) % 101))
        const { at, low, high } = recorded(losses).read()
        expect(at.length).toBeLessThanOrEqual(MOST_BATCH_POINTS)
        expect(at.at(-1)).toBe(count)
        // Each point tells exactly of the mini-batches since the one before it.
        let first = 0
        at.forEach((end, i) => {
          const part = losses.slice(first, end)
          expect([low[i], high[i]]).toEqual([Math.min(...part), Math.max(...part)])
          first = end
        })
      }),
      { numRuns: 30 }
    )
  })

  it('are forgotten after the place that a run goes back to', () => {
    const recorder = recorded([5, 4, 3, 2])
    recorder.cutAt(2)
    recorder.push(3, 9)
    expect([...recorder.read().high]).toEqual([5, 4, 9])
    recorder.cutAt(0)
    expect(recorder.read().at).toHaveLength(0)
  })

  it('merge after a run went back as before', () => {
    const recorder = recorded(Array.from({ length: MOST_BATCH_POINTS + 7 }, (_, i) => i))
    recorder.cutAt(1001)
    for (let i = 0; i < 3 * MOST_BATCH_POINTS; i++) recorder.push(1002 + i, 1)
    const { at, low, high } = recorder.read()
    expect(at.length).toBeLessThanOrEqual(MOST_BATCH_POINTS)
    expect([at.at(-1), Math.min(...low), Math.max(...high)]).toEqual([1001 + 3 * MOST_BATCH_POINTS, 0, 999])
  })
})

import { describe, expect, it } from 'vitest'
import { Walk, walkExample, walkExampleNames } from '#core'
import { differenceVerdict } from '../../../../src/renderer/features/microscope/difference-verdict'

describe('what a difference quotient says', () => {
  it('is that the derivative agrees, for each derivative of the examples away from a kink', () => {
    let compared = 0
    for (const name of walkExampleNames) {
      const walk = new Walk(walkExample(name))
      const loss = walk.tensors.get('L')?.matrix.data[0] ?? 0
      for (const { id, shape } of walk.steps) {
        const { value, difference } = walk.cell({ step: id, row: shape[0] - 1, column: shape[1] - 1 })
        if (!difference || difference.crossedKink) continue
        compared++
        expect([name, id, differenceVerdict(value, difference, loss).verdict]).toEqual([name, id, 'agrees'])
      }
    }
    expect(compared).toBeGreaterThan(40)
  })

  it('is that it is off, unless a kink lies between', () => {
    expect(differenceVerdict(0.5, { numeric: 0.52, crossedKink: false }, 1).verdict).toBe('off')
    expect(differenceVerdict(0.5, { numeric: 0.25, crossedKink: true }, 1).verdict).toBe('kink')
    expect(differenceVerdict(0.5, { numeric: 0.5, crossedKink: true }, 1).verdict).toBe('agrees')
  })
})

import { describe, expect, it } from 'vitest'
import { lookAt, lookEdges } from '../../../src/renderer/logic/look-times'

describe('looks along an axis of epochs', () => {
  it.each([[[0]], [[0, 1, 2, 3]], [[0, 4, 8, 9]], [[7, 100]]])('take the whole of it, each up to the next: %j', (epochs) => {
    const edges = lookEdges(epochs)
    expect([edges[0], edges.at(-1), edges.length]).toEqual([0, 1, epochs.length + 1])
    expect([...edges]).toEqual([...edges].toSorted((a, b) => a - b))
    epochs.forEach((_, look) => expect(lookAt(edges, (edges[look] + edges[look + 1]) / 2)).toBe(look))
    expect([lookAt(edges, -1), lookAt(edges, 2)]).toEqual([0, epochs.length - 1])
  })

  it('are as wide as the epochs between them', () => {
    expect([...lookEdges([0, 1, 3])]).toEqual([0, 1 / 5, 3 / 5, 1])
  })
})

import { describe, expect, it } from 'vitest'
import { lookAt, lookEdges, lookPlaces } from '../../../../src/renderer/features/inside/look-times'

describe('looks along an axis of epochs', () => {
  it.each([[[0]], [[0, 1, 2, 3]], [[0, 4, 8, 9]], [[7, 100]]])('share the whole of it, each around its own place: %j', (epochs) => {
    const places = lookPlaces(epochs)
    const edges = lookEdges(places)
    expect([edges[0], edges.at(-1), edges.length]).toEqual([0, 1, epochs.length + 1])
    expect([...edges]).toEqual([...edges].toSorted((a, b) => a - b))
    places.forEach((place, look) => {
      expect(place).toBeGreaterThanOrEqual(edges[look])
      expect(place).toBeLessThanOrEqual(edges[look + 1])
      expect(lookAt(places, (edges[look] + edges[look + 1]) / 2)).toBe(look)
    })
    expect([lookAt(places, -1), lookAt(places, 2)]).toEqual([0, epochs.length - 1])
  })

  it('are as far apart as their epochs', () => {
    expect([...lookPlaces([0, 1, 4])]).toEqual([0, 1 / 4, 1])
    expect([...lookPlaces([5])]).toEqual([0.5])
  })
})

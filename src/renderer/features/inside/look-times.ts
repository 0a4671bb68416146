/**
 * Where looks at a run lie along an axis of epochs, from 0 for the first to 1 for the last; a single one in the middle.
 * Shapes: epochs [looks], ascending → [looks].
 */
export function lookPlaces(epochs: ArrayLike<number>): Float64Array {
  const [first, last] = [epochs[0], epochs[epochs.length - 1]]
  return Float64Array.from(epochs, (epoch) => (last > first ? (epoch - first) / (last - first) : 0.5))
}

/**
 * Returns the edges of each snapshot on the axis: halfway to the previous and the next one.
 * Shapes: places [looks] → edges [looks + 1], from 0 to 1.
 */
export function lookEdges(places: Float64Array): Float64Array {
  const count = places.length
  return Float64Array.from({ length: count + 1 }, (_, i) => (i === 0 ? 0 : i === count ? 1 : (places[i - 1] + places[i]) / 2))
}

/** The look nearest to a part of the axis, from 0. */
export function lookAt(places: Float64Array, part: number): number {
  return places.reduce((nearest, place, look) => (Math.abs(place - part) < Math.abs(places[nearest] - part) ? look : nearest), 0)
}

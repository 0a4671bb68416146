/**
 * Where looks at a run lie along an axis of epochs: look i takes the part from edge i to edge i + 1, up to the next look; the last one as
 * much as the one before it, and a single one all of it.
 * Shapes: epochs [looks], ascending → edges [looks + 1], from 0 to 1.
 */
export function lookEdges(epochs: ArrayLike<number>): Float64Array {
  const count = epochs.length
  const last = epochs[count - 1] ?? 0
  const end = last + (count > 1 ? last - epochs[count - 2] : 1)
  const first = epochs[0] ?? 0
  return Float64Array.from({ length: count + 1 }, (_, i) => (i < count ? (epochs[i] - first) / (end - first) : 1))
}

/** The look that a part of the axis belongs to, from 0; both ends belong to the looks beside them. */
export function lookAt(edges: ArrayLike<number>, part: number): number {
  let look = 0
  while (look < edges.length - 2 && edges[look + 1] <= part) look += 1
  return look
}
